import { quantile } from '../stats/quantile.ts';
import { seededRandom } from '../stats/seeded-random.ts';

/** One message of the random sample: what the reader said without having seen it, and what a person says. */
export interface CheckedMessage {
  readonly said: string;
  readonly truth: string;
  /** Labels that were on, the primary included. */
  readonly saidAll: readonly string[];
  readonly truthAll: readonly string[];
  readonly stratum: string;
  readonly weight: number;
}

/** A score in [0, 1] with its limits; null where the sample cannot carry it. */
export interface CheckScore {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
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

/** Below so many messages of a label, by a person or by the reader, its score is not given. */
export const FEWEST_OF_A_LABEL = 10;
/** Below so many checked messages no score is given at all. */
export const FEWEST_CHECKED = 50;
const DRAWS = 1000;
const NOTHING: CheckScore = { estimate: null, low: null, high: null };

interface Sums {
  readonly accuracy: number | null;
  readonly kappa: number | null;
  readonly macroF1: number | null;
  readonly labels: readonly { readonly precision: number | null; readonly recall: number | null; readonly f1: number | null }[];
}

/**
 * Precision, recall and F1 of each label, accuracy and kappa of the primary one, from a stratified sample: every message
 * counts by its weight, so that the scores are those expected over all messages. Limits are percentiles of 1,000 seeded draws
 * with replacement within each stratum (Efron & Tibshirani 1993, chapter 8). Labels are scored one by one, so a message with
 * two of them counts for both. O(draws x n x labels).
 */
export function checkScores(messages: readonly CheckedMessage[], codes: readonly string[], seed: number): CheckScores {
  const counts = codes.map((code) => ({ code, n: messages.filter(({ truthAll }) => truthAll.includes(code)).length, said: messages.filter(({ saidAll }) => saidAll.includes(code)).length }));
  const scored = counts.map(({ n, said }) => n >= FEWEST_OF_A_LABEL && said >= FEWEST_OF_A_LABEL / 2);
  if (messages.length < FEWEST_CHECKED) {
    return { n: messages.length, accuracy: NOTHING, kappa: NOTHING, macroF1: NOTHING, labels: counts.map((count) => ({ ...count, tooFew: true, precision: NOTHING, recall: NOTHING, f1: NOTHING })) };
  }
  const point = sumsOf(messages, Float64Array.from(messages, ({ weight }) => weight), codes, scored);
  const strata = new Map<string, number[]>();
  messages.forEach(({ stratum }, position) => strata.set(stratum, [...(strata.get(stratum) ?? []), position]));
  const random = seededRandom(seed);
  const draws: Sums[] = [];
  const weights = new Float64Array(messages.length);
  for (let draw = 0; draw < DRAWS; draw += 1) {
    weights.fill(0);
    for (const positions of strata.values()) {
      for (let turn = 0; turn < positions.length; turn += 1) {
        const position = positions[Math.floor(random() * positions.length)] ?? 0;
        weights[position] = (weights[position] ?? 0) + (messages[position]?.weight ?? 0);
      }
    }
    draws.push(sumsOf(messages, weights, codes, scored));
  }
  const score = (of: (sums: Sums) => number | null): CheckScore => {
    const estimate = of(point);
    if (estimate === null) return NOTHING;
    const values = Float64Array.from(draws.flatMap((sums) => of(sums) ?? [])).sort();
    return { estimate, low: quantile(values, 0.025), high: quantile(values, 0.975) };
  };
  return {
    n: messages.length, accuracy: score(({ accuracy }) => accuracy), kappa: score(({ kappa }) => kappa), macroF1: score(({ macroF1 }) => macroF1),
    labels: counts.map((count, position) => (scored[position] === true
      ? { ...count, tooFew: false, precision: score(({ labels }) => labels[position]?.precision ?? null), recall: score(({ labels }) => labels[position]?.recall ?? null), f1: score(({ labels }) => labels[position]?.f1 ?? null) }
      : { ...count, tooFew: true, precision: NOTHING, recall: NOTHING, f1: NOTHING })),
  };
}

function sumsOf(messages: readonly CheckedMessage[], weights: Float64Array, codes: readonly string[], scored: readonly boolean[]): Sums {
  let total = 0;
  let agreed = 0;
  const saidShare = new Map<string, number>();
  const truthShare = new Map<string, number>();
  const hit = new Float64Array(codes.length);
  const said = new Float64Array(codes.length);
  const truth = new Float64Array(codes.length);
  messages.forEach((message, position) => {
    const weight = weights[position] ?? 0;
    if (weight === 0) return;
    total += weight;
    if (message.said === message.truth) agreed += weight;
    saidShare.set(message.said, (saidShare.get(message.said) ?? 0) + weight);
    truthShare.set(message.truth, (truthShare.get(message.truth) ?? 0) + weight);
    codes.forEach((code, at) => {
      const [isSaid, isTrue] = [message.saidAll.includes(code), message.truthAll.includes(code)];
      if (isSaid) said[at] = (said[at] ?? 0) + weight;
      if (isTrue) truth[at] = (truth[at] ?? 0) + weight;
      if (isSaid && isTrue) hit[at] = (hit[at] ?? 0) + weight;
    });
  });
  const ratio = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);
  const labels = codes.map((_, at) => ({ precision: ratio(hit[at] ?? 0, said[at] ?? 0), recall: ratio(hit[at] ?? 0, truth[at] ?? 0), f1: ratio(2 * (hit[at] ?? 0), (said[at] ?? 0) + (truth[at] ?? 0)) }));
  const accuracy = ratio(agreed, total);
  const chance = [...saidShare].reduce((sum, [code, share]) => sum + (share * (truthShare.get(code) ?? 0)) / (total * total), 0);
  const f1s = labels.flatMap(({ f1 }, at) => (scored[at] === true && f1 !== null ? [f1] : []));
  return { accuracy, kappa: accuracy === null || chance >= 1 ? null : (accuracy - chance) / (1 - chance), macroF1: f1s.length === 0 ? null : f1s.reduce((a, b) => a + b, 0) / f1s.length, labels };
}
