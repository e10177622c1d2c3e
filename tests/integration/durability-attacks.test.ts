import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS, migrate } from '../../src/store/migrations.ts';
import { databaseConstructor } from '../../src/store/native-addon.ts';
import { attackedDesk, isSaving, keptInFolder, stepsOf, WORKS, type AttackedDesk, type Work } from '../support/attacked-work.ts';
import { attackedChild, faultyDisk, type ChildEnd, type FaultKind } from '../support/faulty-disk.ts';
import { isLongRun } from '../support/long-run.ts';
import { numbersFrom } from '../support/project-at-work.ts';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

/** A child takes a second or two of its own; on a busy machine several times that. */
const TIMEOUT_MS = isLongRun() ? 5_400_000 : 300_000;

/** Calls that change a file in each work, about: where a fault may fall. */
const CALLS: Readonly<Record<Work, number>> = { create: 290, import: 210, edit: 130, undo: 580, analyse: 190, migrate: 85, backup: 460, restore: 50, 'save-as': 400, 'save-over': 420 };

type Files = ReadonlyMap<string, Buffer>;

function filesOf(folder: string): Files {
  return new Map(readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => statSync(join(folder, name)).isFile()).map((name) => [name, readFileSync(join(folder, name))]));
}

function put(files: Files, folder: string): void {
  for (const [name, bytes] of files) {
    mkdirSync(join(folder, name, '..'), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
}

function desk(folder: string): AttackedDesk {
  const bugs: string[] = [];
  const made = attackedDesk(folder, (line) => void bugs.push(line));
  onTestFinished(() => {
    made.close();
    if (bugs.length > 0) throw new Error(bugs.join('\n'));
  });
  return made;
}

async function done(at: AttackedDesk, operation: string, input: unknown): Promise<unknown> {
  const outcome = await at.call(operation, input);
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.message}`);
  return outcome.value;
}

let base: Files | null = null;
let other: Buffer | null = null;

/** A project that stands where a copy is to go. */
async function otherProject(): Promise<Buffer> {
  if (other !== null) return other;
  const folder = temporaryFolder();
  const at = desk(folder);
  await done(at, 'project.create', { name: 'Altro', file: { fileHandle: 'copia.tribuna' } });
  at.close();
  other = readFileSync(join(folder, 'copia.tribuna'));
  return other;
}

/** A folder as a person's: an analysed project of sixty messages with one copy, and a file to import that knows some of them. */
async function startingFiles(work: Work): Promise<Files> {
  if (base === null) {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'more.csv'), smallExport(24));
    const at = desk(folder);
    await done(at, 'project.create', { name: 'Prova', file: { fileHandle: 'prova.tribuna' } });
    await done(at, 'import.run', { files: [{ file: { fileHandle: 'more.csv' } }], ownBrand: { name: 'Aurora' }, competitors: [{ name: 'Bottega' }] });
    await done(at, 'analyse.run', {});
    await done(at, 'backups.make', {});
    at.close();
    writeFileSync(join(folder, 'more.csv'), smallExport(120));
    rmSync(join(folder, 'state'), { recursive: true, force: true });
    base = filesOf(folder);
  }
  if (work === 'create') return new Map();
  if (work === 'save-over') return new Map([...base, ['copia.tribuna', await otherProject()]]);
  if (work !== 'migrate') return base;
  const path = join(temporaryFolder(), 'prova.tribuna');
  const connection = new (databaseConstructor())(path);
  migrate(connection, MIGRATIONS.slice(0, 5));
  connection.exec(readFileSync(join(ROOT, 'tests/fixtures/schema/v5-project.sql'), 'utf8'));
  connection.close();
  return new Map([['prova.tribuna', readFileSync(path)]]);
}

/** What the project keeps before a work and after each of its steps, done without any fault. */
async function rehearsal(work: Work): Promise<readonly string[]> {
  const folder = temporaryFolder();
  put(await startingFiles(work), folder);
  const at = desk(folder);
  const { before, steps } = stepsOf(work, folder);
  for (const { operation, input } of before) await done(at, operation, input);
  const digests = [keptInFolder(work, folder)];
  for (const { operation, input } of steps) {
    await done(at, operation, input);
    digests.push(keptInFolder(work, folder));
  }
  return digests;
}

const rehearsed = new Map<Work, readonly string[]>();

async function digestsOf(work: Work): Promise<readonly string[]> {
  const known = rehearsed.get(work) ?? await rehearsal(work);
  rehearsed.set(work, known);
  return known;
}

/** After an attack on saving elsewhere: what stands at the place of the copy opens and is whole, where anything does. */
async function examinedCopy(at: AttackedDesk, folder: string, about: string): Promise<void> {
  const path = join(folder, 'copia.tribuna');
  if (!existsSync(path) && !existsSync(`${path}.restoring`)) return;
  expect(await at.call('project.open', { file: { fileHandle: 'copia.tribuna' } }), about).toMatchObject({ ok: true });
  expect(await at.call('project.check', {}), about).toEqual({ ok: true, value: { intact: true, problems: [] } });
}

/** After an attack: opens, is whole, holds what was answered and at most the step that was under way, and leaves no litter. */
async function examined(work: Work, folder: string, { lines }: ChildEnd, about: string): Promise<string> {
  const path = join(folder, 'prova.tribuna');
  expect(lines.filter((line) => 'bug' in line), about).toEqual([]);
  const digests = await digestsOf(work);
  const steps = lines.filter((line) => 'done' in line).length;
  const at = attackedDesk(folder, (bug) => expect.fail(`${about}: ${bug}`));
  let found = 'none';
  if (existsSync(path) || existsSync(`${path}.restoring`)) {
    const outcome = await at.call('project.open', { file: { fileHandle: 'prova.tribuna' } });
    expect(outcome, `${about}: ${outcome.ok ? '' : outcome.failure.message}`).toMatchObject({ ok: true });
    expect(await at.call('project.check', {}), about).toEqual({ ok: true, value: { intact: true, problems: [] } });
    if (isSaving(work)) await examinedCopy(at, folder, about);
    found = keptInFolder(work, folder);
    if (work === 'analyse') {
      expect(await at.call('analyse.run', {}), about).toMatchObject({ ok: true });
      expect(await at.call('analyse.run', {}), about).toMatchObject({ ok: true, value: { didWork: false } });
    }
  } else expect(work, about).toBe('create');
  // an update is done by the opening itself
  const allowed = work === 'migrate' ? digests.slice(-1) : digests.slice(steps, steps + 2);
  expect(allowed, about).toContain(found);
  at.close();
  // a full disk may keep a project's log from being folded in: it goes with the file it belongs to when a copy takes its place
  const left = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => !/^(?:(?:prova|copia)\.tribuna(?:\.backups(?:[\\/]\d{8}T\d{9}Z(?:-replaced)?\.bak|[\\/]\d{8}T\d{9}Z-replaced\.bak-wal)?|\.v\d+\.bak)?|more\.csv|state(?:[\\/].*)?)$/.test(name));
  if (found !== 'none') expect(left, about).toEqual([]);
  for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((each) => each.endsWith('.bak'))) {
    const copy = new (databaseConstructor())(join(folder, name), { readonly: true });
    expect(copy.pragma('quick_check', { simple: true }), `${about}: ${name}`).toBe('ok');
    copy.close();
  }
  return found === digests[steps] ? 'taken back' : 'whole';
}

async function attacked(work: Work, fault: { kind: FaultKind; at: number }, killAfterMs?: number): Promise<{ folder: string; end: ChildEnd; about: string }> {
  const folder = join(temporaryFolder(), 'work');
  mkdirSync(folder);
  put(await startingFiles(work), folder);
  const end = await attackedChild({ work, folder, fault, ...(killAfterMs === undefined ? {} : { killAfterMs }) });
  return { folder, end, about: `${work}, ${fault.kind} at call ${String(fault.at)}` };
}

describe('a program killed at work', () => {
  test('at seeded points of every work: what was answered is there, what was under way is there whole or not at all', { timeout: TIMEOUT_MS }, async () => {
    const next = numbersFrom(20_261_127);
    const points = isLongRun() ? 200 : 12;
    const endings: Record<string, number> = {};
    let killed = 0;
    for (let point = 0; killed < points && point < points * 1.5; point += 1) {
      const work = WORKS[point % WORKS.length] ?? 'import';
      const kind = point % 3 === 2 ? 'tear' : 'kill';
      const { folder, end, about } = await attacked(work, { kind, at: 1 + next(CALLS[work]) }, faultyDisk() === null ? next(400) : undefined);
      expect(end.signal === 'SIGKILL' || (end.code === 0 && end.complaint === ''), `${about}: ${String(end.signal)} ${end.complaint}`).toBe(true);
      const how = await examined(work, folder, end, about);
      if (end.signal !== null) killed += 1;
      const ending = `${work}: ${end.signal === null ? 'ended first' : how}`;
      endings[ending] = (endings[ending] ?? 0) + 1;
      rmSync(folder, { recursive: true });
    }
    if (isLongRun()) process.stdout.write(`killed at ${String(killed)} points: ${JSON.stringify(endings)}\n`);
    expect(killed).toBe(points);
  });
});

describe('a disk that fails', () => {
  test.skipIf(faultyDisk() === null)('at seeded calls (a C compiler on Linux makes it fail): a message that says what to do, nothing lost', { timeout: TIMEOUT_MS }, async () => {
    const next = numbersFrom(411);
    const works = WORKS.filter((work) => work !== 'create');
    const points = isLongRun() ? 60 : 4;
    // what writes files of its own, which no limit of pages reaches: fifty points each, and always some of what writes whole projects
    const own: readonly Work[] = isLongRun() ? ['backup', 'restore', 'create', 'save-as', 'save-over'] : ['save-as', 'save-over'];
    const tried: Work[] = [...Array.from({ length: points }, (_, point) => works[point % works.length] ?? 'import'), ...own.flatMap((work) => Array.from({ length: isLongRun() ? 50 : 2 }, () => work))];
    const codes: Record<string, number> = {};
    const kinds: readonly FaultKind[] = ['EIO', 'ENOSPC+', 'ENOSPC', 'EIO+'];
    for (const [point, work] of tried.entries()) {
      const { folder, end, about } = await attacked(work, { kind: kinds[point % kinds.length] ?? 'EIO', at: 1 + next(CALLS[work]) });
      expect({ code: end.code, signal: end.signal, complaint: end.complaint }, about).toEqual({ code: 0, signal: null, complaint: '' });
      for (const line of end.lines.filter((each) => 'failed' in each)) {
        codes[String(line['code'])] = (codes[String(line['code'])] ?? 0) + 1;
        expect(['io-error', 'disk-full'], `${about}: ${String(line['message'])}`).toContain(line['code']);
        expect(line['message'], about).toMatch(/disk|folder|file/);
        expect(line['message'], about).toMatch(/free some space|check that|try again|choose another/);
      }
      await examined(work, folder, end, about);
      rmSync(folder, { recursive: true });
    }
    if (isLongRun()) process.stdout.write(`disk failed at ${String(tried.length)} points: ${JSON.stringify(codes)}\n`);
    expect(Object.keys(codes).length).toBeGreaterThan(0);
  });
});

describe('a power cut', () => {
  test.skipIf(faultyDisk() === null)('that takes what was not flushed of the log: every change that was answered is there', { timeout: TIMEOUT_MS }, async () => {
    const next = numbersFrom(77);
    const points = isLongRun() ? 40 : 2;
    let cut = 0;
    for (let point = 0; point < points; point += 1) {
      const { folder, end, about } = await attacked('edit', { kind: 'kill', at: 20 + next(CALLS.edit - 20) });
      expect(end.complaint, about).toBe('');
      const log = join(folder, 'prova.tribuna-wal');
      const flushed = readFileSync(`${folder}-log`, 'utf8').split('\n').filter((line) => line.endsWith(log)).map((line) => Number(line.split(' ')[1])).at(-1) ?? 0;
      if (existsSync(log) && statSync(log).size > flushed) {
        cut += 1;
        // the disk kept some of the tail, or kept its length alone
        if (point % 2 === 0) truncateSync(log, flushed + next(statSync(log).size - flushed));
        else writeFileSync(log, Buffer.concat([readFileSync(log).subarray(0, flushed), Buffer.alloc(statSync(log).size - flushed)]));
      }
      await examined('edit', folder, end, about);
      rmSync(folder, { recursive: true });
    }
    if (isLongRun()) process.stdout.write(`power cut at ${String(points)} points, the log's tail dropped at ${String(cut)}\n`);
    expect(cut).toBeGreaterThan(isLongRun() ? 0 : -1);
  });
});
