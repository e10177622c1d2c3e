/** A message in which the reader hesitates between two labels; `margin` = how much likelier the first is, 0 to 1. */
export interface Hesitation {
  readonly id: number;
  readonly language: string;
  readonly first: string;
  readonly second: string;
  readonly margin: number;
}

/** Gathers hesitations and deals them out. */
export interface Hesitations {
  readonly add: (hesitation: Hesitation) => void;
  /** Messages met whose margin is below {@link HESITANT_BELOW}. */
  readonly hesitant: () => number;
  /**
   * At most `size` messages, the narrowest margins first within each pair of labels and language, the pairs in turn, so that no
   * one of them takes all places. `accept` refuses what teaches nothing beside those taken already, such as copies.
   */
  readonly spread: (size: number, accept: (id: number) => boolean) => Hesitation[];
}

/** Below this margin a message counts as one the reader hesitates on. */
export const HESITANT_BELOW = 0.2;
/** Messages kept of each pair and language; copies among them may be refused. */
const KEPT = 400;

/**
 * Collects the messages on which a label by hand teaches most, by the margin between the two likeliest labels. Memory is bounded
 * by pairs and languages, not by messages. O(n log kept).
 * Source: Scheffer, Decomain & Wrobel 2001 (margin sampling); Settles 2012, Active Learning, chapter 2.
 */
export function createHesitations(): Hesitations {
  const groups = new Map<string, Hesitation[]>();
  let hesitant = 0;
  return {
    hesitant: () => hesitant,
    add(hesitation) {
      if (hesitation.margin >= HESITANT_BELOW) return;
      hesitant += 1;
      const key = [hesitation.language, ...[hesitation.first, hesitation.second].sort()].join(' ');
      const group = groups.get(key) ?? [];
      groups.set(key, group);
      const last = group.at(-1);
      if (group.length >= KEPT && last !== undefined && before(last, hesitation)) return;
      group.splice(placeOf(group, hesitation), 0, hesitation);
      if (group.length > KEPT) group.pop();
    },
    spread(size, accept) {
      const queues = [...groups].sort(([one, first], [other, second]) => (first[0]?.margin ?? 1) - (second[0]?.margin ?? 1) || (one < other ? -1 : 1)).map(([, group]) => [...group]);
      const taken: Hesitation[] = [];
      while (taken.length < size && queues.some((queue) => queue.length > 0)) {
        for (const queue of queues) {
          if (taken.length >= size) break;
          let next = queue.shift();
          while (next !== undefined && !accept(next.id)) next = queue.shift();
          if (next !== undefined) taken.push(next);
        }
      }
      return taken;
    },
  };
}

function before(one: Hesitation, other: Hesitation): boolean {
  return one.margin < other.margin || (one.margin === other.margin && one.id <= other.id);
}

function placeOf(group: readonly Hesitation[], hesitation: Hesitation): number {
  let low = 0;
  let high = group.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = group[middle];
    if (at !== undefined && before(at, hesitation)) low = middle + 1;
    else high = middle;
  }
  return low;
}
