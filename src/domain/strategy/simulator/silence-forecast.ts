import { gammaDraw } from '../../stats/gamma-draw.ts';
import type { Estimate } from '../../stats/interval.ts';
import { NORMAL_975 } from '../../stats/interval.ts';
import { normalQuantile } from '../../stats/normal-quantile.ts';
import { quantile } from '../../stats/quantile.ts';
import { seededRandom, type RandomStream } from '../../stats/seeded-random.ts';
import { drawnRequests } from './drawn-requests.ts';
import { servedRequests } from './served-requests.ts';
import type { SilenceFit, SilencePlateau } from './silence-fit.ts';
import { WEEK_HOURS, WEEK_MINUTES } from './week-hours.ts';

/** Waits at which a predicted curve is read, in minutes: five minutes to seven days. */
export const CURVE_MINUTES = [5, 10, 15, 30, 60, 120, 180, 240, 360, 480, 720, 960, 1200, 1440, 1800, 2160, 2880, 3600, 4320, 5760, 7200, 8640, 10_080] as const;
/** An hour, a day, a week. */
export const WITHIN_MINUTES = [60, 1440, 10_080] as const;
const DAY_MINUTES = 1440;
/** Weeks before the first that counts, in which queues fill, and after the last, in which its requests are watched for seven days. */
const BEFORE = 1;
const AFTER = 1;

/** A team and how it goes about its work. */
export interface ServicePlan {
  readonly people: ArrayLike<number>;
  /** Place of each intent in the order of the triage. */
  readonly place: readonly number[];
  /** By intent: whether a policy has everybody taken up. */
  readonly everybody: readonly boolean[];
}

/** What runs depend on besides fit and plans. */
export interface ForecastOptions {
  readonly runs: number;
  readonly seed: number;
  /** Weeks that count. */
  readonly weeks: number;
  readonly handling: (drawn: number) => number;
  /** False keeps rates and plateaus at their estimates in every run; else each run draws them from what the data leave open. */
  readonly uncertain?: boolean;
}

/** A figure over runs: the middle one and the limits that hold 90 in 100 of them. */
export interface RunBand extends Estimate {
  /** How many runs gave it. */
  readonly runs: number;
}

/** Requests of one intent, or of all: predicted share still waiting, and answered within an hour, a day, a week. */
export interface PredictedWaits {
  readonly requestsAWeek: number;
  /** Share still waiting at each of {@link CURVE_MINUTES}; null without a request in any run. */
  readonly waiting: readonly (RunBand | null)[];
  readonly within: readonly (RunBand | null)[];
}

/** What one plan comes to. */
export interface PlanForecast {
  readonly all: PredictedWaits;
  readonly byIntent: readonly PredictedWaits[];
  /** Share of the staffed time spent on requests, by hour of the week; null where nobody works. */
  readonly busy: readonly (number | null)[];
  readonly busyShare: RunBand | null;
  /** Requests that somebody will take up and that are open when the last week ends. */
  readonly backlog: RunBand;
  /** Share answered within a day by week, in order. */
  readonly weeklyDay: readonly (RunBand | null)[];
  /** Share answered within a day in each run; NaN for a run without requests. Runs of two plans belong together. */
  readonly dayByRun: Float64Array;
}

/** The middle and the limits of 90 in 100 of some values, those that are not numbers left out; null for none. */
export function runBand(values: ArrayLike<number>): RunBand | null {
  const known = Float64Array.from(values).filter((value) => !Number.isNaN(value)).sort();
  const [low, estimate, high] = [quantile(known, 0.05), quantile(known, 0.5), quantile(known, 0.95)];
  return low === null || estimate === null || high === null ? null : { estimate, low, high, runs: known.length };
}

/** A plateau drawn from what its limits leave open: normal on the log(-log) scale, on which they are symmetric. */
function drawnPlateau({ estimate, low, high }: SilencePlateau, random: RandomStream): number {
  const normal = normalQuantile(Math.min(1 - 1e-12, Math.max(1e-12, random())));
  if (!(estimate > 0 && estimate < 1 && low > 0 && high < 1)) return estimate;
  const loglog = (share: number): number => Math.log(-Math.log(share));
  const spread = Math.max(0, loglog(low) - loglog(high)) / (2 * NORMAL_975);
  return Math.exp(-Math.exp(loglog(estimate) + normal * spread));
}

/** Predicted waits of several plans on the same requests, run by run; one forecast a plan, in their order. O(runs x requests x plans). */
export function silenceForecast({ rates, plateaus, n }: SilenceFit, plans: readonly ServicePlan[], { runs, seed, weeks, handling, uncertain = true }: ForecastOptions): PlanForecast[] {
  const tallies = plans.map((plan) => new PlanTally(plan, rates.length, { runs, weeks }));
  for (let run = 0; run < runs; run += 1) {
    const random = seededRandom((seed + Math.imul(run + 1, 0x9e3779b1)) | 0);
    const level = uncertain && n > 0 ? gammaDraw(n, random) / n : 1;
    const silence = plateaus.map((plateau) => (uncertain ? drawnPlateau(plateau, random) : plateau.estimate));
    const requests = drawnRequests({ rates: rates.map((own) => own.map((rate) => rate * level)), silence, handling, weeks: BEFORE + weeks + AFTER }, random);
    for (const tally of tallies) tally.add(run, requests);
  }
  return tallies.map((tally) => tally.forecast());
}

/** Counts of all runs of one plan. */
class PlanTally {
  private readonly plan: ServicePlan;
  private readonly intents: number;
  private readonly runs: number;
  private readonly weeks: number;
  private readonly arrived: Float64Array;
  private readonly answered: Float64Array;
  private readonly weekArrived: Float64Array;
  private readonly weekAnswered: Float64Array;
  private readonly busy = new Float64Array(WEEK_HOURS);
  private readonly busyShares: Float64Array;
  private readonly backlogs: Float64Array;

  constructor(plan: ServicePlan, intents: number, { runs, weeks }: { readonly runs: number; readonly weeks: number }) {
    this.plan = plan;
    this.intents = intents;
    this.runs = runs;
    this.weeks = weeks;
    // the last group is all of them
    this.arrived = new Float64Array(runs * (intents + 1));
    this.answered = new Float64Array(runs * (intents + 1) * CURVE_MINUTES.length);
    this.weekArrived = new Float64Array(runs * weeks);
    this.weekAnswered = new Float64Array(runs * weeks);
    this.busyShares = new Float64Array(runs);
    this.backlogs = new Float64Array(runs);
  }

  add(run: number, drawn: ReturnType<typeof drawnRequests>): void {
    const { people, place, everybody } = this.plan;
    const takenUp = everybody.includes(true) ? drawn.takenUp.map((taken, at) => (everybody[drawn.intent[at] ?? 0] === true ? 1 : taken)) : drawn.takenUp;
    const { answeredAt, busyMinutes } = servedRequests({ ...drawn, takenUp }, { people, place, weeks: BEFORE + this.weeks + AFTER, busyFrom: BEFORE });
    const [from, to] = [BEFORE * WEEK_MINUTES, (BEFORE + this.weeks) * WEEK_MINUTES];
    let open = 0;
    for (let request = 0; request < drawn.count; request += 1) {
      const at = drawn.atMinutes[request] ?? 0;
      if (at >= to) break;
      const answered = answeredAt[request] ?? Infinity;
      if (takenUp[request] === 1 && answered > to) open += 1;
      if (at < from) continue;
      const wait = answered - at;
      const slot = firstAtLeast(wait);
      for (const group of [drawn.intent[request] ?? 0, this.intents]) {
        const row = run * (this.intents + 1) + group;
        this.arrived[row] = (this.arrived[row] ?? 0) + 1;
        if (slot >= CURVE_MINUTES.length) continue;
        const cell = row * CURVE_MINUTES.length + slot;
        this.answered[cell] = (this.answered[cell] ?? 0) + 1;
      }
      const week = run * this.weeks + Math.floor((at - from) / WEEK_MINUTES);
      this.weekArrived[week] = (this.weekArrived[week] ?? 0) + 1;
      if (wait <= DAY_MINUTES) this.weekAnswered[week] = (this.weekAnswered[week] ?? 0) + 1;
    }
    this.backlogs[run] = open;
    let [worked, staffed] = [0, 0];
    for (let cell = 0; cell < WEEK_HOURS; cell += 1) {
      const minutes = busyMinutes[cell] ?? 0;
      this.busy[cell] = (this.busy[cell] ?? 0) + minutes;
      worked += minutes;
      staffed += (people[cell] ?? 0) * 60 * (this.weeks + AFTER);
    }
    this.busyShares[run] = staffed === 0 ? Number.NaN : worked / staffed;
  }

  forecast(): PlanForecast {
    const all = this.waitsOf(this.intents);
    const perWeek = Array.from({ length: this.weeks }, (_, week) => runBand(Float64Array.from({ length: this.runs }, (_run, run) => shareOf(this.weekAnswered[run * this.weeks + week], this.weekArrived[run * this.weeks + week]))));
    return {
      all: all.waits,
      byIntent: Array.from({ length: this.intents }, (_, intent) => this.waitsOf(intent).waits),
      busy: Array.from(this.busy, (minutes, cell) => {
        const staffed = (this.plan.people[cell] ?? 0) * 60 * (this.weeks + AFTER) * this.runs;
        return staffed === 0 ? null : minutes / staffed;
      }),
      busyShare: runBand(this.busyShares),
      backlog: runBand(this.backlogs) ?? { estimate: 0, low: 0, high: 0, runs: 0 },
      weeklyDay: perWeek,
      dayByRun: all.day,
    };
  }

  private waitsOf(group: number): { readonly waits: PredictedWaits; readonly day: Float64Array } {
    const size = CURVE_MINUTES.length;
    const shares = CURVE_MINUTES.map(() => new Float64Array(this.runs));
    let total = 0;
    for (let run = 0; run < this.runs; run += 1) {
      const row = run * (this.intents + 1) + group;
      const arrived = this.arrived[row] ?? 0;
      total += arrived;
      let answered = 0;
      shares.forEach((share, slot) => {
        answered += this.answered[row * size + slot] ?? 0;
        share[run] = shareOf(answered, arrived);
      });
    }
    const answeredAt = (minutes: number): Float64Array => shares[CURVE_MINUTES.findIndex((one) => one === minutes)] ?? new Float64Array(0);
    return {
      waits: { requestsAWeek: total / this.runs / this.weeks, waiting: shares.map((share) => runBand(share.map((value) => 1 - value))), within: WITHIN_MINUTES.map((minutes) => runBand(answeredAt(minutes))) },
      day: answeredAt(DAY_MINUTES),
    };
  }
}

function shareOf(part: number | undefined, whole: number | undefined): number {
  return whole === undefined || whole === 0 ? Number.NaN : (part ?? 0) / whole;
}

function firstAtLeast(wait: number): number {
  for (let slot = 0; slot < CURVE_MINUTES.length; slot += 1) if (wait <= (CURVE_MINUTES[slot] ?? Infinity)) return slot;
  return CURVE_MINUTES.length;
}
