import { useTranslation } from 'react-i18next';
import { DRAWN_STEPS } from '../../../domain/model/drawing.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useProject } from '../../state/use-project.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AnswersView } from './AnswersView.tsx';
import { ClockSwitch, HoursMissing, isHoursMissing } from './ClockSwitch.tsx';
import { DecisionsView } from './DecisionsView.tsx';
import { CoverageStrip } from './CoverageStrip.tsx';
import { LoudnessView } from './LoudnessView.tsx';
import { OpenView } from './OpenView.tsx';
import { PastPageView } from './PastPageView.tsx';
import { ProbesView } from './ProbesView.tsx';
import { brandCoverage, responseOpening } from './response-opening.ts';
import { TrendView } from './TrendView.tsx';
import { WaitsView } from './WaitsView.tsx';
import './response.css';

/** The screens of the room; those after the fourth belong to the full level. */
const VIEWS = ['waits', 'answers', 'open', 'past-page', 'probes', 'decisions', 'trend', 'loudness'] as const;
type ResponseView = (typeof VIEWS)[number];
const FULL_VIEWS: readonly ResponseView[] = ['past-page', 'probes', 'trend', 'loudness'];

/** Ascolto: coverage and one sentence over every screen, then waits, answers, open requests; over time and by loudness in full. */
export function ResponseRoom() {
  const { t } = useTranslation('response');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const { level } = usePreferences();
  const { brands } = useProject();
  const brand = scope.brand ?? brands.find(({ own }) => own)?.name ?? null;
  const [view, setView] = useParameter<ResponseView>('view', { initial: 'waits', allowed: VIEWS });
  const all = useOperation('response.survival', { ...scope, by: 'none', maxSteps: DRAWN_STEPS });
  const offered = VIEWS.filter((one) => level === 'full' || one === view || !FULL_VIEWS.includes(one));
  return (
    <RoomPage
      countsPeople
      title={rooms('rooms.response')}
      question={t('question')}
      lead={all.status === 'value' ? responseOpening(all.value, { coverage: brandCoverage(all.value.coverage, brand, scope.filters), allBrands: brand === null && brands.length > 0 }, voice) : undefined}
      actions={<>{view === 'waits' && <ClockSwitch />}<Segmented label={t('views.label')} value={view} options={offered.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={setView} /></>}
    >
      <div className="room-figures">
        <div className="response">
          {isHoursMissing(all, scope.clock) ? <HoursMissing /> : <>
          <Answer state={all} shape="lines" rows={1}>{({ coverage }) => <CoverageStrip coverage={brandCoverage(coverage, brand, scope.filters)} />}</Answer>
          {view === 'waits' && <WaitsView all={all.status === 'value' ? all.value.groups[0] : undefined} />}
          {view === 'answers' && <AnswersView />}
          {view === 'open' && <OpenView />}
          {view === 'decisions' && <DecisionsView />}
          {view === 'past-page' && <PastPageView />}
          {view === 'probes' && <ProbesView />}
          {view === 'trend' && <TrendView />}
          {view === 'loudness' && <LoudnessView />}
          </>}
        </div>
      </div>
    </RoomPage>
  );
}
