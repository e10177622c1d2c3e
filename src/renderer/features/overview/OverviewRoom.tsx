import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { FindingList } from './FindingList.tsx';
import { MonthStrips } from './MonthStrips.tsx';
import { overviewOpening } from './overview-opening.ts';
import { OverviewFacts } from './OverviewFacts.tsx';
import { UnseenCard } from './UnseenCard.tsx';
import './overview.css';

/** Sintesi: at most five findings, the year at a glance, what these data do not see. */
export function OverviewRoom() {
  const { t } = useTranslation('overview');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const state = useOperation('overview', scope);
  const lead = (overview: OperationValue<'overview'>): string => overviewOpening(overview, voice, { date: voice.date, network: voice.network, filters: scope.filters });
  return (
    <RoomPage countsPeople title={rooms('rooms.overview')} question={t('question')} lead={state.status === 'value' ? lead(state.value) : undefined}>
      <Answer state={state} shape="table" rows={6}>
        {(overview) => (
          <div className="room-figures">
            <div className="overview">
              <FindingList overview={overview} />
              <MonthStrips overview={overview} />
              <UnseenCard overview={overview} />
              <OverviewFacts overview={overview} />
            </div>
          </div>
        )}
      </Answer>
    </RoomPage>
  );
}
