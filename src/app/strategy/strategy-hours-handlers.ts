import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { FORMATION_LINES } from '../../domain/model/formation-line.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { episodesOf } from '../read/request-source.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { cheapestPlanView } from './cheapest-plan-view.ts';
import { keptScenarios, scenarioProblem } from './scenario-records.ts';
import { standingBoard } from './strategy-settings.ts';
import { targetEffectView } from './target-effect-view.ts';
import { tenHoursView } from './ten-hours-view.ts';

type Names = 'strategy.targetEffect' | 'strategy.tenHours' | 'strategy.cheapestPlan';
type Effect = OperationValue<'strategy.targetEffect'>;
type Shifts = OperationRequest<'strategy.simulate'>['today'];

const DEFAULT_SEED = 1;
const SUM_ROUNDING = 1e-6;
/** Whom the simulator takes for today's team where nobody wrote one: one person in office hours. */
const ASSUMED_TODAY: Shifts = [{ people: 1, days: [1, 2, 3, 4, 5], from: 9, to: 18 }];

/** Where hours go and what they bring. `ask` answers the ledger, whose points an answer carries. */
export function strategyHoursHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    async 'strategy.targetEffect'({ seed = DEFAULT_SEED, target: wanted, today: asked, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const total = wanted === undefined ? 1 : FORMATION_LINES.reduce((sum, line) => sum + wanted[line], 0);
      if (Math.abs(total - 1) > SUM_ROUNDING) return failed('invalid-input', `the shares of a target must add up to 1; these add up to ${total.toFixed(3)}`);
      const problem = scenarioProblem({ today: asked });
      if (problem !== null) return failed('invalid-input', problem);
      const { project } = scope.value;
      const board = standingBoard(project);
      const kept = [...keptScenarios(project)].sort((one, other) => other.changedMs - one.changedMs)[0]?.today;
      const today = asked ?? kept ?? ASSUMED_TODAY;
      const question = { target: wanted ?? board.target, minutes: board.minutes, today, seed, runs: input.runs, fitWeeks: input.fitWeeks };
      const effect = cachedAnswer(project, { name: 'strategy.targetEffect', input: { brand: input.brand, filters: input.filters, ...question } }, () => targetEffectView(scope.value, question));
      const points = effect.forecast === null ? null : await pointsOfAnswers(scope.value, input);
      return success<Effect>({
        ...effect, today: [...today], todayFrom: asked !== undefined ? 'asked' : kept !== undefined ? 'scenario' : 'assumed', points,
        forecast: effect.forecast === null ? null : { ...effect.forecast, points: points === null || effect.forecast.requests === null ? null : { estimate: effect.forecast.requests.estimate * points.each, low: effect.forecast.requests.low * points.each, high: effect.forecast.requests.high * points.each } },
      });
    },
    'strategy.tenHours'({ hours, minutes, fitWeeks, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const problem = scenarioProblem({ minutes });
      if (problem !== null) return failed('invalid-input', problem);
      const written = standingBoard(scope.value.project).minutes.listening;
      return success(tenHoursView(scope.value, { hours, fitWeeks, minutes: minutes ?? (written !== undefined && written.low > 0 ? { low: written.low, high: written.high } : null) }));
    },
    'strategy.cheapestPlan'(input) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const problem = scenarioProblem(input);
      if (problem !== null) return failed('invalid-input', problem);
      const { clock: _clock, ...asked } = input;
      return success(cachedAnswer(scope.value.project, { name: 'strategy.cheapestPlan', input: asked }, () => cheapestPlanView(scope.value, input)));
    },
  };

  /** Points that the brand's answers carry in the ledger, and the answered requests of the same scope; null without a brand or an answer. */
  async function pointsOfAnswers(scope: ResolvedScope, { brand, filters }: Pick<OperationRequest<'strategy.targetEffect'>, 'brand' | 'filters'>): Promise<Effect['points']> {
    if (scope.brand === null) return null;
    const statement = await ask('value.statement', { ...(brand === undefined ? {} : { brand }), ...(filters === undefined ? {} : { filters }), party: { kind: 'brand', id: scope.brand.name }, page: 0, size: 1 });
    if (!statement.ok) return null;
    const rule = (statement.value as OperationValue<'value.statement'>).rules.find((one) => one.rule === 'brand-answer');
    const answers = countedRequests(episodesOf(scope, {})).filter(({ answeredAtMs }) => answeredAtMs !== null).length;
    return rule === undefined || answers === 0 ? null : { answers, points: rule.created, each: rule.created / answers };
  }
}
