import type { OperationValue } from '../../contract/operations.ts';
import { ACTS, codesIn, INTENTS, SENTIMENTS, type Act, type Intent, type Sentiment } from '../../domain/model/codes.ts';
import type { OwnRule } from '../../domain/model/own-rule.ts';
import type { Reading } from '../../domain/model/reading.ts';
import { dictionaryInForce, rulesOf } from '../../store/dictionary-queries.ts';
import { labelDecisions } from '../../store/label-queries.ts';
import { messagesById } from '../../store/message-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { layerVersionInForce } from '../../store/reading-layer-queries.ts';
import { messagesToRead, type UnreadMessage } from '../../store/reading-queries.ts';
import { evidenceSpans, LABEL_THEMES } from '../../text/evidence-spans.ts';
import { languageWords } from '../../text/language-words.ts';
import type { ReadLanguage } from '../../text/lexicon.ts';
import { modelOf } from '../../text/model/model-files.ts';
import { READER_VERSION } from '../../text/reader.ts';
import type { ReadText } from '../../text/text-reader.ts';
import { abstainBelow } from '../analyse/project-reader.ts';
import { readingDesk } from './reading-desk.ts';

type Explanation = OperationValue<'reading.explain'>;
type ExplainedLabel = Explanation['labels'][number];
type Label = Intent | Act | Sentiment;

const UNMODELLED_THRESHOLD = 0.5;
const LEAST_SHOWN = 0.005;

const isSentiment = (code: Label): code is Sentiment => SENTIMENTS.some((known) => known === code);

function thresholdOf(code: Label, language: ReadLanguage, direction: 'inbound' | 'outbound'): number | null {
  if (isSentiment(code)) return null;
  const { outputs, thresholds } = modelOf(language, direction);
  return thresholds[outputs.indexOf(code)] ?? UNMODELLED_THRESHOLD;
}

interface Labelling {
  readonly found: ReadText;
  readonly reading: Reading;
  readonly direction: 'inbound' | 'outbound';
  readonly rules: readonly OwnRule[];
}

function explainedLabel(code: Label, probability: number, { found, reading, direction, rules }: Labelling): ExplainedLabel {
  const { analysis, evidence } = found;
  const placeOf = ({ first, end }: { readonly first: number; readonly end: number }): { start: number; end: number } => ({ start: analysis.tokens[first]?.start ?? 0, end: analysis.tokens[end - 1]?.end ?? 0 });
  const stored = reading.spans.filter((span) => span.code === code);
  return {
    code, probability,
    threshold: thresholdOf(code, reading.language as ReadLanguage, direction),
    on: isSentiment(code) ? reading.sentiment === code : reading.labels.includes(code),
    spans: (stored.length > 0 || code === 'promise' ? stored : evidenceSpans([code], found)).map(({ start, end }) => ({ start, end })),
    rules: found.ownRules.filter((hit) => hit.code === code).map(({ rule, on, start, end }) => ({ rule, name: rules.find(({ id }) => id === rule)?.name ?? rule, on, start, end })),
    themes: LABEL_THEMES[code].flatMap((theme) => {
      const hits = evidence.hits(theme);
      return hits.length === 0 ? [] : [{ theme, weight: evidence.theme(theme), places: hits.slice(0, 5).map(placeOf) }];
    }),
    pulls: found.pulls(code).map(({ kind, name, weight, start, end }) => ({ kind, name, weight, start, end })),
  };
}

function labelsOf(labelling: Labelling): ExplainedLabel[] {
  const { intents, acts, sentiments } = labelling.found;
  const chances: [Label, number][] = [
    ...INTENTS.flatMap((code): [Label, number][] => (intents === null ? [] : [[code, intents[code]]])),
    ...ACTS.flatMap((code): [Label, number][] => (acts === null || code === 'template' ? [] : [[code, acts[code]]])),
    ...SENTIMENTS.map((code): [Label, number] => [code, sentiments[code]]),
  ];
  return chances.map(([code, probability]) => explainedLabel(code, probability, labelling))
    .filter(({ probability, on, rules }) => on || rules.length > 0 || probability >= LEAST_SHOWN)
    .sort((a, b) => Number(b.on) - Number(a.on) || b.probability - a.probability);
}

function languageOf(message: UnreadMessage, reading: Reading, found: ReadText | null): Explanation['language'] {
  const { languageTag: tag, text } = message;
  const words = found === null || text === null ? [] : languageWords(text, found.analysis, { language: reading.language as ReadLanguage });
  const tagged = tag?.toLowerCase().split(/[-_]/u)[0] === reading.language;
  const basis = reading.language === 'unknown' ? 'none' : words.length > 0 ? 'words' : tagged ? 'tag' : 'letters';
  return { code: reading.language, basis, words, tag };
}

function decidedOn(project: ProjectDatabase, messageId: number): Explanation['decided'] {
  const [decision] = labelDecisions(project, [messageId]);
  if (decision === undefined) return null;
  const { intents, primaryIntent, acts, primaryAct, sentiment, origin, atMs } = decision;
  // the main label first, as it was given
  const ordered = <Code extends string>(vocabulary: readonly Code[], bits: number | null, primary: string | null): Code[] | null =>
    bits === null ? null : codesIn(vocabulary, bits).sort((a, b) => Number(b === primary) - Number(a === primary));
  return { intents: ordered(INTENTS, intents, primaryIntent), acts: ordered(ACTS, acts, primaryAct), sentiment: SENTIMENTS.find((code) => code === sentiment) ?? null, origin, atMs };
}

/** Everything that the labels of a message rest on; null for a number that no message has. Reads the message anew. */
export function explainedMessage(project: ProjectDatabase, messageId: number): Explanation | null {
  const [message] = messagesToRead(project, [messageId]);
  const [stored] = messagesById(project, [messageId]);
  if (message === undefined || stored === undefined) return null;
  const desk = readingDesk(project);
  const reading = desk.read(message);
  const found = desk.explain(message);
  const dictionary = dictionaryInForce(project);
  return {
    messageId, direction: message.direction, textKind: reading.textKind,
    language: languageOf(message, reading, found),
    readerVersion: READER_VERSION, dictionaryVersion: dictionary?.version ?? 0, layerVersion: layerVersionInForce(project), abstainBelow: abstainBelow(project), surest: reading.surest, abstained: reading.abstained,
    irony: found?.irony ?? 0, doubt: reading.doubt,
    copies: stored.acts.includes('template'),
    read: { labels: [...reading.labels], sentiment: reading.sentiment },
    decided: decidedOn(project, messageId),
    labels: found === null ? [] : labelsOf({ found, reading, direction: message.direction, rules: rulesOf(dictionary) }),
  };
}
