import { z } from 'zod';
import type { Direction, ReadableText, Reading } from '../../domain/model/reading.ts';
import { failed } from '../../contract/outcome.ts';
import { createReader } from '../../text/reader.ts';

const lineSchema = z.object({
  id: z.union([z.string(), z.number()]).transform(String),
  text: z.string(),
  at: z.string().optional(),
  timeZone: z.string().optional(),
});

/** How lines are to be read. `language` other than `auto` is taken as the source's own word on what the texts are written in. */
export interface ClassifyOptions {
  readonly language: 'auto' | 'it' | 'en';
  readonly direction: Direction;
}

/** One printed line; `failed` when the line that came in could not be read, and says so itself. */
export interface ClassifiedLine {
  readonly line: string;
  readonly failed: boolean;
}

const BATCH = 500;

/**
 * Reads messages as NDJSON and yields one NDJSON line for each, in the same order, at flat memory: a batch of 500 is read
 * at a time. A damaged line yields a failure in its place and the rest is read on. Empty lines are skipped.
 */
export async function* classifiedLines(chunks: AsyncIterable<string>, { language, direction }: ClassifyOptions): AsyncGenerator<ClassifiedLine> {
  const reader = createReader();
  let batch: (ReadableText | ClassifiedLine)[] = [];
  const flush = (): ClassifiedLine[] => {
    const readings = reader.readMany(batch.filter((entry) => 'text' in entry))[Symbol.iterator]();
    const lines = batch.map((entry) => {
      if (!('text' in entry)) return entry;
      const reading = readings.next().value;
      return reading === undefined ? damaged('the reader gave no answer') : { line: JSON.stringify(printed(reading, direction)), failed: false };
    });
    batch = [];
    return lines;
  };
  for await (const line of linesOf(chunks)) {
    if (line.trim() === '') continue;
    batch.push(parsedLine(line, direction, language));
    if (batch.length >= BATCH) yield* flush();
  }
  yield* flush();
}

function parsedLine(line: string, direction: Direction, language: ClassifyOptions['language']): ReadableText | ClassifiedLine {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return damaged('a line is not JSON');
  }
  const parsed = lineSchema.safeParse(value);
  if (!parsed.success) return damaged('a line needs id and text', parsed.error.issues);
  const { id, text, at, timeZone } = parsed.data;
  const atMs = at === undefined ? undefined : Date.parse(at);
  if (atMs !== undefined && Number.isNaN(atMs)) return damaged('a line has an unreadable time');
  if (timeZone !== undefined && !isTimeZone(timeZone)) return damaged('a line names an unknown time zone');
  return { id, text, direction, ...(language === 'auto' ? {} : { sourceLanguage: language }), ...(atMs === undefined ? {} : { atMs }), ...(timeZone === undefined ? {} : { timeZone }) };
}

function printed(reading: Reading, direction: Direction): object {
  const { id, language, intent, intents, act, acts, labels, sentiment, sentiments, spans, promises, doubt, contact, economicTie, tone } = reading;
  return direction === 'inbound'
    ? { id, language, intent, intents, labels, sentiment, sentiments, spans, doubt, contact, economicTie }
    : { id, language, act, acts, labels, sentiment, sentiments, spans, promises, tone };
}

function damaged(message: string, issues: readonly { path: PropertyKey[]; message: string }[] = []): ClassifiedLine {
  const outcome = failed('invalid-input', message, issues.map((issue) => ({ path: issue.path.map(String).join('.'), message: issue.message })));
  return { line: JSON.stringify(outcome), failed: true };
}

function isTimeZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    yield* lines;
  }
  if (rest !== '') yield rest;
}
