import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { wallMoment } from '../../domain/clock/wall-moment.ts';
import { REQUEST_INTENTS, type Intent } from '../../domain/model/codes.ts';
import { zoneOffset } from '../../domain/model/local-clock.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { answeredShare, requestsIn, wholeWeeks, type ArrivedRequest, type WeekSpan } from '../../domain/strategy/simulator/arrived-request.ts';
import { EFFECTIVE_RUNS, EFFECTIVE_WEEKS, effectiveMinutes, effectiveRange } from '../../domain/strategy/simulator/effective-minutes.ts';
import type { ServicePlan } from '../../domain/strategy/simulator/silence-forecast.ts';
import { silenceFit, tooFewArrived, type SilenceFit } from '../../domain/strategy/simulator/silence-fit.ts';
import { heldOutWeeks, simulatorBackTest, type BackTest } from '../../domain/strategy/simulator/simulator-back-test.ts';
import { peopleByHour, WEEK_MINUTES, type Shift } from '../../domain/strategy/simulator/week-hours.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';

type Answer = OperationValue<'strategy.simulate'>;
type AnswerBackTest = NonNullable<Answer['simulation']>['backTest'];

const MONDAY_MS = 345_600_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Simulated requests of the back-test, and of each fit of handling minutes. */
const MOST_BESIDE = 500_000;
/** Fewest runs behind a band. */
export const LEAST_RUNS = 5;
/** Weeks of every run that do not count: before the first and after the last. */
export const EDGE_WEEKS = 2;

/** An episode with what the simulator reads of it; intents in the order of {@link REQUEST_INTENTS}. */
export interface Arrived extends ArrivedRequest {
  readonly messageId: number;
  readonly atMs: number;
  readonly networkId: number;
}

/** What every simulation of a scope stands on: requests, whole weeks, arrivals and silence fitted, and the minutes a request takes. */
export interface SimulatorGround {
  readonly arrived: readonly Arrived[];
  readonly inWeeks: readonly Arrived[];
  readonly untimed: number;
  readonly span: WeekSpan;
  readonly fit: SilenceFit;
  readonly aWeek: number;
  readonly today: ServicePlan;
  /** Typed, or fitted to today's team. */
  readonly minutes: { readonly low: number; readonly high: number };
  readonly fitted: boolean;
  readonly backTest: () => BackTest;
  /** When a week begins on the clocks of the project. */
  readonly startOf: (week: number) => number;
}

/** Why there is nothing to stand on. */
export interface NoGround {
  readonly reason: NonNullable<Answer['reason']>;
  readonly n: number;
  readonly untimed: number;
}

/** Runs that keep simulated requests under a cap. */
export function runsWithin(most: number, aRun: number, wanted: number): number {
  return Math.min(wanted, Math.max(LEAST_RUNS, Math.floor(most / Math.max(1, aRun))));
}

/** A team as the simulator sees it: intents in the order of {@link REQUEST_INTENTS}, those not named after the others. */
export function servicePlan(shifts: readonly Shift[], { triage, everybody }: { readonly triage: readonly Intent[]; readonly everybody: readonly Intent[] }): ServicePlan {
  return {
    people: peopleByHour(shifts),
    place: REQUEST_INTENTS.map((intent) => (triage.includes(intent) ? triage.indexOf(intent) : triage.length)),
    everybody: REQUEST_INTENTS.map((intent) => everybody.includes(intent)),
  };
}

/** Minutes on the clocks of the project since Monday 5 January 1970, 0:00. */
export function wallMinutes(scope: ResolvedScope): (atMs: number) => number {
  const offsetAt = zoneOffset(settingOf(scope.project, 'time_zone') ?? 'Europe/Rome');
  return (atMs) => (atMs + offsetAt(atMs) - MONDAY_MS) / MINUTE_MS;
}

/** Counted requests of a scope with an exact time, as the simulator reads them, and how many have none. */
export function arrivedRequests(scope: ResolvedScope): { readonly arrived: Arrived[]; readonly untimed: number } {
  const wallMinuteOf = wallMinutes(scope);
  const counted = countedRequests(episodesOf(scope, {}));
  const arrived = counted.flatMap(({ messageId, networkId, atMs, precision, intents, waitedSeconds, censored, askerId }: RequestEpisode) => {
    const intent = intents.map((code) => (REQUEST_INTENTS as readonly Intent[]).indexOf(code)).find((position) => position >= 0);
    if (atMs === null || precision !== 'fine' || waitedSeconds === null || intent === undefined) return [];
    return [{ messageId, networkId, atMs, wallMinute: wallMinuteOf(atMs), intent, waitedMinutes: waitedSeconds / 60, answered: !censored, askerId }];
  });
  return { arrived, untimed: counted.length - arrived.length };
}

/** Fits the simulator on a scope; what it cannot be fitted on is a reason. `mostAWeek` is how many requests a week can still be simulated. */
export function simulatorGround(scope: ResolvedScope, { today, minutes, fitWeeks, seed, mostAWeek }: Pick<OperationRequest<'strategy.simulate'>, 'today' | 'minutes' | 'fitWeeks'> & { readonly seed: number; readonly mostAWeek: number }, { arrived, untimed } = arrivedRequests(scope)): SimulatorGround | NoGround {
  const without = (reason: NoGround['reason'], n = arrived.length): NoGround => ({ n, untimed, reason });
  if (tooFewArrived(arrived)) return without('too-few');
  const span = wholeWeeks(arrived, fitWeeks);
  if (span === null) return without('no-whole-week');
  const inWeeks = requestsIn(arrived, span);
  if (tooFewArrived(inWeeks)) return without('too-few', inWeeks.length);
  const fit = silenceFit(arrived, span, REQUEST_INTENTS.length);
  const aWeek = fit.n / fit.weeks;
  if (aWeek > mostAWeek) return without('too-many', fit.n);
  const asToday = servicePlan(today, { triage: [], everybody: [] });
  const fitRuns = runsWithin(MOST_BESIDE, aWeek * EFFECTIVE_WEEKS, EFFECTIVE_RUNS);
  const usual = answeredShare(inWeeks, DAY_MINUTES).share ?? 0;
  const middle = minutes === null ? effectiveMinutes(fit, asToday, { share: usual, seed, runs: fitRuns }) : null;
  const used = minutes ?? (middle === null ? null : effectiveRange(middle));
  if (used === null) return without('minutes-needed', fit.n);
  const offsetAt = zoneOffset(settingOf(scope.project, 'time_zone') ?? 'Europe/Rome');
  return {
    arrived, inWeeks, untimed, span, fit, aWeek, today: asToday, minutes: used, fitted: minutes === null,
    backTest: () => simulatorBackTest(arrived, { span, intents: REQUEST_INTENTS.length, plan: asToday, minutes, seed, fitRuns, runs: runsWithin(MOST_BESIDE, aWeek * (heldOutWeeks(fit.weeks) + EDGE_WEEKS), 100) }),
    startOf: (week) => wallMoment(offsetAt, MONDAY_MS + week * WEEK_MINUTES * MINUTE_MS, 'start'),
  };
}

/** A back-test as it is answered. */
export function backTestValue({ verdict, covered, error, errorOfSame, weeks }: BackTest, startOf: SimulatorGround['startOf']): AnswerBackTest {
  return { verdict, covered, error, errorOfSame, weeks: weeks.map(({ week, ...rest }) => ({ startMs: startOf(week), ...rest })) };
}
