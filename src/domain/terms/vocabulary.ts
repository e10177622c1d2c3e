import { createCountSketch } from './count-sketch.ts';
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

/**
 * The vocabulary of a language, found in two passes over its texts in bounded memory: `survey` every message, then
 * `encode` every message again.
 */
export interface Vocabulary {
  readonly survey: (words: readonly SpokenWord[]) => void;
  /** The terms of a message as codes, a break where two are not in a row; words outside the vocabulary part their neighbours. */
  readonly encode: (words: readonly SpokenWord[]) => string;
  /** Words that have a code, in the order of their codes. */
  readonly words: () => VocabularyWord[];
}

/** Places of the sketch that may pass: words that share a place pass with it, and there are more codes than this. */
const MOST_PASSING = 40_000;
/** Spellings remembered of a stem; inflections are few, and what comes later is rarer. */
const MOST_SPELLINGS = 16;

/**
 * An empty vocabulary. Words of fewer than five messages cannot be of five people: a sketch of fixed size leaves them out
 * in the first pass, so that only words worth counting are ever kept by name. Where more than 40,000 would be left, the
 * floor rises until they are few enough. About 8 MB for the sketch and 20 MB for a full vocabulary, whatever is read.
 */
export function createVocabulary(): Vocabulary {
  const sketch = createCountSketch();
  const positions = new Map<string, number>();
  const spellings: Map<string, number>[] = [];
  let floor = 0;
  const positionOf = (stem: string): number => {
    const known = positions.get(stem);
    if (known !== undefined) return known;
    if (positions.size >= MOST_CODES || sketch.atLeast(textHash(stem)) < floor) return -1;
    const position = positions.size;
    positions.set(stem, position);
    spellings.push(new Map());
    return position;
  };
  return {
    survey(words) {
      const seen = new Set<string>();
      for (const { stem } of words) {
        if (seen.has(stem)) continue;
        seen.add(stem);
        sketch.add(textHash(stem));
      }
    },
    encode(words) {
      if (floor === 0) {
        floor = LEAST_TERM_AUTHORS;
        while (sketch.placesAtLeast(floor) > MOST_PASSING) floor += 1;
      }
      let terms = '';
      let parted = true;
      for (const { stem, form, joined } of words) {
        const position = positionOf(stem);
        if (position < 0) {
          parted = true;
          continue;
        }
        const forms = spellings[position];
        if (forms !== undefined) {
          const times = forms.get(form) ?? 0;
          if (times > 0 || forms.size < MOST_SPELLINGS) forms.set(form, times + 1);
        }
        if (terms !== '' && (parted || !joined)) terms += TERM_BREAK;
        terms += termCode(position);
        parted = false;
      }
      return terms;
    },
    words: () => [...positions].map(([stem, position]) => ({ code: termCode(position), stem, shown: commonest(spellings[position] ?? new Map<string, number>(), stem) })),
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
