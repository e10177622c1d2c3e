import { signCount } from './evidence-signs.ts';
import { BUCKETS } from './feature-hash.ts';
import { laneRows, laneSums, type LaneRows } from './lane-sums.ts';
import type { NgramFeatures } from './ngram-features.ts';

/**
 * A linear model over hashed n-grams and a second one over its scores and what the rules saw. `weights` holds one byte a
 * bucket and output (bucket-major), words first, letters after, then phrases and the signs of evidence where the model has
 * them; `scales` turns an output's bytes into logits.
 */
export interface LinearModel {
  readonly outputs: readonly string[];
  readonly evidence: readonly string[];
  readonly weights: Int8Array;
  readonly scales: Float64Array;
  readonly bias: Float64Array;
  /** Second stage: one row an output, over the first stage's logits, then the evidence. */
  readonly mixing: Float64Array;
  readonly mixingBias: Float64Array;
  /** Probability from which an output is on, one an output. */
  readonly thresholds: readonly number[];
}

/** A model as its file holds it. */
export interface ModelFile {
  readonly version: string;
  readonly buckets: number;
  /** Lists of features with weights: 2 for words and letters, 3 with phrases, 4 with signs of evidence. */
  readonly lists?: number;
  readonly outputs: readonly string[];
  readonly evidence: readonly string[];
  readonly scales: readonly number[];
  readonly bias: readonly number[];
  readonly mixing: readonly (readonly number[])[];
  readonly mixingBias: readonly number[];
  readonly thresholds: readonly number[];
  /** Base 64 of bytes; runs of zeros are shortened: a zero byte is followed by how many zeros it stands for, 1 to 255. */
  readonly weights: string;
}

/** How far a single score of the first stage may pull, so that an odd word decides nothing alone. */
export const MOST_LOGIT = 8;

// sums of bytes stay whole numbers; one scratch array serves every text
let scratchSums = new Int32Array(0);
let letterSums = new Int32Array(0);

interface ReadyRows {
  readonly words: LaneRows;
  readonly phrases: LaneRows | null;
  readonly signs: LaneRows | null;
}

/** Rows of words, of phrases and of signs ready to be added up, by the weights they were made of. */
const readyRows = new WeakMap<Int8Array, ReadyRows>();

const rowsOf = ({ weights, outputs, evidence }: LinearModel): ReadyRows => {
  const known = readyRows.get(weights);
  if (known !== undefined) return known;
  const size = outputs.length;
  const list = BUCKETS * size;
  const made: ReadyRows = {
    words: laneRows(weights.subarray(0, list), size),
    phrases: weights.length > 2 * list ? laneRows(weights.subarray(2 * list, 3 * list), size) : null,
    // a few of the list's places are ever asked for: the rest stays unready
    signs: weights.length > 3 * list ? laneRows(weights.subarray(3 * list, 3 * list + signCount(evidence.length) * size), size) : null,
  };
  readyRows.set(weights, made);
  return made;
};

const bounded = (value: number): number => Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, value));

/** Puts the runs of zeros back. Throws TypeError `invalid model: ...` when the bytes are not as many as expected. */
export function unpackedWeights(packed: Uint8Array, length: number): Int8Array {
  const weights = new Int8Array(length);
  let to = 0;
  for (let from = 0; from < packed.length; from += 1) {
    const byte = packed[from] ?? 0;
    if (byte === 0) {
      from += 1;
      to += packed[from] ?? 0;
    } else {
      weights[to] = byte << 24 >> 24;
      to += 1;
    }
  }
  if (to !== length) throw new TypeError(`invalid model: ${String(to)} weights instead of ${String(length)}`);
  return weights;
}

/** The reverse of {@link unpackedWeights}. */
export function packedWeights(weights: Int8Array): Uint8Array {
  const packed: number[] = [];
  for (let from = 0; from < weights.length; ) {
    if (weights[from] !== 0) {
      packed.push((weights[from] ?? 0) & 0xff);
      from += 1;
      continue;
    }
    let run = 0;
    while (run < 255 && from + run < weights.length && weights[from + run] === 0) run += 1;
    packed.push(0, run);
    from += run;
  }
  return Uint8Array.from(packed);
}

/** Signs of a text's evidence: the first `count` of a list. */
export interface SignsSeen {
  readonly list: Int32Array;
  readonly count: number;
}

/** No signs, for models and texts without. */
export const NO_SIGNS: SignsSeen = { list: new Int32Array(0), count: 0 };

/** Where the weights of a sign stand in a model; -1 in a model without signs. */
export function signPlace({ weights, outputs }: LinearModel, sign: number): number {
  const list = BUCKETS * outputs.length;
  return weights.length > 3 * list ? 3 * list + sign * outputs.length : -1;
}

/** Opens a model's file. Throws TypeError `invalid model: ...` when its parts do not fit together. */
export function linearModel(file: ModelFile): LinearModel {
  const size = file.outputs.length;
  if (file.buckets !== BUCKETS) throw new TypeError(`invalid model: ${String(file.buckets)} buckets instead of ${String(BUCKETS)}`);
  const wide = size + file.evidence.length;
  if (file.mixing.length !== size || file.mixing.some((row) => row.length !== wide)) throw new TypeError(`invalid model: mixing is not ${String(size)} rows of ${String(wide)}`);
  return {
    outputs: file.outputs, evidence: file.evidence,
    weights: unpackedWeights(Buffer.from(file.weights, 'base64'), (file.lists ?? 2) * BUCKETS * size),
    scales: Float64Array.from(file.scales), bias: Float64Array.from(file.bias),
    mixing: Float64Array.from(file.mixing.flat()), mixingBias: Float64Array.from(file.mixingBias), thresholds: file.thresholds,
  };
}

function listedSums({ outputs, weights }: LinearModel, { letters, letterCount }: NgramFeatures): Int32Array {
  const size = outputs.length;
  const base = BUCKETS * size;
  const sums = letterSums.length === size ? letterSums.fill(0) : (letterSums = new Int32Array(size));
  for (let at = 0; at < letterCount; at += 1) {
    const from = base + (letters[at] ?? 0) * size;
    for (let output = 0; output < size; output += 1) sums[output] = (sums[output] ?? 0) + (weights[from + output] ?? 0);
  }
  return sums;
}

/**
 * Logits of the first stage, one an output: the mean-like sums of words, of letters, of phrases and of signs, each divided
 * by the root of how many there are, so that length alone makes nothing certain. `into` is filled and returned.
 */
export function ngramLogits(model: LinearModel, features: NgramFeatures, signs: SignsSeen, into: Float64Array): Float64Array {
  const size = model.outputs.length;
  const { scales, bias } = model;
  const { words: wordRows, phrases: phraseRows, signs: signRows } = rowsOf(model);
  if (scratchSums.length !== size) scratchSums = new Int32Array(size);
  const wordShare = features.wordCount === 0 ? 0 : 1 / Math.sqrt(features.wordCount);
  const letterShare = features.letterCount === 0 ? 0 : 1 / Math.sqrt(features.letterCount);
  const words = laneSums(wordRows, features.words, features.wordCount, scratchSums);
  for (let output = 0; output < size; output += 1) into[output] = (words[output] ?? 0) * wordShare;
  if (letterShare > 0) {
    const letters = features.letterSums ?? listedSums(model, features);
    for (let output = 0; output < size; output += 1) into[output] = (into[output] ?? 0) + (letters[output] ?? 0) * letterShare;
  }
  if (features.phraseCount > 0 && phraseRows !== null) {
    const phraseShare = 1 / Math.sqrt(features.phraseCount);
    const phrases = laneSums(phraseRows, features.phrases, features.phraseCount, scratchSums);
    for (let output = 0; output < size; output += 1) into[output] = (into[output] ?? 0) + (phrases[output] ?? 0) * phraseShare;
  }
  if (signs.count > 0 && signRows !== null) {
    const signShare = 1 / Math.sqrt(signs.count);
    const sums = laneSums(signRows, signs.list, signs.count, scratchSums);
    for (let output = 0; output < size; output += 1) into[output] = (into[output] ?? 0) + (sums[output] ?? 0) * signShare;
  }
  for (let output = 0; output < size; output += 1) into[output] = bounded((into[output] ?? 0) * (scales[output] ?? 0) + (bias[output] ?? 0));
  return into;
}

/** The weights of the second stage that are not 0, output by output: most of a row is. */
interface OpenPlaces {
  /** Places within a row, in their order. */
  readonly places: Int32Array;
  readonly weights: Float64Array;
  /** Where each output's own begin, and the end of the last. */
  readonly starts: Int32Array;
}

const openPlaces = new WeakMap<Float64Array, OpenPlaces>();

const openOf = ({ mixing, outputs, evidence }: LinearModel): OpenPlaces => {
  const known = openPlaces.get(mixing);
  if (known !== undefined) return known;
  const wide = outputs.length + evidence.length;
  const open = [...mixing.keys()].filter((at) => mixing[at] !== 0);
  const made: OpenPlaces = {
    places: Int32Array.from(open, (at) => at % wide), weights: Float64Array.from(open, (at) => mixing[at] ?? 0),
    starts: Int32Array.from({ length: outputs.length + 1 }, (_, output) => open.filter((at) => at < output * wide).length),
  };
  openPlaces.set(mixing, made);
  return made;
};

/** Logits of the second stage, one an output, from those of the first and the evidence in the order of `model.evidence`. */
export function mixedLogits(model: LinearModel, first: Float64Array, evidence: Float64Array, into: Float64Array): Float64Array {
  const size = model.outputs.length;
  const { places, weights, starts } = openOf(model);
  for (let output = 0; output < size; output += 1) {
    let sum = model.mixingBias[output] ?? 0;
    const end = starts[output + 1] ?? 0;
    for (let turn = starts[output] ?? 0; turn < end; turn += 1) {
      const at = places[turn] ?? 0;
      sum += (weights[turn] ?? 0) * ((at < size ? first[at] : evidence[at - size]) ?? 0);
    }
    into[output] = sum;
  }
  return into;
}
