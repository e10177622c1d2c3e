import type { Analysis, PatternPlace, Token, WordMemory } from './analysis.ts';
import type { PhrasePattern, Slot } from './phrase-pattern.ts';
import { hasAffix, patternEnd, patternNumber, patternSet, type MatchedText, type NumberedWord } from './ready-pattern.ts';

/** A pattern found in a text: token range (last token excluded) and whether its first word stands under a negation. */
export interface PhraseHit {
  readonly theme: string;
  readonly weight: number;
  readonly first: number;
  readonly end: number;
  readonly sentence: number;
  readonly negated: boolean;
}

const AFFIX_KEY_UNITS = 3;

const push = <Key>(index: Map<Key, number[]>, key: Key, pattern: number): void => {
  const list = index.get(key);
  if (list === undefined) index.set(key, [pattern]);
  else list.push(pattern);
};

const MOST_KNOWN_FORMS = 60_000;

/** Whether the first word of a pattern can be this one, whatever its part of speech. */
const startsWith = (pattern: PhrasePattern | undefined, form: string, stem: string): boolean => {
  const lead = pattern?.slots.find((slot) => slot.kind === 'word');
  return lead?.kind === 'word' && (lead.forms.has(form) || lead.stems.has(stem) || hasAffix(lead, form));
};

// Patterns whose first two words are plain are kept by both, so that "not" or "you" meets few candidates.
const MOST_PAIRS = 120;
const plainForms = (slot: Slot | undefined): ReadonlySet<string> | null =>
  slot?.kind === 'word' && slot.prefixes.length === 0 && slot.suffixes.length === 0 && slot.stems.size === 0 ? slot.forms : null;

/** What a matcher remembers of a word: its numbers, and the patterns that may start at it. */
interface Candidates extends NumberedWord {
  /** Patterns that can start at a word whatever follows, by where they are written. */
  readonly alone: readonly number[];
  /** Patterns that need a certain next word, by its number. */
  readonly pairs: ReadonlyMap<number, readonly number[]> | null;
}

// named places are read faster than numbered ones
const remembered = (memory: WordMemory, place: PatternPlace): unknown => (place === 'inbound' ? memory.inbound : place === 'outbound' ? memory.outbound : memory.promises);
const remember = (memory: WordMemory, place: PatternPlace, found: Candidates): void => {
  if (place === 'inbound') memory.inbound = found;
  else if (place === 'outbound') memory.outbound = found;
  else memory.promises = found;
};

const NO_PATTERNS: readonly number[] = [];
const NOTHING: Candidates = { form: 0, stem: 0, alone: NO_PATTERNS, pairs: null };

/** Finds every pattern of a set in an analysed text. */
export interface PhraseMatcher {
  readonly hits: (analysis: Analysis) => PhraseHit[];
  /** True when a form occurs in some pattern: tells real doubled letters from elongation. */
  readonly knows: (form: string) => boolean;
}

/**
 * Indexes patterns by their first word, so that a token meets only the patterns that can start there. Words are compared by
 * number, looked up once a form, because the same words come again and again. No regular expression runs on the text; gaps
 * are bounded, so cost is linear in tokens.
 * @param place Where tokens remember what is known of their form; left out, it is looked up by form.
 */
export function phraseMatcher(patterns: readonly PhrasePattern[], place?: PatternPlace): PhraseMatcher {
  const set = patternSet();
  const byForm = new Map<string, number[]>();
  const byPair = new Map<string, Map<number, number[]>>();
  const byStem = new Map<string, number[]>();
  const byPrefix = new Map<string, number[]>();
  const bySuffix = new Map<string, number[]>();
  for (const written of patterns) {
    const pattern = set.add(written);
    const lead = written.slots.find((slot) => slot.kind === 'word');
    if (lead?.kind !== 'word') continue;
    const first = plainForms(written.slots[0]);
    const second = plainForms(written.slots[1]);
    if (first !== null && second !== null && first.size * second.size <= MOST_PAIRS) {
      for (const form of first) {
        const next = byPair.get(form) ?? new Map<number, number[]>();
        byPair.set(form, next);
        for (const follower of second) push(next, set.formNumber(follower), pattern);
      }
      continue;
    }
    for (const form of lead.forms) push(byForm, form, pattern);
    for (const stem of lead.stems) push(byStem, stem, pattern);
    for (const key of new Set(lead.prefixes.map((prefix) => prefix.slice(0, AFFIX_KEY_UNITS)))) push(byPrefix, key, pattern);
    for (const key of new Set(lead.suffixes.map((suffix) => suffix.slice(-AFFIX_KEY_UNITS)))) push(bySuffix, key, pattern);
  }
  const program = set.program();
  const patternAt = (written: number): PhrasePattern | undefined => patterns[patternNumber(program, written)];
  const candidates = new Map<string, Candidates>();
  const candidatesOf = (token: Token): Candidates => {
    if (place === undefined || token.memory === undefined) return candidatesByForm(token);
    const known = remembered(token.memory, place) as Candidates | undefined;
    if (known !== undefined) return known;
    const found = newCandidates(token);
    remember(token.memory, place, found);
    return found;
  };
  const candidatesByForm = (token: Token): Candidates => {
    const known = candidates.get(token.form);
    if (known !== undefined) return known;
    const made = newCandidates(token);
    if (candidates.size >= MOST_KNOWN_FORMS) candidates.clear();
    candidates.set(token.form, made);
    return made;
  };
  const newCandidates = ({ form, stem }: Token): Candidates => {
    const formNumber = set.formNumber(form);
    const stemNumber = set.stemNumber(stem);
    const beginning = byPrefix.size === 0 ? undefined : byPrefix.get(form.slice(0, AFFIX_KEY_UNITS));
    const ending = bySuffix.size === 0 ? undefined : bySuffix.get(form.slice(-AFFIX_KEY_UNITS));
    // most new words stand in no pattern and begin or end as none asks
    if (formNumber === 0 && stemNumber === 0 && beginning === undefined && ending === undefined) return NOTHING;
    const lists = [byForm.get(form), byStem.get(stem), beginning, ending];
    const alone = lists.flatMap((list) => list ?? []).filter((written) => startsWith(patternAt(written), form, stem));
    const pairs = byPair.get(form) ?? null;
    if (alone.length === 0 && pairs === null && formNumber === 0 && stemNumber === 0) return NOTHING;
    return { form: formNumber, stem: stemNumber, alone, pairs };
  };
  // filled anew for every text
  const words: Candidates[] = [];
  const text: MatchedText = { tokens: [], words, from: 0, to: 0 };
  const hits = (analysis: Analysis): PhraseHit[] => {
    const found: PhraseHit[] = [];
    const { tokens, sentences } = analysis;
    text.tokens = tokens;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token !== undefined) words[at] = candidatesOf(token);
    }
    for (let index = 0; index < sentences.length; index += 1) {
      const sentence = sentences[index];
      if (sentence === undefined) break;
      text.from = sentence.first;
      text.to = sentence.end;
      for (let position = sentence.first; position < sentence.end; position += 1) {
        const starting = words[position];
        if (starting === undefined) break;
        const { alone, pairs } = starting;
        // most words begin nothing
        if (alone.length === 0 && pairs === null) continue;
        // a pair is looked up in the text, so that its second word may stand beyond the sentence and then fails there
        const follower = pairs === null || position + 1 >= tokens.length ? 0 : words[position + 1]?.form ?? 0;
        const offered = pairs === null || follower === 0 ? NO_PATTERNS : pairs.get(follower) ?? NO_PATTERNS;
        for (let turn = 0; turn < alone.length + offered.length; turn += 1) {
          const written = turn < alone.length ? alone[turn] : offered[turn - alone.length];
          if (written === undefined) break;
          const end = patternEnd(program, written, text, position);
          if (end <= position) continue;
          const pattern = patternAt(written);
          if (pattern === undefined) break;
          const { theme, weight, ownNegation } = pattern;
          found.push({ theme, weight, first: position, end, sentence: index, negated: tokens[position]?.negated === true && !ownNegation });
        }
      }
    }
    return found;
  };
  return { hits, knows: (form) => set.formNumber(form) !== 0 };
}
