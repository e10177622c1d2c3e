/** Evidence as marks that the first stage can weigh: each value by the step that it lies at, and that it is there at all. */
export interface EvidenceSigns {
  /** Overwritten by the next call. */
  readonly list: Int32Array;
  /** Lists the signs of one text's evidence, in the order of its names; how many they are. */
  readonly fill: (evidence: Float64Array) => number;
  /** The evidence that a sign stands for, by its place. */
  readonly evidenceOf: (sign: number) => number;
}

/** Steps to either side of 0 that a value is told apart by; further ones count as the last. */
const MOST_STEPS = 16;
/** That it is there, then each step. */
const SIGNS_EACH = 2 * MOST_STEPS + 2;
const STEPS_PER_UNIT = 2;
/** A rule's logit at which the rule says nothing: below it there is no sign. */
const SILENT_RULE = -3;
/** The length of a text is a third of a logarithm: whole steps are doublings. */
const LENGTH_STEPS = 3;

const stepsOf = (name: string): number => (name.startsWith('rule ') ? 1 : name === 'length' ? LENGTH_STEPS : STEPS_PER_UNIT);
const silenceOf = (name: string): number => (name.startsWith('rule ') ? SILENT_RULE : name === 'length' ? Number.NEGATIVE_INFINITY : 0);

/** How many signs evidence of so many names can have. */
export const signCount = (names: number): number => names * SIGNS_EACH;

/**
 * Signs of evidence by its names. What the rules and lexicons saw has one weight an output in the second stage; as signs
 * the first stage learns for every output what each amount of it says, beside the words. Rules are off up to a logit of
 * -3, the rest at 0; a length is always some length and has no sign of being there.
 */
export function evidenceSigns(names: readonly string[]): EvidenceSigns {
  const list = new Int32Array(2 * names.length);
  const steps = Float64Array.from(names, stepsOf);
  const silences = Float64Array.from(names, silenceOf);
  return {
    list,
    fill: (evidence) => {
      let count = 0;
      for (let at = 0; at < steps.length; at += 1) {
        const step = Math.round((evidence[at] ?? 0) * (steps[at] ?? 0));
        const silence = silences[at] ?? 0;
        if (silence === 0 ? step === 0 : step <= silence) continue;
        list[count] = at * SIGNS_EACH + 1 + MOST_STEPS + Math.max(-MOST_STEPS, Math.min(MOST_STEPS, step));
        count += 1;
        if (silence === Number.NEGATIVE_INFINITY) continue;
        list[count] = at * SIGNS_EACH;
        count += 1;
      }
      return count;
    },
    evidenceOf: (sign) => Math.floor(sign / SIGNS_EACH),
  };
}
