import { BUCKETS } from '../../src/text/model/feature-hash.ts';
import { seededRandom } from '../../src/domain/stats/seeded-random.ts';

/** One text as features with what it should give: 1 on, 0 off, -1 not said (no error is taken from it). */
export interface TrainingRow {
  readonly words: Int32Array;
  readonly letters: Int32Array;
  /** Empty in a model without phrases. */
  readonly phrases: Int32Array;
  /** Signs of its evidence; empty in a model without. */
  readonly signs: Int32Array;
  readonly targets: Int8Array;
  readonly weight: number;
  /** Weight for the outputs from `toneFrom` on. */
  readonly toneWeight: number;
}

/** Weights of the first stage before they are made bytes; layout as in LinearModel. */
export interface TrainedWeights {
  readonly weights: Float32Array;
  readonly bias: Float64Array;
}

interface TrainingOptions {
  readonly outputs: number;
  /** Lists of features with weights: 2 for words and letters, 3 with phrases, 4 with signs of evidence. */
  readonly lists: number;
  /** First of the outputs that rows weigh differently for. */
  readonly toneFrom: number;
  /** How much letters count beside the other lists while learning; what is returned has it in its weights. */
  readonly letterShare: number;
  readonly epochs: number;
  readonly rate: number;
  /** Pull towards zero per step on the features of a row. */
  readonly decay: number;
  /** Share of features left out of a step, so that no word is leant on alone (Srivastava et al. 2014). */
  readonly dropout: number;
  readonly seed: number;
}

/** An error smaller than this teaches nothing worth a step: most outputs of most texts, after the first rounds. */
const LEAST_ERROR = 0.01;

const sigmoid = (value: number): number => 1 / (1 + Math.exp(-value));

/**
 * One logistic regression an output, trained together by AdaGrad (Duchi, Hazan & Singer 2011) in an order that depends
 * on the seed alone. Features are summed and divided by the root of their number, as the reader does.
 */
export function trainedWeights(rows: readonly TrainingRow[], { outputs, lists, toneFrom, letterShare, epochs, rate, decay, dropout, seed }: TrainingOptions): TrainedWeights {
  const random = seededRandom(seed);
  const weights = new Float32Array(lists * BUCKETS * outputs);
  const squares = new Float32Array(lists * BUCKETS * outputs).fill(1e-3);
  const bias = new Float64Array(outputs).fill(-1.5);
  const biasSquares = new Float64Array(outputs).fill(1);
  const order = Uint32Array.from(rows.keys());
  const sums = new Float64Array(outputs);
  const gradients = new Float64Array(outputs);
  const kept = new Int32Array(8192);
  const active = new Int32Array(outputs);
  for (let epoch = 0; epoch < epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = Math.floor(random() * (at + 1));
      const value = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = value;
    }
    for (const index of order) {
      const row = rows[index];
      if (row === undefined) continue;
      sums.set(bias);
      let count = 0;
      const parts: (readonly [number, number, number])[] = [];
      for (const [list, base, most] of [[row.words, 0, 1], [row.letters, BUCKETS, letterShare], [row.phrases, 2 * BUCKETS, 1], [row.signs, 3 * BUCKETS, 1]] as const) {
        const from = count;
        for (const bucket of list) {
          if (random() < dropout) continue;
          kept[count] = (base + bucket) * outputs;
          count += 1;
        }
        const share = count === from ? 0 : most / Math.sqrt(count - from);
        parts.push([from, count, share]);
        for (let at = from; at < count; at += 1) {
          const place = kept[at] ?? 0;
          for (let output = 0; output < outputs; output += 1) sums[output] = (sums[output] ?? 0) + share * (weights[place + output] ?? 0);
        }
      }
      let activeCount = 0;
      for (let output = 0; output < outputs; output += 1) {
        const target = row.targets[output] ?? -1;
        const gradient = target < 0 ? 0 : (output < toneFrom ? row.weight : row.toneWeight) * (sigmoid(sums[output] ?? 0) - target);
        gradients[output] = gradient;
        if (Math.abs(gradient) < LEAST_ERROR) continue;
        active[activeCount] = output;
        activeCount += 1;
        biasSquares[output] = (biasSquares[output] ?? 0) + gradient * gradient;
        bias[output] = (bias[output] ?? 0) - (rate * gradient) / Math.sqrt(biasSquares[output] ?? 1);
      }
      for (const [from, to, share] of parts) {
        for (let at = from; at < to; at += 1) {
          const place = kept[at] ?? 0;
          for (let turn = 0; turn < activeCount; turn += 1) {
            const output = active[turn] ?? 0;
            const gradient = (gradients[output] ?? 0) * share + decay * (weights[place + output] ?? 0);
            const square = (squares[place + output] ?? 0) + gradient * gradient;
            squares[place + output] = square;
            weights[place + output] = (weights[place + output] ?? 0) - (rate * gradient) / Math.sqrt(square);
          }
        }
      }
    }
  }
  const [lettersFrom, lettersTo] = [BUCKETS * outputs, 2 * BUCKETS * outputs];
  for (let at = lettersFrom; at < lettersTo; at += 1) weights[at] = (weights[at] ?? 0) * letterShare;
  return { weights, bias };
}

/** The mean of what several runs give, made one after the other. At least one run. */
export function meanWeights(runs: readonly (() => TrainedWeights)[]): TrainedWeights {
  const [first, ...others] = runs;
  if (first === undefined) throw new RangeError('no runs to take the mean of');
  const { weights, bias } = first();
  for (const run of others) {
    const next = run();
    for (let at = 0; at < weights.length; at += 1) weights[at] = (weights[at] ?? 0) + (next.weights[at] ?? 0);
    for (let at = 0; at < bias.length; at += 1) bias[at] = (bias[at] ?? 0) + (next.bias[at] ?? 0);
  }
  return { weights: weights.map((value) => value / runs.length), bias: bias.map((value) => value / runs.length) };
}

/** Logits of the first stage for one row, with weights that are not bytes yet. */
export function rowLogits({ weights, bias }: TrainedWeights, row: Pick<TrainingRow, 'words' | 'letters' | 'phrases' | 'signs'>, mostLogit: number): Float64Array {
  const outputs = bias.length;
  const sums = Float64Array.from(bias);
  for (const [list, base] of [[row.words, 0], [row.letters, BUCKETS], [row.phrases, 2 * BUCKETS], [row.signs, 3 * BUCKETS]] as const) {
    const share = list.length === 0 ? 0 : 1 / Math.sqrt(list.length);
    for (const bucket of list) {
      const place = (base + bucket) * outputs;
      for (let output = 0; output < outputs; output += 1) sums[output] = (sums[output] ?? 0) + share * (weights[place + output] ?? 0);
    }
  }
  return sums.map((value) => Math.max(-mostLogit, Math.min(mostLogit, value)));
}

/** Weights as bytes with one scale an output: the largest 0.02 % are cut off so that the rest keeps its steps. */
export function quantised({ weights, bias }: TrainedWeights): { readonly bytes: Int8Array; readonly scales: number[] } {
  const outputs = bias.length;
  const bytes = new Int8Array(weights.length);
  const scales: number[] = [];
  for (let output = 0; output < outputs; output += 1) {
    const sizes: number[] = [];
    for (let at = output; at < weights.length; at += outputs) if (weights[at] !== 0) sizes.push(Math.abs(weights[at] ?? 0));
    sizes.sort((a, b) => a - b);
    const most = sizes[Math.floor((sizes.length - 1) * 0.9998)] ?? 1;
    const scale = most / 127;
    scales.push(Number(scale.toPrecision(6)));
    for (let at = output; at < weights.length; at += outputs) bytes[at] = Math.max(-127, Math.min(127, Math.round((weights[at] ?? 0) / scale)));
  }
  return { bytes, scales };
}
