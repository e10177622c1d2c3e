import { z } from 'zod';
import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest } from '../../contract/operations.ts';
import { simulatorOperations } from '../../contract/operations/simulator.ts';
import { failed, success } from '../../contract/outcome.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { AppContext } from '../context.ts';
import { changePlan, newPlanId, writableProject } from '../plan/plan-change.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { simulatorView } from './simulator-view.ts';

type Names = 'strategy.simulate' | 'strategy.scenarios' | 'strategy.saveScenario' | 'strategy.removeScenario';
type Asked = Pick<OperationRequest<'strategy.simulate'>, 'today' | 'team' | 'minutes' | 'triage' | 'everybody'>;

const KIND = 'scenario';
const MOST_SCENARIOS = 12;
const bodySchema = z.object(simulatorOperations['strategy.saveScenario'].input.omit({ id: true }).shape);

/** What is wrong with a scenario beyond its shape; null when nothing is. */
function problemOf({ today, team, minutes, triage, everybody }: Asked): string | null {
  if ([...today, ...team].some(({ from, to }) => from >= to)) return 'a shift ends before it begins: give whole hours, and write a night as two shifts';
  if (minutes !== null && minutes.low > minutes.high) return 'the minutes end before they begin: give the lower number first';
  if ([triage, everybody].some((intents) => new Set(intents).size < intents.length)) return 'an intent is named twice: give each once';
  return null;
}

/** The silence simulator and the scenarios that are kept for it. */
export function simulatorHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'strategy.simulate'(input) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const problem = problemOf(input);
      if (problem !== null) return failed('invalid-input', problem);
      const { clock: _clock, ...asked } = input;
      return success(cachedAnswer(scope.value.project, { name: 'strategy.simulate', input: asked }, () => simulatorView(scope.value, input)));
    },
    'strategy.scenarios'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      return success({
        most: MOST_SCENARIOS,
        // what a newer program wrote in a way this one cannot read is passed over
        scenarios: planRecords(context.project, KIND).flatMap(({ id, body, changedMs }) => {
          const parsed = bodySchema.safeParse(JSON.parse(body));
          return parsed.success ? [{ id, ...parsed.data, changedMs }] : [];
        }),
      });
    },
    'strategy.saveScenario'({ id, ...body }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const problem = problemOf(body);
      if (problem !== null) return failed('invalid-input', problem);
      if (id !== undefined && planRecord(project.value, { kind: KIND, id }) === null) return failed('not-found', 'this scenario is no longer kept: save it anew');
      if (id === undefined && planRecords(project.value, KIND).length >= MOST_SCENARIOS) return failed('invalid-input', `at most ${MOST_SCENARIOS} scenarios are kept: remove one first`);
      const kept = id ?? newPlanId();
      changePlan(context, project.value, { command: 'strategy.saveScenario', kind: KIND, id: kept, body, label: body.name });
      return success({ id: kept });
    },
    'strategy.removeScenario'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const record = planRecord(project.value, { kind: KIND, id });
      if (record === null) return success({ removed: false });
      const parsed = bodySchema.safeParse(JSON.parse(record.body));
      changePlan(context, project.value, { command: 'strategy.removeScenario', kind: KIND, id, body: null, label: parsed.success ? parsed.data.name : '' });
      return success({ removed: true });
    },
  };
}
