import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Yardstick } from '../../src/cli/bench-report.ts';

interface YardstickProgram {
  readonly name: string;
  readonly does: string;
  readonly run: readonly [program: string, ...words: string[]];
}

// a table, then its keys: the least that anybody needs before asking the table about a message and its answers
const KEYS = 'CREATE UNIQUE INDEX by_id ON rows(tweet_id); CREATE INDEX by_answer ON rows(in_response_to_tweet_id); CREATE INDEX by_author ON rows(author_id);';
const SEARCH = 'CREATE VIRTUAL TABLE words USING fts5(text, content=rows); INSERT INTO words(words) VALUES (\'rebuild\');';

function programs(csv: string, folder: string): readonly YardstickProgram[] {
  const table = [`.import --csv "${csv}" rows`];
  const database = (name: string): string => join(folder, `yardstick-${name}.sqlite`);
  return [
    { name: 'wc -l', does: 'counts the lines', run: ['wc', '-l', csv] },
    { name: 'sqlite3 .import', does: 'one table of texts', run: ['sqlite3', database('table'), ...table] },
    { name: 'sqlite3 .import, keys', does: 'one table of texts with three keys', run: ['sqlite3', database('keys'), ...table, KEYS] },
    { name: 'sqlite3 .import, keys and words', does: 'one table of texts with three keys and an index of words', run: ['sqlite3', database('words'), ...table, KEYS, SEARCH] },
    { name: 'pandas read_csv', does: 'a table in memory, kept nowhere', run: ['python3', '-c', 'import sys, pandas; pandas.read_csv(sys.argv[1])', csv] },
  ];
}

/** Seconds of wall time that a program took; null when it is not installed or failed. */
function programSeconds([program, ...words]: YardstickProgram['run']): Promise<number | null> {
  const startedAt = performance.now();
  return new Promise((resolve) => {
    const child = spawn(program, words, { stdio: 'ignore' });
    child.once('error', () => resolve(null));
    child.once('close', (code) => resolve(code === 0 ? (performance.now() - startedAt) / 1000 : null));
  });
}

/**
 * What one would otherwise use on the same file, timed on this machine right after the import, one after the other: seconds,
 * and the import's seconds as a multiple. Programs that are not installed stay in the list without a figure. The databases
 * they write are deleted.
 */
export async function measuredYardsticks(csv: string, folder: string, importSeconds: number): Promise<Yardstick[]> {
  const measured: Yardstick[] = [];
  for (const { name, does, run } of programs(csv, folder)) {
    const seconds = await programSeconds(run);
    measured.push({ name, does, seconds, importTakesTimes: seconds === null ? null : importSeconds / seconds });
  }
  for (const name of ['table', 'keys', 'words']) await rm(join(folder, `yardstick-${name}.sqlite`), { force: true });
  return measured;
}
