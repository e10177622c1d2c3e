import type { Token } from './analysis.ts';
import type { PhrasePattern, Slot } from './phrase-pattern.ts';

/** What a matcher knows of a word by number: 0 where no pattern of the set holds its form, or its stem. */
export interface NumberedWord {
  readonly form: number;
  readonly stem: number;
}

/** Kinds of a ready slot: a word, a gap, the start and the end of the sentence. */
const WORD = 0;
const GAP = 1;
const START = 2;

/** A slot whose words are numbers; slots that say the same are one object, so that few are in use and those stay at hand. */
interface ReadySlot {
  readonly kind: number;
  /** Tokens that a gap may take. */
  readonly most: number;
  readonly forms: readonly number[];
  readonly stems: readonly number[];
  /** Null where no beginning or ending of words is asked for. */
  readonly affixes: (Slot & { readonly kind: 'word' }) | null;
  readonly partOfSpeech: string | null;
}

/** A pattern made ready for a matcher: what it says, and its slots by number. */
export interface ReadyPattern {
  readonly pattern: PhrasePattern;
  readonly slots: readonly ReadySlot[];
}

/** Makes patterns of one set ready, and tells the numbers of words in that set. */
export interface PatternSet {
  readonly ready: (pattern: PhrasePattern) => ReadyPattern;
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
  const slots = new Map<string, ReadySlot>();
  const readySlot = (slot: Slot): ReadySlot => {
    const key = slot.kind === 'word' ? JSON.stringify([[...slot.forms], slot.prefixes, slot.suffixes, [...slot.stems], slot.partOfSpeech]) : slot.kind === 'gap' ? String(slot.most) : slot.kind;
    const known = slots.get(key);
    if (known !== undefined) return known;
    const made = slot.kind === 'word'
      ? { kind: WORD, most: 0, forms: [...slot.forms].map(forms.add), stems: [...slot.stems].map(stems.add), affixes: slot.prefixes.length + slot.suffixes.length > 0 ? slot : null, partOfSpeech: slot.partOfSpeech }
      : { kind: slot.kind === 'gap' ? GAP : slot.kind === 'start' ? START : START + 1, most: slot.kind === 'gap' ? slot.most : 0, forms: [], stems: [], affixes: null, partOfSpeech: null };
    slots.set(key, made);
    return made;
  };
  return { ready: (pattern) => ({ pattern, slots: pattern.slots.map(readySlot) }), formNumber: forms.find, stemNumber: stems.find };
}

const holds = (numbers: readonly number[], number: number): boolean => {
  for (let at = 0; at < numbers.length; at += 1) if (numbers[at] === number) return true;
  return false;
};

const accepts = (slot: ReadySlot, word: NumberedWord, token: Token): boolean => {
  const { affixes } = slot;
  const found = (word.form !== 0 && holds(slot.forms, word.form)) || (word.stem !== 0 && holds(slot.stems, word.stem))
    || (affixes !== null && hasAffix(affixes, token.form));
  return found && (slot.partOfSpeech === null || slot.partOfSpeech === token.partOfSpeech);
};

/** Whether a form begins or ends as a slot asks; an ending alone is no word. */
export function hasAffix({ prefixes, suffixes }: Slot & { readonly kind: 'word' }, form: string): boolean {
  return prefixes.some((prefix) => form.startsWith(prefix)) || suffixes.some((suffix) => form.endsWith(suffix) && form.length > suffix.length);
}

/**
 * Where a pattern that begins at a token ends: the place after its last token, -1 where it does not match. Gaps take as few
 * tokens as they can. `words` are the numbers of the tokens, `from` and `to` the sentence, `at` the slot to go on with.
 */
export function patternEnd(slots: readonly ReadySlot[], at: number, tokens: readonly Token[], words: readonly NumberedWord[], position: number, from: number, to: number): number {
  let place = position;
  for (let index = at; index < slots.length; index += 1) {
    const slot = slots[index];
    if (slot === undefined) return -1;
    if (slot.kind === WORD) {
      const token = tokens[place];
      const word = words[place];
      if (place >= to || token === undefined || word === undefined || !accepts(slot, word, token)) return -1;
      place += 1;
    } else if (slot.kind === GAP) {
      for (let skipped = 0; skipped <= slot.most && place + skipped <= to; skipped += 1) {
        const end = patternEnd(slots, index + 1, tokens, words, place + skipped, from, to);
        if (end >= 0) return end;
      }
      return -1;
    } else if (slot.kind === START) {
      if (place !== from) return -1;
    } else {
      for (let rest = place; rest < to; rest += 1) if (tokens[rest]?.kind !== 'punctuation') return -1;
    }
  }
  return place;
}
