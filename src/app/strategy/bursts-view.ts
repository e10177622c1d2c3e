import type { OperationValue } from '../../contract/operations.ts';
import { collectionEdges, type CollectionEdge } from '../../domain/response/collection-edges.ts';
import { countedShare } from '../../domain/stats/counted-share.ts';
import { burstReading } from '../../domain/strategy/bursts.ts';
import { dailyCounts, type DayCount } from '../../domain/strategy/daily-counts.ts';
import { firstStatement } from '../../store/crisis-queries.ts';
import { importWindows } from '../../store/listening-queries.ts';
import { addressedVoices, type AddressedVoice } from '../answers/addressed-replies.ts';
import { hoursZone } from '../clock/standing-hours.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { denseStart } from '../../domain/strategy/dense-start.ts';
import { burstWords } from './burst-words.ts';
import { newestIds } from './placed-brand-messages.ts';

type Bursts = OperationValue<'strategy.bursts'>;

/** Criticism with a day. */
export type TimedVoice = AddressedVoice & { readonly atMs: number };

/** A place with a smaller share of the criticism cannot make a burst by the way it was collected. */
const TELLING_PLACE = 0.05;
/** Bursts whose words are looked for, the latest; each costs a count of all terms. */
const MOST_WORDED = 6;
const WORDS = 5;

/** Criticism addressed to the brand of a scope whose day is known, by time, and how many have none. */
export function timedCriticism(scope: ResolvedScope): { readonly voices: TimedVoice[]; readonly untimed: number } {
  const all = addressedVoices(scope).filter(({ criticism }) => criticism);
  const voices = all.flatMap((voice) => (voice.atMs === null ? [] : [{ ...voice, atMs: voice.atMs }])).sort((one, other) => one.atMs - other.atMs || one.messageId - other.messageId);
  return { voices, untimed: all.length - voices.length };
}

/** Where the collection of places that hold a telling part of some messages begins and ends. */
export function edgesOf({ project }: ResolvedScope, voices: readonly { readonly containerId: number | null }[]): CollectionEdge[] {
  const counts = new Map<number | null, number>();
  for (const { containerId } of voices) counts.set(containerId, (counts.get(containerId) ?? 0) + 1);
  const telling = importWindows(project).filter(({ containerId }) => (counts.get(containerId) ?? 0) >= Math.max(1, voices.length * TELLING_PLACE));
  return collectionEdges(telling.map(({ containerId, networkId, fromMs, toMs, format, replies }) => ({ place: `${String(containerId)} ${String(networkId)}`, fromMs, toMs, manner: `${format} ${replies ?? ''}` })));
}

/**
 * Bursts of criticism on the days whose collection is complete, with what the brand did in each, and the warnings that a simple
 * rule would have given. A few old criticisms before a long silence are counted apart as stray; the words of a burst are those
 * that its people use more than everybody else who criticised.
 */
export function burstsView(scope: ResolvedScope): Bursts {
  const { project, brand } = scope;
  const timeZone = hoursZone(project);
  const { voices: all, untimed } = timedCriticism(scope);
  const stray = denseStart(all.map(({ atMs }) => atMs));
  const voices = all.slice(stray);
  const calendar = dailyCounts(voices.map(({ atMs }) => atMs), { edges: edgesOf(scope, voices), timeZone });
  const { days, leftOut, base, bursts, warnings } = burstReading(calendar);
  const startOf = (day: number): number => calendar[day]?.startMs ?? 0;
  const endOf = (day: number): number => calendar[day + 1]?.startMs ?? startOf(day) + 86_400_000;
  const right = warnings.filter(({ burst }) => burst !== null).length;
  return {
    timeZone, n: voices.length, untimed, stray, days, leftOut, tooFew: base === null,
    base: base === null ? null : { mean: base.mean, size: base.size === Infinity ? null : base.size },
    daily: calendar.map(({ startMs, count, complete }: DayCount) => ({ startMs, count, complete })),
    bursts: bursts.map(({ kind, first, last, peak, messages, atEdge }, number) => {
      const own = voices.filter(({ atMs }) => atMs >= startOf(first) && atMs < endOf(last));
      const seen = own.filter(({ observable }) => observable);
      const fromMs = own[0]?.atMs ?? startOf(first);
      const statement = firstStatement(project, { brandId: brand?.id ?? null, rootIds: [...new Set(own.map(({ rootId }) => rootId))], fromMs });
      return {
        kind, startMs: startOf(first), endMs: endOf(last), peakMs: startOf(peak), peak: calendar[peak]?.count ?? 0, messages, atEdge, terms: number < bursts.length - MOST_WORDED ? [] : burstWords(project, { burst: own.map(({ messageId }) => messageId), rest: voices.filter(({ atMs }) => atMs < startOf(first) || atMs >= endOf(last)).map(({ messageId }) => messageId), limit: WORDS }),
        answered: seen.length === 0 ? null : countedShare(seen.filter(({ answered }) => answered).length, seen.length),
        statement: statement === null ? null : { messageId: statement.messageId, seconds: (statement.atMs - fromMs) / 1000 },
        messageIds: newestIds(own),
      };
    }),
    warnings: warnings.map(({ day, burst, leadDays }) => ({ atMs: startOf(day), burst, leadDays })),
    precision: countedShare(right, warnings.length),
  };
}
