import { useTranslation } from 'react-i18next';
import { DRAWN_STEPS } from '../../../domain/model/drawing.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useProject } from '../../state/use-project.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { RoomPage } from '../../ui/RoomPage.tsx';
import { Backlog } from './Backlog.tsx';
import { CoverageStrip } from './CoverageStrip.tsx';
import { CURVE_GROUPINGS, CurvesCard, type CurveGrouping } from './CurvesCard.tsx';
import { GapCard } from './GapCard.tsx';
import { OutcomesCard } from './OutcomesCard.tsx';
import { PromisesCard } from './PromisesCard.tsx';
import { brandCoverage, responseOpening } from './response-opening.ts';
import { groupLabel } from './survival-series.ts';
import { TestsTable } from './TestsTable.tsx';
import { WithinTable } from './WithinTable.tsx';
import './response.css';

/** Ascolto: coverage, the gap, the four outcomes, the curves, who still waits. */
export function ResponseRoom() {
  const { t } = useTranslation('response');
  const { t: rooms } = useTranslation('shell');
  const voice = useChartVoice();
  const scope = useScope();
  const { level } = usePreferences();
  const { brands } = useProject();
  const brand = scope.brand ?? brands.find(({ own }) => own)?.name ?? null;
  const [by, setBy] = useParameter<CurveGrouping>('by', { initial: 'intent', allowed: CURVE_GROUPINGS });
  const all = useOperation('response.survival', { ...scope, by: 'none', maxSteps: DRAWN_STEPS });
  const curves = useOperation('response.survival', { ...scope, by, maxSteps: DRAWN_STEPS });
  const gaps = useOperation('response.gaps', scope);
  const label = (key: string): string => groupLabel(by, key, voice);
  return (
    <RoomPage title={rooms('rooms.response')} question={t('question')} lead={all.status === 'value' ? responseOpening(all.value, { coverage: brandCoverage(all.value.coverage, brand, scope.filters), allBrands: brand === null && brands.length > 0 }, voice) : undefined}>
      <div className="room-figures">
        <div className="response">
          <Answer state={all} shape="lines" rows={1}>{({ coverage }) => <CoverageStrip coverage={brandCoverage(coverage, brand, scope.filters)} />}</Answer>
          <div className="response-row">
            <Answer state={gaps} shape="chart">{(value) => <GapCard gaps={value} />}</Answer>
            <Answer state={curves} shape="chart">
              {({ groups }) => <OutcomesCard all={all.status === 'value' ? all.value.groups[0] : undefined} groups={groups} label={label} />}
            </Answer>
          </div>
          <Answer state={curves} shape="chart">
            {(survival) => (
              <>
                <CurvesCard survival={survival} by={by} onBy={setBy} />
                <WithinTable groups={survival.groups} by={by} label={label} horizonSeconds={survival.horizonSeconds} />
                {level === 'full' && <TestsTable tests={survival.tests} label={label} />}
              </>
            )}
          </Answer>
          <Backlog />
          <PromisesCard />
        </div>
      </div>
    </RoomPage>
  );
}
