import type { Analysis, Sentence, Token } from './analysis.ts';
import type { Slot } from './phrase-pattern.ts';

/** One pattern of a rule, by the rule's place in its set. */
export interface RulePattern {
  readonly rule: number;
  readonly slots: readonly Slot[];
}

/** Where a rule was found: tokens, the last one excluded. */
export interface RuleMatch {
  readonly rule: number;
  readonly first: number;
  readonly end: number;
}

/** What was found, in the order of the text, and how many comparisons of a slot with a token that took. */
export interface RuleMatches {
  readonly found: readonly RuleMatch[];
  readonly comparisons: number;
}

const PREFIX_KEY_UNITS = 3;
/** Places that are kept of one rule in one text. */
const MOST_PLACES = 3;

const accepts = (slot: Slot & { readonly kind: 'word' }, token: Token): boolean =>
  slot.forms.has(token.form) || slot.stems.has(token.stem) || slot.prefixes.some((prefix) => token.form.startsWith(prefix));

/**
 * Finds patterns by following all the places a pattern may have reached at once, never one after the other: a gap adds
 * places, it does not multiply tries. A pattern of s slots whose gaps add up to g costs at most s x (g + 1) comparisons
 * for each token that it can begin at, so a text costs linear time in its length and in the size of the set, whatever
 * stands in either. The shortest stretch is taken. Source: Thompson 1968, Communications of the ACM 11(6):419-422.
 */
export function ruleMatcher(patterns: readonly RulePattern[]): (analysis: Analysis) => RuleMatches {
  const byForm = new Map<string, RulePattern[]>();
  const byStem = new Map<string, RulePattern[]>();
  const byPrefix = new Map<string, RulePattern[]>();
  const push = (index: Map<string, RulePattern[]>, key: string, pattern: RulePattern): void => {
    const list = index.get(key);
    if (list === undefined) index.set(key, [pattern]);
    else list.push(pattern);
  };
  for (const pattern of patterns) {
    const [lead] = pattern.slots;
    if (lead?.kind !== 'word') continue;
    for (const form of lead.forms) push(byForm, form, pattern);
    for (const stem of lead.stems) push(byStem, stem, pattern);
    for (const key of new Set(lead.prefixes.map((prefix) => prefix.slice(0, PREFIX_KEY_UNITS)))) push(byPrefix, key, pattern);
  }
  return ({ tokens, sentences }) => {
    const places = new Map<number, RuleMatch[]>();
    let comparisons = 0;
    const endOf = (slots: readonly Slot[], from: number, sentence: Sentence): number => {
      let reached = [from];
      for (const slot of slots) {
        if (slot.kind === 'word') {
          const next: number[] = [];
          for (const at of reached) {
            const token = at < sentence.end ? tokens[at] : undefined;
            if (token === undefined) continue;
            comparisons += 1;
            if (accepts(slot, token)) next.push(at + 1);
          }
          reached = next;
        } else if (slot.kind === 'gap') {
          // reached is ascending, so each place is added once
          const next: number[] = [];
          for (const at of reached) for (let to = Math.max(at, (next.at(-1) ?? -1) + 1); to <= Math.min(at + slot.most, sentence.end); to += 1) next.push(to);
          reached = next;
        }
        if (reached.length === 0) return -1;
      }
      return reached[0] ?? -1;
    };
    for (const sentence of sentences) {
      for (let at = sentence.first; at < sentence.end; at += 1) {
        const token = tokens[at];
        if (token === undefined) continue;
        for (const candidates of [byForm.get(token.form), byStem.get(token.stem), byPrefix.get(token.form.slice(0, PREFIX_KEY_UNITS))]) {
          for (const { rule, slots } of candidates ?? []) {
            const known = places.get(rule);
            if (known !== undefined && known.length >= MOST_PLACES) continue;
            const end = endOf(slots, at, sentence);
            if (end < 0) continue;
            const last = known?.at(-1);
            if (known === undefined) places.set(rule, [{ rule, first: at, end }]);
            // several patterns of a rule, or one word found twice over, are one place
            else if (last !== undefined && at < last.end) known[known.length - 1] = { ...last, end: Math.max(last.end, end) };
            else known.push({ rule, first: at, end });
          }
        }
      }
    }
    return { found: [...places.values()].flat().sort((a, b) => a.first - b.first || a.rule - b.rule), comparisons };
  };
}
