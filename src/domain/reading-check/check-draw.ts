import type { RandomStream } from '../stats/seeded-random.ts';

/** A message that may be drawn, with what the reader says of it: the stratum it is drawn in. */
export interface DrawCandidate {
  readonly id: number;
  readonly stratum: string;
}

/** A drawn message and how many messages of its stratum it stands for. */
export interface DrawnMessage extends DrawCandidate {
  readonly weight: number;
}

/** What a draw depends on besides the candidates: how many there are of each stratum, how many are wanted, and chance. */
export interface DrawPlan {
  readonly counts: ReadonlyMap<string, number>;
  readonly size: number;
  readonly random: RandomStream;
}

/** Of each sample, this share is dealt alike among the strata, so that rare labels come in numbers; the rest by size. */
const EVEN_SHARE = 0.5;

/**
 * How many to draw in each stratum: half by size, half alike, never more than there are; what is left over is dealt one by one,
 * the largest strata first.
 * @example strataSizes(new Map([['a', 90], ['b', 2]]), 20).get('b') // 2
 */
export function strataSizes(counts: ReadonlyMap<string, number>, size: number): Map<string, number> {
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const wanted = Math.min(size, total);
  const names = [...counts.keys()].sort((one, other) => (counts.get(other) ?? 0) - (counts.get(one) ?? 0) || (one < other ? -1 : 1));
  const sizes = new Map<string, number>();
  let left = wanted;
  for (const name of names) {
    const count = counts.get(name) ?? 0;
    const share = (wanted * (1 - EVEN_SHARE) * count) / Math.max(1, total) + (wanted * EVEN_SHARE) / names.length;
    const take = Math.min(count, Math.floor(share), left);
    sizes.set(name, take);
    left -= take;
  }
  while (left > 0) {
    const open = names.filter((name) => (sizes.get(name) ?? 0) < (counts.get(name) ?? 0));
    if (open.length === 0) break;
    for (const name of open) {
      if (left === 0) break;
      sizes.set(name, (sizes.get(name) ?? 0) + 1);
      left -= 1;
    }
  }
  return sizes;
}

/**
 * A stratified random sample: within each stratum every message has the same chance; its weight is the stratum's size over
 * how many are drawn from it (Horvitz & Thompson 1952), so that weighted figures speak of all messages. In random order, so
 * that whoever labels cannot guess the stratum, and so that its beginning is a random sample too. Same stream and candidates
 * in the same order: same sample. Throws RangeError `invalid counts: trouble has more than 3`. One pass at flat memory.
 * Source: Vitter 1985, ACM Transactions on Mathematical Software 11(1):37-57, algorithm R, in each stratum.
 */
export function checkDraw(candidates: Iterable<DrawCandidate>, { counts, size, random }: DrawPlan): DrawnMessage[] {
  const sizes = strataSizes(counts, size);
  const reservoirs = new Map<string, { readonly drawn: DrawCandidate[]; met: number }>();
  for (const candidate of candidates) {
    const take = sizes.get(candidate.stratum) ?? 0;
    const reservoir = reservoirs.get(candidate.stratum) ?? { drawn: [], met: 0 };
    reservoirs.set(candidate.stratum, reservoir);
    reservoir.met += 1;
    if (reservoir.met > (counts.get(candidate.stratum) ?? 0)) throw new RangeError(`invalid counts: ${candidate.stratum} has more than ${String(counts.get(candidate.stratum) ?? 0)}`);
    if (reservoir.drawn.length < take) reservoir.drawn.push(candidate);
    else {
      const at = Math.floor(random() * reservoir.met);
      if (at < take) reservoir.drawn[at] = candidate;
    }
  }
  const drawn = [...reservoirs].sort(([one], [other]) => (one < other ? -1 : 1))
    .flatMap(([, { drawn: chosen, met }]) => chosen.map(({ id, stratum }): DrawnMessage => ({ id, stratum, weight: met / chosen.length })));
  return shuffled(drawn, random);
}

/** A random order (Fisher & Yates; Durstenfeld 1964). */
function shuffled<Item>(items: readonly Item[], random: RandomStream): Item[] {
  const list = [...items];
  for (let at = 0; at < list.length; at += 1) {
    const other = at + Math.floor(random() * (list.length - at));
    const [one, two] = [list[at], list[other]];
    if (one === undefined || two === undefined) break;
    list[at] = two;
    list[other] = one;
  }
  return list;
}
