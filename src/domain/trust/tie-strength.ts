const DAY_MS = 86_400_000;
/** A pair below this many exchanges is never looked at. */
export const LEAST_EXCHANGES = 3;
/** After so many days what was exchanged last counts half; a tie that lasted so long is half way to 1. */
export const TIE_HALF_LIFE_DAYS = 90;
/** Exchanges a month that stand half way to 1: about one a week. */
const HALF_MONTHLY = 4;
/** Subjects beyond the first that stand half way to 1. */
const HALF_SUBJECTS = 2;
/** A month of the calendar, on average. */
const MONTH_DAYS = 30.4375;

/** The seven parts of a tie, in the order shown. */
export const TIE_PARTS = ['duration', 'frequency', 'recency', 'reciprocity', 'breadth', 'intimacy', 'neighbours'] as const;
export type TiePart = (typeof TIE_PARTS)[number];

/** What was observed between two parties. Exchanges are messages of one to the other. */
export interface ObservedTie {
  readonly forth: number;
  readonly back: number;
  /** First and last exchange whose time is known, UTC ms; null where no time is. */
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Subjects that the two touched; null where none of their messages could be read for its subject. */
  readonly subjects: number | null;
  /** Messages that could be read for words of closeness, and those that hold some. */
  readonly read: number;
  readonly intimate: number;
  /** Share of common neighbours, in [0, 1]; null towards a brand, which everybody has in common. */
  readonly overlap: number | null;
}

/** The seven parts, each in [0, 1] or null where the data cannot say it. */
export type TieParts = Readonly<Record<TiePart, number | null>>;

/**
 * Seven observed parts of the strength of a tie, each in [0, 1]; null for a pair under three exchanges.
 *
 * - duration: 1 − 2^(−days from first to last / 90); a tie of 90 days stands at .5
 * - frequency: f / (f + 4), f = exchanges a month over those days, at least one month; one a week stands near .5
 * - recency: 2^(−days from the last exchange to the end of the data / 90)
 * - reciprocity: 2 × the lesser direction / all exchanges; both write as much = 1, one alone = 0
 * - breadth: 1 − 2^(−(subjects − 1) / 2); one subject = 0, three = .5
 * - intimacy: messages with words of closeness / messages read
 * - neighbours: people tied to both / people tied to either, the two left out
 *
 * Dimensions after Granovetter 1973 (time, intensity, intimacy, reciprocal services) and Gilbert & Karahalios 2009; Marsden &
 * Campbell 1984 warn that frequency and duration say less than closeness, hence none of the seven is hidden in a total. Overlap:
 * Onnela et al. 2007. Half-lives and half-way points are ours and stand here alone.
 * Source: Granovetter, American Journal of Sociology 78(6):1360-1380; Marsden & Campbell, Social Forces 63(2):482-501; Onnela et
 * al., PNAS 104(18):7332-7336; Gilbert & Karahalios, CHI 2009, 211-220.
 */
export function tieParts({ forth, back, firstMs, lastMs, subjects, read, intimate, overlap }: ObservedTie, endMs: number): TieParts | null {
  const exchanges = forth + back;
  if (exchanges < LEAST_EXCHANGES) return null;
  const days = firstMs === null || lastMs === null ? null : (lastMs - firstMs) / DAY_MS;
  const monthly = days === null ? null : exchanges / Math.max(1, days / MONTH_DAYS);
  return {
    duration: days === null ? null : 1 - 2 ** (-days / TIE_HALF_LIFE_DAYS),
    frequency: monthly === null ? null : monthly / (monthly + HALF_MONTHLY),
    recency: lastMs === null ? null : 2 ** (-Math.max(0, endMs - lastMs) / DAY_MS / TIE_HALF_LIFE_DAYS),
    reciprocity: (2 * Math.min(forth, back)) / exchanges,
    breadth: subjects === null || subjects < 1 ? null : 1 - 2 ** (-(subjects - 1) / HALF_SUBJECTS),
    intimacy: read === 0 ? null : intimate / read,
    neighbours: overlap,
  };
}

/**
 * The plain mean of the parts that are known, in [0, 1]: only for putting ties in an order and for the mean of a tribe; null when
 * fewer than five of the seven are known.
 * @example tieStrength({ duration: 1, frequency: 1, recency: 1, reciprocity: 0, breadth: 0, intimacy: null, neighbours: null }) // 0.6
 */
export function tieStrength(parts: TieParts): number | null {
  const known = TIE_PARTS.flatMap((part) => parts[part] ?? []);
  return known.length < LEAST_PARTS ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
}

const LEAST_PARTS = 5;
