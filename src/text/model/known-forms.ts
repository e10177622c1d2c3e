import type { Token } from '../analysis.ts';
import { BUCKETS, bucketOf, hashOf, hashWith } from './feature-hash.ts';

/** The weights that letters are summed up with: one byte a bucket and output, bucket by bucket, words first. */
export interface LetterWeights {
  readonly weights: Int8Array;
  readonly outputs: readonly string[];
}

/** What is kept of a form: numbers stand in common arrays, because an array of its own for each form takes many times its size. */
export interface KnownForm {
  readonly hash: number;
  /** Hash of its stem. */
  readonly stem: number;
  /** Where the buckets of its letters stand, without repeats. */
  readonly from: number;
  readonly to: number;
  /** Its row among the sums of letters' weights. */
  readonly row: number;
  /** Forms of an earlier round are no longer kept. */
  readonly round: number;
  /** The last text it was met in, by turn. */
  turn: number;
}

/** Sums of the letters' weights of known forms for one model, a row a form. */
export interface LetterSums {
  readonly weighed: LetterWeights;
  readonly rows: Int16Array;
  readonly filled: Uint8Array;
}

/** A memory of the forms met: their hashes, the buckets of their letters, and what those weigh in a model. */
export interface KnownForms {
  readonly formOf: (token: Token) => KnownForm;
  /** Buckets of letters, where forms say. To be asked for again after a form was looked up: it may have grown. */
  readonly grams: () => Uint16Array;
  /** The sums kept for a model; `fill` works out those of one form, where they are not filled yet. */
  readonly sumsFor: (weighed: LetterWeights) => LetterSums;
  readonly fill: (sums: LetterSums, form: KnownForm) => void;
  /** Forgets everything when fewer than `forms` more would fit: within a text no form may be forgotten. */
  readonly makeRoom: (forms: number) => void;
  readonly forget: () => void;
}

/** Forms that are remembered at once, and as many shapes of texts; some 30 MiB with the sums of two models. */
export const MOST_KNOWN_FORMS = 60_000;
const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const LONGEST_WORD = 24;
const LETTERS = hashOf('\u0001letters');

// filled anew for every form: three lengths at each letter, and the two marks around the word
const scratchGrams = new Uint16Array((LONGEST_GRAM - SHORTEST_GRAM + 1) * (LONGEST_WORD + 2));

const isListed = (bucket: number, count: number): boolean => {
  for (let at = 0; at < count; at += 1) if (scratchGrams[at] === bucket) return true;
  return false;
};

/** Lists the buckets of a form's letters in {@link scratchGrams}, each once, in order; how many they are. */
const listGrams = (form: string): number => {
  const word = `<${form.slice(0, LONGEST_WORD)}>`;
  let count = 0;
  for (let at = 0; at < word.length; at += 1) {
    let hash = LETTERS;
    for (let length = 1; length <= LONGEST_GRAM && at + length <= word.length; length += 1) {
      hash = hashWith(hash, word.charCodeAt(at + length - 1));
      if (length < SHORTEST_GRAM) continue;
      const bucket = bucketOf(hash);
      if (isListed(bucket, count)) continue;
      scratchGrams[count] = bucket;
      count += 1;
    }
  }
  return count;
};

/** An empty memory of forms. A form costs its letters once, and a look-up afterwards; tokens with a memory of their own not even that. */
export function knownForms(): KnownForms {
  const known = new Map<string, KnownForm>();
  const models: LetterSums[] = [];
  let grams = new Uint16Array(1 << 16);
  let gramEnd = 0;
  let round = 0;
  const forget = (): void => {
    known.clear();
    round += 1;
    gramEnd = 0;
    for (const { filled } of models) filled.fill(0);
  };
  const knownForm = (form: string, stem: string): KnownForm => {
    const before = known.get(form);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN_FORMS) forget();
    const count = listGrams(form);
    if (gramEnd + count > grams.length) {
      const wider = new Uint16Array(2 * grams.length);
      wider.set(grams);
      grams = wider;
    }
    const from = gramEnd;
    grams.set(scratchGrams.subarray(0, count), from);
    gramEnd += count;
    const made: KnownForm = { hash: hashOf(form), stem: hashOf(stem), from, to: gramEnd, row: known.size, round, turn: 0 };
    known.set(form, made);
    return made;
  };
  return {
    formOf({ form, stem, memory }) {
      if (memory === undefined) return knownForm(form, stem);
      const kept = memory.ngrams as KnownForm | undefined;
      if (kept?.round === round) return kept;
      const found = knownForm(form, stem);
      memory.ngrams = found;
      return found;
    },
    grams: () => grams,
    sumsFor(weighed) {
      const before = models.find((model) => model.weighed === weighed);
      if (before !== undefined) return before;
      const made = { weighed, rows: new Int16Array(MOST_KNOWN_FORMS * weighed.outputs.length), filled: new Uint8Array(MOST_KNOWN_FORMS) };
      models.push(made);
      return made;
    },
    fill({ weighed: { weights, outputs }, rows, filled }, { from, to, row }) {
      const size = outputs.length;
      const base = row * size;
      for (let output = 0; output < size; output += 1) {
        let sum = 0;
        for (let at = from; at < to; at += 1) sum += weights[(BUCKETS + (grams[at] ?? 0)) * size + output] ?? 0;
        rows[base + output] = sum;
      }
      filled[row] = 1;
    },
    makeRoom(forms) {
      if (known.size > MOST_KNOWN_FORMS - forms) forget();
    },
    forget,
  };
}
