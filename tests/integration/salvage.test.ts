import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import type { Engine } from '../../src/engine/engine.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { isLongRun } from '../support/long-run.ts';
import { callerOf, numbersFrom, projectWithMessages } from '../support/project-at-work.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';
import { testEngine } from '../support/test-engine.ts';

interface Made {
  readonly bytes: Buffer;
  readonly texts: readonly string[];
  readonly messages: number;
  readonly accounts: number;
}

let made: Made | null = null;

/** A closed project of some hundred messages, one of them longer than a page, with corrections, and what a look by SQL says is in it. */
async function closedProject(): Promise<Made> {
  if (made !== null) return made;
  const work = await projectWithMessages({ threads: 90, analysed: false });
  const long = `Una lettera molto lunga. ${'caffè '.repeat(2500)}fine della lettera`;
  await work.call('import.run', { files: [{ file: await work.file('long.csv', `tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n99,=1+1,True,Tue Mar 04 09:00:00 +0000 2025,"${long}",,\n`) }] });
  await work.call('labels.set', { labels: [{ messageId: 1, sentiment: 'positive' }, { messageId: 2, sentiment: 'negative' }] });
  await work.engine.close();
  const connection = new (databaseConstructor())(work.path, { readonly: true });
  made = {
    bytes: readFileSync(work.path), texts: connection.prepare('SELECT text FROM message ORDER BY id').pluck().all() as string[],
    messages: connection.prepare('SELECT count(*) FROM message').pluck().get() as number, accounts: connection.prepare('SELECT count(*) FROM account').pluck().get() as number,
  };
  connection.close();
  return made;
}

type Account = OperationValue<'project.salvage'>;

async function salvaged(engine: Engine, path: string): Promise<Account> {
  const outcome = await callerOf(engine)('project.salvage', { file: await engine.registerFile(path, 'x.tribuna') });
  if (!outcome.ok) throw new Error(`${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

function pageZeroed(bytes: Buffer, number: number): Buffer {
  const damaged = Buffer.from(bytes);
  damaged.fill(0, (number - 1) * 4096, number * 4096);
  return damaged;
}

/** Where a table of the project begins. */
function rootOf(path: string, table: string): number {
  const connection = new (databaseConstructor())(path, { readonly: true });
  const root = connection.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table) as number;
  connection.close();
  return root;
}

describe('what can still be read of a project', () => {
  test('of a whole one is all of it, and it can be imported again', async () => {
    const { bytes, messages, accounts, texts } = await closedProject();
    const folder = temporaryFolder();
    const path = join(folder, 'x.tribuna');
    writeFileSync(path, bytes);
    const engine = testEngine(folder);
    const account = await salvaged(engine, path);
    const none = { unreadableRows: 0, unreadablePages: 0 };
    expect(account).toEqual({ folder: 'x.recovered', beside: true, messages: { read: messages, ...none }, accounts: { read: accounts, ...none }, decisions: { read: 2, ...none }, declared: messages });
    expect(readFileSync(path).equals(bytes)).toBe(true);
    const csv = readFileSync(join(folder, 'x.recovered/messages.csv'), 'utf8');
    for (const text of texts) expect(csv).toContain(text.startsWith('@') ? `"'${text}"` : `"${text}"`);
    // a handle that a spreadsheet would compute does not
    expect(csv).toContain(`"'=1+1"`);
    const decisions = JSON.parse(readFileSync(join(folder, 'x.recovered/decisions.json'), 'utf8')) as { label_verdict: { network: string; message: string; sentiment: string }[] };
    expect(decisions.label_verdict.map(({ network, sentiment }) => [network, sentiment]).sort()).toEqual([['x', 'negative'], ['x', 'positive']]);
    const call = callerOf(engine);
    await call('project.create', { name: 'Nuovo' });
    const again = await call('import.run', { files: [{ file: await engine.registerFile(join(folder, 'x.recovered/messages.csv'), 'messages.csv') }] });
    expect(again).toMatchObject({ ok: true, value: { imports: [{ messages, rejected: 0 }] } });
    // a second time beside the first
    expect((await salvaged(engine, path)).folder).toBe('x.recovered 2');
    expect(readdirSync(folder).filter((name) => name.endsWith('.new'))).toEqual([]);
  });

  test('with a page of messages gone is the rest, counted; with the first page gone, what a new project has in its place', async () => {
    const { bytes, messages } = await closedProject();
    const folder = temporaryFolder();
    const engine = testEngine(folder);
    const path = join(folder, 'x.tribuna');
    writeFileSync(path, bytes);
    const root = rootOf(path, 'message');
    // the root of a table of several pages names the others: without it they are found by their shape
    expect(bytes[(root - 1) * 4096]).toBe(5);
    const leaf = bytes.readUInt32BE((root - 1) * 4096 + bytes.readUInt16BE((root - 1) * 4096 + 12));
    const results: Account[] = [];
    for (const [position, damaged] of [pageZeroed(bytes, leaf), pageZeroed(bytes, root), pageZeroed(bytes, 1), bytes.subarray(0, Math.floor(bytes.length / 2))].entries()) {
      const target = join(folder, `x${String(position)}.tribuna`);
      writeFileSync(target, damaged);
      expect(await callerOf(engine)('project.open', { file: await engine.registerFile(target, 'x') })).toMatchObject({ ok: false, failure: { code: 'corrupt-project' } });
      results.push(await salvaged(engine, target));
      expect(readFileSync(target).equals(damaged)).toBe(true);
    }
    const [noLeaf, noRoot, noFirst] = results;
    expect(noLeaf?.messages.unreadablePages).toBe(1);
    expect(noLeaf?.messages.read).toBeGreaterThan(messages - 80);
    expect(noLeaf?.messages.read).toBeLessThan(messages);
    expect(noRoot?.messages).toEqual({ read: messages, unreadablePages: 1, unreadableRows: 0 });
    expect(noFirst?.messages.read).toBe(messages);
  });

  test('of any bytes is something or nothing, never a throw, and the file stays as it was', async () => {
    const { bytes, messages } = await closedProject();
    const folder = temporaryFolder();
    const engine = testEngine(folder);
    const next = numbersFrom(99);
    for (let mutation = 0; mutation < (isLongRun() ? 300 : 15); mutation += 1) {
      const damaged = mutation % 5 === 4 ? Buffer.from(bytes.subarray(0, next(bytes.length))) : Buffer.from(bytes);
      for (let flip = 0; flip < 40 && damaged.length > 0; flip += 1) damaged[next(mutation % 3 === 0 ? Math.min(4096, damaged.length) : damaged.length)] = next(256);
      const path = join(folder, `m${String(mutation)}.tribuna`);
      writeFileSync(path, damaged);
      const account = await salvaged(engine, path);
      expect(account.messages.read, String(mutation)).toBeLessThanOrEqual(messages);
      expect(readFileSync(path).equals(damaged)).toBe(true);
      expect(existsSync(join(folder, account.folder, 'account.json'))).toBe(true);
    }
    writeFileSync(join(folder, 'text.tribuna'), 'una lista della spesa');
    expect((await salvaged(engine, join(folder, 'text.tribuna'))).messages.read).toBe(0);
  });
});
