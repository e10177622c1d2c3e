/** What is remembered of slices of texts, found without cutting the slice out. */
export interface SliceTable<Known> {
  /** What is known of `text` from `from` up to `to`; made when it is met for the first time. O(length of the slice). */
  readonly of: (text: string, from: number, to: number) => Known;
  /** Forgets everything. */
  readonly clear: () => void;
}

const FNV_BASIS = 0x811c9dc5;
const FNV_PRIME = 0x01000193;
const FIRST_UNITS = 1 << 16;

/**
 * A memory of slices: their UTF-16 units stand one after another in one array and are found by a hash of the units, so that
 * a word met before costs neither a string of its own nor a look-up by one, which takes twice the time. Open addressing
 * with at most one place in two taken. Emptied when `most` slices are kept.
 * @param make What is to be known of a slice; called once each time it is met anew.
 */
export function sliceTable<Known>(most: number, make: (slice: string) => Known): SliceTable<Known> {
  const places = 2 ** Math.ceil(Math.log2(2 * most));
  /** Two numbers a place: the hash, and the number of the slice from 1 on; 0 is an empty place. */
  const table = new Int32Array(2 * places);
  const starts = new Int32Array(most + 1);
  const kept: Known[] = [];
  let units = new Uint16Array(FIRST_UNITS);
  const clear = (): void => {
    table.fill(0);
    kept.length = 0;
  };
  const isAt = (start: number, text: string, from: number, to: number): boolean => {
    for (let at = from; at < to; at += 1) if (units[start + at - from] !== text.charCodeAt(at)) return false;
    return true;
  };
  const write = (start: number, text: string, from: number, to: number): void => {
    while (start + to - from > units.length) {
      const wider = new Uint16Array(2 * units.length);
      wider.set(units);
      units = wider;
    }
    for (let at = from; at < to; at += 1) units[start + at - from] = text.charCodeAt(at);
  };
  return {
    of: (text, from, to) => {
      let hash = FNV_BASIS | 0;
      for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), FNV_PRIME);
      hash ^= hash >>> 15;
      let place = hash & (places - 1);
      for (let number = table[2 * place + 1] ?? 0; number !== 0; number = table[2 * place + 1] ?? 0) {
        const start = starts[number - 1] ?? 0;
        if (table[2 * place] === hash && (starts[number] ?? 0) - start === to - from && isAt(start, text, from, to)) {
          const known = kept[number - 1];
          if (known !== undefined) return known;
        }
        place = (place + 1) & (places - 1);
      }
      const made = make(text.slice(from, to));
      if (kept.length >= most) {
        clear();
        place = hash & (places - 1);
      }
      const start = starts[kept.length] ?? 0;
      write(start, text, from, to);
      kept.push(made);
      starts[kept.length] = start + to - from;
      table[2 * place] = hash;
      table[2 * place + 1] = kept.length;
      return made;
    },
    clear,
  };
}
