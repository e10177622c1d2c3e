import type { Analysis, PreparedText } from './analysis.ts';
import type { PhraseHit } from './phrase-matcher.ts';

/** What the patterns of one theme found: a damped sum of weights and the hits behind it, strongest first. */
interface ThemeEvidence {
  readonly score: number;
  readonly hits: readonly PhraseHit[];
}

/** Evidence of a text, by theme, beside what only the shape of the text tells. */
export interface Evidence {
  readonly theme: (name: string) => number;
  readonly hits: (name: string) => readonly PhraseHit[];
  /** The theme is spoken of only to deny it ("I never take part"). */
  readonly denied: (name: string) => boolean;
  readonly positive: number;
  readonly negative: number;
  readonly questions: number;
  readonly words: number;
}

// Repeated evidence counts less and less, so that a long text does not become certain by its length.
const DAMPING = 0.45;
const NONE: readonly PhraseHit[] = [];
const WEAK_WEIGHT = 2.5;
const FLIPPED_SHARE = 0.8;
const MOST_EMOJI = 4;
const ELONGATION_FACTOR = 1.3;
// Themes whose plain words mean the contrary, or nothing, under a negation.
const DROPPED_WHEN_NEGATED: ReadonlySet<string> = new Set(['praise', 'recommend', 'thanks', 'solved', 'purchase', 'contest']);

const overlaps = (a: PhraseHit, b: PhraseHit): boolean => a.first < b.end && b.first < a.end;

const kept = (hits: readonly PhraseHit[]): readonly PhraseHit[] => {
  if (hits.length === 1) return hits;
  const sorted = hits.toSorted((a, b) => b.weight - a.weight || (b.end - b.first) - (a.end - a.first) || a.first - b.first);
  const chosen: PhraseHit[] = [];
  for (const hit of sorted) if (!chosen.some((other) => overlaps(hit, other))) chosen.push(hit);
  return chosen;
};

/** What the first, second and further hits count. */
const SHARES: readonly number[] = Array.from({ length: 32 }, (_, rank) => DAMPING ** rank);

const damped = (hits: readonly PhraseHit[]): number => {
  let sum = 0;
  for (let rank = 0; rank < hits.length; rank += 1) sum += (hits[rank]?.weight ?? 0) * (SHARES[rank] ?? DAMPING ** rank);
  return sum;
};

const counts = (hit: PhraseHit): boolean => {
  if (!hit.negated) return true;
  return hit.theme === 'trouble' ? hit.weight >= WEAK_WEIGHT : !DROPPED_WHEN_NEGATED.has(hit.theme);
};

/**
 * Sums up pattern hits by theme. Overlapping hits of a theme count once; a negated word of polarity counts on the
 * other side at .8; negated praise, thanks and recommendations are dropped; emoji add to polarity.
 */
export function evidenceOf(hits: readonly PhraseHit[], analysis: Analysis, prepared: PreparedText, emoji: ReadonlyMap<string, 1 | -1>): Evidence {
  const byTheme = new Map<string, PhraseHit[]>();
  const denials = new Set<string>();
  for (const hit of hits) {
    if (!counts(hit)) {
      denials.add(hit.theme);
      continue;
    }
    const list = byTheme.get(hit.theme);
    if (list === undefined) byTheme.set(hit.theme, [hit]);
    else list.push(hit);
  }
  const themes = new Map<string, ThemeEvidence>();
  for (const [theme, list] of byTheme) {
    const chosen = kept(list);
    themes.set(theme, { score: damped(chosen), hits: chosen });
  }
  let positive = 0;
  let negative = 0;
  const weigh = (hit: PhraseHit): number => hit.weight * (analysis.tokens[hit.first]?.elongated === true ? ELONGATION_FACTOR : 1);
  for (const hit of themes.get('positive')?.hits ?? NONE) {
    if (hit.negated) negative += weigh(hit) * FLIPPED_SHARE;
    else positive += weigh(hit);
  }
  for (const hit of themes.get('negative')?.hits ?? NONE) {
    if (hit.negated) positive += weigh(hit) * FLIPPED_SHARE * 0.5;
    else negative += weigh(hit);
  }
  for (let at = 0; at < prepared.emoji.length && at < MOST_EMOJI; at += 1) {
    const polarity = emoji.get(prepared.emoji[at] ?? '') ?? 0;
    if (polarity > 0) positive += 1.5;
    if (polarity < 0) negative += 1.5;
  }
  let questions = 0;
  for (const { question } of analysis.sentences) if (question) questions += 1;
  let words = 0;
  for (const { kind } of analysis.tokens) if (kind === 'word') words += 1;
  return {
    theme: (name) => themes.get(name)?.score ?? 0,
    hits: (name) => themes.get(name)?.hits ?? NONE,
    denied: (name) => denials.has(name) && !themes.has(name),
    positive, negative, questions, words,
  };
}

/**
 * The logistic function.
 * @example probabilityOf(0) // 0.5
 */
export function probabilityOf(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}
