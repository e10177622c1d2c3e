/** What is remembered of slices of texts, found without cutting the slice out. */
export interface SliceTable<Known> {
  /** What is known of `text` from `from` up to `to`; made when it is met for the first time. O(length of the slice). */
  readonly of: (text: string, from: number, to: number) => Known;
  /** The same for a slice whose units a reader has put through {@link sliceHash} on its way, one after another, from {@link NO_SLICE} on. */
  readonly hashed: (text: string, from: number, to: number, hash: number) => Known;
  /** Forgets everything. */
  readonly clear: () => void;
}

const FNV_PRIME = 0x01000193;
const FIRST_UNITS = 1 << 16;
/** Numbers that a place takes: the hash, the number of the slice from 1 on (0 is an empty place), where its units begin, how many they are. */
const PLACE = 4;

/** The hash of no unit: FNV-1a's basis. */
export const NO_SLICE = 0x811c9dc5 | 0;

/** A hash gone on with one more UTF-16 unit: FNV-1a, 32 bits with sign. */
export function sliceHash(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, FNV_PRIME);
}

/** One generation of slices. */
interface Generation<Known> {
  readonly places: Int32Array;
  readonly kept: Known[];
  units: Uint16Array;
  /** Where the next slice's units go. */
  end: number;
}

const isAt = (units: Uint16Array, start: number, text: string, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (units[start + at - from] !== text.charCodeAt(at)) return false;
  return true;
};

/**
 * A memory of slices: their UTF-16 units stand one after another in one array and are found by a hash of the units, so that
 * a word met before costs neither a string of its own nor a look-up by one, which takes twice the time. Open addressing
 * with at most one place in two taken. Half of what is kept is new, half is from before: when the new half is full, the old one is
 * given up, and what is met of it in the meantime has moved on, so that frequent slices stay however many rare ones come.
 * @param most Slices that are kept at most.
 * @param make What is to be known of a slice; called once each time it is met anew. It must not ask the table.
 */
export function sliceTable<Known>(most: number, make: (slice: string) => Known): SliceTable<Known> {
  const each = Math.max(1, most >>> 1);
  const places = 2 ** Math.ceil(Math.log2(2 * each));
  const last = PLACE * places - 1;
  const emptyGeneration = (): Generation<Known> => ({ places: new Int32Array(PLACE * places), kept: [], units: new Uint16Array(FIRST_UNITS), end: 0 });
  let [recent, former] = [emptyGeneration(), emptyGeneration()];
  const empty = (generation: Generation<Known>): void => {
    generation.places.fill(0);
    generation.kept.length = 0;
    generation.end = 0;
  };
  const found = ({ places: table, kept, units }: Generation<Known>, hash: number, text: string, from: number, to: number): Known | undefined => {
    for (let place = (PLACE * hash) & last; ; place = (place + PLACE) & last) {
      const number = table[place + 1] ?? 0;
      if (number === 0) return undefined;
      if (table[place] === hash && table[place + 3] === to - from && isAt(units, table[place + 2] ?? 0, text, from, to)) return kept[number - 1];
    }
  };
  const keep = (generation: Generation<Known>, known: Known, hash: number, text: string, from: number, to: number): void => {
    const { places: table, kept, end } = generation;
    while (end + to - from > generation.units.length) {
      const wider = new Uint16Array(2 * generation.units.length);
      wider.set(generation.units);
      generation.units = wider;
    }
    const { units } = generation;
    for (let at = from; at < to; at += 1) units[end + at - from] = text.charCodeAt(at);
    let place = (PLACE * hash) & last;
    while (table[place + 1] !== 0) place = (place + PLACE) & last;
    kept.push(known);
    table[place] = hash;
    table[place + 1] = kept.length;
    table[place + 2] = end;
    table[place + 3] = to - from;
    generation.end = end + to - from;
  };
  const hashed = (text: string, from: number, to: number, raw: number): Known => {
    const hash = raw ^ (raw >>> 15);
    const known = found(recent, hash, text, from, to);
    if (known !== undefined) return known;
    const before = found(former, hash, text, from, to);
    const made = before === undefined ? make(text.slice(from, to)) : before;
    if (recent.kept.length >= each) {
      [recent, former] = [former, recent];
      empty(recent);
    }
    keep(recent, made, hash, text, from, to);
    return made;
  };
  return {
    of: (text, from, to) => {
      let hash = NO_SLICE;
      for (let at = from; at < to; at += 1) hash = sliceHash(hash, text.charCodeAt(at));
      return hashed(text, from, to, hash);
    },
    hashed,
    clear: () => {
      empty(recent);
      empty(former);
    },
  };
}
