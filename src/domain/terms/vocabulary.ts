import { createCountSketch, type SketchContent } from './count-sketch.ts';
import { LEAST_TERM_AUTHORS } from './distinctive-terms.ts';
import { MOST_CODES, TERM_BREAK, termCode } from './term-code.ts';
import { textHash } from './text-hash.ts';

/** A content word as a vocabulary takes it; `joined` where it may be one term with the word before. */
export interface SpokenWord {
  readonly stem: string;
  readonly form: string;
  readonly joined: boolean;
}

/** A stem of the vocabulary with its commonest spelling. */
export interface VocabularyWord {
  readonly code: string;
  readonly stem: string;
  readonly shown: string;
}

/** What a vocabulary holds, so that it can go on from there: words in the order of their codes, with how often each is spelt how. */
export interface VocabularyContent {
  readonly sketch: SketchContent;
  /** Words of fewer messages than this have no code. */
  readonly floor: number;
  readonly words: readonly { readonly stem: string; readonly forms: ReadonlyMap<string, number> }[];
}

/**
 * The vocabulary of a language, found in two passes over its texts in bounded memory: `survey` every message, then
 * `encode` every message again. One that goes on from an earlier one surveys and encodes what is new.
 */
export interface Vocabulary {
  readonly survey: (words: readonly SpokenWord[]) => void;
  /** True when a floor that was settled before does not hold for what was surveyed since: all codes are to be given anew. */
  readonly outgrown: () => boolean;
  /** The terms of a message as codes, a break where two are not in a row; words outside the vocabulary part their neighbours. `counts` says of which words the spellings are counted: all unless told otherwise. */
  readonly encode: (words: readonly SpokenWord[], counts?: (stem: string) => boolean) => string;
  /** Words that have a code, in the order of their codes. */
  readonly words: () => VocabularyWord[];
  /** Places of words that were surveyed since and have come up to the floor: messages that hold them may have been encoded without. */
  readonly risen: () => ReadonlySet<number>;
  /** The place of a word in the sketch where it is too rare for a code; below 0 for others. */
  readonly rarePlace: (stem: string) => number;
  readonly placeOf: (stem: string) => number;
  readonly content: () => VocabularyContent;
  /** Positions of words that are new or spelt otherwise since. */
  readonly touched: () => ReadonlySet<number>;
}

/** Places of the sketch that may pass: words that share a place pass with it, and there are more codes than this. */
const MOST_PASSING = 40_000;
/** Spellings remembered of a stem; inflections are few, and what comes later is rarer. */
const MOST_SPELLINGS = 16;

/**
 * An empty vocabulary, or one that goes on from `before`. Words of fewer than five messages cannot be of five people: a sketch
 * of fixed size leaves them out in the first pass, so that only words worth counting are ever kept by name. Where more than
 * 40,000 would be left, the floor rises until they are few enough. About 8 MB for the sketch and 20 MB for a full vocabulary,
 * whatever is read.
 */
export function createVocabulary(before?: VocabularyContent): Vocabulary {
  const sketch = createCountSketch(before?.sketch);
  const positions = new Map<string, number>(before?.words.map(({ stem }, position) => [stem, position]));
  const stems: string[] = before?.words.map(({ stem }) => stem) ?? [];
  const spellings: Map<string, number>[] = before?.words.map(({ forms }) => new Map(forms)) ?? [];
  const countBefore = new Map<number, number>();
  const touched = new Set<number>();
  let floor = before?.floor ?? 0;
  const neededFloor = (from: number): number => {
    let needed = from;
    while (sketch.placesAtLeast(needed) > MOST_PASSING) needed += 1;
    return needed;
  };
  const settleFloor = (): void => {
    if (floor === 0) floor = neededFloor(LEAST_TERM_AUTHORS);
  };
  const positionOf = (stem: string): number => {
    const known = positions.get(stem);
    if (known !== undefined) return known;
    if (positions.size >= MOST_CODES || sketch.atLeast(textHash(stem)) < floor) return -1;
    const position = positions.size;
    positions.set(stem, position);
    stems.push(stem);
    spellings.push(new Map());
    return position;
  };
  return {
    survey(words) {
      const seen = new Set<string>();
      for (const { stem } of words) {
        if (seen.has(stem)) continue;
        seen.add(stem);
        const hash = textHash(stem);
        if (before !== undefined) {
          const place = sketch.placeOf(hash);
          if (!countBefore.has(place)) countBefore.set(place, sketch.atLeast(hash));
        }
        sketch.add(hash);
      }
    },
    outgrown: () => floor > 0 && neededFloor(floor) !== floor,
    encode(words, counts = () => true) {
      settleFloor();
      let terms = '';
      let parted = true;
      for (const { stem, form, joined } of words) {
        const position = positionOf(stem);
        if (position < 0) {
          parted = true;
          continue;
        }
        const forms = spellings[position];
        if (forms !== undefined && counts(stem)) {
          const times = forms.get(form) ?? 0;
          if (times > 0 || forms.size < MOST_SPELLINGS) {
            forms.set(form, times + 1);
            touched.add(position);
          }
        }
        if (terms !== '' && (parted || !joined)) terms += TERM_BREAK;
        terms += termCode(position);
        parted = false;
      }
      return terms;
    },
    words: () => stems.map((stem, position) => ({ code: termCode(position), stem, shown: commonest(spellings[position] ?? new Map<string, number>(), stem) })),
    risen: () => new Set([...countBefore].flatMap(([place, count]) => (count < floor && sketch.atPlace(place) >= floor ? [place] : []))),
    rarePlace(stem) {
      settleFloor();
      const hash = textHash(stem);
      return sketch.atLeast(hash) < floor ? sketch.placeOf(hash) : -1;
    },
    placeOf: (stem) => sketch.placeOf(textHash(stem)),
    content() {
      settleFloor();
      return { sketch: sketch.filled(), floor, words: stems.map((stem, position) => ({ stem, forms: spellings[position] ?? new Map<string, number>() })) };
    },
    touched: () => touched,
  };
}

/**
 * The value met most often; ties to the first in alphabetical order, `otherwise` where there is none.
 * @example commonest(new Map([['ordine', 2], ['ordini', 5]]), '') // 'ordini'
 */
export function commonest(counts: ReadonlyMap<string, number>, otherwise: string): string {
  let best: string | null = null;
  let most = 0;
  for (const [value, times] of counts) {
    if (times < most || (times === most && best !== null && value > best)) continue;
    best = value;
    most = times;
  }
  return best ?? otherwise;
}
