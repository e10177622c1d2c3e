import { z } from 'zod';
import { failed } from '../../contract/outcome.ts';
import type { Direction, ReadableText } from '../../domain/model/reading.ts';
import type { ReaderSetting } from '../analyse/project-reader.ts';
import { inlineReadPool, type OpenReadPool, type ReadPool } from '../analyse/read-pool.ts';

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
const SETTING: ReaderSetting = { abstainBelow: 0, rules: [], layer: null };
/** From so many lines on other threads read: they take about a second to begin. */
const WORTH_THREADS = 5000;
const MOST_TEXTS = 1_000_000_000;

/**
 * Reads messages as NDJSON and yields one NDJSON line for each, in the same order, at flat memory: a batch of some
 * hundreds is read at a time, on other threads once the input is long and the caller has them to spare. A damaged line
 * yields a failure in its place and the rest is read on. Empty lines are skipped.
 */
export async function* classifiedLines(chunks: AsyncIterable<string>, { language, direction }: ClassifyOptions, openPool: OpenReadPool | null = null): AsyncGenerator<ClassifiedLine> {
  let pool = inlineReadPool(SETTING);
  let threaded = openPool === null;
  let count = 0;
  let batch: (ReadableText | ClassifiedLine)[] = [];
  const underWay: Promise<ClassifiedLine[]>[] = [];
  const flush = (): void => {
    if (batch.length === 0) return;
    if (!threaded && count >= WORTH_THREADS && openPool !== null) {
      threaded = true;
      pool = openPool(SETTING, MOST_TEXTS);
    }
    const lines = classified(batch, pool);
    // a batch that fails is told of when its turn comes
    lines.catch(() => undefined);
    underWay.push(lines);
    batch = [];
  };
  try {
    for await (const line of linesOf(chunks)) {
      if (line.trim() === '') continue;
      count += 1;
      batch.push(parsedLine(line, direction, language));
      if (batch.length < BATCH) continue;
      flush();
      while (underWay.length >= pool.width) yield* (await underWay.shift()) ?? [];
    }
    flush();
    for (const lines of underWay) yield* await lines;
  } finally {
    await pool.close();
  }
}

async function classified(batch: readonly (ReadableText | ClassifiedLine)[], pool: ReadPool): Promise<ClassifiedLine[]> {
  const lines = (await pool.print(batch.filter((entry) => 'text' in entry))).values();
  return batch.map((entry) => {
    if (!('text' in entry)) return entry;
    const line = lines.next().value;
    return line === undefined ? damaged('the reader gave no answer') : { line, failed: false };
  });
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
