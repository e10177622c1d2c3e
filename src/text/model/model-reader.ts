import { ACTS, INTENTS, SENTIMENTS, type Act, type Intent, type Sentiment } from '../../domain/model/codes.ts';
import type { Analysis, PreparedText } from '../analysis.ts';
import { evidenceSigns } from './evidence-signs.ts';
import { INBOUND_EVIDENCE, inboundEvidence, type InboundSight } from './inbound-evidence.ts';
import { mixedLogits, ngramLogits, NO_SIGNS, signPlace, type LinearModel } from './linear-model.ts';
import type { NgramFeatures } from './ngram-features.ts';
import { OUTBOUND_EVIDENCE, outboundEvidence, type OutboundSight } from './outbound-evidence.ts';
import { MODELLED_ACTS } from './reading-models.ts';

/** Probabilities of everything an inbound text can carry; `irony` that it means the contrary of what it says. */
export interface InboundChances {
  readonly intents: Readonly<Record<Intent, number>>;
  readonly sentiments: Readonly<Record<Sentiment, number>>;
  readonly irony: number;
}

/** Probabilities of the acts and tones of a brand's text. */
export interface OutboundChances {
  readonly acts: Readonly<Record<Act, number>>;
  readonly emotional: number;
  readonly informative: number;
}

/** Added to the second stage's logits, one an output: what a project's own corrections taught. */
export type LayerShift = (features: NgramFeatures, logits: Float64Array) => void;

// copied for every text, so that all records of codes have one shape
const NO_ACTS = Object.fromEntries(ACTS.map((act) => [act, 0])) as Readonly<Record<Act, number>>;
const NO_INTENTS = Object.fromEntries(INTENTS.map((code) => [code, 0])) as Readonly<Record<Intent, number>>;

const sigmoid = (logit: number): number => 1 / (1 + Math.exp(-logit));

/** Applies a model; keeps its scratch arrays, so one reader serves one text at a time. */
export interface ModelReader<Sight, Chances> {
  readonly chances: (sight: Sight, features: NgramFeatures, shift?: LayerShift) => Chances;
}

interface Scratch {
  readonly first: Float64Array;
  readonly mixed: Float64Array;
  readonly evidence: Float64Array;
}

const scratchOf = (model: LinearModel, evidence: readonly string[]): Scratch => {
  if (model.evidence.join('|') !== evidence.join('|')) throw new TypeError('invalid model: it was trained on other evidence; run npm run train');
  return { first: new Float64Array(model.outputs.length), mixed: new Float64Array(model.outputs.length), evidence: new Float64Array(evidence.length) };
};

const placeIn = (model: LinearModel, output: string): number => {
  const place = model.outputs.indexOf(output);
  if (place < 0) throw new TypeError(`invalid model: no output ${output}`);
  return place;
};

/** Reads inbound texts with a model. Throws TypeError `invalid model: ...` when it was trained on other evidence. */
export function inboundReader(model: LinearModel): ModelReader<InboundSight, InboundChances> {
  const { first, mixed, evidence } = scratchOf(model, INBOUND_EVIDENCE);
  const intentPlaces = INTENTS.map((code) => placeIn(model, code));
  const sentimentPlaces = SENTIMENTS.map((code) => placeIn(model, code));
  const irony = placeIn(model, 'irony');
  const { list, fill } = evidenceSigns(INBOUND_EVIDENCE);
  return {
    chances: (sight, features, shift) => {
      const count = fill(inboundEvidence(sight, evidence));
      mixedLogits(model, ngramLogits(model, features, { list, count }, first), evidence, mixed);
      shift?.(features, mixed);
      const [negative = 0, neutral = 0, positive = 0] = sentimentPlaces.map((place) => mixed[place] ?? 0);
      const most = Math.max(negative, neutral, positive);
      const [a, b, c] = [Math.exp(negative - most), Math.exp(neutral - most), Math.exp(positive - most)];
      const sum = a + b + c;
      const intents = { ...NO_INTENTS };
      INTENTS.forEach((code, at) => { intents[code] = sigmoid(mixed[intentPlaces[at] ?? 0] ?? 0); });
      return { intents, sentiments: { negative: a / sum, neutral: b / sum, positive: c / sum }, irony: sigmoid(mixed[irony] ?? 0) };
    },
  };
}

/** Reads a brand's texts with a model; `template` stays 0, because one text cannot show it. Throws as {@link inboundReader}. */
export function outboundReader(model: LinearModel): ModelReader<OutboundSight, OutboundChances> {
  const { first, mixed, evidence } = scratchOf(model, OUTBOUND_EVIDENCE);
  const places = MODELLED_ACTS.map((act) => placeIn(model, act));
  const [emotional, informative] = [placeIn(model, 'emotional'), placeIn(model, 'informative')];
  return {
    chances: (sight, features, shift) => {
      mixedLogits(model, ngramLogits(model, features, NO_SIGNS, first), outboundEvidence(sight, evidence), mixed);
      shift?.(features, mixed);
      const acts = { ...NO_ACTS };
      MODELLED_ACTS.forEach((act, at) => { acts[act] = sigmoid(mixed[places[at] ?? 0] ?? 0); });
      return { acts, emotional: sigmoid(mixed[emotional] ?? 0), informative: sigmoid(mixed[informative] ?? 0) };
    },
  };
}

/** What pulls a text towards one output: the evidence with the largest share of its logit, and words likewise. */
export interface Pull {
  readonly kind: 'words' | 'evidence';
  /** Name of the evidence, or the words as written. */
  readonly name: string;
  /** Share of the logit: above 0 for, below 0 against. */
  readonly weight: number;
  readonly start: number | null;
  readonly end: number | null;
}

/** What the signs of each evidence add to the output whose row of the second stage is given. */
function signPulls(model: LinearModel, row: number, evidence: Float64Array): Float64Array {
  const size = model.outputs.length;
  const pulls = new Float64Array(model.evidence.length);
  const { list, fill, evidenceOf } = evidenceSigns(model.evidence);
  const count = signPlace(model, 0) < 0 ? 0 : fill(evidence);
  for (let turn = 0; turn < count; turn += 1) {
    const sign = list[turn] ?? 0;
    const from = signPlace(model, sign);
    const owner = evidenceOf(sign);
    for (let at = 0; at < size; at += 1) pulls[owner] = (pulls[owner] ?? 0) + ((model.mixing[row + at] ?? 0) * (model.weights[from + at] ?? 0) * (model.scales[at] ?? 0)) / Math.sqrt(count);
  }
  return pulls;
}

/**
 * The strongest reasons of one output, for and against: each word and word pair by its weight in the first stage times
 * that stage's weight in the second, letters left out; each evidence by value times weight, counted from an average text,
 * and by its signs in the first stage.
 */
export function strongestPulls(model: LinearModel, output: string, { named, features, evidence, analysis, text, most = 6 }: { readonly named: readonly { readonly bucket: number; readonly first: number; readonly end: number }[]; readonly features: NgramFeatures; readonly evidence: Float64Array; readonly analysis: Analysis; readonly text: string; readonly prepared?: PreparedText; readonly most?: number }): Pull[] {
  const size = model.outputs.length;
  const place = placeIn(model, output);
  const row = place * (size + model.evidence.length);
  const share = features.wordCount === 0 ? 0 : 1 / Math.sqrt(features.wordCount);
  const pulls: Pull[] = named.map(({ bucket, first, end }) => {
    let weight = 0;
    for (let at = 0; at < size; at += 1) weight += (model.mixing[row + at] ?? 0) * (model.weights[bucket * size + at] ?? 0) * (model.scales[at] ?? 0) * share;
    const start = analysis.tokens[first]?.start ?? 0;
    const stop = analysis.tokens[end - 1]?.end ?? start;
    return { kind: 'words', name: text.slice(start, stop), weight, start, end: stop };
  });
  const bySigns = signPulls(model, row, evidence);
  model.evidence.forEach((name, at) => {
    const value = evidence[at] ?? 0;
    const weight = value * (model.mixing[row + size + at] ?? 0) + (bySigns[at] ?? 0);
    if (weight !== 0) pulls.push({ kind: 'evidence', name, weight, start: null, end: null });
  });
  const seen = new Set<string>();
  return pulls.filter(({ weight }) => Math.abs(weight) > 0.05).toSorted((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .filter(({ kind, name }) => !seen.has(`${kind} ${name.toLowerCase()}`) && seen.add(`${kind} ${name.toLowerCase()}`).size > 0).slice(0, most);
}
