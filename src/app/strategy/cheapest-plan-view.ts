import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { cheapestPlan } from '../../domain/strategy/simulator/cheapest-plan.ts';
import { minutesBetween } from '../../domain/strategy/simulator/drawn-requests.ts';
import { silenceForecast, WITHIN_MINUTES, type PlanForecast, type RunBand } from '../../domain/strategy/simulator/silence-forecast.ts';
import type { Shift } from '../../domain/strategy/simulator/week-hours.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { backTestValue, EDGE_WEEKS, runsWithin, servicePlan, simulatorGround } from './simulator-ground.ts';
import { bandOf } from './simulator-view.ts';

type Answer = OperationValue<'strategy.cheapestPlan'>;
type Question = OperationRequest<'strategy.cheapestPlan'>;
type RequestIntent = Exclude<Question['intent'], null>;

/** Simulated requests of a whole search: some five seconds on an office machine. */
const MOST_REQUESTS = 4_000_000;
/** Teams that a search judges, about: halving within each kind of shift. */
const JUDGEMENTS = 60;
const FEWEST_RUNS = 20;
const MOST_RUNS = 60;
const WEEKS = 2;
const DAY_RUNS = [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5, 6], [1, 2, 3, 4, 5, 6, 7]] as const;
const HOURS = [[9, 13], [9, 18], [8, 20], [8, 22], [0, 24]] as const;

/** A kind of shift with an order and a policy; `hours` a week of one person in it. */
interface Shape {
  readonly from: number;
  readonly to: number;
  readonly days: readonly number[];
  readonly hours: number;
  readonly triage: readonly RequestIntent[];
  readonly everybody: readonly RequestIntent[];
}

const teamOf = ({ from, to, days }: Shape, people: number): Question['today'] => [{ people, from, to, days: [...days] }];
const hoursOf = (shifts: readonly Shift[]): number => shifts.reduce((sum, { people, days, from, to }) => sum + people * new Set(days).size * (to - from), 0);

/** Orders and policies, the smaller change first: as today, the target's requests first, everybody of them taken up, both. */
function waysOf(intent: RequestIntent | null): readonly Pick<Shape, 'triage' | 'everybody'>[] {
  const everybody = intent === null ? REQUEST_INTENTS : [intent];
  return [false, true].flatMap((policy) => (intent === null ? [false] : [false, true]).map((first) => ({ triage: first && intent !== null ? [intent] : [], everybody: policy ? everybody : [] })));
}

/** The cheapest plan that meets a target with the lower limit of its band; none where the back-test is not passed. */
export function cheapestPlanView(scope: ResolvedScope, { today, minutes, intent, withinSeconds, share, mostPeople, costAnHour, fitWeeks, seed = 1 }: Question): Answer {
  const ground = simulatorGround(scope, { today, minutes, fitWeeks, seed, mostAWeek: MOST_REQUESTS / ((WEEKS + EDGE_WEEKS) * FEWEST_RUNS * JUDGEMENTS) });
  const none = { todayHours: hoursOf(today), tried: 0, runs: 0, weeks: WEEKS, minutes: null, backTest: null, plan: null, most: null };
  if ('reason' in ground) return { ...none, n: ground.n, untimed: ground.untimed, reason: ground.reason };
  const { fit, aWeek, untimed } = ground;
  const tested = ground.backTest();
  const known = { ...none, n: fit.n, untimed, minutes: { ...ground.minutes, fitted: ground.fitted }, backTest: backTestValue(tested, ground.startOf) };
  if (tested.verdict !== 'passed') return { ...known, reason: 'not-passed' };

  const runs = runsWithin(MOST_REQUESTS, aWeek * (WEEKS + EDGE_WEEKS) * JUDGEMENTS, MOST_RUNS);
  const slot = WITHIN_MINUTES.indexOf((withinSeconds / 60) as (typeof WITHIN_MINUTES)[number]);
  const bandIn = ({ all, byIntent }: PlanForecast): RunBand | null => (intent === null ? all : byIntent[REQUEST_INTENTS.indexOf(intent)])?.within[slot] ?? null;
  let tried = 0;
  const forecastOf = (shape: Shape, people: number): PlanForecast | null => {
    tried += 1;
    const [forecast] = silenceForecast(fit, [servicePlan(teamOf(shape, people), shape)], { runs, seed, weeks: WEEKS, handling: minutesBetween(ground.minutes) });
    return forecast ?? null;
  };
  const judged = (shape: Shape, people: number): PlanForecast | null => {
    const forecast = forecastOf(shape, people);
    return forecast !== null && (bandIn(forecast)?.low ?? 0) >= share ? forecast : null;
  };
  const clocks = [...today.map(({ from, to }) => [from, to] as const), ...HOURS].filter(([from, to], at, list) => list.findIndex((other) => other[0] === from && other[1] === to) === at);
  const shifts = clocks.flatMap(([from, to]) => DAY_RUNS.map((days) => ({ from, to, days, hours: days.length * (to - from) }))).sort((one, other) => one.hours - other.hours);
  const widest = shifts.at(-1);
  if (widest === undefined) return { ...known, reason: 'none' };
  // what not even the most people around the clock reach needs no search
  const reached = waysOf(intent).map((way) => ({ way, band: bandOf((() => { const forecast = forecastOf({ ...widest, ...way }, mostPeople); return forecast === null ? null : bandIn(forecast); })()) }));
  const shapes = reached.filter(({ band }) => (band?.low ?? 0) >= share).flatMap(({ way }) => shifts.map((shift): Shape => ({ ...shift, ...way })));
  const found = cheapestPlan(shapes, { mostPeople, judged });
  const most = { hours: widest.hours * mostPeople, asToday: reached[0]?.band ?? null, everybody: reached.at(-1)?.band ?? null };
  if (found === null) return { ...known, tried, runs, most, reason: 'none' };
  const within = bandIn(found.found);
  return {
    ...known, tried, runs, most, reason: null,
    plan: within === null ? null : {
      team: teamOf(found.shape, found.people), triage: [...found.shape.triage], everybody: [...found.shape.everybody], hours: found.hours, cost: costAnHour === null ? null : found.hours * costAnHour,
      within: { estimate: within.estimate, low: within.low, high: within.high }, requestsAWeek: found.found.all.requestsAWeek, busyShare: bandOf(found.found.busyShare),
    },
  };
}
