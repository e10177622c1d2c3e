import type { Analysis, Sentence, Token } from './analysis.ts';
import type { PhrasePattern, Slot } from './phrase-pattern.ts';

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

const slotAccepts = (slot: Slot & { kind: 'word' }, token: Token): boolean =>
  (slot.forms.has(token.form) || slot.stems.has(token.stem) || slot.prefixes.some((prefix) => token.form.startsWith(prefix))
    || slot.suffixes.some((suffix) => token.form.endsWith(suffix) && token.form.length > suffix.length))
  && (slot.partOfSpeech === null || slot.partOfSpeech === token.partOfSpeech);

const matchEnd = (slots: readonly Slot[], slotIndex: number, tokens: readonly Token[], position: number, sentence: Sentence): number => {
  const slot = slots[slotIndex];
  if (slot === undefined) return position;
  if (slot.kind === 'start') return position === sentence.first ? matchEnd(slots, slotIndex + 1, tokens, position, sentence) : -1;
  if (slot.kind === 'end') {
    const rest = tokens.slice(position, sentence.end);
    return rest.every((token) => token.kind === 'punctuation') ? matchEnd(slots, slotIndex + 1, tokens, position, sentence) : -1;
  }
  if (slot.kind === 'gap') {
    for (let skipped = 0; skipped <= slot.most && position + skipped <= sentence.end; skipped += 1) {
      const end = matchEnd(slots, slotIndex + 1, tokens, position + skipped, sentence);
      if (end >= 0) return end;
    }
    return -1;
  }
  const token = tokens[position];
  if (token === undefined || position >= sentence.end || !slotAccepts(slot, token)) return -1;
  return matchEnd(slots, slotIndex + 1, tokens, position + 1, sentence);
};

const push = (index: Map<string, PhrasePattern[]>, key: string, pattern: PhrasePattern): void => {
  const list = index.get(key);
  if (list === undefined) index.set(key, [pattern]);
  else list.push(pattern);
};

const MOST_KNOWN_FORMS = 60_000;

/** Whether the first word of a pattern can be this one, whatever its part of speech. */
const startsWith = (pattern: PhrasePattern, form: string, stem: string): boolean => {
  const lead = pattern.slots.find((slot) => slot.kind === 'word');
  return lead?.kind === 'word' && (lead.forms.has(form) || lead.stems.has(stem) || lead.prefixes.some((prefix) => form.startsWith(prefix)) || lead.suffixes.some((suffix) => form.endsWith(suffix) && form.length > suffix.length));
};

// Patterns whose first two words are plain are kept by both, so that "not" or "you" meets few candidates.
const MOST_PAIRS = 120;
const plainForms = (slot: Slot | undefined): ReadonlySet<string> | null =>
  slot?.kind === 'word' && slot.prefixes.length === 0 && slot.suffixes.length === 0 && slot.stems.size === 0 ? slot.forms : null;

/** Finds every pattern of a set in an analysed text. */
export interface PhraseMatcher {
  readonly hits: (analysis: Analysis) => PhraseHit[];
  /** True when a form occurs in some pattern: tells real doubled letters from elongation. */
  readonly knows: (form: string) => boolean;
}

/**
 * Indexes patterns by their first word, so that a token meets only the patterns that can start there. No regular
 * expression runs on the text; gaps are bounded, so cost is linear in tokens.
 * @param place Where tokens remember which patterns may start at them; left out, they are looked up by form.
 */
export function phraseMatcher(patterns: readonly PhrasePattern[], place?: number): PhraseMatcher {
  const byForm = new Map<string, PhrasePattern[]>();
  const byPair = new Map<string, Map<string, PhrasePattern[]>>();
  const byStem = new Map<string, PhrasePattern[]>();
  const byPrefix = new Map<string, PhrasePattern[]>();
  const bySuffix = new Map<string, PhrasePattern[]>();
  const vocabulary = new Set<string>();
  for (const pattern of patterns) {
    for (const slot of pattern.slots) if (slot.kind === 'word') for (const form of slot.forms) vocabulary.add(form);
    const lead = pattern.slots.find((slot) => slot.kind === 'word');
    if (lead?.kind !== 'word') continue;
    const first = plainForms(pattern.slots[0]);
    const second = plainForms(pattern.slots[1]);
    if (first !== null && second !== null && first.size * second.size <= MOST_PAIRS) {
      for (const form of first) {
        const next = byPair.get(form) ?? new Map<string, PhrasePattern[]>();
        byPair.set(form, next);
        for (const follower of second) push(next, follower, pattern);
      }
      continue;
    }
    for (const form of lead.forms) push(byForm, form, pattern);
    for (const stem of lead.stems) push(byStem, stem, pattern);
    for (const key of new Set(lead.prefixes.map((prefix) => prefix.slice(0, AFFIX_KEY_UNITS)))) push(byPrefix, key, pattern);
    for (const key of new Set(lead.suffixes.map((suffix) => suffix.slice(-AFFIX_KEY_UNITS)))) push(bySuffix, key, pattern);
  }
  interface Candidates {
    /** Patterns that can start at a word whatever follows. */
    readonly alone: readonly PhrasePattern[];
    /** Patterns that need a certain next word. */
    readonly pairs: ReadonlyMap<string, readonly PhrasePattern[]> | undefined;
  }
  const NOTHING: Candidates = { alone: [], pairs: undefined };
  const candidates = new Map<string, Candidates>();
  /** All patterns that may start at a word: looked up once a form, because the same words come again and again. */
  const candidatesOf = (token: Token): Candidates => {
    if (place === undefined || token.memory === undefined) return candidatesByForm(token);
    const known = token.memory[place] as Candidates | undefined;
    if (known !== undefined) return known;
    const found = candidatesByForm(token);
    token.memory[place] = found;
    return found;
  };
  const candidatesByForm = ({ form, stem }: Token): Candidates => {
    const known = candidates.get(form);
    if (known !== undefined) return known;
    const lists = [byForm.get(form), byStem.get(stem), byPrefix.get(form.slice(0, AFFIX_KEY_UNITS)), bySuffix.get(form.slice(-AFFIX_KEY_UNITS))];
    const alone = lists.flatMap((list) => list ?? []).filter((pattern) => startsWith(pattern, form, stem));
    const pairs = byPair.get(form);
    const made = alone.length === 0 && pairs === undefined ? NOTHING : { alone, pairs };
    if (candidates.size >= MOST_KNOWN_FORMS) candidates.clear();
    candidates.set(form, made);
    return made;
  };
  const hits = (analysis: Analysis): PhraseHit[] => {
    const found: PhraseHit[] = [];
    const { tokens } = analysis;
    for (let sentenceIndex = 0; sentenceIndex < analysis.sentences.length; sentenceIndex += 1) {
      const sentence = analysis.sentences[sentenceIndex];
      if (sentence === undefined) break;
      for (let position = sentence.first; position < sentence.end; position += 1) {
        const token = tokens[position];
        if (token === undefined) continue;
        const starting = candidatesOf(token);
        if (starting === NOTHING) continue;
        const offered = starting.pairs === undefined ? undefined : starting.pairs.get(tokens[position + 1]?.form ?? '');
        for (let turn = 0; turn < 2; turn += 1) {
          const list = turn === 0 ? starting.alone : offered;
          if (list === undefined) continue;
          for (const pattern of list) {
            const end = matchEnd(pattern.slots, 0, tokens, position, sentence);
            if (end > position) found.push({ theme: pattern.theme, weight: pattern.weight, first: position, end, sentence: sentenceIndex, negated: token.negated && !pattern.ownNegation });
          }
        }
      }
    }
    return found;
  };
  return { hits, knows: (form) => vocabulary.has(form) };
}
