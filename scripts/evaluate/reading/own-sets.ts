import { ACTS, INTENTS, SENTIMENTS } from '../../../src/domain/model/codes.ts';
import { READ_LANGUAGES, type ReadLanguage } from '../../../src/text/lexicon.ts';
import { likeliestSentiment, primaryAct, primaryIntent, promiseFound, sameDueWords, timeNamed } from './answers.ts';
import { actsWithRows } from './gold-sets.ts';
import { MEASURES } from './scores.ts';
import { textOf } from './set-files.ts';
import type { EvaluationSet, LabelledText, Task } from './task.ts';

/** An inbound line: the primary intent first, the others after it. */
export interface InboundLine {
  readonly id: string;
  readonly intents: readonly string[];
  readonly sentiment: string;
  readonly flags: readonly string[];
  readonly text: string;
}

/** An outbound line without the marks in its text: the commitments and the words that name their times, as marked. */
export interface OutboundLine {
  readonly id: string;
  readonly acts: readonly string[];
  readonly tone: string;
  readonly text: string;
  readonly promises: readonly string[];
  readonly dues: readonly string[];
}

const TONES: Readonly<Record<string, string>> = { n: 'negative', u: 'neutral', p: 'positive' };

/** Tab-separated cells of the lines that are neither empty nor comments; null where the file is not there. Throws when a line has other columns. */
function cellsOf(folder: string, path: string, columns: number): { id: string; cells: string[] }[] | null {
  return textOf(folder, path)?.split(/\r?\n/u).flatMap((line, at) => {
    if (line.trim() === '' || line.startsWith('#')) return [];
    const cells = line.split('\t');
    if (cells.length !== columns) throw new RangeError(`invalid line: ${path}:${at + 1} has ${cells.length} columns, not ${columns}`);
    return [{ id: `${path}:${at + 1}`, cells }];
  }) ?? null;
}

function known(codes: readonly string[], written: string, id: string): string[] {
  const parts = written.split('+');
  for (const part of parts) if (!codes.includes(part)) throw new RangeError(`unknown code: ${part} in ${id}`);
  return parts;
}

/** Reads a file of inbound lines: intents, sentiment, flags, text. Null where it is not there. Throws RangeError naming the line. */
export function inboundLines(folder: string, path: string): InboundLine[] | null {
  return cellsOf(folder, path, 4)?.map(({ id, cells: [intents = '', sentiment = '', flags = '', text = ''] }) => {
    const tone = TONES[sentiment];
    if (tone === undefined) throw new RangeError(`unknown code: ${sentiment} in ${id}`);
    return { id, intents: known(INTENTS, intents, id), sentiment: tone, flags: flags === '-' ? [] : flags.split('+'), text };
  }) ?? null;
}

/** Reads a file of outbound lines: acts, tone, text with `[[commitment]]` and `{{time}}`. Null where it is not there. Throws RangeError naming the line. */
export function outboundLines(folder: string, path: string): OutboundLine[] | null {
  return cellsOf(folder, path, 3)?.map(({ id, cells: [acts = '', tone = '', marked = ''] }) => {
    const withoutTimes = marked.replaceAll(/\{\{|\}\}/gu, '');
    return {
      id, acts: known(ACTS, acts, id), tone, text: withoutTimes.replaceAll(/\[\[|\]\]/gu, ''),
      promises: [...withoutTimes.matchAll(/\[\[(.+?)\]\]/gu)].map(([, words = '']) => words),
      dues: [...marked.replaceAll(/\[\[|\]\]/gu, '').matchAll(/\{\{(.+?)\}\}/gu)].map(([, words = '']) => words),
    };
  }) ?? null;
}

type Rows<Line> = (line: Line) => Pick<LabelledText, 'truth' | 'other'> | null;

function rowsFrom<Line extends { readonly id: string; readonly text: string }>(lines: (folder: string) => Line[] | null, language: ReadLanguage, label: Rows<Line>): Task['rows'] {
  return (folder) => lines(folder)?.flatMap((line): LabelledText[] => {
    const labels = label(line);
    return labels === null ? [] : [{ id: line.id, text: line.text, language, ...labels }];
  }) ?? null;
}

const primary = ({ intents }: InboundLine): Pick<LabelledText, 'truth'> => ({ truth: intents[0] ?? 'other' });

function inboundSet(language: ReadLanguage): EvaluationSet {
  const base = { language, direction: 'inbound', languageTold: true } as const;
  const lines = (folder: string): InboundLine[] | null => inboundLines(folder, `${language}.inbound.tsv`);
  return {
    id: `own-${language}-inbound`, origin: 'own', usedForTraining: false,
    tasks: [
      { ...base, subject: 'intent', measure: (rows) => MEASURES.macroF1(INTENTS.filter((intent) => rows.some(({ truth }) => truth === intent))), rows: rowsFrom(lines, language, primary), answer: primaryIntent, plain: ({ text }, plain) => plain.intent(text) },
      { ...base, subject: 'sentiment', measure: () => MEASURES.macroF1(SENTIMENTS), rows: rowsFrom(lines, language, ({ sentiment }) => ({ truth: sentiment })), answer: likeliestSentiment, plain: ({ text }, plain) => plain.sentiment(text) },
    ],
  };
}

function purchaseSet(language: ReadLanguage): EvaluationSet {
  const rows = rowsFrom((folder) => inboundLines(folder, `${language}.purchase.tsv`), language, primary);
  const task = (subject: string, measure: Task['measure']): Task => ({ subject, language, direction: 'inbound', languageTold: true, measure, rows, answer: primaryIntent, plain: ({ text }, plain) => plain.intent(text) });
  return {
    id: `own-${language}-purchase`, origin: 'own', usedForTraining: false,
    tasks: [
      task('purchase, precision', () => MEASURES.precision('purchase')),
      task('purchase, recall', () => MEASURES.recall('purchase')),
      task('purchase', () => MEASURES.f1('purchase')),
      task('purchase read as information', () => MEASURES.readAs('purchase', 'information')),
      task('information read as purchase', () => MEASURES.readAs('information', 'purchase')),
    ],
  };
}

function outboundSet(language: ReadLanguage): EvaluationSet {
  const base = { language, direction: 'outbound', languageTold: true } as const;
  const lines = (folder: string): OutboundLine[] | null => outboundLines(folder, `${language}.outbound.tsv`);
  return {
    id: `own-${language}-outbound`, origin: 'own', usedForTraining: false,
    tasks: [
      { ...base, subject: 'act', measure: (rows) => MEASURES.macroF1(actsWithRows(rows)), rows: rowsFrom(lines, language, ({ acts }) => ({ truth: acts[0] ?? '' })), answer: primaryAct, plain: ({ text }, plain) => plain.act(text) },
      {
        ...base, subject: 'promise', measure: () => MEASURES.f1('yes'), rows: rowsFrom(lines, language, ({ promises }) => ({ truth: promises.length > 0 ? 'yes' : 'no' })),
        answer: promiseFound, plain: ({ text }, plain) => ({ code: plain.promises(text) ? 'yes' : 'no', probability: 1 }),
      },
      {
        ...base, subject: 'due time named', measure: () => MEASURES.f1('named'), rows: rowsFrom(lines, language, ({ promises, dues }) => (promises.length === 0 ? null : { truth: dues.length > 0 ? 'named' : 'none' })),
        answer: timeNamed, plain: ({ text }, plain) => ({ code: plain.namesTime(text) ? 'named' : 'none', probability: 1 }),
      },
      {
        ...base, subject: 'due words exact', measure: () => MEASURES.share, rows: rowsFrom(lines, language, ({ promises, dues }) => (promises.length === 0 || dues.length === 0 ? null : { truth: 'same', other: dues.join(' | ') })),
        answer: (reading, { other = '' }) => sameDueWords(reading, other), plain: null,
      },
    ],
  };
}

/** The project's own held-back messages, written for it; no training ever sees them. */
export const ownSets: readonly EvaluationSet[] = READ_LANGUAGES.flatMap((language) => [inboundSet(language), purchaseSet(language), outboundSet(language)]);
