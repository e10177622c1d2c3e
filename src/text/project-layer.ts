import { SENTIMENTS } from '../domain/model/codes.ts';
import type { Direction } from '../domain/model/reading.ts';
import type { ReadLanguage } from './lexicon.ts';
import { modelOf } from './model/model-files.ts';
import type { LayerShift } from './model/model-reader.ts';
import { ridgeShift } from './ridge-shift.ts';

/** A text that a person labelled: what the reader sees of it, and which outputs are on; outputs that nobody decided are left out. */
export interface LayerExample {
  readonly language: ReadLanguage;
  readonly direction: Direction;
  /** Buckets of its words and word pairs. */
  readonly words: Int32Array;
  /** Logits of the second stage, in the order of the model's outputs. */
  readonly logits: Float64Array;
  readonly targets: ReadonlyMap<string, boolean>;
}

/** What corrections taught of one language and direction: a bias an output, and weights of words by their buckets. No word can be read from it. */
export interface LayerPart {
  readonly language: ReadLanguage;
  readonly direction: Direction;
  readonly outputs: readonly string[];
  readonly bias: readonly number[];
  readonly buckets: readonly number[];
  /** One row a bucket, in thousandths of a logit, one number an output. */
  readonly weights: readonly (readonly number[])[];
}

/** A project's layer over the model. */
export interface ProjectLayer {
  readonly parts: readonly LayerPart[];
}

const THOUSANDTHS = 1000;

/**
 * Trains a layer from all labels by hand: logistic regression whose offset is what the model says, drawn strongly to zero, so
 * that a few corrections change little beyond texts of their kind. Only words met in two labelled texts carry weight. The
 * order of the examples does not matter beyond rounding; same examples, same layer. Seconds for thousands of texts.
 * Source: Hoerl & Kennard 1970, Technometrics 12(1):55-67; Daume 2007, ACL, for adapting by an offset.
 * @param examples Texts of any language and direction.
 */
export function trainedLayer(examples: readonly LayerExample[]): ProjectLayer {
  const groups = new Map<string, LayerExample[]>();
  for (const example of examples) {
    const key = `${example.language} ${example.direction}`;
    groups.set(key, [...(groups.get(key) ?? []), example]);
  }
  const parts = [...groups].sort(([one], [other]) => (one < other ? -1 : 1)).flatMap(([, own]) => {
    const first = own[0];
    return first === undefined ? [] : [trainedPart(own, first)];
  });
  return { parts };
}

function trainedPart(examples: readonly LayerExample[], { language, direction }: Pick<LayerExample, 'language' | 'direction'>): LayerPart {
  const { outputs } = modelOf(language, direction);
  const { buckets, shifts } = ridgeShift(examples.map(({ words, logits, targets }) => ({ words, logits, targets: outputs.map((output) => targets.get(output) ?? null) })), {
    outputs: outputs.length, exclusive: SENTIMENTS.map((code) => outputs.indexOf(code)).filter((at) => at >= 0 && direction === 'inbound'),
  });
  const rounded = (value: number): number => Math.round(value * THOUSANDTHS);
  const kept = buckets.flatMap((bucket, at) => {
    const row = shifts.map(({ weights }) => rounded(weights[at] ?? 0));
    return row.some((weight) => weight !== 0) ? [{ bucket, row }] : [];
  });
  return { language, direction, outputs: [...outputs], bias: shifts.map(({ bias }) => rounded(bias) / THOUSANDTHS), buckets: kept.map(({ bucket }) => bucket), weights: kept.map(({ row }) => row) };
}

/** How a layer acts on texts; outputs are found by name, so that one that a later model no longer has is left out. */
export function layerShifts({ parts }: ProjectLayer): (language: ReadLanguage, direction: Direction) => LayerShift | undefined {
  const shifts = new Map(parts.map((part) => [`${part.language} ${part.direction}`, shiftOf(part)]));
  return (language, direction) => shifts.get(`${language} ${direction}`);
}

function shiftOf({ language, direction, outputs, bias, buckets, weights }: LayerPart): LayerShift {
  const places = outputs.map((output) => modelOf(language, direction).outputs.indexOf(output));
  const rows = new Map(buckets.map((bucket, at) => [bucket, weights[at] ?? []]));
  const sums = new Float64Array(outputs.length);
  return ({ words, wordCount }, logits) => {
    sums.fill(0);
    for (let at = 0; at < wordCount; at += 1) {
      const row = rows.get(words[at] ?? -1);
      if (row !== undefined) for (let output = 0; output < row.length; output += 1) sums[output] = (sums[output] ?? 0) + (row[output] ?? 0);
    }
    const share = wordCount === 0 ? 0 : 1 / (THOUSANDTHS * Math.sqrt(wordCount));
    places.forEach((place, output) => {
      if (place >= 0) logits[place] = (logits[place] ?? 0) + (bias[output] ?? 0) + (sums[output] ?? 0) * share;
    });
  };
}
