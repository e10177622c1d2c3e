import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useScope } from '../../state/navigation.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { BackTestCard } from './BackTestCard.tsx';
import { BusyCard } from './BusyCard.tsx';
import { CheapestPlanCard } from './CheapestPlanCard.tsx';
import { ScenariosCard } from './ScenariosCard.tsx';
import { SilencePlateauCard } from './SilencePlateauCard.tsx';
import { SimulatedCurveCard } from './SimulatedCurveCard.tsx';
import { SimulatorForm } from './SimulatorForm.tsx';
import { draftOf, FIRST_SCENARIO, scenarioOf, simulationInput, type Scenario } from './simulator-draft.ts';
import './simulator.css';

/** E se fossimo di più?: a form, the back-test that says how far to trust what follows, the curves, and the scenarios that are kept. */
export function SimulatorView() {
  const { t } = useTranslation('simulator');
  const voice = useChartVoice();
  const scope = useScope();
  const [asked, setAsked] = useState<Scenario>(FIRST_SCENARIO);
  const [draft, setDraft] = useState(() => draftOf(FIRST_SCENARIO));
  const [compared, setCompared] = useState<(Scenario & { readonly id: string; readonly name: string }) | null>(null);
  const state = useOperation('strategy.simulate', { ...scope, ...simulationInput(asked) });
  const other = useOperation('strategy.simulate', compared === null ? null : { ...scope, ...simulationInput(compared) });
  const beside = compared === null || other.status !== 'value' || other.value.simulation === null ? null : { name: compared.name, side: other.value.simulation.team };
  const open = (scenario: Scenario): void => {
    setDraft(draftOf(scenario));
    setAsked(scenario);
  };
  return (
    <div className="simulator">
      <div className="strategy-stack">
        <SimulatorForm draft={draft} onDraft={setDraft} onRun={() => setAsked(scenarioOf(draft))} />
        <ScenariosCard asked={asked} compared={compared?.id ?? null} onCompare={setCompared} onOpen={open} />
      </div>
      <Answer state={state} shape="chart">
        {({ simulation, reason, n }) => (simulation === null
          ? <EmptyState title={reason === 'minutes-needed' || reason === 'too-many' ? t('title.noForecast') : t('title.few', { n: voice.count(n) })} text={t(`reason.${reason ?? 'too-few'}`, { n: voice.count(n) })} />
          : (
            <div className="strategy-stack">
              <BackTestCard backTest={simulation.backTest} />
              <SimulatedCurveCard simulation={simulation} asked={asked} beside={beside} />
              <SilencePlateauCard simulation={simulation} />
              {simulation.backTest.verdict === 'passed' && <BusyCard busy={simulation.team.busy} />}
              <CheapestPlanCard asked={asked} onOpen={open} />
            </div>
          ))}
      </Answer>
    </div>
  );
}
