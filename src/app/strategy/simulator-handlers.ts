import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { AppContext } from '../context.ts';
import { changePlan, newPlanId, writableProject } from '../plan/plan-change.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { keptScenarios, scenarioBodySchema, SCENARIO_KIND, scenarioProblem } from './scenario-records.ts';
import { simulatorView } from './simulator-view.ts';

type Names = 'strategy.simulate' | 'strategy.scenarios' | 'strategy.saveScenario' | 'strategy.removeScenario';

const MOST_SCENARIOS = 12;

/** The silence simulator and the scenarios that are kept for it. */
export function simulatorHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'strategy.simulate'(input) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const problem = scenarioProblem(input);
      if (problem !== null) return failed('invalid-input', problem);
      const { clock: _clock, ...asked } = input;
      return success(cachedAnswer(scope.value.project, { name: 'strategy.simulate', input: asked }, () => simulatorView(scope.value, input)));
    },
    'strategy.scenarios'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      return success({ most: MOST_SCENARIOS, scenarios: keptScenarios(context.project) });
    },
    'strategy.saveScenario'({ id, ...body }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const problem = scenarioProblem(body);
      if (problem !== null) return failed('invalid-input', problem);
      if (id !== undefined && planRecord(project.value, { kind: SCENARIO_KIND, id }) === null) return failed('not-found', 'this scenario is no longer kept: save it anew');
      if (id === undefined && planRecords(project.value, SCENARIO_KIND).length >= MOST_SCENARIOS) return failed('invalid-input', `at most ${MOST_SCENARIOS} scenarios are kept: remove one first`);
      const kept = id ?? newPlanId();
      changePlan(context, project.value, { command: 'strategy.saveScenario', kind: SCENARIO_KIND, id: kept, body, label: body.name });
      return success({ id: kept });
    },
    'strategy.removeScenario'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const record = planRecord(project.value, { kind: SCENARIO_KIND, id });
      if (record === null) return success({ removed: false });
      const parsed = scenarioBodySchema.safeParse(JSON.parse(record.body));
      changePlan(context, project.value, { command: 'strategy.removeScenario', kind: SCENARIO_KIND, id, body: null, label: parsed.success ? parsed.data.name : '' });
      return success({ removed: true });
    },
  };
}
