import { copyFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import Database from 'better-sqlite3';
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { REQUEST_INTENTS } from '../../src/domain/model/codes.ts';
import { WAREHOUSE_TABLES } from '../../src/domain/model/warehouse.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const { ask, folder } = suiteEngine({ nowMs: Date.UTC(2026, 6, 3) });
const WEEK = 604_800;

type Cell = number | string | null;
type Row = Record<string, Cell>;

/** Runs the portable views in some engine. */
type Queried = (sql: string) => Promise<Row[]>;

let to: string;
let brand: string;
let survival: OperationValue<'response.survival'>;
let overview: OperationValue<'overview'>;
let books: OperationValue<'value.books'>;
let tribes: OperationValue<'tribes.list'>;

const plain = (value: unknown): Cell => (typeof value === 'bigint' ? Number(value) : typeof value === 'boolean' ? Number(value) : (value as Cell));

/** The written Parquet files, read by another library into an empty database, with the views that leave beside them. */
async function inSqlite(): Promise<Queried> {
  const database = new Database(':memory:');
  for (const name of WAREHOUSE_TABLES) {
    const rows = await parquetReadObjects({ file: await asyncBufferFromFile(join(to, `${name}.parquet`)) });
    const columns = Object.keys(rows[0] ?? {});
    database.exec(`CREATE TABLE ${name} (${columns.join(', ')})`);
    const insert = database.prepare(`INSERT INTO ${name} VALUES (${columns.map(() => '?').join(', ')})`);
    database.transaction(() => rows.forEach((row) => insert.run(...columns.map((column) => plain(row[column])))))();
  }
  database.exec(readFileSync(join(to, 'views.sql'), 'utf8'));
  return (sql) => Promise.resolve(database.prepare(sql).all() as Row[]);
}

/** The same in DuckDB, where somebody installed its package; null elsewhere. */
async function inDuckDb(): Promise<Queried | null> {
  const name = process.env['TRIBUNA_DUCKDB'] ?? '@duckdb/node-api';
  const { DuckDBInstance } = (await import(name).catch(() => ({ DuckDBInstance: null }))) as { DuckDBInstance: { create: (path: string) => Promise<{ connect: () => Promise<{ run: (sql: string) => Promise<unknown>; runAndReadAll: (sql: string) => Promise<{ getRowObjectsJS: () => Record<string, unknown>[] }> }> }> } | null };
  if (DuckDBInstance === null) return null;
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  for (const table of WAREHOUSE_TABLES) await connection.run(`CREATE VIEW ${table} AS SELECT * FROM read_parquet('${join(to, `${table}.parquet`)}')`);
  await connection.run(readFileSync(join(to, 'views.sql'), 'utf8'));
  return async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJS().map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, plain(value)])));
}

beforeAll(async () => {
  const opened = await ask('project.openSample', {});
  await ask('analyse.run', { seed: 1 });
  [overview, books, tribes] = [await ask('overview', {}), await ask('value.books', {}), await ask('tribes.list', {})];
  brand = overview.brand ?? '';
  survival = await ask('response.survival', { by: 'intent', horizonSeconds: WEEK, seed: 1 });
  to = join(folder(), 'warehouse');
  // the command opens the project itself, so it gets a copy of the file that is open
  const copy = join(folder(), 'copy.tribuna');
  await ask('project.close', {});
  copyFileSync(join(folder(), opened.fileName), copy);
  const lines: string[] = [];
  const code = await runCommand(['export', copy, '--to', to, '--json'], { out: (text) => void lines.push(text), err: (text) => void lines.push(text), interactive: false, input: Readable.from([]) });
  if (code !== 0) throw new Error(lines.join(''));
}, 240_000);

async function agreesWithTheRooms(queried: Queried): Promise<void> {
  const waits = await queried(`SELECT * FROM waits WHERE brand = '${brand}'`);
  expect(waits.map(({ intent }) => intent).sort()).toEqual([...REQUEST_INTENTS].sort());
  for (const group of survival.groups.filter(({ tooFew }) => !tooFew)) {
    const row = waits.find(({ intent }) => intent === group.key);
    expect([row?.['requests'], row?.['answered'], row?.['sent_to_private']], group.key).toEqual([group.n, group.answered, group.sentToPrivate]);
    expect(row?.['mean_of_answers_seconds'] as number).toBeCloseTo(group.meanOfAnswersSeconds ?? Number.NaN, 6);
    const steps = await queried(`SELECT at_seconds, waiting FROM survival_steps WHERE brand = '${brand}' AND intent = '${group.key}' ORDER BY at_seconds`);
    expect(steps.map(({ at_seconds: at }) => at)).toEqual(group.steps.map(({ atSeconds }) => atSeconds));
    steps.forEach(({ waiting }, place) => expect(Math.abs((waiting as number) - (group.steps[place]?.waiting ?? Number.NaN))).toBeLessThan(1e-9));
  }
  expect((await queried('SELECT sum(messages) AS n FROM message_counts'))[0]?.['n']).toBe(overview.messages);
  const rules = new Map((await queried(`SELECT rule, sum(bookings) AS bookings, sum(points) AS points FROM ledger_rules WHERE brand = '${brand}' OR brand IS NULL GROUP BY rule`)).map((row) => [row['rule'], row]));
  for (const { rule, bookings, points } of books.rules.filter((one) => one.bookings > 0)) {
    expect(rules.get(rule)?.['bookings'], rule).toBe(bookings);
    expect(Math.abs((rules.get(rule)?.['points'] as number) - points)).toBeLessThan(1e-9 * Math.max(1, points));
  }
  const sizes = new Map((await queried('SELECT tribe, people FROM tribe_sizes')).map(({ tribe, people }) => [tribe, people]));
  for (const { id, size, lens } of tribes.tribes.filter((tribe) => tribe.lens === 'interests')) expect(sizes.get(id), `${lens} ${id}`).toBe(size);
}

describe('the tables for other engines', () => {
  it('stand beside their columns and the SQL of their figures', () => {
    for (const name of [...WAREHOUSE_TABLES.map((table) => `${table}.parquet`), 'views.sql', 'duckdb.sql', 'columns.json']) expect(existsSync(join(to, name)), name).toBe(true);
    const columns = JSON.parse(readFileSync(join(to, 'columns.json'), 'utf8')) as { name: string; columns: { name: string; meaning: string }[] }[];
    expect(columns.every(({ columns: each }) => each.every(({ meaning }) => meaning.endsWith('.')))).toBe(true);
  });

  it('give the waits, the curves and the books of the rooms when another library reads them', async () => {
    const queried = await inSqlite();
    await agreesWithTheRooms(queried);
  });

  it('give the same in DuckDB, where its package is installed', async ({ skip }) => {
    const queried = await inDuckDb();
    if (queried === null) {
      skip('the package @duckdb/node-api is not installed');
      return;
    }
    await agreesWithTheRooms(queried);
  });
});
