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

/** Of each sample, this share is dealt alike among the strata, so that rare labels come in numbers; the rest by size. */
const EVEN_SHARE = 0.5;

/** How many to draw in each stratum: half by size, half alike, never more than there are; what is left goes to the largest. */
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
 * that whoever labels cannot guess the stratum. Same stream, same sample; candidates must come in a stable order.
 */
export function checkDraw(candidates: readonly DrawCandidate[], { size, random }: { readonly size: number; readonly random: RandomStream }): DrawnMessage[] {
  const strata = new Map<string, DrawCandidate[]>();
  for (const candidate of candidates) {
    const list = strata.get(candidate.stratum);
    if (list === undefined) strata.set(candidate.stratum, [candidate]);
    else list.push(candidate);
  }
  const sizes = strataSizes(new Map([...strata].map(([name, list]) => [name, list.length])), size);
  const drawn = [...strata.keys()].sort().flatMap((name): DrawnMessage[] => {
    const list = [...(strata.get(name) ?? [])];
    const take = sizes.get(name) ?? 0;
    const chosen = shuffled(list, random, take);
    return chosen.map((candidate) => ({ ...candidate, weight: list.length / take }));
  });
  return shuffled(drawn, random, drawn.length);
}

/** The first `take` of a random order (Fisher & Yates; Durstenfeld 1964). */
function shuffled<Item>(items: readonly Item[], random: RandomStream, take: number): Item[] {
  const list = [...items];
  for (let at = 0; at < take; at += 1) {
    const other = at + Math.floor(random() * (list.length - at));
    const [one, two] = [list[at], list[other]];
    if (one === undefined || two === undefined) break;
    list[at] = two;
    list[other] = one;
  }
  return list.slice(0, take);
}
