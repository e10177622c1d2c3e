/**
 * Meets the sets of one band that agree in it: the first few of every bucket stand for the rest, so that a bucket of a
 * million sets costs no more than a million small ones.
 */
export interface BandBuckets {
  /**
   * Puts `position` (each once) into its bucket and gives the earliest that stands there, itself where it is the first; while
   * there is room it stands for later ones too. Those it meets are that one and what {@link after} gives, up to itself.
   */
  readonly enter: (key: number, position: number) => number;
  /** The next that stands in the bucket of one that stands; below 0 after the last. */
  readonly after: (standing: number) => number;
  /** Empties the buckets for another band. */
  readonly clear: () => void;
}

/** Sets of one bucket that later ones are compared with. */
const MOST_STANDING = 4;

/** Buckets for `count` positions; memory 16 to 24 bytes a position. */
export function createBandBuckets(count: number): BandBuckets {
  const slots = 1 << Math.max(4, Math.ceil(Math.log2(Math.max(1, count) * 2)));
  // position + 1 of the first of each bucket; the next ones of a bucket hang behind it
  const firsts = new Int32Array(slots);
  const nexts = new Int32Array(count);
  const keys = new Int32Array(count);
  return {
    after: (standing) => (nexts[standing] ?? 0) - 1,
    clear() {
      firsts.fill(0);
      nexts.fill(0);
    },
    enter(key, position) {
      keys[position] = key;
      let slot = key & (slots - 1);
      for (;;) {
        const first = (firsts[slot] ?? 0) - 1;
        if (first < 0) {
          firsts[slot] = position + 1;
          return position;
        }
        if (keys[first] === (key | 0)) {
          let last = first;
          for (let place = 1; place < MOST_STANDING; place += 1) {
            const next = (nexts[last] ?? 0) - 1;
            if (next < 0) {
              nexts[last] = position + 1;
              break;
            }
            last = next;
          }
          return first;
        }
        slot = (slot + 1) & (slots - 1);
      }
    },
  };
}
