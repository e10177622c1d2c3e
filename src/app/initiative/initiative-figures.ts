import type { OperationValue } from '../../contract/operations.ts';
import { INITIATIVE_AMOUNTS, type InitiativeAmount, type InitiativeShare, type ShareVerdict } from '../../domain/model/initiative.ts';
import { answeredComparison } from '../../domain/answers/answered-comparison.ts';
import type { RequestEpisode } from '../../domain/response/request-episode.ts';
import { clusteredShareDifference, type ClusteredCases } from '../../domain/stats/clustered-share-difference.ts';
import { countedShare, SHARE_FLOOR } from '../../domain/stats/counted-share.ts';
import type { Estimate } from '../../domain/stats/interval.ts';
import { firstNotBefore, type InitiativeWindow, type Span } from '../../domain/strategy/initiative/initiative-windows.ts';
import { amountVerdict, usualRange } from '../../domain/strategy/initiative/usual-range.ts';
import type { ValueWeights } from '../../domain/value/value-rules.ts';
import type { DatedBooking, InboundColumns } from '../../store/initiative-queries.ts';
import { windowNamed } from './initiative-records.ts';

type Account = OperationValue<'initiatives.account'>;

/** What is counted: what people wrote, the requests among it, and the bookings with their weights. All by time. */
export interface Counted {
  readonly inbound: InboundColumns;
  readonly requests: readonly (RequestEpisode & { readonly atMs: number })[];
  readonly bookings: readonly DatedBooking[];
  readonly weights: ValueWeights;
  /** The first message of every person, by time. */
  readonly firsts: readonly number[];
}

/** Draws and seed behind the limits of a difference. */
export interface Draws {
  readonly seed: number;
  readonly draws: number;
}

function positions({ times }: InboundColumns, { fromMs, toMs }: Span): [number, number] {
  return [firstNotBefore(times, fromMs), firstNotBefore(times, toMs)];
}

function amountIn(measure: InitiativeAmount, { inbound, requests, bookings, weights, firsts }: Counted, span: Span): number {
  const isIn = (atMs: number): boolean => atMs >= span.fromMs && atMs < span.toMs;
  switch (measure) {
    case 'people': {
      const people = new Set(inbound.people.slice(...positions(inbound, span)));
      people.delete(0);
      return people.size;
    }
    case 'new-people': return firstNotBefore(firsts, span.toMs) - firstNotBefore(firsts, span.fromMs);
    case 'requests': return requests.filter(({ atMs }) => isIn(atMs)).length;
    case 'created':
    case 'consumed': return bookings.reduce((sum, { atMs, rule, units, isCreated, isConsumed }) => sum + (isIn(atMs) && (measure === 'created' ? isCreated : isConsumed) ? units * weights[rule] : 0), 0);
  }
}

/** Amounts of the three windows against those of the earlier windows of the same length. A window that is not whole has no amount. */
export function windowAmounts(counted: Counted, windows: readonly InitiativeWindow[], earlier: readonly Span[]): Account['amounts'] {
  return INITIATIVE_AMOUNTS.map((measure) => {
    const value = (name: InitiativeWindow['window']): number | null => {
      const window = windowNamed(windows, name);
      return window.state === 'whole' ? amountIn(measure, counted, window) : null;
    };
    const values = { before: value('before'), during: value('during'), after: value('after') };
    const usual = usualRange(earlier.map((span) => amountIn(measure, counted, span)));
    return { measure, values, usual, during: amountVerdict(values.during, usual), after: amountVerdict(values.after, usual) };
  });
}

function verdictOf(difference: Estimate | null, enough: boolean): ShareVerdict {
  if (difference === null || !enough) return 'few';
  return difference.low > 0 ? 'more' : difference.high < 0 ? 'less' : 'unclear';
}

type ShareLine = Account['shares'][number];

/** Of the messages whose tone was read, how many were negative, or positive; authors are drawn for the differences. */
function toneShares({ inbound }: Counted, measure: 'negative' | 'positive', windows: readonly InitiativeWindow[], { seed, draws }: Draws): ShareLine {
  const numbers = new Map<number, number>();
  const wanted = measure === 'negative' ? -1 : 1;
  const casesOf = (name: InitiativeWindow['window']): ClusteredCases => {
    const window = windowNamed(windows, name);
    const [from, to] = window.state === 'outside' ? [0, 0] : positions(inbound, window);
    const cases: { happened: boolean[]; cluster: number[] } = { happened: [], cluster: [] };
    for (let at = from; at < to; at += 1) {
      const tone = inbound.tones[at] ?? null;
      if (tone === null) continue;
      // a message without an author is a writer of its own
      const person = inbound.people[at] ?? 0;
      const writer = person === 0 ? -(inbound.ids[at] ?? 0) : person;
      const number = numbers.get(writer) ?? numbers.size;
      numbers.set(writer, number);
      cases.happened.push(tone === wanted);
      cases.cluster.push(number);
    }
    return cases;
  };
  const [before, during, after] = [casesOf('before'), casesOf('during'), casesOf('after')];
  const share = ({ happened }: ClusteredCases): ReturnType<typeof countedShare> => countedShare(happened.filter(Boolean).length, happened.length);
  const enough = (cases: ClusteredCases): boolean => Math.min(cases.happened.length, before.happened.length) >= SHARE_FLOOR;
  const less = (cases: ClusteredCases): Estimate | null => (enough(cases) ? clusteredShareDifference(cases, before, { clusters: numbers.size, seed, draws }) : null);
  const [duringLess, afterLess] = [less(during), less(after)];
  return { measure, values: { before: share(before), during: share(during), after: share(after) }, duringLess, afterLess, during: verdictOf(duringLess, true), after: verdictOf(afterLess, true) };
}

/** Of the counted requests of each window, the share answered within a day, open waits counted for as long as they were watched. */
function answeredShares({ requests }: Counted, windows: readonly InitiativeWindow[], plan: Draws): ShareLine {
  const of = (name: InitiativeWindow['window']): RequestEpisode[] => {
    const { fromMs, toMs, state } = windowNamed(windows, name);
    return state === 'outside' ? [] : requests.filter(({ atMs }) => atMs >= fromMs && atMs < toMs);
  };
  const before = of('before');
  const [during] = answeredComparison(of('during'), before, plan);
  const [after] = answeredComparison(of('after'), before, plan);
  const value = (side: { readonly n: number; readonly share: Estimate | null } | undefined): ShareLine['values']['before'] => {
    const share = side?.share ?? null;
    const n = side?.n ?? 0;
    return { k: share === null ? 0 : Math.round(share.estimate * n), n, estimate: share?.estimate ?? null, low: share?.low ?? null, high: share?.high ?? null };
  };
  return {
    measure: 'answered-day', values: { before: value(during?.second), during: value(during?.first), after: value(after?.first) },
    duringLess: during?.difference ?? null, afterLess: after?.difference ?? null, during: verdictOf(during?.difference ?? null, true), after: verdictOf(after?.difference ?? null, true),
  };
}

/** Shares of the three windows, each with what the windows during and after differ from the one before. */
export function windowShares(counted: Counted, windows: readonly InitiativeWindow[], plan: Draws): Account['shares'] {
  const line = (measure: InitiativeShare): ShareLine => (measure === 'answered-day' ? answeredShares(counted, windows, plan) : toneShares(counted, measure, windows, plan));
  return (['answered-day', 'negative', 'positive'] as const).map(line);
}
