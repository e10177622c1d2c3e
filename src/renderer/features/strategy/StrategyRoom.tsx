import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { Answer } from '../../ui/Answer.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AdviceView } from './AdviceView.tsx';
import { CanvasView } from './CanvasView.tsx';
import { ChangeView } from './ChangeView.tsx';
import { ActivitiesView, CausesView } from './CausesView.tsx';
import { strategyOpening } from './finding-words.ts';
import { CompaniesView } from './CompaniesView.tsx';
import { FindingsView } from './FindingsView.tsx';
import { FormationCard } from './FormationCard.tsx';
import { HypothesesView } from './HypothesesView.tsx';
import { InitiativesView } from './InitiativesView.tsx';
import { LadderView } from './LadderView.tsx';
import { MinutesCard } from './MinutesCard.tsx';
import { MindsetView } from './MindsetView.tsx';
import { MirrorView } from './MirrorView.tsx';
import { PeopleTodayView } from './PeopleTodayView.tsx';
import { PlanView } from './PlanView.tsx';
import { SamenessView } from './SamenessView.tsx';
import { SimulatorView } from './SimulatorView.tsx';
import { StrikersCard } from './StrikersCard.tsx';
import { TargetEffectCard } from './TargetEffectCard.tsx';
import './strategy.css';

/** The screens of the room by what they are for: what to decide, how the brand plays, what is tried and measured, what it is held against. */
const GROUPS = {
  decide: ['findings', 'canvas', 'people-today'],
  plays: ['formation', 'mindset', 'causes', 'activities', 'ladder'],
  tries: ['simulator', 'initiatives', 'change'],
  besides: ['sameness', 'companies', 'mirror'],
} as const;
type StrategyGroup = keyof typeof GROUPS;
type StrategyView = (typeof GROUPS)[StrategyGroup][number];
const GROUP_NAMES = Object.keys(GROUPS) as readonly StrategyGroup[];
const VIEWS: readonly StrategyView[] = GROUP_NAMES.flatMap((group): readonly StrategyView[] => GROUPS[group]);
/** What the essential level offers, all at once. */
const ESSENTIAL_VIEWS: readonly StrategyView[] = ['findings', 'formation', 'canvas'];

/** Those that count or name people. */
const PEOPLE_VIEWS: readonly StrategyView[] = ['canvas', 'people-today', 'initiatives'];

const groupOf = (view: StrategyView): StrategyGroup => GROUP_NAMES.find((group) => (GROUPS[group] as readonly StrategyView[]).includes(view)) ?? 'decide';

/** Strategia: the findings that were kept with the plan they make, and how the brand plays. */
export function StrategyRoom() {
  const { t } = useTranslation('strategy');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const { level } = usePreferences();
  const [view, setView] = useParameter<StrategyView>('view', { initial: 'findings', allowed: VIEWS });
  const list = useOperation('findings.list', {});
  const isFull = level === 'full';
  const group = groupOf(view);
  const offered = isFull ? GROUPS[group] : ESSENTIAL_VIEWS.includes(view) ? ESSENTIAL_VIEWS : [...ESSENTIAL_VIEWS, view];
  const views = <Segmented label={t('views.label')} value={view} options={offered.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={setView} />;
  return (
    <RoomPage
      countsPeople={PEOPLE_VIEWS.includes(view)}
      title={rooms('rooms.strategy')}
      question={t('question')}
      // not a sentence to be kept: it speaks of the list itself, and only where something is decided
      lead={list.status === 'value' && group === 'decide' ? <>{strategyOpening(list.value, voice)}</> : undefined}
      actions={isFull ? <Segmented label={t('groups.label')} value={group} options={GROUP_NAMES.map((value) => ({ value, label: t(`groups.${value}`) }))} onChange={(chosen) => setView(GROUPS[chosen][0])} /> : views}
      views={isFull ? <div className="strategy-views">{views}</div> : undefined}
    >
      <div className="room-figures">
        {view === 'findings' && <ListsView />}
        {view === 'formation' && <FormationView />}
        {view === 'canvas' && <CanvasView />}
        {view === 'mindset' && <MindsetView />}
        {view === 'causes' && <CausesView />}
        {view === 'activities' && <ActivitiesView />}
        {view === 'ladder' && <LadderView />}
        {view === 'simulator' && <SimulatorView />}
        {view === 'people-today' && <PeopleTodayView />}
        {view === 'initiatives' && <InitiativesView />}
        {view === 'change' && <ChangeView />}
        {view === 'companies' && <CompaniesView />}
        {view === 'mirror' && <MirrorView />}
        {view === 'sameness' && <SamenessView />}
      </div>
    </RoomPage>
  );
}

const LISTS = ['list', 'plan', 'advice', 'hypotheses'] as const;
type ListName = (typeof LISTS)[number];

function ListsView() {
  const { t } = useTranslation('strategy');
  const [name, setName] = useParameter<ListName>('list', { initial: 'list', allowed: LISTS });
  const list = useOperation('findings.list', {});
  return (
    <div className="strategy-stack">
      <Segmented label={t('lists.label')} value={name} options={LISTS.map((value) => ({ value, label: t(`lists.${value}`) }))} onChange={setName} />
      <Answer state={list} shape="lines" rows={4}>
        {(value) => (name === 'list' ? <FindingsView value={value} /> : name === 'plan' ? <PlanView value={value} /> : name === 'hypotheses' ? <HypothesesView /> : <AdviceView value={value} />)}
      </Answer>
    </div>
  );
}

function FormationView() {
  const scope = useScope();
  const formation = useOperation('strategy.formation', scope);
  return (
    <Answer state={formation} shape="chart">
      {(value) => (
        <div className="strategy-stack">
          <FormationCard value={value} />
          <TargetEffectCard />
          <MinutesCard minutes={value.minutes} />
          <StrikersCard strikers={value.strikers} />
        </div>
      )}
    </Answer>
  );
}
