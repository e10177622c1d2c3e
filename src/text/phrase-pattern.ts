/** One slot of a compiled pattern. */
export type Slot =
  | { readonly kind: 'word'; readonly forms: ReadonlySet<string>; readonly prefixes: readonly string[]; readonly suffixes: readonly string[]; readonly stems: ReadonlySet<string>; readonly partOfSpeech: string | null }
  | { readonly kind: 'gap'; readonly most: number }
  | { readonly kind: 'start' }
  | { readonly kind: 'end' };

/** A compiled pattern: its theme, its weight and slots to match token by token. */
export interface PhrasePattern {
  readonly theme: string;
  readonly weight: number;
  readonly slots: readonly Slot[];
  /** The pattern itself speaks of a negation, so a negation around it changes nothing. */
  readonly ownNegation: boolean;
}

const MOST_EXPANSIONS = 24;
const MOST_GAP = 6;
const SHORTEST_AFFIX = 3;

const expandedSlots = (parts: readonly string[]): string[][] => {
  let variants: string[][] = [[]];
  for (const part of parts) {
    const optional = part.startsWith('[') && part.endsWith(']');
    const inner = optional ? part.slice(1, -1) : part;
    variants = optional
      ? variants.flatMap((variant) => [variant, [...variant, inner]])
      : variants.map((variant) => [...variant, inner]);
  }
  return variants;
};

const wordSlot = (part: string, stem: (word: string) => string): Slot => {
  const slash = part.lastIndexOf('/');
  const partOfSpeech = slash > 0 && /^[A-Z]+$/u.test(part.slice(slash + 1)) ? part.slice(slash + 1) : null;
  const alternatives = (partOfSpeech === null ? part : part.slice(0, slash)).split('|');
  const forms = new Set<string>();
  const stems = new Set<string>();
  const prefixes: string[] = [];
  const suffixes: string[] = [];
  for (const alternative of alternatives) {
    if (alternative.startsWith('=')) stems.add(stem(alternative.slice(1)));
    else if (alternative.endsWith('*') && alternative.length > 1) prefixes.push(alternative.slice(0, -1));
    else if (alternative.startsWith('*') && alternative.length > 1) suffixes.push(alternative.slice(1));
    else if (alternative !== '') forms.add(alternative);
  }
  if ([...prefixes, ...suffixes].some((affix) => affix.length < SHORTEST_AFFIX)) throw new RangeError(`invalid pattern: prefix or ending under ${SHORTEST_AFFIX} letters in "${part}"`);
  return { kind: 'word', forms, prefixes, suffixes, stems, partOfSpeech };
};

const slotOf = (part: string, stem: (word: string) => string): Slot => {
  if (part === '^') return { kind: 'start' };
  if (part === '$') return { kind: 'end' };
  const gap = /^\.\.(\d)$/u.exec(part);
  if (gap !== null) return { kind: 'gap', most: Math.min(MOST_GAP, Number(gap[1])) };
  return wordSlot(part, stem);
};

/**
 * Compiles one line of a lexicon. Slots are separated by a space: `word`, `prefix*`, `*ending`, `=stem`, `a|b|c`, `[optional]`,
 * `..3` (up to three tokens of any kind), `^` and `$` (start and end of the sentence), `like/VERB` (part of speech).
 * Throws RangeError `invalid pattern: ...` on a pattern without a word or with over 24 expansions.
 */
export function phrasePatterns(theme: string, weight: number, line: string, stem: (word: string) => string, negators: ReadonlySet<string>): PhrasePattern[] {
  const parts = line.split(' ').filter((part) => part !== '');
  const variants = expandedSlots(parts);
  if (variants.length > MOST_EXPANSIONS) throw new RangeError(`invalid pattern: over ${MOST_EXPANSIONS} expansions in "${line}"`);
  return variants.map((variant) => {
    const slots = variant.map((part) => slotOf(part, stem));
    const anchored = slots[0]?.kind === 'start' ? slots[1] : slots[0];
    if (anchored?.kind !== 'word') throw new RangeError(`invalid pattern: no leading word in "${line}"`);
    const ownNegation = slots.some((slot) => slot.kind === 'word' && [...slot.forms].some((form) => negators.has(form)));
    return { theme, weight, slots, ownNegation };
  });
}
