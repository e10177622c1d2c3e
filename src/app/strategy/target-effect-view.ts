import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { FORMATION_LINES, type FormationShares } from '../../domain/model/formation-line.ts';
import type { Estimate } from '../../domain/stats/interval.ts';
import { LEAST_MESSAGES, totalVariation, type HandlingMinutes } from '../../domain/strategy/formation.ts';
import { requestsIn, wholeWeeks } from '../../domain/strategy/simulator/arrived-request.ts';
import { minutesBetween } from '../../domain/strategy/simulator/drawn-requests.ts';
import { peopleWithHours } from '../../domain/strategy/simulator/people-with-hours.ts';
import { runBand, silenceForecast, type PlanForecast, type ServicePlan } from '../../domain/strategy/simulator/silence-forecast.ts';
import { linesWithoutMinutes, targetTime } from '../../domain/strategy/target-time.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds, placedBrandMessages } from './placed-brand-messages.ts';
import { arrivedRequests, backTestValue, EDGE_WEEKS, LEAST_RUNS, runsWithin, simulatorGround, wallMinutes, type SimulatorGround } from './simulator-ground.ts';
import { bandOf, waitsOf } from './simulator-view.ts';

type Answer = OperationValue<'strategy.targetEffect'>;
type Forecast = NonNullable<Answer['forecast']>;

/** What is asked of a target, with what stands written in the project. */
export interface TargetQuestion extends Pick<OperationRequest<'strategy.targetEffect'>, 'runs' | 'fitWeeks'> {
  readonly seed: number;
  readonly target: FormationShares | null;
  readonly minutes: HandlingMinutes;
  readonly today: OperationRequest<'strategy.simulate'>['today'];
}

/** Simulated requests over runs and teams. */
const MOST_REQUESTS = 1_500_000;
const WEEKS = 4;
/** Today's team, and the target at the middle and at both ends of the minutes. */
const TEAMS = 4;
/** Lines that differ by less are the same. */
const SAME = 1e-9;
const SHORTEST_MINUTES = 0.5;
const LONGEST_MINUTES = 480;

const scaled = ({ estimate, low, high }: Estimate, by: number): Estimate => ({ estimate: estimate * by, low: low * by, high: high * by });
const within = (minutes: number): number => Math.min(LONGEST_MINUTES, Math.max(SHORTEST_MINUTES, minutes));

/** What a target does: hours it moves by arithmetic, and what the simulator makes of them where its back-test is passed. Points are added by the caller. */
export function targetEffectView(scope: ResolvedScope, { target, minutes, today, runs, fitWeeks, seed }: TargetQuestion): Omit<Answer, 'points' | 'today' | 'todayFrom'> {
  const { placed } = placedBrandMessages(scope);
  const none = { n: placed.length, target: target === null ? null : { ...target }, missing: [], time: null, pace: null, backTest: null, forecast: null };
  if (placed.length < LEAST_MESSAGES) return { ...none, reason: 'few-messages' };
  if (target === null) return { ...none, reason: 'no-target' };
  const observed = Object.fromEntries(FORMATION_LINES.map((line) => [line, placed.filter((message) => message.line === line).length / placed.length])) as FormationShares;
  if (totalVariation(observed, target) < SAME) return { ...none, reason: 'same' };
  const missing = linesWithoutMinutes({ observed, target, minutes });
  if (missing.length > 0) return { ...none, missing, reason: 'minutes' };

  const asked = arrivedRequests(scope);
  const wallMinuteOf = wallMinutes(scope);
  const timed = placed.flatMap(({ atMs }) => (atMs === null ? [] : [{ wallMinute: wallMinuteOf(atMs) }]));
  const span = wholeWeeks(asked.arrived, fitWeeks) ?? wholeWeeks(timed, fitWeeks);
  const weeks = span === null ? 0 : span.last - span.first + 1;
  const messagesAWeek = span === null ? 0 : requestsIn(timed, span).length / weeks;
  const time = messagesAWeek === 0 ? null : targetTime({ messagesAWeek, observed, target, minutes });
  if (span === null || time === null) return { ...none, reason: 'no-recent-messages' };
  const withTime = { ...none, time: { weeks, messagesAWeek, team: scaled(time.team, 1 / 60), listening: scaled(time.listeningToday, 1 / 60), moved: scaled(time.moved, 1 / 60) } };
  const answeredAWeek = requestsIn(asked.arrived, span).filter(({ answered }) => answered).length / weeks;
  const listening = minutes.listening;
  if (answeredAWeek === 0 || time.listeningToday.estimate <= 0 || listening === undefined) return { ...withTime, reason: 'no-answers' };
  // a request takes one message at least; more where more are written for every request that is answered
  const messages = Math.max(1, (messagesAWeek * observed.listening) / answeredAWeek);
  const each = { low: listening.low * messages, high: listening.high * messages };
  const withPace = { ...withTime, pace: { answeredAWeek, anHour: { estimate: 120 / (each.low + each.high), low: 60 / each.high, high: 60 / each.low }, minutes: { low: within(each.low), high: within(each.high) } } };

  const ground = simulatorGround(scope, { today, minutes: withPace.pace.minutes, fitWeeks, seed, mostAWeek: MOST_REQUESTS / ((WEEKS + EDGE_WEEKS) * LEAST_RUNS * TEAMS) }, asked);
  if ('reason' in ground) return { ...withPace, reason: ground.reason };
  const tested = ground.backTest();
  const withTest = { ...withPace, backTest: backTestValue(tested, ground.startOf) };
  if (tested.verdict !== 'passed') return { ...withTest, reason: 'not-passed' };
  const forecast = forecastOf(ground, withTime.time.moved, { runs, seed });
  return forecast === null ? { ...withTest, reason: 'under-an-hour' } : { ...withTest, forecast, reason: null };
}

/** Today's team beside the one with the moved hours; null where they round to none. */
function forecastOf(ground: SimulatorGround, moved: Estimate, { runs, seed }: { readonly runs: number; readonly seed: number }): Forecast | null {
  const { fit, aWeek, inWeeks } = ground;
  const changed = { estimate: peopleWithHours(ground.today.people, moved.estimate), low: peopleWithHours(ground.today.people, moved.low), high: peopleWithHours(ground.today.people, moved.high) };
  if (changed.estimate.hours === 0) return null;
  const plans: readonly ServicePlan[] = [ground.today, ...[changed.estimate, changed.low, changed.high].map(({ people }) => ({ ...ground.today, people }))];
  const allowed = runsWithin(MOST_REQUESTS, aWeek * (WEEKS + EDGE_WEEKS) * TEAMS, runs);
  const [before, after, least, most] = silenceForecast(fit, plans, { runs: allowed, seed, weeks: WEEKS, handling: minutesBetween(ground.minutes) });
  if (before === undefined || after === undefined || least === undefined || most === undefined) return null;
  const gains = [after, least, most].flatMap((side) => runBand(side.dayByRun.map((share, run) => share - (before.dayByRun[run] ?? Number.NaN))) ?? []);
  const [middle] = gains;
  const share = middle === undefined ? null : { estimate: middle.estimate, low: Math.min(...gains.map(({ low }) => low)), high: Math.max(...gains.map(({ high }) => high)) };
  const curvesOf = ({ all, byIntent }: PlanForecast): Forecast['today'] => ({ all: waitsOf(all), byIntent: REQUEST_INTENTS.flatMap((intent, at) => { const waits = byIntent[at]; return waits === undefined ? [] : [{ intent, ...waitsOf(waits) }]; }) });
  return {
    n: fit.n, requestsAWeek: aWeek, runs: allowed, weeks: WEEKS,
    staffedHours: Array.from(ground.today.people).reduce((sum, people) => sum + people, 0),
    hours: { estimate: changed.estimate.hours, low: changed.low.hours, high: changed.high.hours },
    intents: REQUEST_INTENTS.map((intent, at) => { const own = inWeeks.filter((request) => request.intent === at); return { intent, n: own.length, messageIds: newestIds(own) }; }),
    today: curvesOf(before), target: curvesOf(after),
    share: bandOf(share), requests: share === null ? null : scaled(share, aWeek), points: null,
  };
}
