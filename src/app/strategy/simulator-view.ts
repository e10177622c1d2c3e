import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS, type Intent } from '../../domain/model/codes.ts';
import { zoneOffset } from '../../domain/model/local-clock.ts';
import { wallMoment } from '../../domain/clock/wall-moment.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { answeredWithin } from '../../domain/stats/answered-within.ts';
import { kaplanMeier } from '../../domain/stats/kaplan-meier.ts';
import { waitingAt } from '../../domain/stats/waiting-at.ts';
import { answeredShare, requestsIn, weekOf, wholeWeeks, type ArrivedRequest } from '../../domain/strategy/simulator/arrived-request.ts';
import { minutesBetween } from '../../domain/strategy/simulator/drawn-requests.ts';
import { EFFECTIVE_RUNS, EFFECTIVE_WEEKS, effectiveMinutes, effectiveRange } from '../../domain/strategy/simulator/effective-minutes.ts';
import { CURVE_MINUTES, runBand, silenceForecast, WITHIN_MINUTES, type PlanForecast, type PredictedWaits, type RunBand, type ServicePlan } from '../../domain/strategy/simulator/silence-forecast.ts';
import { silenceFit, tooFewArrived } from '../../domain/strategy/simulator/silence-fit.ts';
import { heldOutWeeks, simulatorBackTest } from '../../domain/strategy/simulator/simulator-back-test.ts';
import { peopleByHour, WEEK_MINUTES, type Shift } from '../../domain/strategy/simulator/week-hours.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds } from './placed-brand-messages.ts';

type Answer = OperationValue<'strategy.simulate'>;
type Simulation = NonNullable<Answer['simulation']>;
type Side = Simulation['today'];

const MONDAY_MS = 345_600_000;
const MINUTE_MS = 60_000;
const DAY_MINUTES = 1440;
/** Simulated requests, over runs and both teams: some two seconds on an office machine. */
const MOST_REQUESTS = 1_500_000;
/** The same for the back-test, and for each fit of handling minutes. */
const MOST_BESIDE = 500_000;
const LEAST_RUNS = 5;
/** Weeks of every run that do not count: before the first and after the last. */
const EDGE_WEEKS = 2;

/** An episode with what the simulator reads of it; intents in the order of {@link REQUEST_INTENTS}. */
interface Arrived extends ArrivedRequest {
  readonly messageId: number;
  readonly atMs: number;
}

function arrivedOf(requests: readonly RequestEpisode[], offsetAt: (atMs: number) => number): Arrived[] {
  return requests.flatMap(({ messageId, atMs, precision, intents, waitedSeconds, censored, askerId }) => {
    const intent = intents.map((code) => (REQUEST_INTENTS as readonly Intent[]).indexOf(code)).find((position) => position >= 0);
    if (atMs === null || precision !== 'fine' || waitedSeconds === null || intent === undefined) return [];
    return [{ messageId, atMs, wallMinute: (atMs + offsetAt(atMs) - MONDAY_MS) / MINUTE_MS, intent, waitedMinutes: waitedSeconds / 60, answered: !censored, askerId }];
  });
}

const bandOf = (band: RunBand | null): { estimate: number; low: number; high: number } | null => (band === null ? null : { estimate: band.estimate, low: band.low, high: band.high });

function waitsOf({ requestsAWeek, waiting, within }: PredictedWaits): Side['all'] {
  return {
    requestsAWeek,
    steps: waiting.flatMap((band, at) => (band === null ? [] : [{ atSeconds: (CURVE_MINUTES[at] ?? 0) * 60, waiting: band.estimate, low: band.low, high: band.high }])),
    within: WITHIN_MINUTES.map((minutes, at) => ({ seconds: minutes * 60, share: bandOf(within[at] ?? null) })),
  };
}

function sideOf({ all, byIntent, busy, busyShare, backlog }: PlanForecast): Side {
  return { all: waitsOf(all), byIntent: REQUEST_INTENTS.flatMap((intent, at) => { const waits = byIntent[at]; return waits === undefined ? [] : [{ intent, ...waitsOf(waits) }]; }), busy: [...busy], busyShare: bandOf(busyShare), backlog: bandOf(backlog) ?? { estimate: 0, low: 0, high: 0 } };
}

function observedOf(requests: readonly ArrivedRequest[]): Simulation['observed'] {
  const curve = kaplanMeier(requests.map(({ waitedMinutes }) => waitedMinutes * 60), requests.map(({ answered }) => answered));
  return {
    n: requests.length,
    steps: CURVE_MINUTES.flatMap((minutes) => {
      const share = waitingAt(curve, minutes * 60);
      return share === null ? [] : [{ atSeconds: minutes * 60, waiting: share.estimate, low: share.low, high: share.high }];
    }),
    within: WITHIN_MINUTES.map((minutes) => ({ seconds: minutes * 60, share: answeredWithin(curve, minutes * 60) })),
  };
}

/** Runs that keep simulated requests under a cap. */
function runsWithin(most: number, aRun: number, wanted: number): number {
  return Math.min(wanted, Math.max(LEAST_RUNS, Math.floor(most / Math.max(1, aRun))));
}

/** What today's team and another would come to on requests like the project's own, with the back-test that says how far to trust it. */
export function simulatorView(scope: ResolvedScope, { today, team, minutes, triage, everybody, runs, weeks, fitWeeks, seed = 1 }: OperationRequest<'strategy.simulate'>): Answer {
  const offsetAt = zoneOffset(settingOf(scope.project, 'time_zone') ?? 'Europe/Rome');
  const counted = countedRequests(episodesOf(scope, {}));
  const arrived = arrivedOf(counted, offsetAt);
  const untimed = counted.length - arrived.length;
  const without = (reason: NonNullable<Answer['reason']>, n = arrived.length): Answer => ({ n, untimed, simulation: null, reason });
  if (tooFewArrived(arrived)) return without('too-few');
  const span = wholeWeeks(arrived, fitWeeks);
  if (span === null) return without('no-whole-week');
  const inWeeks = arrived.filter((request) => weekOf(request) >= span.first && weekOf(request) <= span.last);
  if (tooFewArrived(inWeeks)) return without('too-few', inWeeks.length);
  const fit = silenceFit(arrived, span, REQUEST_INTENTS.length);
  const aWeek = fit.n / fit.weeks;
  if (aWeek * (1 + EDGE_WEEKS) * LEAST_RUNS * 2 > MOST_REQUESTS) return without('too-many', fit.n);
  const planOf = (shifts: readonly Shift[], order: readonly Intent[], taken: readonly Intent[]): ServicePlan => ({
    people: peopleByHour(shifts),
    place: REQUEST_INTENTS.map((intent) => (order.includes(intent) ? order.indexOf(intent) : order.length)),
    everybody: REQUEST_INTENTS.map((intent) => taken.includes(intent)),
  });
  const asToday = planOf(today, [], []);
  const fitRuns = runsWithin(MOST_BESIDE, aWeek * EFFECTIVE_WEEKS, EFFECTIVE_RUNS);
  const usual = answeredShare(requestsIn(arrived, span), DAY_MINUTES).share ?? 0;
  const middle = minutes === null ? effectiveMinutes(fit, asToday, { share: usual, seed, runs: fitRuns }) : null;
  const used = minutes ?? (middle === null ? null : effectiveRange(middle));
  if (used === null) return without('minutes-needed', fit.n);
  const shownWeeks = Math.max(1, Math.min(weeks, Math.floor(MOST_REQUESTS / (aWeek * LEAST_RUNS * 4)) - EDGE_WEEKS));
  const allowed = runsWithin(MOST_REQUESTS, aWeek * (shownWeeks + EDGE_WEEKS) * 2, runs);
  const [before, after] = silenceForecast(fit, [asToday, planOf(team, triage, everybody)], { runs: allowed, seed, weeks: shownWeeks, handling: minutesBetween(used) });
  if (before === undefined || after === undefined) return without('too-few', fit.n);
  const backTest = simulatorBackTest(arrived, { span, intents: REQUEST_INTENTS.length, plan: asToday, minutes, seed, fitRuns, runs: runsWithin(MOST_BESIDE, aWeek * (heldOutWeeks(fit.weeks) + EDGE_WEEKS), 100) });
  const startOf = (week: number): number => wallMoment(offsetAt, MONDAY_MS + week * WEEK_MINUTES * MINUTE_MS, 'start');
  return {
    n: fit.n, untimed, reason: null,
    simulation: {
      n: fit.n, untimed, requestsAWeek: aWeek, fittedWeeks: fit.weeks, fromMs: startOf(span.first), toMs: startOf(span.last + 1),
      runs: allowed, mostRequests: MOST_REQUESTS, limited: allowed < runs || shownWeeks < weeks, weeks: shownWeeks, seed,
      minutes: { ...used, fitted: minutes === null },
      intents: REQUEST_INTENTS.flatMap((intent, at) => {
        const plateau = fit.plateaus[at];
        return plateau === undefined ? [] : [{ intent, n: plateau.n, plateau: { estimate: plateau.estimate, low: plateau.low, high: plateau.high }, pooled: plateau.pooled, everybody: everybody.includes(intent), messageIds: newestIds(inWeeks.filter((request) => request.intent === at)) }];
      }),
      backTest: { verdict: backTest.verdict, covered: backTest.covered, error: backTest.error, errorOfSame: backTest.errorOfSame, weeks: backTest.weeks.map(({ week, ...rest }) => ({ startMs: startOf(week), ...rest })) },
      observed: observedOf(inWeeks),
      today: sideOf(before), team: sideOf(after),
      difference: bandOf(runBand(after.dayByRun.map((share, run) => share - (before.dayByRun[run] ?? Number.NaN)))),
    },
  };
}
