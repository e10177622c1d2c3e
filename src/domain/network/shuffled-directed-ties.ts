import { randomPlaces } from '../stats/seeded-random.ts';
import type { DirectedTies } from './directed-ties.ts';
import { tieBetween, tieRows } from './tie-rows.ts';

/** Swaps tried for each tie before a shuffle is read. */
export const SWAPS_PER_TIE = 10;

/** Swaps that are tried at once: some thousandths of a second. */
const BLOCK = 1024;
/** Blocks between two pauses. */
const PAUSE = 20;

/** One shuffle: the ties as they then stand, and how many of the swaps tried for it could be made. */
export interface DirectedShuffle {
  readonly ties: DirectedTies;
  readonly made: number;
  readonly tried: number;
}

/**
 * Directed ties dealt anew, `count` times: two ties a→b and c→d become a→d and c→b, each keeping the weight of the one who
 * addresses, ten tries a tie between two readings. Everybody keeps the number of people addressed and the number of people one
 * is addressed by; nobody is tied to oneself or twice to another: a swap that would do so is not made. The columns given out are
 * those of the chain itself and change with the next step. Null in between is a pause for who has other things to do, every
 * twenty thousand tries. Fewer than two ties: nothing. Same seed, same shuffles.
 * O(count × ties × mean of the shorter of two rows). Source: Maslov & Sneppen 2002, Science 296:910-913; Milo et al. 2003, arXiv cond-mat/0312028.
 */
export function* shuffledDirectedTies({ size, from, to, weight }: DirectedTies, { seed, count }: { readonly seed: number; readonly count: number }): Generator<DirectedShuffle | null> {
  const ties = from.length;
  if (ties < 2) return;
  const draw = randomPlaces(seed);
  const places = new Uint32Array(2 * BLOCK);
  const target = Int32Array.from(to);
  // Rows keep their lengths: a swap lets two ties change their entries with those who receive them.
  const rows = { out: tieRows(from, size), into: tieRows(to, size), from, to: target };
  const entryOf = new Int32Array(ties);
  rows.into.ties.forEach((tie, entry) => {
    entryOf[tie] = entry;
  });
  const tried = SWAPS_PER_TIE * ties;
  for (let shuffle = 0; shuffle < count; shuffle += 1) {
    let made = 0;
    for (let attempt = 0; attempt < tried; attempt += BLOCK) {
      const block = places.subarray(0, 2 * Math.min(BLOCK, tried - attempt));
      draw(block, ties);
      for (let at = 0; at < block.length; at += 2) {
        const one = block[at] ?? 0;
        const two = block[at + 1] ?? 0;
        const a = from[one] ?? 0;
        const b = target[one] ?? 0;
        const c = from[two] ?? 0;
        const d = target[two] ?? 0;
        if (a === c || b === d || a === d || b === c || tieBetween(rows, a, d) >= 0 || tieBetween(rows, c, b) >= 0) continue;
        const first = entryOf[one] ?? 0;
        const second = entryOf[two] ?? 0;
        rows.into.ties[first] = two;
        rows.into.ties[second] = one;
        entryOf[one] = second;
        entryOf[two] = first;
        target[one] = d;
        target[two] = b;
        made += 1;
      }
      if ((attempt / BLOCK) % PAUSE === PAUSE - 1) yield null;
    }
    yield { ties: { size, from, to: target, weight }, made, tried };
  }
}
