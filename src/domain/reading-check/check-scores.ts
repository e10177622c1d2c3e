import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';
import { NO_SCORE, weightedShare, type CheckScore } from './weighted-share.ts';

/** One message of the random sample: what the reader said without having seen it, and what a person says. */
export interface CheckedMessage {
  readonly said: string;
  readonly truth: string;
  /** Labels that were on, the primary first. */
  readonly saidAll: readonly string[];
  readonly truthAll: readonly string[];
  readonly stratum: string;
  readonly weight: number;
}

/** Scores of one label. */
export interface LabelScores {
  readonly code: string;
  /** Messages of the sample that a person gave the label, and those the reader gave it. */
  readonly n: number;
  readonly said: number;
  readonly tooFew: boolean;
  readonly precision: CheckScore;
  readonly recall: CheckScore;
  readonly f1: CheckScore;
}

/** Scores of the reading on a random sample. */
export interface CheckScores {
  readonly n: number;
  readonly accuracy: CheckScore;
  /** Agreement beyond chance of the primary label (Cohen 1960), weighted. */
  readonly kappa: CheckScore;
  /** Mean F1 of the labels with at least {@link FEWEST_OF_A_LABEL} messages. */
  readonly macroF1: CheckScore;
  readonly labels: readonly LabelScores[];
}

/** Below so many messages of a label by a person, or half as many by the reader, its score is not given. */
export const FEWEST_OF_A_LABEL = 10;
/** Below so many checked messages no score is given at all. */
export const FEWEST_CHECKED = 50;
const DRAWS = 1000;

interface Sums {
  readonly accuracy: number;
  readonly chance: number;
  readonly kappa: number | null;
  readonly macroF1: number | null;
}

/**
 * Precision, recall and F1 of each label, accuracy and kappa of the primary one, from a stratified sample: every message
 * counts by its weight, so that the scores are those expected over all messages. Labels are scored one by one, so a message
 * with two of them counts for both. Shares have Wilson limits on the effective sample; F1 = 2q/(1 + q), q the share right of
 * the messages that either gave the label, and has q's. Kappa and the mean F1 have percentiles of 1,000 seeded draws with
 * replacement within each stratum, no narrower at the perfect end than the shares they rest on. O(draws x n x labels).
 * Source: van Rijsbergen 1979, chapter 7; Efron & Tibshirani 1993, chapter 8.
 */
export function checkScores(messages: readonly CheckedMessage[], codes: readonly string[], seed: number): CheckScores {
  const counts = codes.map((code) => ({ code, n: messages.filter(({ truthAll }) => truthAll.includes(code)).length, said: messages.filter(({ saidAll }) => saidAll.includes(code)).length }));
  const enough = messages.length >= FEWEST_CHECKED;
  const scored = counts.map(({ n, said }) => enough && n >= FEWEST_OF_A_LABEL && said >= FEWEST_OF_A_LABEL / 2);
  const labels = counts.map((count, at) => labelScores(messages, count, scored[at] === true));
  if (!enough) return { n: messages.length, accuracy: NO_SCORE, kappa: NO_SCORE, macroF1: NO_SCORE, labels };
  const accuracy = weightedShare(messages.map(({ weight, said, truth }) => ({ weight, holds: said === truth })));
  const point = sumsOf(messages, Float64Array.from(messages, ({ weight }) => weight), { codes, scored });
  const draws = drawnSums(messages, { codes, scored, seed });
  const score = (of: (sums: Sums) => number | null, floor: number | null): CheckScore => {
    const estimate = of(point);
    if (estimate === null) return NO_SCORE;
    const values = Float64Array.from(draws.flatMap((sums) => of(sums) ?? [])).sort();
    const [low, high] = [quantile(values, 0.025), quantile(values, 0.975)];
    return { estimate, low: low === null || floor === null ? low : Math.min(low, floor), high };
  };
  const perfect = point.accuracy === 1;
  const lows = labels.flatMap(({ f1 }) => f1.low ?? []);
  return {
    n: messages.length, accuracy, labels,
    kappa: score(({ kappa }) => kappa, perfect && accuracy.low !== null ? (accuracy.low - point.chance) / (1 - point.chance) : null),
    macroF1: score(({ macroF1 }) => macroF1, point.macroF1 === 1 ? lows.reduce((a, b) => a + b, 0) / lows.length : null),
  };
}

function labelScores(messages: readonly CheckedMessage[], count: { readonly code: string; readonly n: number; readonly said: number }, scored: boolean): LabelScores {
  if (!scored) return { ...count, tooFew: true, precision: NO_SCORE, recall: NO_SCORE, f1: NO_SCORE };
  const rows = messages.map(({ weight, saidAll, truthAll }) => ({ weight, isSaid: saidAll.includes(count.code), isTrue: truthAll.includes(count.code) }));
  const shareOf = (among: (row: (typeof rows)[number]) => boolean): CheckScore => weightedShare(rows.filter(among).map(({ weight, isSaid, isTrue }) => ({ weight, holds: isSaid && isTrue })));
  const either = shareOf(({ isSaid, isTrue }) => isSaid || isTrue);
  const harmonic = (share: number | null): number | null => (share === null ? null : (2 * share) / (1 + share));
  return {
    ...count, tooFew: false, precision: shareOf(({ isSaid }) => isSaid), recall: shareOf(({ isTrue }) => isTrue),
    f1: { estimate: harmonic(either.estimate), low: harmonic(either.low), high: harmonic(either.high) },
  };
}

interface SumOptions {
  readonly codes: readonly string[];
  readonly scored: readonly boolean[];
}

function drawnSums(messages: readonly CheckedMessage[], { codes, scored, seed }: SumOptions & { readonly seed: number }): Sums[] {
  const strata = new Map<string, number[]>();
  messages.forEach(({ stratum }, position) => strata.set(stratum, [...(strata.get(stratum) ?? []), position]));
  const random = seededRandom(seed);
  const weights = new Float64Array(messages.length);
  return Array.from({ length: DRAWS }, () => {
    weights.fill(0);
    for (const positions of strata.values()) {
      for (let turn = 0; turn < positions.length; turn += 1) {
        const position = positions[Math.floor(random() * positions.length)] ?? 0;
        weights[position] = (weights[position] ?? 0) + (messages[position]?.weight ?? 0);
      }
    }
    return sumsOf(messages, weights, { codes, scored });
  });
}

function sumsOf(messages: readonly CheckedMessage[], weights: Float64Array, { codes, scored }: SumOptions): Sums {
  let total = 0;
  let agreed = 0;
  const saidShare = new Map<string, number>();
  const truthShare = new Map<string, number>();
  const hit = new Float64Array(codes.length);
  const either = new Float64Array(codes.length);
  messages.forEach(({ said, truth, saidAll, truthAll }, position) => {
    const weight = weights[position] ?? 0;
    if (weight === 0) return;
    total += weight;
    if (said === truth) agreed += weight;
    saidShare.set(said, (saidShare.get(said) ?? 0) + weight);
    truthShare.set(truth, (truthShare.get(truth) ?? 0) + weight);
    codes.forEach((code, at) => {
      if (scored[at] !== true) return;
      const [isSaid, isTrue] = [saidAll.includes(code), truthAll.includes(code)];
      either[at] = (either[at] ?? 0) + (Number(isSaid) + Number(isTrue)) * weight;
      if (isSaid && isTrue) hit[at] = (hit[at] ?? 0) + weight;
    });
  });
  const accuracy = agreed / total;
  const chance = [...saidShare].reduce((sum, [code, share]) => sum + (share * (truthShare.get(code) ?? 0)) / (total * total), 0);
  const f1s = codes.flatMap((_, at) => (scored[at] === true && (either[at] ?? 0) > 0 ? [(2 * (hit[at] ?? 0)) / (either[at] ?? 1)] : []));
  return { accuracy, chance, kappa: chance >= 1 ? null : (accuracy - chance) / (1 - chance), macroF1: f1s.length === 0 ? null : f1s.reduce((a, b) => a + b, 0) / f1s.length };
}
