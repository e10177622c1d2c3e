import { clusterBootstrapInterval } from '../stats/cluster-bootstrap.ts';
import type { Interval } from '../stats/interval.ts';

/**
 * Effective number of kinds: how many equally common kinds would be as diverse (the Hill number of order 1, the exponential of Shannon's entropy). Counts
 * are not negative; 0 for none. Source: Hill 1973, Ecology 54(2):427-432.
 * @example effectiveNumber([5, 5]) // 2
 */
export function effectiveNumber(counts: readonly number[]): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return 0;
  return Math.exp(counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / total) * Math.log(count / total)), 0));
}

/** Percentile interval of {@link effectiveNumber} from drawing whole threads; `threads` holds each thread's kind and messages. Null without threads. */
export function effectiveNumberInterval(threads: readonly { readonly kind: number; readonly messages: number }[], { seed, draws = 1000 }: { readonly seed: number; readonly draws?: number }): Interval | null {
  const kinds = [...new Set(threads.map(({ kind }) => kind))];
  const column = new Map(kinds.map((kind, position) => [kind, position]));
  const place = Uint16Array.from(threads, ({ kind }) => column.get(kind) ?? 0);
  return clusterBootstrapInterval({
    clusters: threads.length, draws, seed,
    statistic: (weights) => {
      const counts = new Float64Array(kinds.length);
      for (const [thread, { messages }] of threads.entries()) {
        const kind = place[thread] ?? 0;
        counts[kind] = (counts[kind] ?? 0) + messages * (weights[thread] ?? 0);
      }
      return effectiveNumber([...counts]);
    },
  });
}
