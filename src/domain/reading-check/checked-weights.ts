/** A message of the sample: its stratum, how many messages it stood for when drawn, and whether a person has labelled it. */
export interface SampledWeight {
  readonly stratum: string;
  readonly weight: number;
  readonly labelled: boolean;
}

/** Weights of the labelled part of a sample, and how much of all messages it speaks of. */
export interface CheckedWeights {
  /** In the order given; 0 for those not labelled. */
  readonly weights: readonly number[];
  /** Share of all messages whose stratum holds a labelled one: 0 to 1. */
  readonly covered: number;
}

/**
 * A sample is labelled bit by bit, some of it never: each labelled message then stands for its stratum's size over how many of
 * it are labelled. What is missing is taken as missing at random within a stratum, which a random order makes true while the
 * labelling is under way, and which those set aside as undecidable may bend. A stratum without labels is spoken for by no one.
 * Source: Little & Rubin 2020, Statistical Analysis with Missing Data, section 3.3 (weighting classes).
 * @example checkedWeights([{ stratum: 'a', weight: 5, labelled: true }, { stratum: 'a', weight: 5, labelled: false }]).weights // [10, 0]
 */
export function checkedWeights(sample: readonly SampledWeight[]): CheckedWeights {
  const strata = new Map<string, { size: number; labelled: number }>();
  for (const { stratum, weight, labelled } of sample) {
    const known = strata.get(stratum) ?? { size: 0, labelled: 0 };
    known.size += weight;
    if (labelled) known.labelled += 1;
    strata.set(stratum, known);
  }
  const all = [...strata.values()].reduce((sum, { size }) => sum + size, 0);
  const spokenFor = [...strata.values()].reduce((sum, { size, labelled }) => (labelled > 0 ? sum + size : sum), 0);
  return {
    weights: sample.map(({ stratum, labelled }) => {
      const known = strata.get(stratum);
      return labelled && known !== undefined ? known.size / known.labelled : 0;
    }),
    covered: all === 0 ? 0 : spokenFor / all,
  };
}
