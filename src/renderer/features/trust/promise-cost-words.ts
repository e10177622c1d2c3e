import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { quarterName } from '../../charts/quarter-name.ts';
import type { PromiseSummary } from './promise-words.ts';

/** Times to keep as the engine gives them. */
export type KeepingValue = OperationValue<'promises.timeToKeep'>;
/** The line of promises as the engine gives it. */
export type TimelineValue = OperationValue<'promises.timeline'>;
/** Rates by group as the engine gives them. */
export type RatesValue = OperationValue<'promises.rates'>;
/** What broken promises are associated with, as the engine gives it. */
export type CostValue = OperationValue<'promises.cost'>;
/** One of the two comparisons. */
export type ComparedValue = CostValue['comparisons'][number];

/** The sentence that opens the view: clear, too few, or none. */
export function promisesLead({ total, rate }: PromiseSummary, voice: ChartVoice): string {
  if (total === 0) return voice.text('promises.lead.none');
  const { estimate, low, high, n, unverifiable } = rate;
  if (estimate === null || low === null || high === null) return voice.text('promises.lead.few', { n: voice.count(n) });
  return voice.text(unverifiable === 0 ? 'promises.lead.all' : 'promises.lead.more', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high), n: voice.count(n), unverifiable: voice.count(unverifiable) });
}

const LEAST_IN_A_WEEK = 3;

/** What the line of promises shows first: how many were broken, and the week in which most of them were made. */
export function timelineTitle({ weeks, total }: Pick<TimelineValue, 'weeks' | 'total'>, state: string | null, voice: ChartVoice): string {
  if (state !== null) return voice.text('promises.timeline.title.chosen', { count: total, state: voice.text(`promises.states.${state}`) });
  const broken = weeks.reduce((sum, { counts }) => sum + counts.broken, 0);
  const worst = weeks.reduce<TimelineValue['weeks'][number] | null>((found, week) => (week.counts.broken > (found?.counts.broken ?? 0) ? week : found), null);
  if (worst === null) return voice.text('promises.timeline.title.none');
  if (worst.counts.broken < LEAST_IN_A_WEEK) return voice.text('promises.timeline.title.few', { n: voice.count(broken) });
  return voice.text('promises.timeline.title.broken', { n: voice.count(broken), date: voice.date(worst.startMs), most: voice.count(worst.counts.broken) });
}

/** The finding above the curve: the median, that it was not reached, or that there are too few. */
export function keepingTitle(keeping: KeepingValue, which: keyof KeepingValue, voice: ChartVoice): string {
  const { due, seen, least, counts } = keeping[which];
  if (which === 'unnamed' && least !== null) return voice.text('promises.keeping.title.unnamed', { share: voice.inHundred(shareAtEnd(least)) });
  if (seen === null) return voice.text('promises.keeping.title.few', { n: voice.count(due), seen: voice.count(counts.kept + counts.late + counts.broken) });
  const { medianSeconds, medianLow, medianHigh } = seen;
  if (medianSeconds === null || medianLow === null) return voice.text('promises.keeping.title.notReached');
  const values = { time: voice.duration(medianSeconds), low: voice.duration(medianLow) };
  return medianHigh === null ? voice.text('promises.keeping.title.medianOpen', values) : voice.text('promises.keeping.title.median', { ...values, high: voice.duration(medianHigh) });
}

/** The share kept where a curve ends. */
export function shareAtEnd({ steps }: { readonly steps: readonly { readonly waiting: number }[] }): number {
  return 1 - (steps.at(-1)?.waiting ?? 1);
}

/** A kept rate as it is read: in a hundred with its limits, counts under thirty, nothing from none. */
export function rateWords({ kept, n, estimate, low, high, reason }: Pick<RatesValue['groups'][number], 'kept' | 'n' | 'estimate' | 'low' | 'high' | 'reason'>, voice: ChartVoice): string {
  if (reason === 'few-people') return voice.text('promises.rates.fewPeople');
  if (n === 0) return voice.text('promises.rates.none');
  if (estimate === null || low === null || high === null || n < voice.shareFloor) return voice.text('promises.rates.few', { k: voice.count(kept), n: voice.count(n) });
  return voice.text('promises.keeping.shareOf', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
}

/** The latest quarter against the brand's own past: more, less, not clear, too few. */
export function ratesTitle({ past }: Pick<RatesValue, 'past'>, voice: ChartVoice): string {
  if (past === null) return voice.text('promises.rates.title.few');
  const { difference: { low, high }, latest, earlier } = past;
  const way = low > 0 ? 'more' : high < 0 ? 'less' : 'same';
  const [least, most] = [Math.abs(low), Math.abs(high)].sort((one, other) => one - other);
  return voice.text(`promises.rates.title.${way}`, { quarter: quarterName(past.key, voice, true), latest: voice.inHundred(latest.kept / latest.n), earlier: voice.inHundred(earlier.kept / earlier.n), low: voice.inHundred(least ?? 0), high: voice.inHundred(most ?? 0) });
}

/** The name of a group of rates: a quarter, a network, a tribe by the name a person gave it or that of its code. */
export function rateGroupName({ key, tribe }: Pick<RatesValue['groups'][number], 'key' | 'tribe'>, by: 'quarter' | 'network' | 'tribe', voice: ChartVoice): string {
  if (by === 'quarter') return quarterName(key, voice);
  if (by === 'network' || tribe === null) return voice.network(key);
  if (tribe.title !== null) return tribe.title;
  if (key.startsWith('value:')) return voice.text(`tribes.zones.${key.slice('value:'.length)}`);
  return key.startsWith('role:') ? voice.text(`tribes.role.${key.slice('role:'.length)}`) : tribe.name;
}

/** The finding of a comparison: who writes again, or why nothing can be said. Always an association. */
export function costTitle({ cases, followed }: Pick<CostValue, 'cases' | 'followed'>, compared: ComparedValue, voice: ChartVoice): string {
  const { against, reason, outcomes } = compared;
  if (reason !== null) return voice.text(`promises.cost.title.${reason}`, { n: voice.count(cases), followed: voice.count(followed), sets: voice.count(compared.sets) });
  const active = outcomes.find(({ outcome }) => outcome === 'active');
  if (active?.cases == null || active.controls === null) return voice.text('promises.cost.title.few-matched', { followed: voice.count(followed), sets: voice.count(compared.sets) });
  const { interval } = active;
  const values = { cases: voice.inHundred(active.cases), controls: voice.inHundred(active.controls) };
  if (interval === null) return voice.text('promises.cost.title.same', values);
  if (interval.low > 0 || interval.high < 0) return voice.text(`promises.cost.title.less.${against}`, values);
  return voice.text(`promises.cost.title.unclear.${against}`, { low: signedHundred(interval.low, voice), high: signedHundred(interval.high, voice) });
}

/** A difference of shares in a hundred, with its sign. */
export function signedHundred(share: number, voice: ChartVoice): string {
  const size = voice.inHundred(Math.abs(share));
  return share < 0 ? `−${size}` : share > 0 ? voice.text('promises.cost.more', { value: size }) : size;
}

/** A difference of numbers, with its sign. */
export function signedNumber(value: number, voice: ChartVoice): string {
  const size = voice.number(Math.abs(value));
  return value < 0 ? `−${size}` : value > 0 ? voice.text('promises.cost.more', { value: size }) : size;
}
