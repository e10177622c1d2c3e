import type { Analysis, Token } from './analysis.ts';
import type { PhrasePattern, Slot } from './phrase-pattern.ts';
import { hasAffix, patternEnd, patternSet, type NumberedWord, type ReadyPattern } from './ready-pattern.ts';

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

const push = <Key>(index: Map<Key, ReadyPattern[]>, key: Key, pattern: ReadyPattern): void => {
  const list = index.get(key);
  if (list === undefined) index.set(key, [pattern]);
  else list.push(pattern);
};

const MOST_KNOWN_FORMS = 60_000;

/** Whether the first word of a pattern can be this one, whatever its part of speech. */
const startsWith = ({ pattern }: ReadyPattern, form: string, stem: string): boolean => {
  const lead = pattern.slots.find((slot) => slot.kind === 'word');
  return lead?.kind === 'word' && (lead.forms.has(form) || lead.stems.has(stem) || hasAffix(lead, form));
};

// Patterns whose first two words are plain are kept by both, so that "not" or "you" meets few candidates.
const MOST_PAIRS = 120;
const plainForms = (slot: Slot | undefined): ReadonlySet<string> | null =>
  slot?.kind === 'word' && slot.prefixes.length === 0 && slot.suffixes.length === 0 && slot.stems.size === 0 ? slot.forms : null;

/** What a matcher remembers of a word: its numbers, and the patterns that may start at it. */
interface Candidates extends NumberedWord {
  /** Patterns that can start at a word whatever follows. */
  readonly alone: readonly ReadyPattern[];
  /** Patterns that need a certain next word, by its number. */
  readonly pairs: ReadonlyMap<number, readonly ReadyPattern[]> | null;
}

const NO_PATTERNS: readonly ReadyPattern[] = [];
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
export function phraseMatcher(patterns: readonly PhrasePattern[], place?: number): PhraseMatcher {
  const set = patternSet();
  const byForm = new Map<string, ReadyPattern[]>();
  const byPair = new Map<string, Map<number, ReadyPattern[]>>();
  const byStem = new Map<string, ReadyPattern[]>();
  const byPrefix = new Map<string, ReadyPattern[]>();
  const bySuffix = new Map<string, ReadyPattern[]>();
  for (const written of patterns) {
    const pattern = set.ready(written);
    const lead = written.slots.find((slot) => slot.kind === 'word');
    if (lead?.kind !== 'word') continue;
    const first = plainForms(written.slots[0]);
    const second = plainForms(written.slots[1]);
    if (first !== null && second !== null && first.size * second.size <= MOST_PAIRS) {
      for (const form of first) {
        const next = byPair.get(form) ?? new Map<number, ReadyPattern[]>();
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
  const candidates = new Map<string, Candidates>();
  const candidatesOf = (token: Token): Candidates => {
    if (place === undefined || token.memory === undefined) return candidatesByForm(token);
    const known = token.memory[place] as Candidates | undefined;
    if (known !== undefined) return known;
    const found = newCandidates(token);
    token.memory[place] = found;
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
    const beginning = byPrefix.get(form.slice(0, AFFIX_KEY_UNITS));
    const ending = bySuffix.get(form.slice(-AFFIX_KEY_UNITS));
    // most new words stand in no pattern and begin or end as none asks
    if (formNumber === 0 && stemNumber === 0 && beginning === undefined && ending === undefined) return NOTHING;
    const lists = [byForm.get(form), byStem.get(stem), beginning, ending];
    const alone = lists.flatMap((list) => list ?? []).filter((pattern) => startsWith(pattern, form, stem));
    const pairs = byPair.get(form) ?? null;
    if (alone.length === 0 && pairs === null && formNumber === 0 && stemNumber === 0) return NOTHING;
    return { form: formNumber, stem: stemNumber, alone, pairs };
  };
  // filled anew for every text
  const words: Candidates[] = [];
  const hits = (analysis: Analysis): PhraseHit[] => {
    const found: PhraseHit[] = [];
    const { tokens, sentences } = analysis;
    for (let at = 0; at < tokens.length; at += 1) {
      const token = tokens[at];
      if (token !== undefined) words[at] = candidatesOf(token);
    }
    for (let index = 0; index < sentences.length; index += 1) {
      const sentence = sentences[index];
      if (sentence === undefined) break;
      for (let position = sentence.first; position < sentence.end; position += 1) {
        const starting = words[position];
        if (starting === undefined) break;
        const { alone, pairs } = starting;
        // a pair is looked up in the text, so that its second word may stand beyond the sentence and then fails there
        const follower = pairs === null || position + 1 >= tokens.length ? 0 : words[position + 1]?.form ?? 0;
        const offered = pairs === null || follower === 0 ? NO_PATTERNS : pairs.get(follower) ?? NO_PATTERNS;
        for (let turn = 0; turn < alone.length + offered.length; turn += 1) {
          const ready = turn < alone.length ? alone[turn] : offered[turn - alone.length];
          if (ready === undefined) break;
          const end = patternEnd(ready.slots, 0, tokens, words, position, sentence.first, sentence.end);
          if (end <= position) continue;
          const { theme, weight, ownNegation } = ready.pattern;
          found.push({ theme, weight, first: position, end, sentence: index, negated: tokens[position]?.negated === true && !ownNegation });
        }
      }
    }
    return found;
  };
  return { hits, knows: (form) => set.formNumber(form) !== 0 };
}
