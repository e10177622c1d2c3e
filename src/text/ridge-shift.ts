/** A text to learn from: words by bucket, what is known before, and which outputs are on; null where nobody said. */
export interface ShiftExample {
  readonly words: Int32Array;
  readonly logits: Float64Array;
  readonly targets: readonly (boolean | null)[];
}

/** What is learned for one output: `weights` in the order of the buckets. */
export interface OutputShift {
  readonly bias: number;
  readonly weights: Float64Array;
}

/** How far a weight is held to zero: as if so many texts said that the word means nothing. */
export const WORD_RIDGE = 1.5;
/** The same for the bias, which moves every text and which labels chosen by a person would bend first. */
export const BIAS_RIDGE = 20;
/** A word in fewer texts teaches nothing about other texts. */
const FEWEST_TEXTS = 2;
const MOST_PASSES = 40;
const CLOSE_ENOUGH = 1e-3;

interface Columns {
  readonly buckets: number[];
  /** Texts of each bucket. */
  readonly texts: Int32Array[];
  /** What a word of each text is worth: 1 over the root of how many there are. */
  readonly share: Float64Array;
}

/**
 * Ridge logistic regression on top of given logits, one output at a time; those in `exclusive` compete as one choice. By
 * coordinate descent on the quadratic that lies above the loss, so that every step goes down and no step size is chosen.
 * O(passes x outputs x words in all texts).
 * Source: Bohning & Lindsay 1988, Annals of the Institute of Statistical Mathematics 40(4):641-663.
 */
export function ridgeShift(examples: readonly ShiftExample[], { outputs, exclusive }: { readonly outputs: number; readonly exclusive: readonly number[] }): { readonly buckets: readonly number[]; readonly shifts: readonly OutputShift[] } {
  const columns = columnsOf(examples);
  const shifts = Array.from({ length: outputs }, (): OutputShift => ({ bias: 0, weights: new Float64Array(columns.buckets.length) }));
  const alone = Array.from({ length: outputs }, (_, at) => at).filter((at) => !exclusive.includes(at));
  for (const output of alone) descend(columns, shifts, fitted(examples, [output], sigmoids));
  if (exclusive.length > 0) descend(columns, shifts, fitted(examples, exclusive, softmax));
  return { buckets: columns.buckets, shifts };
}

function columnsOf(examples: readonly ShiftExample[]): Columns {
  const texts = new Map<number, number[]>();
  examples.forEach(({ words }, text) => {
    for (const bucket of words) {
      const known = texts.get(bucket);
      if (known === undefined) texts.set(bucket, [text]);
      else known.push(text);
    }
  });
  const kept = [...texts].filter(([, of]) => of.length >= FEWEST_TEXTS).sort(([one], [other]) => one - other);
  return { buckets: kept.map(([bucket]) => bucket), texts: kept.map(([, of]) => Int32Array.from(of)), share: Float64Array.from(examples, ({ words }) => (words.length === 0 ? 0 : 1 / Math.sqrt(words.length))) };
}

/** Logits in motion: one row an output of the group; rows of texts without a target weigh nothing. */
interface Fit {
  readonly outputs: readonly number[];
  readonly logits: readonly Float64Array[];
  readonly targets: readonly Float64Array[];
  readonly known: Uint8Array;
  /** Probability of the group's output `row` for a text. */
  readonly chance: (row: number, text: number) => number;
  /** The steepest that the loss can curve, a text. */
  readonly curvature: number;
}

type Chances = (logits: readonly Float64Array[]) => { readonly chance: Fit['chance']; readonly curvature: number };

const sigmoids: Chances = (logits) => ({ curvature: 0.25, chance: (row, text) => 1 / (1 + Math.exp(-(logits[row]?.[text] ?? 0))) });

const softmax: Chances = (logits) => ({
  curvature: 0.5,
  chance: (row, text) => {
    const own = logits[row]?.[text] ?? 0;
    let sum = 0;
    for (const other of logits) sum += Math.exp((other[text] ?? 0) - own);
    return 1 / sum;
  },
});

function fitted(examples: readonly ShiftExample[], outputs: readonly number[], chances: Chances): Fit {
  const logits = outputs.map((output) => Float64Array.from(examples, (example) => example.logits[output] ?? 0));
  return {
    outputs, logits,
    targets: outputs.map((output) => Float64Array.from(examples, ({ targets }) => (targets[output] === true ? 1 : 0))),
    known: Uint8Array.from(examples, ({ targets }) => (outputs.every((output) => targets[output] != null) ? 1 : 0)),
    ...chances(logits),
  };
}

function descend({ texts, share }: Columns, shifts: OutputShift[], { outputs, logits, targets, known, chance, curvature }: Fit): void {
  const all = Int32Array.from(known.keys()).filter((text) => known[text] === 1);
  if (all.length === 0) return;
  const own = texts.map((of) => of.filter((text) => known[text] === 1));
  const steep = own.map((of) => of.reduce((sum, text) => sum + (share[text] ?? 0) ** 2, 0) * curvature);
  for (let pass = 0; pass < MOST_PASSES; pass += 1) {
    let moved = 0;
    outputs.forEach((output, row) => {
      const at = logits[row] ?? new Float64Array(0);
      const truth = targets[row] ?? new Float64Array(0);
      const shift = shifts[output];
      if (shift === undefined) return;
      let pull = 0;
      for (const text of all) pull += (truth[text] ?? 0) - chance(row, text);
      const bias = (pull - BIAS_RIDGE * shift.bias) / (all.length * curvature + BIAS_RIDGE);
      shifts[output] = { ...shift, bias: shift.bias + bias };
      for (const text of all) at[text] = (at[text] ?? 0) + bias;
      moved = Math.max(moved, Math.abs(bias));
      own.forEach((of, column) => {
        if (of.length === 0) return;
        let gain = 0;
        for (const text of of) gain += (share[text] ?? 0) * ((truth[text] ?? 0) - chance(row, text));
        const before = shift.weights[column] ?? 0;
        const step = (gain - WORD_RIDGE * before) / ((steep[column] ?? 0) + WORD_RIDGE);
        if (step === 0) return;
        shift.weights[column] = before + step;
        for (const text of of) at[text] = (at[text] ?? 0) + step * (share[text] ?? 0);
        moved = Math.max(moved, Math.abs(step));
      });
    });
    if (moved < CLOSE_ENOUGH) break;
  }
}
