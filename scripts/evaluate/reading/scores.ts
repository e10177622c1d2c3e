import type { Answer } from './task.ts';

/** Counts of right codes against codes said: `counts[truth * codes.length + said]`. */
export interface ConfusionTable {
  readonly codes: readonly string[];
  readonly counts: Float64Array;
}

/** A score of a whole table in the measure's unit; null when the table cannot carry it. */
export type TableScore = (table: ConfusionTable) => number | null;

/** How answers become one number: from their confusion, or, in a ranking, from the order of their probabilities. */
export type Measure =
  | { readonly kind: 'table'; readonly name: string; readonly lowerIsBetter: boolean; readonly score: TableScore }
  | { readonly kind: 'ranking'; readonly name: string; readonly lowerIsBetter: false; readonly positive: string };

const cell = ({ codes, counts }: ConfusionTable, truth: string, said: string): number => {
  const row = codes.indexOf(truth);
  const column = codes.indexOf(said);
  return row < 0 || column < 0 ? 0 : counts[row * codes.length + column] ?? 0;
};
const trulyOf = (table: ConfusionTable, code: string): number => table.codes.reduce((sum, said) => sum + cell(table, code, said), 0);
const saidOf = (table: ConfusionTable, code: string): number => table.codes.reduce((sum, truth) => sum + cell(table, truth, code), 0);
const totalOf = ({ counts }: ConfusionTable): number => counts.reduce((sum, count) => sum + count, 0);
const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole);

const meanOf = (values: readonly (number | null)[]): number | null => {
  let sum = 0;
  for (const value of values) {
    if (value === null) return null;
    sum += value;
  }
  return values.length === 0 ? null : sum / values.length;
};

/** Harmonic mean of precision and recall of one code, 2 hits / (truly + said); null when the code neither is nor is said. */
export const f1Score = (table: ConfusionTable, code: string): number | null => share(2 * cell(table, code, code), trulyOf(table, code) + saidOf(table, code));

/** Share of the rows said to be `code` that are; null when it is never said. */
export const precision = (table: ConfusionTable, code: string): number | null => share(cell(table, code, code), saidOf(table, code));

/** Share of the rows that are `code` of which it is said; null when there are none. */
export const recall = (table: ConfusionTable, code: string): number | null => share(cell(table, code, code), trulyOf(table, code));

/** Unweighted mean of the F1 of the codes named. Other codes count as wrong answers only. Null when one of them cannot be scored. */
export const macroF1 = (table: ConfusionTable, codes: readonly string[]): number | null => meanOf(codes.map((code) => f1Score(table, code)));

/** Unweighted mean of the recall of the codes named: the official score of SemEval's tweet sentiment. */
export const macroRecall = (table: ConfusionTable, codes: readonly string[]): number | null => meanOf(codes.map((code) => recall(table, code)));

/** Share of rows answered rightly. */
export const accuracy = (table: ConfusionTable): number | null => share(table.codes.reduce((sum, code) => sum + cell(table, code, code), 0), totalOf(table));

/** Of the rows that are `truth`, the share of which `said` is said. */
export const readAs = (table: ConfusionTable, truth: string, said: string): number | null => share(cell(table, truth, said), trulyOf(table, truth));

/**
 * Cohen's kappa: agreement beyond what the two margins alone would give. Null without rows or when both always say the same code.
 * Source: Cohen 1960, Educational and Psychological Measurement 20(1):37-46.
 */
export function cohenKappa(table: ConfusionTable): number | null {
  const total = totalOf(table);
  const observed = accuracy(table);
  if (observed === null) return null;
  const expected = table.codes.reduce((sum, code) => sum + trulyOf(table, code) * saidOf(table, code), 0) / total ** 2;
  return share(observed - expected, 1 - expected);
}

/** Codes of the official polarity: whether positive, then whether negative, is on. `11` is mixed. */
export const POLARITIES = ['00', '10', '01', '11'] as const;

/**
 * The official F of polarity at SENTIPOLC: for positive and for negative by itself, the mean of the F1 of its two values (on, off);
 * then the mean of the two. Mixed tweets have both on. Takes a table over {@link POLARITIES}.
 * Source: Barbieri, Basile, Croce, Nissim, Novielli & Patti 2016, Overview of the Evalita 2016 SENTIment POLarity Classification Task.
 */
export function officialPolarity(table: ConfusionTable): number | null {
  return meanOf([0, 1].map((place) => {
    const counts = new Float64Array(4);
    for (const truth of POLARITIES) {
      for (const said of POLARITIES) {
        const at = Number(truth[place]) * 2 + Number(said[place]);
        counts[at] = (counts[at] ?? 0) + cell(table, truth, said);
      }
    }
    return macroF1({ codes: ['0', '1'], counts }, ['0', '1']);
  }));
}

/** A score of rows when row i counts `weights[i]` times: what a bootstrap draws again and again. */
export type WeightedScore = (weights: ArrayLike<number>) => number | null;

/** Counts the answers to rows whose right codes are `truths`. Codes: in order of first appearance, right ones first. */
export function confusionTable(truths: readonly string[], said: readonly string[]): ConfusionTable {
  const codes = [...new Set([...truths, ...said])];
  const counts = new Float64Array(codes.length ** 2);
  truths.forEach((truth, i) => {
    const at = codes.indexOf(truth) * codes.length + codes.indexOf(said[i] ?? '');
    counts[at] = (counts[at] ?? 0) + 1;
  });
  return { codes, counts };
}

function tableScore(truths: readonly string[], answers: readonly Answer[], score: TableScore): WeightedScore {
  const codes = [...new Set([...truths, ...answers.map(({ code }) => code)])];
  const place = new Map(codes.map((code, at) => [code, at]));
  const cells = Uint32Array.from(truths, (truth, i) => (place.get(truth) ?? 0) * codes.length + (place.get(answers[i]?.code ?? '') ?? 0));
  const counts = new Float64Array(codes.length ** 2);
  return (weights) => {
    counts.fill(0);
    for (let i = 0; i < cells.length; i += 1) {
      const at = cells[i] ?? 0;
      counts[at] = (counts[at] ?? 0) + (weights[i] ?? 0);
    }
    return score({ codes, counts });
  };
}

/**
 * Area under the receiver's curve: how often a positive row is held more probable than another, ties half. Null without rows of both kinds.
 * Sorting once, then linear in the rows for every set of weights. Source: Hanley & McNeil 1982, Radiology 143(1):29-36.
 */
export function rankingScore(truths: readonly string[], probabilities: readonly number[], positive: string): WeightedScore {
  const order = probabilities.map((_, i) => i).sort((a, b) => (probabilities[a] ?? 0) - (probabilities[b] ?? 0));
  return (weights) => {
    let positives = 0;
    let others = 0;
    let below = 0;
    for (let first = 0; first < order.length;) {
      const value = probabilities[order[first] ?? 0];
      let tiedPositives = 0;
      let tiedOthers = 0;
      let next = first;
      for (; next < order.length && probabilities[order[next] ?? 0] === value; next += 1) {
        const row = order[next] ?? 0;
        if (truths[row] === positive) tiedPositives += weights[row] ?? 0;
        else tiedOthers += weights[row] ?? 0;
      }
      below += tiedPositives * (others + tiedOthers / 2);
      positives += tiedPositives;
      others += tiedOthers;
      first = next;
    }
    return share(below, positives * others);
  };
}

/** The score of answers by a measure, ready for any weights. */
export function weightedScore(measure: Measure, truths: readonly string[], answers: readonly Answer[]): WeightedScore {
  return measure.kind === 'table'
    ? tableScore(truths, answers, measure.score)
    : rankingScore(truths, answers.map(({ probability }) => probability), measure.positive);
}

const table = (name: string, score: TableScore, lowerIsBetter = false): Measure => ({ kind: 'table', name, lowerIsBetter, score });

/** The measures of the tasks, by name. */
export const MEASURES = {
  macroF1: (codes: readonly string[]): Measure => table('macro-F1', (counts) => macroF1(counts, codes)),
  macroRecall: (codes: readonly string[]): Measure => table('macro recall', (counts) => macroRecall(counts, codes)),
  f1: (code: string): Measure => table('F1', (counts) => f1Score(counts, code)),
  precision: (code: string): Measure => table('precision', (counts) => precision(counts, code)),
  recall: (code: string): Measure => table('recall', (counts) => recall(counts, code)),
  readAs: (truth: string, said: string): Measure => table('share', (counts) => readAs(counts, truth, said), true),
  share: table('share', accuracy),
  accuracy: table('accuracy', accuracy),
  kappa: table('kappa', cohenKappa),
  officialPolarity: table('official F', officialPolarity),
  area: (positive: string): Measure => ({ kind: 'ranking', name: 'AUC', lowerIsBetter: false, positive }),
};
