import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { REQUEST_INTENTS } from '../../domain/model/codes.ts';
import { answeredWithin } from '../../domain/stats/answered-within.ts';
import type { Estimate } from '../../domain/stats/interval.ts';
import { kaplanMeier } from '../../domain/stats/kaplan-meier.ts';
import { waitingAt } from '../../domain/stats/waiting-at.ts';
import type { ArrivedRequest } from '../../domain/strategy/simulator/arrived-request.ts';
import { minutesBetween } from '../../domain/strategy/simulator/drawn-requests.ts';
import { CURVE_MINUTES, runBand, silenceForecast, WITHIN_MINUTES, type PlanForecast, type PredictedWaits } from '../../domain/strategy/simulator/silence-forecast.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { newestIds } from './placed-brand-messages.ts';
import { backTestValue, EDGE_WEEKS, LEAST_RUNS, runsWithin, servicePlan, simulatorGround } from './simulator-ground.ts';

type Answer = OperationValue<'strategy.simulate'>;
type Simulation = NonNullable<Answer['simulation']>;
type Side = Simulation['today'];

/** Simulated requests, over runs and both teams: some two seconds on an office machine. */
const MOST_REQUESTS = 1_500_000;

/** A band as it is answered. */
export function bandOf(band: Estimate | null): { estimate: number; low: number; high: number } | null {
  return band === null ? null : { estimate: band.estimate, low: band.low, high: band.high };
}

/** Predicted waits as they are answered: the curve at its waits in seconds, and the shares answered within an hour, a day, a week. */
export function waitsOf({ requestsAWeek, waiting, within }: PredictedWaits): Side['all'] {
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

/** What today's team and another would come to on requests like the project's own, with the back-test that says how far to trust it. */
export function simulatorView(scope: ResolvedScope, { today, team, minutes, triage, everybody, runs, weeks, fitWeeks, seed = 1 }: OperationRequest<'strategy.simulate'>): Answer {
  const ground = simulatorGround(scope, { today, minutes, fitWeeks, seed, mostAWeek: MOST_REQUESTS / ((1 + EDGE_WEEKS) * LEAST_RUNS * 2) });
  if ('reason' in ground) return { n: ground.n, untimed: ground.untimed, simulation: null, reason: ground.reason };
  const { fit, aWeek, inWeeks, untimed, span, startOf } = ground;
  const shownWeeks = Math.max(1, Math.min(weeks, Math.floor(MOST_REQUESTS / (aWeek * LEAST_RUNS * 4)) - EDGE_WEEKS));
  const allowed = runsWithin(MOST_REQUESTS, aWeek * (shownWeeks + EDGE_WEEKS) * 2, runs);
  const [before, after] = silenceForecast(fit, [ground.today, servicePlan(team, { triage, everybody })], { runs: allowed, seed, weeks: shownWeeks, handling: minutesBetween(ground.minutes) });
  if (before === undefined || after === undefined) return { n: fit.n, untimed, simulation: null, reason: 'too-few' };
  return {
    n: fit.n, untimed, reason: null,
    simulation: {
      n: fit.n, untimed, requestsAWeek: aWeek, fittedWeeks: fit.weeks, fromMs: startOf(span.first), toMs: startOf(span.last + 1),
      runs: allowed, mostRequests: MOST_REQUESTS, limited: allowed < runs || shownWeeks < weeks, weeks: shownWeeks, seed,
      minutes: { ...ground.minutes, fitted: ground.fitted },
      intents: REQUEST_INTENTS.flatMap((intent, at) => {
        const plateau = fit.plateaus[at];
        return plateau === undefined ? [] : [{ intent, n: plateau.n, plateau: { estimate: plateau.estimate, low: plateau.low, high: plateau.high }, pooled: plateau.pooled, everybody: everybody.includes(intent), messageIds: newestIds(inWeeks.filter((request) => request.intent === at)) }];
      }),
      backTest: backTestValue(ground.backTest(), startOf),
      observed: observedOf(inWeeks),
      today: sideOf(before), team: sideOf(after),
      difference: bandOf(runBand(after.dayByRun.map((share, run) => share - (before.dayByRun[run] ?? Number.NaN)))),
    },
  };
}
