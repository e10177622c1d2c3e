import { gammaDraw } from '../stats/gamma-draw.ts';
import { seededRandom, type RandomStream } from '../stats/seeded-random.ts';
import type { CheckedMessage } from './check-scores.ts';

/** How many completed data sets are made (the requirement; Rubin's rules gain little beyond). */
export const IMPUTATIONS = 50;

/** What a person said of messages that the reader gave each primary label: rows by `said`, columns by `truth`, weighted counts. */
export interface ConfusionCounts {
  readonly codes: readonly string[];
  readonly counts: readonly (readonly number[])[];
}

/** Added to every cell, a whole row together: what was never seen is unlikely, not impossible; the diagonal gets the larger part. */
const PRIOR_OFF = 0.05;
const PRIOR_ON = 0.5;

/** Counts of a checked sample. Within a row all messages weigh alike, because strata are what the reader said. */
export function confusionCounts(messages: readonly Pick<CheckedMessage, 'said' | 'truth'>[], codes: readonly string[]): ConfusionCounts {
  const counts = codes.map(() => codes.map(() => 0));
  for (const { said, truth } of messages) {
    const row = counts[codes.indexOf(said)];
    const column = codes.indexOf(truth);
    if (row !== undefined && column >= 0) row[column] = (row[column] ?? 0) + 1;
  }
  return { codes, counts };
}

/** One plausible set of chances that a message read as `said` is in truth each code. */
export interface LabelChances {
  /** A true label for a message read as `said`; codes outside the table stay what they are. */
  readonly truthOf: (said: string, random: RandomStream) => string;
}

/**
 * Draws of what the labels may be in truth: for each set the chances of every row come from their Dirichlet posterior (the
 * sample is small, and that doubt must show), then each message gets a label by them. `seed` and the set's number decide
 * everything. Source: Rubin 1987; Tanner & Wong 1987, JASA 82(398):528-540.
 */
export function labelImputations({ codes, counts }: ConfusionCounts, { seed, sets = IMPUTATIONS }: { readonly seed: number; readonly sets?: number }): { readonly chances: LabelChances; readonly random: RandomStream }[] {
  return Array.from({ length: sets }, (_, set) => {
    const random = seededRandom(seed * 1009 + set);
    const rows = counts.map((row, said) => {
      const draws = row.map((count, truth) => gammaDraw(count + (said === truth ? PRIOR_ON : PRIOR_OFF), random));
      const sum = draws.reduce((all, draw) => all + draw, 0);
      let reached = 0;
      return draws.map((draw) => (reached += draw / sum));
    });
    const truthOf = (said: string, stream: RandomStream): string => {
      const row = rows[codes.indexOf(said)];
      if (row === undefined) return said;
      const level = stream();
      return codes[row.findIndex((reached) => level < reached)] ?? said;
    };
    return { chances: { truthOf }, random };
  });
}
