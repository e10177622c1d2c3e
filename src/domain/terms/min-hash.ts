import { seededRandom } from '../stats/seeded-random.ts';
import { spreadBits } from './text-hash.ts';

/** A way of cutting hashes into bands: sets that agree in all rows of one band are compared. */
export interface Banding {
  readonly bands: number;
  readonly rows: number;
}

/** Least hashes of a set, over many seeded orders of all 32-bit values. */
export interface MinHash {
  /** What stands for the least value of a set in order `position`, below 2^32; the same for all empty sets. */
  readonly least: (values: Int32Array, position: number) => number;
  /** One number for the least values in the orders of one band: equal for sets that agree in all of them. */
  readonly bandKey: (values: Int32Array, band: number) => number;
  /** Writes the keys of all bands of the set in `values[from .. to)` to `into`, from `at` on, as 32-bit numbers: the same as asking for one after another, in a fraction of the time. */
  readonly bandKeys: (values: Int32Array, bounds: { readonly from: number; readonly to: number }, into: Int32Array, at: number) => void;
  /** Writes the key of one band of every set, whose values stand in `values[starts[set] .. starts[set + 1])`, to `into`: where a band is looked at by itself, nothing is kept of the others. */
  readonly keysOfBand: (values: Int32Array, starts: Int32Array, band: { readonly band: number; readonly into: Int32Array }) => void;
  readonly banding: Banding;
}

/** Orders drawn: the more, the fewer pairs are missed. */
export const MIN_HASHES = 128;
/** Largest chance that two sets exactly as alike as the threshold are never compared. */
const MOST_MISSED = 0.01;

/**
 * The banding with most rows a band (fewest needless comparisons) that still misses at most one in a hundred of the pairs at
 * the threshold: such a pair agrees in a band of r rows with probability s^r, hence in none of b bands with (1 - s^r)^b.
 * Throws RangeError `invalid threshold: 0` outside (0, 1].
 * Source: Leskovec, Rajaraman & Ullman 2020, Mining of Massive Datasets, section 3.4.
 * @example bandingFor(0.8) // { bands: 21, rows: 6 }
 */
export function bandingFor(threshold: number, hashes = MIN_HASHES): Banding {
  if (!(threshold > 0 && threshold <= 1)) throw new RangeError(`invalid threshold: ${threshold}`);
  for (let rows = Math.min(16, hashes); rows > 1; rows -= 1) {
    const bands = Math.floor(hashes / rows);
    if ((1 - threshold ** rows) ** bands <= MOST_MISSED) return { bands, rows };
  }
  return { bands: hashes, rows: 1 };
}

/**
 * Min-hashing for sets of 32-bit values: the chance that two sets have the same least value in a random order is their
 * Jaccard likeness. An order is a one-to-one mixing of the 32 bits with an odd factor and a shift drawn from the seed. A
 * band costs O(set size x rows).
 * Source: Broder 1997, On the resemblance and containment of documents; Leskovec, Rajaraman & Ullman 2020, section 3.3.
 */
export function createMinHash({ threshold, seed }: { readonly threshold: number; readonly seed: number }): MinHash {
  const random = seededRandom(seed);
  const factors = new Int32Array(MIN_HASHES);
  const shifts = new Int32Array(MIN_HASHES);
  for (let position = 0; position < MIN_HASHES; position += 1) {
    factors[position] = (Math.floor(random() * 4294967296) | 1) | 0;
    shifts[position] = Math.floor(random() * 4294967296) | 0;
  }
  const banding = bandingFor(threshold);
  const least = (values: Int32Array, position: number): number => {
    const factor = factors[position] ?? 1;
    const shift = shifts[position] ?? 0;
    let smallest = 0x7fffffff;
    for (let place = 0; place < values.length; place += 1) {
      const mixed = Math.imul((values[place] ?? 0) ^ shift, factor);
      // the upper half of a product is well mixed and the lower is not: one more step lets each bit count
      const hash = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
      if (hash < smallest) smallest = hash;
    }
    return smallest >>> 0;
  };
  const keyOf = (values: Int32Array, { from, to }: { readonly from: number; readonly to: number }, band: number): number => {
    const { rows } = banding;
    let key = band + 1;
    for (let row = 0; row < rows; row += 1) {
      const factor = factors[band * rows + row] ?? 1;
      const shift = shifts[band * rows + row] ?? 0;
      let smallest = 0x7fffffff;
      for (let place = from; place < to; place += 1) {
        const mixed = Math.imul((values[place] ?? 0) ^ shift, factor);
        const hash = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d);
        if (hash < smallest) smallest = hash;
      }
      key = spreadBits(Math.imul(key, 0x9e3779b1) ^ (smallest >>> 0));
    }
    return key;
  };
  return {
    least,
    bandKey: (values, band) => keyOf(values, { from: 0, to: values.length }, band),
    bandKeys(values, { from, to }, into, at) {
      for (let band = 0; band < banding.bands; band += 1) into[at + band] = keyOf(values, { from, to }, band) | 0;
    },
    keysOfBand(values, starts, { band, into }) {
      for (let set = 0; set + 1 < starts.length; set += 1) into[set] = keyOf(values, { from: starts[set] ?? 0, to: starts[set + 1] ?? 0 }, band) | 0;
    },
    banding,
  };
}

/**
 * Jaccard likeness of two sets, each as ascending distinct values: shared over all. Two empty sets are 0 alike: they say nothing.
 * @example jaccardLikeness(Int32Array.of(1, 2, 3), Int32Array.of(2, 3, 4)) // 0.5
 */
export function jaccardLikeness(one: Int32Array, other: Int32Array): number {
  let shared = 0;
  for (let i = 0, j = 0; i < one.length && j < other.length; ) {
    const left = one[i] ?? 0;
    const right = other[j] ?? 0;
    if (left === right) shared += 1;
    if (left <= right) i += 1;
    if (right <= left) j += 1;
  }
  const all = one.length + other.length - shared;
  return all === 0 ? 0 : shared / all;
}
