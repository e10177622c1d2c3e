import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import { madeUpTwcsRows } from '../../scripts/bench/made-up-twcs.ts';
import { inlineReadPool, type OpenReadPool, type ReadPool } from '../../src/app/analyse/read-pool.ts';
import type { ReaderSetting } from '../../src/app/analyse/project-reader.ts';
import { classifiedLines } from '../../src/app/read/classify-lines.ts';
import type { ReadableText } from '../../src/domain/model/reading.ts';
import { createEngine, type Engine } from '../../src/engine/engine.ts';
import { readingThreads } from '../../src/engine/reading-threads.ts';
import { chancesIn } from '../../src/store/reading-bytes.ts';
import { PACKED_PLACES, READING_COLUMNS, type ReadingSheet } from '../../src/store/reading-values.ts';
import { projectWithMessages } from '../support/project-at-work.ts';
import { ROOT } from '../support/root.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testSettings } from '../support/test-engine.ts';

const READING_THREAD = join(ROOT, 'src/engine/reading-thread.ts');
const FALLING_THREAD = fileURLToPath(new URL('../fixtures/threads/falling-reading-thread.ts', import.meta.url));

const PARTS = ['il pacco non è ancora arrivato', 'quanto costa la miscela nuova?', "I can't find my zorblat-fizz order", 'ti scriviamo entro domani alle 15', 'we will refund you within 3 days', 'thanks a lot!', 'che bella idea', 'not happy at all', 'grazie mille', 'où est ma commande', '@anna 😍', 'zorblat, Zorblat. zorblat-fizz'];
const texts = (count: number): ReadableText[] => Array.from({ length: count }, (_, at) => ({
  id: String(at + 1), text: `${PARTS[at % PARTS.length] ?? ''} ${PARTS[(at * 7 + 3) % PARTS.length] ?? ''}`, direction: at % 3 === 0 ? 'outbound' : 'inbound', atMs: 1_780_000_000_000 + at * 60_000, timeZone: 'Europe/Rome',
}));
const SETTING: ReaderSetting = {
  abstainBelow: 0.3, layer: null,
  rules: [{ id: 'zorblat', name: 'zorblat', code: 'idea', direction: 'inbound', language: 'any', effect: 'on', lines: ['zorblat'], matches: [], rejects: [] }],
};
const readAll = async (pool: ReadPool, all: readonly ReadableText[]): Promise<ReadingSheet[]> => {
  const batches: ReturnType<ReadPool['read']>[] = [];
  for (let from = 0; from < all.length; from += 100) batches.push(pool.read(all.slice(from, from + 100)));
  return Promise.all(batches);
};

/** How likely an idea is in each text of people in a sheet, in order. */
function ideaChances({ values, bytes }: ReadingSheet): number[] {
  const chances: number[] = [];
  let from = 0;
  for (let row = 0; row < values.length; row += READING_COLUMNS.length) {
    for (const place of PACKED_PLACES) {
      const length = values[row + place];
      if (typeof length !== 'number') continue;
      if (place === READING_COLUMNS.indexOf('probabilities') && values[row + READING_COLUMNS.indexOf('direction')] === 'inbound') chances.push(chancesIn(bytes.subarray(from, from + length)).idea ?? 0);
      from += length;
    }
  }
  return chances;
}

const readingsIn = (folder: string): unknown[] => {
  const connection = new Database(join(folder, 'prova.tribuna'), { readonly: true });
  try {
    return connection.prepare('SELECT * FROM reading ORDER BY message_id').all();
  } finally {
    connection.close();
  }
};

describe('threads that read', () => {
  test('read as one reader in place does, in order, with the rules and the threshold of the project', async () => {
    const pool = readingThreads(READING_THREAD, 2)(SETTING, 1200);
    onTestFinished(() => pool.close());
    const all = texts(1200);
    const found = await readAll(pool, all);
    expect(found.flatMap(({ values }) => values)).toHaveLength(1200 * READING_COLUMNS.length);
    expect(found).toEqual(await readAll(inlineReadPool(SETTING), all));
    // the rule is seen, so that the setting did cross
    expect(found.flatMap(ideaChances).some((chance) => chance >= 0.99)).toBe(true);
  });

  test('classify a long input line by line, in order, damaged lines in their place', async () => {
    const lines = texts(6200).map(({ id, text }, at) => (at % 997 === 5 ? 'no JSON' : JSON.stringify({ id, text })));
    const read = async (openPool: OpenReadPool | null): Promise<unknown[]> => {
      const found: unknown[] = [];
      for await (const line of classifiedLines((async function* chunks() { yield* lines.map((line) => `${line}\n`); })(), { language: 'auto', direction: 'inbound' }, openPool)) found.push(line);
      return found;
    };
    let opened = 0;
    const open = readingThreads(READING_THREAD, 2);
    const found = await read((setting, count) => {
      opened += 1;
      return open(setting, count);
    });
    expect(opened).toBe(1);
    expect(found).toHaveLength(6200);
    expect(found).toEqual(await read(null));
  }, 60_000);

  test('fail a batch by what went wrong in it, and everything after the end of a thread', async () => {
    const pool = readingThreads(FALLING_THREAD, 1)(SETTING, 1000);
    onTestFinished(() => pool.close());
    await expect(pool.read(texts(3))).rejects.toThrow('invalid model: made up');
    await expect(pool.read(texts(3))).rejects.toThrow('canary text');
    await expect(pool.read(texts(3))).rejects.toThrow('canary text');
  });

  test('are never more than there are batches to read, and at most eight', async () => {
    for (const [most, count, width] of [[4, 400, 2], [4, 1400, 6], [64, 100_000, 16]] as const) {
      const pool = readingThreads(READING_THREAD, most)(SETTING, count);
      expect(pool.width).toBe(width);
      await pool.close();
    }
  });
});

describe('an analysis whose messages are read by threads', () => {
  const MESSAGES = 5200;
  /** Imports and analyses; cancelled as soon as another phase than reading begins, which would take time and show nothing. */
  async function onlyRead(engine: Engine, folder: string, stopAt = (phase: string): boolean => phase !== 'read'): Promise<unknown> {
    const work = await projectWithMessages({ engine, threads: 5, analysed: false }, folder);
    const file = await work.file('many.csv', `${[...madeUpTwcsRows(MESSAGES, 4)].join('\n')}\n`);
    expect(await work.call('import.run', { files: [{ file }] })).toMatchObject({ ok: true });
    const stop = engine.onEvent((event) => {
      if (event.type === 'job-progress' && event.jobId === 'analysis' && stopAt(event.phase)) void engine.call('job.cancel', { jobId: 'analysis' });
    });
    const outcome = await work.call('analyse.run', { jobId: 'analysis' });
    stop();
    return outcome;
  }

  test.each([['in the engine', {}], ['from the job thread', { jobThread: join(ROOT, 'src/engine/job-thread.ts') }]])('%s has the same readings as one that reads in place', async (_, extra) => {
    const [first, second] = [temporaryFolder(), temporaryFolder()];
    const [threaded, inline] = [createEngine({ ...testSettings(first), ...extra, readingThread: READING_THREAD }), createEngine(testSettings(second))];
    expect(await onlyRead(threaded, first)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await onlyRead(inline, second)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    await threaded.close();
    await inline.close();
    const rows = readingsIn(first);
    expect(rows.length).toBeGreaterThan(MESSAGES);
    expect(rows).toEqual(readingsIn(second));
  }, 240_000);

  test('can be cancelled, keeps what it has read', async () => {
    const folder = temporaryFolder();
    const engine = createEngine({ ...testSettings(folder), readingThread: READING_THREAD });
    expect(await onlyRead(engine, folder, () => true)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    await engine.close();
    const stored = readingsIn(folder).length;
    expect(stored).toBeGreaterThan(0);
    expect(stored).toBeLessThan(MESSAGES);
  }, 240_000);

  test('ends as a bug when a thread does, and says nothing of a text', async () => {
    const folder = temporaryFolder();
    const bugs: string[] = [];
    const falling = createEngine({ ...testSettings(folder), readingThread: FALLING_THREAD }, { onBug: (line) => void bugs.push(line) });
    expect(await onlyRead(falling, folder)).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(bugs).toHaveLength(1);
    expect(bugs.join()).not.toContain('canary text');
    await falling.close();
  }, 240_000);
});
