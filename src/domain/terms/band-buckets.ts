/**
 * Meets the sets of one band that agree in it: the first few of every bucket stand for the rest, so that a bucket of a
 * million sets costs no more than a million small ones.
 */
export interface BandBuckets {
  /** Offers `position` (each once) to the earlier ones that stand in its bucket, first come first; while there is room it stands for later ones too. */
  readonly enter: (key: number, position: number, meet: (earlier: number) => void) => void;
}

/** Sets of one bucket that later ones are compared with. */
const MOST_STANDING = 4;

/** Buckets for `count` positions; memory 12 to 20 bytes a position, empty again with every call. */
export function createBandBuckets(count: number): BandBuckets {
  const slots = 1 << Math.max(4, Math.ceil(Math.log2(Math.max(1, count) * 2)));
  // position + 1 of the first of each bucket; the next ones of a bucket hang behind it
  const firsts = new Int32Array(slots);
  const nexts = new Int32Array(count);
  const keys = new Int32Array(count);
  return {
    enter(key, position, meet) {
      keys[position] = key;
      let slot = key & (slots - 1);
      for (;;) {
        const first = (firsts[slot] ?? 0) - 1;
        if (first < 0) {
          firsts[slot] = position + 1;
          return;
        }
        if (keys[first] === (key | 0)) {
          let standing = first;
          for (let place = 1; ; place += 1) {
            meet(standing);
            const next = (nexts[standing] ?? 0) - 1;
            if (next < 0) {
              if (place < MOST_STANDING) nexts[standing] = position + 1;
              return;
            }
            standing = next;
          }
        }
        slot = (slot + 1) & (slots - 1);
      }
    },
  };
}
