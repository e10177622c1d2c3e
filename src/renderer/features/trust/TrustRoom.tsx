import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { Answer } from '../../ui/Answer.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { CompositeView } from './CompositeView.tsx';
import { PartsView } from './PartsView.tsx';
import { PromisesView } from './PromisesView.tsx';
import { TiesView } from './TiesView.tsx';
import { trustOpening } from './trust-words.ts';
import './trust.css';

/** The screens of the room; the last two belong to the full level. */
const VIEWS = ['parts', 'promises', 'composite', 'ties'] as const;
type TrustView = (typeof VIEWS)[number];
const FULL_VIEWS: readonly TrustView[] = ['composite', 'ties'];

/** Fiducia: the five parts that trust is made of, the promises; in full an index of one's own weights, and the ties. */
export function TrustRoom() {
  const { t } = useTranslation('trust');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const { level } = usePreferences();
  const [view, setView] = useParameter<TrustView>('view', { initial: 'parts', allowed: VIEWS });
  const parts = useOperation('trust.parts', scope);
  const offered = VIEWS.filter((one) => level === 'full' || one === view || !FULL_VIEWS.includes(one));
  return (
    <RoomPage
      countsPeople
      title={rooms('rooms.trust')}
      question={t('question')}
      lead={parts.status === 'value' ? trustOpening(parts.value, voice) : undefined}
      actions={<Segmented label={t('views.label')} value={view} options={offered.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={setView} />}
    >
      <div className="room-figures">
        {view === 'parts' && <Answer state={parts} shape="chart">{(value) => <PartsView parts={value} />}</Answer>}
        {view === 'promises' && <PromisesView />}
        {view === 'composite' && <CompositeView />}
        {view === 'ties' && <TiesView />}
      </div>
    </RoomPage>
  );
}
