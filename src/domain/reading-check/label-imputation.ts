import { gammaDraw } from '../stats/gamma-draw.ts';
import { seededRandom, type RandomStream } from '../stats/seeded-random.ts';
import type { CheckedMessage } from './check-scores.ts';

/** How many completed data sets are made (the requirement; Rubin's rules gain little beyond). */
export const IMPUTATIONS = 50;

/** A checked message as a source of true labels for others that were read alike. */
export type LabelDonor = Pick<CheckedMessage, 'said' | 'truthAll' | 'weight'>;

/** The weight, in messages, of two things that no sample shows: that the reader is right, and each way of being wrong. */
const PRIOR_RIGHT = 0.5;
const PRIOR_WRONG = 0.05;

/** One plausible truth of all labels. */
export interface LabelSet {
  /** Chance of each true primary label, in the order of the codes, for a message read as `said`; null for a label without a row. */
  readonly chancesOf: (said: string) => Float64Array | null;
  /**
   * True labels, primary first, for a message of which the reader said these, primary first; none said, none true. `evidence`:
   * how likely what else is known of the message is under each true primary label, where that is to speak too.
   */
  readonly truthOf: (said: readonly string[], evidence?: ArrayLike<number>) => readonly string[];
  /**
   * Chance that what `truthOf` would draw satisfies a condition: 0 to 1. Whoever only counts messages that were read alike draws
   * their number from it instead of each message's labels. O(donors of the row) a call.
   */
  readonly shareOf: (said: readonly string[], holds: (labels: readonly string[]) => boolean, evidence?: ArrayLike<number>) => number;
}

interface Row {
  readonly donors: LabelDonor[];
  weight: number;
  squares: number;
}

/** A row as one set draws it: the chance of each primary label, and who may give its labels for it. */
interface DrawnRow {
  readonly chances: Float64Array;
  readonly donors: readonly LabelDonor[][];
  /** Cumulated random shares of those donors; what is left up to the label's own share is the prior's. */
  readonly reached: readonly Float64Array[];
}

/**
 * Draws of what the labels may be in truth. A message takes all labels of a checked one that the reader gave the same primary
 * label: which ones are at hand, and how much each speaks, is itself drawn anew in every set (the sample is small, and that
 * doubt must show). A row speaks as loud as its number of equally weighted messages; beside it stand half a message on which
 * the reader is right and a twentieth for each other label, so that what was never seen is unlikely, not impossible. Whoever
 * compares groups by a figure must give that figure as evidence: labels drawn without it make the groups alike. `seed` and
 * the set's number decide everything. Setting up costs O(sets x donors), a label O(codes + log donors).
 * Source: Rubin 1981, Annals of Statistics 9(1):130-134; Rubin & Schenker 1986, JASA 81(394):366-374; Rubin 1987, section 4.
 */
export function labelImputations(donors: readonly LabelDonor[], codes: readonly string[], { seed, sets = IMPUTATIONS }: { readonly seed: number; readonly sets?: number }): LabelSet[] {
  const rows = new Map<string, Row>(codes.map((code) => [code, { donors: [], weight: 0, squares: 0 }]));
  for (const donor of donors) {
    const row = rows.get(donor.said);
    if (row === undefined || !(donor.weight > 0)) continue;
    row.donors.push(donor);
    row.weight += donor.weight;
    row.squares += donor.weight ** 2;
  }
  return Array.from({ length: sets }, (_, set): LabelSet => {
    const random = seededRandom(seed * 1009 + set);
    const drawn = new Map([...rows].map(([code, row]) => [code, drawnRow(code, row, { codes, random })] as const));
    const scratch = new Float64Array(codes.length);
    return {
      chancesOf: (said) => drawn.get(said)?.chances ?? null,
      truthOf(said, evidence) {
        const [first] = said;
        const row = first === undefined ? undefined : drawn.get(first);
        if (first === undefined || row === undefined) return said;
        let sum = 0;
        for (let at = 0; at < scratch.length; at += 1) scratch[at] = sum += (row.chances[at] ?? 0) * (evidence?.[at] ?? 1);
        const code = positionAbove(scratch, random() * sum);
        const reached = row.reached[code] ?? new Float64Array(0);
        const level = random() * (row.chances[code] ?? 0);
        if (level < (reached.at(-1) ?? 0)) return row.donors[code]?.[positionAbove(reached, level)]?.truthAll ?? said;
        return codes[code] === first ? said : [codes[code] ?? first];
      },
      shareOf(said, holds, evidence) {
        const [first] = said;
        const row = first === undefined ? undefined : drawn.get(first);
        if (first === undefined || row === undefined) return holds(said) ? 1 : 0;
        let [all, held] = [0, 0];
        row.chances.forEach((chance, code) => {
          const likely = evidence?.[code] ?? 1;
          let [before, own] = [0, 0];
          row.reached[code]?.forEach((level, donor) => {
            if (holds(row.donors[code]?.[donor]?.truthAll ?? said)) own += level - before;
            before = level;
          });
          if (holds(codes[code] === first ? said : [codes[code] ?? first])) own += chance - before;
          all += chance * likely;
          held += own * likely;
        });
        return all === 0 ? 0 : Math.min(1, Math.max(0, held / all));
      },
    };
  });
}

function drawnRow(code: string, { donors, weight, squares }: Row, { codes, random }: { readonly codes: readonly string[]; readonly random: RandomStream }): DrawnRow {
  const loudness = squares === 0 ? 0 : weight / squares;
  const byCode = codes.map((truth) => donors.filter(({ truthAll }) => truthAll[0] === truth));
  const chances = new Float64Array(codes.length);
  const reached = byCode.map((own, at) => {
    let sum = 0;
    const levels = Float64Array.from(own, (donor) => (sum += gammaDraw(donor.weight * loudness, random)));
    chances[at] = sum + gammaDraw(codes[at] === code ? PRIOR_RIGHT : PRIOR_WRONG, random);
    return levels;
  });
  const all = chances.reduce((sum, chance) => sum + chance, 0);
  return { chances: chances.map((chance) => chance / all), donors: byCode, reached: reached.map((levels) => levels.map((level) => level / all)) };
}

function positionAbove(reached: Float64Array, level: number): number {
  let low = 0;
  let high = reached.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((reached[middle] ?? 0) > level) high = middle;
    else low = middle + 1;
  }
  return low;
}
