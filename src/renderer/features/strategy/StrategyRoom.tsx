import { useTranslation } from 'react-i18next';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { strategyOpening } from './finding-words.ts';
import { FindingsView } from './FindingsView.tsx';
import { AdviceView, PlanView } from './PlanView.tsx';
import './strategy.css';

const VIEWS = ['findings', 'plan', 'advice'] as const;
type StrategyView = (typeof VIEWS)[number];

/** Strategia: the findings that were kept, the plan and the advice log that they make. */
export function StrategyRoom() {
  const { t } = useTranslation('strategy');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const [view, setView] = useParameter<StrategyView>('view', { initial: 'findings', allowed: VIEWS });
  const list = useOperation('findings.list', {});
  return (
    <RoomPage
      title={rooms('rooms.strategy')}
      question={t('question')}
      // not a sentence to be kept: it speaks of the list itself
      lead={list.status === 'value' ? <>{strategyOpening(list.value, voice)}</> : undefined}
      actions={<Segmented label={t('views.label')} value={view} options={VIEWS.map((value) => ({ value, label: t(`views.${value}`) }))} onChange={setView} />}
    >
      <div className="room-figures">
        <Answer state={list} shape="lines" rows={4}>
          {(value) => (view === 'findings' ? <FindingsView value={value} /> : view === 'plan' ? <PlanView value={value} /> : <AdviceView value={value} />)}
        </Answer>
      </div>
    </RoomPage>
  );
}
