import { INTENTS, type Intent, type Sentiment } from '../../domain/model/codes.ts';
import type { Reading } from '../../domain/model/reading.ts';
import type { CheckedMessage } from '../../domain/reading-check/check-scores.ts';
import { checkedWeights } from '../../domain/reading-check/checked-weights.ts';
import { sampledMessages, standingDraw } from '../../store/check-queries.ts';
import { layerVersionInForce } from '../../store/reading-layer-queries.ts';
import { dataVersionOf, settingOf } from '../../store/stage-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { layerShifts, trainedLayer, type LayerExample, type ProjectLayer } from '../../text/project-layer.ts';
import { readingDefinition } from '../analyse/project-reader.ts';
import { decidedLabels, FOLDS, labelledTexts, layeredReader, readableText, type LabelledText } from './labelled-texts.ts';

/** A message of the sample that a person labelled, with what each way of reading says of it. */
export interface CheckedReading {
  readonly messageId: number;
  readonly language: string;
  readonly stratum: string;
  readonly weight: number;
  /** By the reader alone, with the project's rules and threshold. */
  readonly plain: Reading;
  /** With a layer trained on all labels but those of its own fold. */
  readonly layered: Reading;
  readonly truth: { readonly intents: readonly Intent[]; readonly sentiment: Sentiment | null };
}

/** Everything the check rests on. */
export interface CheckedReadings {
  readonly messages: readonly CheckedReading[];
  /** Labels by hand of any origin that a layer is trained from, and that layer's material. */
  readonly examples: readonly LayerExample[];
  /** Share of all read messages whose stratum holds a labelled one. */
  readonly covered: number;
  /** Labelled messages of the sample that the reader gives no label today. */
  readonly unread: number;
  /** A layer of the project's own holds. */
  readonly adapted: boolean;
}

/** Which groups of outputs a layer is made for. */
export interface LayerGroups {
  readonly intents: boolean;
  readonly sentiments: boolean;
}

/** The examples with only those outputs that the layer is to learn. */
export function examplesFor(examples: readonly LayerExample[], { intents, sentiments }: LayerGroups): LayerExample[] {
  const isIntent = (code: string): boolean => (INTENTS as readonly string[]).includes(code);
  return examples.map((example) => (example.direction === 'outbound' ? example : {
    ...example, targets: new Map([...example.targets].filter(([code]) => (isIntent(code) ? intents : sentiments))),
  }));
}

const readings = new WeakMap<ProjectDatabase, { readonly key: string; readonly made: Promise<CheckedReadings> }>();

/**
 * The labelled part of the random sample, read without a layer and with one trained without it (five folds by text), so that
 * nothing is scored by what its own label taught. Corrected and proposed messages and those of files train, and never score.
 * Made once for the data as they are; costs a training a fold.
 */
export function checkedReadings(project: ProjectDatabase): Promise<CheckedReadings> {
  const key = JSON.stringify([dataVersionOf(project), readingDefinition(project), standingDraw(project)]);
  const known = readings.get(project);
  if (known?.key === key) return known.made;
  const made = readChecked(project);
  readings.set(project, { key, made });
  made.catch(() => readings.delete(project));
  return made;
}

async function readChecked(project: ProjectDatabase): Promise<CheckedReadings> {
  // 1. every label by hand, read without a layer
  const texts = await labelledTexts(project);
  const byId = new Map(texts.map((text) => [text.message.id, text]));
  // 2. the sample's labels, weighted by their strata
  const sample = sampledMessages(project);
  const { weights, covered } = checkedWeights(sample.map(({ stratum, weight, decision, messageId }) => ({ stratum, weight, labelled: decision !== null && messageId !== null && byId.has(messageId) })));
  const found = sample.flatMap(({ messageId, stratum }, at) => {
    const text = messageId === null ? undefined : byId.get(messageId);
    const weight = weights[at] ?? 0;
    return text === undefined || weight === 0 ? [] : [{ text, stratum, weight }];
  });
  // 3. each fold of them, read with what the other folds taught
  const layered = await crossFitted(project, texts, found.map(({ text }) => text));
  const messages = found.flatMap(({ text, stratum, weight }): CheckedReading[] => {
    const { intents, sentiment } = decidedLabels(text.decision);
    const withLayer = layered.get(text.message.id) ?? text.reading;
    if (intents === null || text.reading.intent === null || withLayer.intent === null) return [];
    return [{ messageId: text.message.id, language: text.reading.language, stratum, weight, plain: text.reading, layered: withLayer, truth: { intents, sentiment } }];
  });
  return { messages, examples: texts.flatMap(({ example }) => example ?? []), covered, unread: found.length - messages.length, adapted: layerVersionInForce(project) !== null };
}

async function crossFitted(project: ProjectDatabase, texts: readonly LabelledText[], wanted: readonly LabelledText[]): Promise<Map<number, Reading>> {
  const { reader, use } = layeredReader(project);
  const timeZone = settingOf(project, 'time_zone') ?? 'Europe/Rome';
  const found = new Map<number, Reading>();
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const own = wanted.filter((text) => text.fold === fold);
    if (own.length === 0) continue;
    const layer: ProjectLayer = trainedLayer(texts.flatMap((text) => (text.fold === fold ? [] : (text.example ?? []))));
    use(layerShifts(layer));
    for (const { message } of own) found.set(message.id, reader.read(readableText(message, timeZone)));
    await new Promise((resolve) => setImmediate(resolve));
  }
  return found;
}

/** A message of the check as scores take it, by its intents. */
export function byIntents({ stratum, weight, truth }: CheckedReading, reading: Reading): CheckedMessage {
  const said = reading.intent ?? 'other';
  return { stratum, weight, said, truth: truth.intents[0] ?? 'other', saidAll: reading.labels, truthAll: truth.intents };
}

/** The same by its tone; null where the person left it open. */
export function bySentiment({ stratum, weight, truth }: CheckedReading, reading: Reading): CheckedMessage | null {
  const { sentiment } = truth;
  if (sentiment === null) return null;
  const said = reading.sentiment ?? 'neutral';
  return { stratum, weight, said, truth: sentiment, saidAll: [said], truthAll: [sentiment] };
}
