import type { Analysis, Token } from './analysis.ts';

/** How words feel, summed over a text: `up` and `down` are sums of valences without sign, `compound` lies in [-1, 1]. */
export interface Valence {
  readonly up: number;
  readonly down: number;
  readonly compound: number;
  /** Valence of the last word that has one, in [-1, 1]: endings tell how something was meant. */
  readonly last: number;
}

/** A negated word counts on the other side by this share (Hutto & Gilbert 2014, from their raters). */
const NEGATED_SHARE = -0.74;
const ELONGATED = 1.25;
/** Keeps the compound within bounds, as VADER's normalisation does (Hutto & Gilbert 2014, ICWSM). */
const ALPHA = 15;
const MOST_SUM = 30;

/** The valence of a word, 0 without one; a token's memory keeps it. */
const valenceOf = ({ form, memory }: Token, valences: ReadonlyMap<string, number>): number => {
  const known = memory?.valence;
  if (known !== undefined) return known;
  const found = valences.get(form) ?? 0;
  if (memory !== undefined) memory.valence = found;
  return found;
};

/**
 * Sums the valences (-4 to 4) of the words of a text; a word without one counts nothing, a negated one most of the
 * contrary, a stretched one a little more.
 * @example textValence({ tokens: [], sentences: [], polarity: 0 }, new Map()).compound // 0
 */
export function textValence(analysis: Analysis, valences: ReadonlyMap<string, number>): Valence {
  let up = 0;
  let down = 0;
  let last = 0;
  for (const token of analysis.tokens) {
    const known = valenceOf(token, valences);
    if (known === 0) continue;
    const { negated, elongated } = token;
    const value = known * (negated ? NEGATED_SHARE : 1) * (elongated ? ELONGATED : 1);
    if (value > 0) up += value;
    else down -= value;
    last = value / 4;
  }
  const sum = up - down;
  return { up: Math.min(MOST_SUM, up), down: Math.min(MOST_SUM, down), compound: sum / Math.sqrt(sum * sum + ALPHA), last };
}
