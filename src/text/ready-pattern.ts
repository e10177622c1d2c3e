import type { Token } from './analysis.ts';
import type { PhrasePattern, Slot } from './phrase-pattern.ts';

/** What a matcher knows of a word by number: 0 where no pattern of the set holds its form, or its stem. */
export interface NumberedWord {
  readonly form: number;
  readonly stem: number;
}

/** Kinds of a slot: a word, a gap, the start and the end of the sentence. */
const WORD = 0;
const GAP = 1;
const START = 2;
const END = 3;

type WordSlot = Slot & { readonly kind: 'word' };

/**
 * The patterns of a set written out as numbers, one after another, because following objects from pattern to slot to word costs more
 * than comparing does. A slot is its kind, then for a gap the tokens that it may take, for a word where its forms end, where its
 * stems end, its beginnings and endings (from 1 on, 0 for none), its part of speech (likewise), its forms and its stems. A
 * pattern is its place in the set, whether it is one word and nothing else (1), where it ends, and where each of its slots is
 * written. Slots that say the same are written once, so that few are in use and those stay at hand.
 */
export interface PatternProgram {
  readonly numbers: Int32Array;
  readonly affixes: readonly WordSlot[];
  readonly partsOfSpeech: readonly string[];
}

const WORD_HEAD = 5;
const PATTERN_HEAD = 3;

/** Makes patterns of one set ready, and tells the numbers of words in that set. */
export interface PatternSet {
  /** Writes a pattern out; where it is written. */
  readonly add: (pattern: PhrasePattern) => number;
  /** Everything that was written so far. */
  readonly program: () => PatternProgram;
  /** Number of a form in the set, 0 where no pattern holds it; likewise of a stem. Both O(1). */
  readonly formNumber: (form: string) => number;
  readonly stemNumber: (stem: string) => number;
}

const numbering = (): { readonly add: (word: string) => number; readonly find: (word: string) => number } => {
  const numbers = new Map<string, number>();
  return {
    add: (word) => {
      const number = numbers.get(word) ?? numbers.size + 1;
      numbers.set(word, number);
      return number;
    },
    find: (word) => numbers.get(word) ?? 0,
  };
};

/** An empty set of patterns. Comparing numbers instead of strings keeps matching within few small arrays. */
export function patternSet(): PatternSet {
  const forms = numbering();
  const stems = numbering();
  const numbers: number[] = [];
  const affixes: WordSlot[] = [];
  const partsOfSpeech: string[] = [];
  const slots = new Map<string, number>();
  let patterns = 0;
  const partOfSpeechNumber = (name: string | null): number => {
    if (name === null) return 0;
    const known = partsOfSpeech.indexOf(name);
    return known >= 0 ? known + 1 : partsOfSpeech.push(name);
  };
  const written = (slot: Slot): number => {
    const at = numbers.length;
    if (slot.kind === 'word') {
      const own = [...slot.forms].map(forms.add);
      const roots = [...slot.stems].map(stems.add);
      const formsEnd = at + WORD_HEAD + own.length;
      numbers.push(WORD, formsEnd, formsEnd + roots.length, slot.prefixes.length + slot.suffixes.length > 0 ? affixes.push(slot) : 0, partOfSpeechNumber(slot.partOfSpeech), ...own, ...roots);
    } else if (slot.kind === 'gap') numbers.push(GAP, slot.most);
    else numbers.push(slot.kind === 'start' ? START : END);
    return at;
  };
  const slotPlace = (slot: Slot): number => {
    const key = slot.kind === 'word' ? JSON.stringify([[...slot.forms], slot.prefixes, slot.suffixes, [...slot.stems], slot.partOfSpeech]) : slot.kind === 'gap' ? String(slot.most) : slot.kind;
    const place = slots.get(key) ?? written(slot);
    slots.set(key, place);
    return place;
  };
  return {
    add: (pattern) => {
      const places = pattern.slots.map(slotPlace);
      const [first] = pattern.slots;
      const at = numbers.length;
      numbers.push(patterns, pattern.slots.length === 1 && first?.kind === 'word' && first.partOfSpeech === null ? 1 : 0, at + PATTERN_HEAD + places.length, ...places);
      patterns += 1;
      return at;
    },
    program: () => ({ numbers: Int32Array.from(numbers), affixes, partsOfSpeech }),
    formNumber: forms.find, stemNumber: stems.find,
  };
}

const isAmong = (numbers: Int32Array, from: number, to: number, wanted: number): boolean => {
  for (let at = from; at < to; at += 1) if (numbers[at] === wanted) return true;
  return false;
};

const accepts = ({ numbers, affixes, partsOfSpeech }: PatternProgram, slot: number, word: NumberedWord, token: Token): boolean => {
  const formsEnd = numbers[slot + 1] ?? 0;
  const affix = numbers[slot + 3] ?? 0;
  const partOfSpeech = numbers[slot + 4] ?? 0;
  const found = (word.form !== 0 && isAmong(numbers, slot + WORD_HEAD, formsEnd, word.form)) || (word.stem !== 0 && isAmong(numbers, formsEnd, numbers[slot + 2] ?? 0, word.stem))
    || (affix !== 0 && hasAffix(affixes[affix - 1], token.form));
  return found && (partOfSpeech === 0 || partsOfSpeech[partOfSpeech - 1] === token.partOfSpeech);
};

/** Whether a form begins or ends as a slot asks; an ending alone is no word. */
export function hasAffix(slot: WordSlot | undefined, form: string): boolean {
  return slot !== undefined && (slot.prefixes.some((prefix) => form.startsWith(prefix)) || slot.suffixes.some((suffix) => form.endsWith(suffix) && form.length > suffix.length));
}

/** What a pattern is matched against: the tokens of a text, what is known of each by number, and the sentence from first to last, which is excluded. */
export interface MatchedText {
  tokens: readonly Token[];
  words: readonly NumberedWord[];
  from: number;
  to: number;
}

const endFrom = (program: PatternProgram, next: number, last: number, text: MatchedText, position: number): number => {
  const { numbers } = program;
  const { tokens, words, from, to } = text;
  let place = position;
  for (let index = next; index < last; index += 1) {
    const slot = numbers[index] ?? 0;
    const kind = numbers[slot] ?? WORD;
    if (kind === WORD) {
      if (place >= to) return -1;
      const token = tokens[place];
      const word = words[place];
      if (token === undefined || word === undefined || !accepts(program, slot, word, token)) return -1;
      place += 1;
    } else if (kind === GAP) {
      const most = numbers[slot + 1] ?? 0;
      for (let skipped = 0; skipped <= most && place + skipped <= to; skipped += 1) {
        const end = endFrom(program, index + 1, last, text, place + skipped);
        if (end >= 0) return end;
      }
      return -1;
    } else if (kind === START) {
      if (place !== from) return -1;
    } else {
      for (let rest = place; rest < to; rest += 1) if (tokens[rest]?.kind !== 'punctuation') return -1;
    }
  }
  return place;
};

/** The place of a pattern in its set, by where it is written. */
export function patternNumber({ numbers }: PatternProgram, pattern: number): number {
  return numbers[pattern] ?? 0;
}

/**
 * Where a pattern that begins at a token ends: the place after its last token, -1 where it does not match. Gaps take as few
 * tokens as they can. Its first word is known to be one that may begin it, whatever its part of speech.
 * @param pattern Where the pattern is written.
 */
export function patternEnd(program: PatternProgram, pattern: number, text: MatchedText, position: number): number {
  const { numbers } = program;
  if (numbers[pattern + 1] === 1) return position + 1;
  return endFrom(program, pattern + PATTERN_HEAD, numbers[pattern + 2] ?? 0, text, position);
}
