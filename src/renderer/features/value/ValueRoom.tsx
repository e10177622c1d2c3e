import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useLocation, useParameter, useScope } from '../../state/navigation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AccountsCard } from './AccountsCard.tsx';
import { ChangesView } from './ChangesView.tsx';
import { ClaimCard } from './ClaimCard.tsx';
import { InequalityCard } from './InequalityCard.tsx';
import { OriginsView } from './OriginsView.tsx';
import { RobustnessCard } from './RobustnessCard.tsx';
import { valueOpening } from './value-words.ts';
import { WeightsCard } from './WeightsCard.tsx';
import './value.css';

const VIEWS = ['books', 'origins', 'changes'] as const;

/** Valore: how value is spread and what the books say; who said it first; from listening to change. */
export function ValueRoom() {
  const { t } = useTranslation('value');
  const { t: origins } = useTranslation('origins');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const [view, setView] = useParameter<(typeof VIEWS)[number]>('view', { initial: 'books', allowed: VIEWS });
  const books = useOperation('value.books', scope);
  const created = useOperation('value.inequality', { ...scope, of: 'created' });
  return (
    <RoomPage
      countsPeople
      title={rooms('rooms.value')}
      question={t('question')}
      lead={books.status === 'value' && created.status === 'value' ? valueOpening(books.value, created.value, voice) : undefined}
      actions={<Segmented label={origins('views.label')} value={view} options={VIEWS.map((value) => ({ value, label: origins(`views.${value}`) }))} onChange={setView} />}
    >
      <div className="room-figures">
        {view === 'books' && <BooksView />}
        {view === 'origins' && <OriginsView />}
        {view === 'changes' && <ChangesView />}
      </div>
    </RoomPage>
  );
}

/** How unequally value is spread beside the books whose statements can be read; in full how much rests on few, the weights, the essay's claim. */
function BooksView() {
  const { t } = useTranslation('value');
  const scope = useScope();
  const { go } = useLocation();
  const { level } = usePreferences();
  const isFull = level === 'full';
  const [of, setOf] = useParameter<'created' | 'consumed'>('of', { initial: 'created', allowed: ['created', 'consumed'] });
  const books = useOperation('value.books', scope);
  const weights = useOperation('value.weights', scope);
  const spread = useOperation('value.inequality', { ...scope, of });
  const claim = useOperation('value.claim', isFull ? scope : null);
  return (
    <div className="value-room">
      <Answer state={spread} shape="chart">{(value) => <InequalityCard spread={value} of={of} onOf={setOf} />}</Answer>
      <Answer state={books} shape="table">{(value) => <Answer state={weights} shape="table">{(table) => <AccountsCard books={value} weights={table} />}</Answer>}</Answer>
      {isFull && <div className="value-wide"><RobustnessCard /></div>}
      <Card title={t('lost.title')} className="value-wide">
        <p className="quiet-text">{t('lost.text')}</p>
        <Button onPress={() => go({ path: ['lost'] })}>{t('lost.open')}</Button>
      </Card>
      {isFull && <div className="value-wide"><Answer state={weights} shape="table">{(value) => <WeightsCard weights={value} />}</Answer></div>}
      {isFull && <div className="value-wide"><Answer state={claim} shape="table">{(value) => <ClaimCard claim={value} />}</Answer></div>}
    </div>
  );
}
