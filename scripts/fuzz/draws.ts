import { seededRandom } from '../../src/domain/stats/seeded-random.ts';

/** Seeded choices: one seed, one series. */
export interface Draws {
  /** A whole number from 0 up to a limit, which is left out. */
  readonly below: (limit: number) => number;
  /** One of a list, which must hold something. */
  readonly pick: <Item>(list: readonly Item[]) => Item;
  /** True in that share of cases. */
  readonly chance: (share: number) => boolean;
}

/** Choices that depend on a seed alone. */
export function drawsFrom(seed: number): Draws {
  const next = seededRandom(seed);
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick<Item>(list: readonly Item[]): Item {
      if (list.length === 0) throw new RangeError('invalid list: nothing to choose from');
      return list[below(list.length)] as Item;
    },
    chance: (share) => next() < share,
  };
}

/** The seed of one round of a run, so that a round can be repeated without those before it. */
export function roundSeed(seed: number, round: number): number {
  return (Math.imul(seed, 0x9e3779b1) ^ Math.imul(round + 1, 0x85ebca6b)) >>> 0;
}
