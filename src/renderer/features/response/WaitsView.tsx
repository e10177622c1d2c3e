import { DRAWN_STEPS } from '../../../domain/model/drawing.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { usePreferences } from '../../state/use-preferences.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { ClockNote } from './ClockSwitch.tsx';
import { CURVE_GROUPINGS, CurvesCard, type CurveGrouping } from './CurvesCard.tsx';
import { GapCard } from './GapCard.tsx';
import { HeatCard } from './HeatCard.tsx';
import { OutcomesCard } from './OutcomesCard.tsx';
import type { SurvivalGroup } from './response-figures.ts';
import { groupLabel } from './survival-series.ts';
import { TestsTable } from './TestsTable.tsx';
import { WithinTable } from './WithinTable.tsx';
import { useWaitVoice } from './use-wait-voice.ts';

/** Waits: the gap, the four outcomes, the curves with their table, the week by the hour. `all` is the group of all requests, once it is known. */
export function WaitsView({ all }: { readonly all: SurvivalGroup | undefined }) {
  const voice = useWaitVoice();
  const scope = useScope();
  const { level } = usePreferences();
  const [by, setBy] = useParameter<CurveGrouping>('by', { initial: 'intent', allowed: CURVE_GROUPINGS });
  const curves = useOperation('response.survival', { ...scope, by, maxSteps: DRAWN_STEPS });
  const gaps = useOperation('response.gaps', scope);
  const heat = useOperation('response.heat', scope);
  const label = (key: string): string => groupLabel(by, key, voice);
  return (
    <>
      <ClockNote />
      <div className="response-row">
        <Answer state={gaps} shape="chart">{(value) => <GapCard gaps={value} />}</Answer>
        <Answer state={curves} shape="chart">{({ groups }) => <OutcomesCard all={all} groups={groups} label={label} />}</Answer>
      </div>
      <Answer state={curves} shape="chart">
        {(survival) => (
          <>
            <CurvesCard survival={survival} by={by} onBy={setBy} />
            <WithinTable groups={survival.groups} by={by} label={label} horizonSeconds={survival.horizonSeconds} shareSeconds={survival.shareSeconds} />
            {level === 'full' && <TestsTable tests={survival.tests} label={label} />}
          </>
        )}
      </Answer>
      <Answer state={heat} shape="chart">{(value) => <HeatCard heat={value} />}</Answer>
    </>
  );
}
