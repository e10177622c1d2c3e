/** A row of the second stage: logits of the first that were made without its theme, then the evidence; targets as in TrainingRow. */
export interface MixingRow {
  readonly values: Float64Array;
  readonly targets: Int8Array;
  readonly weights: Float64Array;
}

/** Second-stage weights, one row an output. */
export interface Mixing {
  readonly rows: readonly Float64Array[];
  readonly bias: Float64Array;
}

interface MixingOptions {
  readonly outputs: number;
  readonly rounds: number;
  readonly rate: number;
  readonly decay: number;
  /** Which values an output may rest on: the others keep weight 0. */
  readonly allowed: (output: number, value: number) => boolean;
  /** Values whose weight may not fall below 0: a sign of a label never speaks against it. */
  readonly positive: (output: number, value: number) => boolean;
  /** Sets of outputs that exclude one another and are fitted together (softmax); the others each by themselves. */
  readonly exclusive: readonly (readonly number[])[];
}

/**
 * Logistic regression with a ridge, by full-batch AdaGrad from zero: the same rows give the same weights. Values are
 * standardised for the fit and the standardisation is folded into the weights returned.
 */
export function trainedMixing(rows: readonly MixingRow[], { outputs, rounds, rate, decay, exclusive, allowed, positive }: MixingOptions): Mixing {
  const wide = rows[0]?.values.length ?? 0;
  const mean = new Float64Array(wide);
  const spread = new Float64Array(wide);
  for (const { values } of rows) for (let at = 0; at < wide; at += 1) mean[at] = (mean[at] ?? 0) + (values[at] ?? 0) / rows.length;
  for (const { values } of rows) for (let at = 0; at < wide; at += 1) spread[at] = (spread[at] ?? 0) + ((values[at] ?? 0) - (mean[at] ?? 0)) ** 2 / rows.length;
  const scale = spread.map((value) => (value < 1e-9 ? 0 : 1 / Math.sqrt(value)));
  const standard = rows.map(({ values }) => values.map((value, at) => Math.max(-6, Math.min(6, (value - (mean[at] ?? 0)) * (scale[at] ?? 0)))));
  const weights = Array.from({ length: outputs }, () => new Float64Array(wide));
  const squares = Array.from({ length: outputs }, () => new Float64Array(wide).fill(1e-6));
  // weights that may not move stay 0 and add nothing: the loops leave them out
  const places = weights.map((_, output) => Int32Array.from(mean.keys()).filter((at) => allowed(output, at)));
  const bias = new Float64Array(outputs);
  const biasSquares = new Float64Array(outputs).fill(1e-6);
  const together = new Set(exclusive.flat());
  const total = rows.reduce((sum, { weights: own }) => sum + (own[0] ?? 1), 0);
  const logits = new Float64Array(outputs);
  const errors = new Float64Array(outputs);
  for (let round = 0; round < rounds; round += 1) {
    const gradients = weights.map((row) => row.map((value) => decay * value));
    const biasGradients = new Float64Array(outputs);
    for (let index = 0; index < rows.length; index += 1) {
      const row = rows[index];
      const values = standard[index];
      if (row === undefined || values === undefined) continue;
      const { targets, weights: rowWeights } = row;
      for (let output = 0; output < outputs; output += 1) {
        const own = weights[output];
        const open = places[output];
        let sum = bias[output] ?? 0;
        if (own !== undefined && open !== undefined) for (let turn = 0; turn < open.length; turn += 1) sum += (own[open[turn] ?? 0] ?? 0) * (values[open[turn] ?? 0] ?? 0);
        logits[output] = sum;
        errors[output] = (targets[output] ?? -1) < 0 || together.has(output) ? 0 : 1 / (1 + Math.exp(-sum)) - (targets[output] ?? 0);
      }
      for (const group of exclusive) {
        if (group.some((output) => (targets[output] ?? -1) < 0)) continue;
        const most = Math.max(...group.map((output) => logits[output] ?? 0));
        const sum = group.reduce((all, output) => all + Math.exp((logits[output] ?? 0) - most), 0);
        for (const output of group) errors[output] = Math.exp((logits[output] ?? 0) - most) / sum - (targets[output] ?? 0);
      }
      for (let output = 0; output < outputs; output += 1) {
        const error = errors[output] ?? 0;
        const gradient = gradients[output];
        const open = places[output];
        if (error === 0 || gradient === undefined || open === undefined) continue;
        const pull = (error * (rowWeights[output] ?? 1)) / total;
        for (let turn = 0; turn < open.length; turn += 1) gradient[open[turn] ?? 0] = (gradient[open[turn] ?? 0] ?? 0) + pull * (values[open[turn] ?? 0] ?? 0);
        biasGradients[output] = (biasGradients[output] ?? 0) + pull;
      }
    }
    for (let output = 0; output < outputs; output += 1) {
      const [row, square, gradient, open] = [weights[output], squares[output], gradients[output], places[output]];
      if (row === undefined || square === undefined || gradient === undefined || open === undefined) continue;
      for (const at of open) {
        square[at] = (square[at] ?? 0) + (gradient[at] ?? 0) ** 2;
        const next = (row[at] ?? 0) - (rate * (gradient[at] ?? 0)) / Math.sqrt(square[at] ?? 1);
        row[at] = positive(output, at) ? Math.max(0, next) : next;
      }
      biasSquares[output] = (biasSquares[output] ?? 0) + (biasGradients[output] ?? 0) ** 2;
      bias[output] = (bias[output] ?? 0) - (rate * (biasGradients[output] ?? 0)) / Math.sqrt(biasSquares[output] ?? 1);
    }
  }
  const folded = weights.map((row) => row.map((value, at) => value * (scale[at] ?? 0)));
  return { rows: folded, bias: bias.map((value, output) => value - (folded[output] ?? new Float64Array()).reduce((sum, weight, at) => sum + weight * (mean[at] ?? 0), 0)) };
}
