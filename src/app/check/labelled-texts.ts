import { ACTS, codesIn, INTENTS, SENTIMENTS, type Act, type Intent, type Sentiment } from '../../domain/model/codes.ts';
import type { ReadableText, Reading } from '../../domain/model/reading.ts';
import { textKey } from '../../domain/response/text-key.ts';
import { spreadBits, textHash } from '../../domain/terms/text-hash.ts';
import { allLabelDecisions, type LabelDecision } from '../../store/label-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messagesToRead, type UnreadMessage } from '../../store/reading-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { ReadLanguage } from '../../text/lexicon.ts';
import type { LayerShift } from '../../text/model/model-reader.ts';
import type { LayerExample } from '../../text/project-layer.ts';
import { createReader, type Reader } from '../../text/reader.ts';
import { plainReaderOptions } from '../analyse/project-reader.ts';

/** Parts that the labels are dealt into, each scored by a layer that was trained without it. */
export const FOLDS = 5;
/** Texts read before others get their turn. */
const TURN = 50;

/** A label by hand with its text, as the reader reads it without any layer. */
export interface LabelledText {
  readonly decision: LabelDecision;
  readonly message: UnreadMessage;
  /** 0 to 4, by the text alone: copies of a text stand in one fold, so that none is scored by what its copy taught. */
  readonly fold: number;
  readonly reading: Reading;
  /** Null where no layer acts: no text, or a language that is not read. */
  readonly example: LayerExample | null;
}

/** What a person decided of a message, primary first; null where nothing was. */
export function decidedLabels({ intents, primaryIntent, acts, primaryAct, sentiment }: LabelDecision): { readonly intents: readonly Intent[] | null; readonly acts: readonly Act[] | null; readonly sentiment: Sentiment | null } {
  const ordered = <Code extends string>(vocabulary: readonly Code[], bits: number | null, primary: string | null): Code[] | null =>
    bits === null ? null : codesIn(vocabulary, bits).sort((a, b) => Number(b === primary) - Number(a === primary));
  return { intents: ordered(INTENTS, intents, primaryIntent), acts: ordered(ACTS, acts, primaryAct), sentiment: SENTIMENTS.find((code) => code === sentiment) ?? null };
}

/** A reader whose layer can be changed from text to text. */
export interface LayeredReader {
  readonly reader: Reader;
  readonly use: (layer: ((language: ReadLanguage, direction: 'inbound' | 'outbound') => LayerShift | undefined) | null) => void;
}

/** A reader as the project reads, threshold and rules included, with a layer that is set from outside. */
export function layeredReader(project: ProjectDatabase): LayeredReader {
  let used: Parameters<LayeredReader['use']>[0] = null;
  return { reader: createReader({ ...plainReaderOptions(project), layer: (language, direction) => used?.(language, direction) }), use: (layer) => void (used = layer) };
}

/** A message as the reader takes it. */
export function readableText({ id, text, atMs, languageTag, direction }: UnreadMessage, timeZone: string): ReadableText {
  return { id: String(id), text: text ?? '', direction, timeZone, ...(atMs === null ? {} : { atMs }), ...(languageTag === null ? {} : { sourceLanguage: languageTag }) };
}

type Seen = Pick<LayerExample, 'language' | 'words' | 'logits'>;

function targetsOf(decision: LabelDecision, direction: 'inbound' | 'outbound'): Map<string, boolean> {
  const { intents, acts, sentiment } = decidedLabels(decision);
  const targets = new Map<string, boolean>();
  if (direction === 'inbound') {
    if (intents !== null) for (const code of INTENTS) targets.set(code, intents.includes(code));
    if (sentiment !== null) for (const code of SENTIMENTS) targets.set(code, code === sentiment);
  } else if (acts !== null) for (const code of ACTS) targets.set(code, acts.includes(code));
  return targets;
}

/** All labels by hand whose message has a text, read without a layer, by number. Gives others their turn every fifty texts. */
export async function labelledTexts(project: ProjectDatabase): Promise<LabelledText[]> {
  const decisions = new Map(allLabelDecisions(project).map((decision) => [decision.messageId, decision]));
  const timeZone = settingOf(project, 'time_zone') ?? 'Europe/Rome';
  const { reader, use } = layeredReader(project);
  let caught: Seen | null = null;
  use((language) => ({ words, wordCount }, logits) => {
    caught = { language, words: words.slice(0, wordCount), logits: logits.slice() };
  });
  // read through a function, because it changes behind the reader
  const seen = (): Seen | null => caught;
  const ids = [...decisions.keys()];
  const texts: LabelledText[] = [];
  for (let from = 0; from < ids.length; from += TURN) {
    for (const message of messagesToRead(project, ids.slice(from, from + TURN))) {
      const decision = decisions.get(message.id);
      if (decision === undefined || message.text === null || message.text === '') continue;
      caught = null;
      const reading = reader.read(readableText(message, timeZone));
      const found = seen();
      texts.push({
        decision, message, reading, fold: spreadBits(textHash(textKey(message.text))) % FOLDS,
        example: found === null ? null : { ...found, direction: message.direction, targets: targetsOf(decision, message.direction) },
      });
    }
    await new Promise((resolve) => setImmediate(resolve));
  }
  return texts;
}
