import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { AccountsCard } from './AccountsCard.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { InequalityCard } from './InequalityCard.tsx';
import { valueOpening } from './value-words.ts';
import { WeightsCard } from './WeightsCard.tsx';
import './value.css';

/** Valore: how unequally value is spread, the books with whose statements can be read, the weights, the essay's claim. */
export function ValueRoom() {
  const { t } = useTranslation('value');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const { go } = useLocation();
  const { level } = usePreferences();
  const isFull = level === 'full';
  const [of, setOf] = useParameter<'created' | 'consumed'>('of', { initial: 'created', allowed: ['created', 'consumed'] });
  const books = useOperation('value.books', scope);
  const weights = useOperation('value.weights', scope);
  const created = useOperation('value.inequality', { ...scope, of: 'created' });
  const spread = useOperation('value.inequality', { ...scope, of });
  const claim = useOperation('value.claim', isFull ? scope : null);
  return (
    <RoomPage title={rooms('rooms.value')} question={t('question')} lead={books.status === 'value' && created.status === 'value' ? valueOpening(books.value, created.value, voice) : undefined}>
      <div className="room-figures">
        <div className="value-room">
          <Answer state={spread} shape="chart">{(value) => <InequalityCard spread={value} of={of} onOf={setOf} />}</Answer>
          <Answer state={books} shape="table">{(value) => <Answer state={weights} shape="table">{(table) => <AccountsCard books={value} weights={table} />}</Answer>}</Answer>
          <Card title={t('lost.title')} className="value-wide">
            <p className="quiet-text">{t('lost.text')}</p>
            <Button onPress={() => go({ path: ['lost'] })}>{t('lost.open')}</Button>
          </Card>
          {isFull && <div className="value-wide"><Answer state={weights} shape="table">{(value) => <WeightsCard weights={value} />}</Answer></div>}
          {isFull && <div className="value-wide"><Answer state={claim} shape="table">{(value) => <ClaimCard claim={value} />}</Answer></div>}
        </div>
      </div>
    </RoomPage>
  );
}
