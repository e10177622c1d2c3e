import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { INTENTS } from '../../src/domain/model/codes.ts';
import { runCommand } from '../../src/cli/run-command.ts';
import { ROOT } from '../support/root.ts';
import { smallExport } from '../support/small-export.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** Runs one command line as the terminal would, with `input` on standard input. */
async function tribuna(words: readonly string[], input = ''): Promise<Run> {
  let out = '';
  let err = '';
  async function* chunks(): AsyncGenerator<string> {
    // in pieces that cut lines and characters' neighbours apart, as a pipe does
    for (let start = 0; start < input.length; start += 37) yield await Promise.resolve(input.slice(start, start + 37));
  }
  const code = await runCommand(words, { out: (text) => void (out += text), err: (text) => void (err += text), interactive: false, input: chunks() });
  return { code, out, err };
}

/** The one JSON document that a command printed. */
function document({ out }: Run): { ok: boolean; value: Record<string, never>; failure: { code: string } } {
  expect(out.trimEnd().split('\n')).toHaveLength(1);
  return JSON.parse(out) as never;
}

async function analysedProject(): Promise<{ project: string; folder: string }> {
  const folder = temporaryFolder();
  const project = join(folder, 'Prova.tribuna');
  writeFileSync(join(folder, 'export.csv'), smallExport());
  expect((await tribuna(['import', project, join(folder, 'export.csv'), '--brand', 'Aurora', '--competitor', 'Concorrente=Bottega', '--json'])).code).toBe(0);
  expect((await tribuna(['analyse', project, '--json'])).code).toBe(0);
  return { project, folder };
}

describe('import', () => {
  test('prints the fixed shape and nothing else, progress on standard error', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'export.csv'), smallExport());
    const run = await tribuna(['import', join(folder, 'p.tribuna'), join(folder, 'export.csv'), '--json', '--collected-at', '2025-12-01T00:00:00Z', '--time-zone', 'Europe/Rome']);
    expect(run.code).toBe(0);
    const { ok, value } = document(run);
    expect(ok).toBe(true);
    expect(value).toMatchObject({ imports: [{ file: 'export.csv', format: 'twcs', rows: 216, messages: 216, accounts: 42, reactions: 0, duplicates: 0, rejected: 0, reasons: [] }] });
    expect(run.err).toContain('rows:');
    expect(existsSync(join(folder, 'p.tribuna'))).toBe(true);
    expect(existsSync(join(folder, 'p.tribuna-wal'))).toBe(false);
    // a second import of the same file adds nothing
    const again = document(await tribuna(['import', join(folder, 'p.tribuna'), join(folder, 'export.csv'), '--json']));
    expect(again.value).toMatchObject({ imports: [{ messages: 0, duplicates: 216 }] });
  });

  test('a file that is not there is a failure, exit code 1; bad words are usage, exit code 2', async () => {
    const folder = temporaryFolder();
    const missing = await tribuna(['import', join(folder, 'p.tribuna'), join(folder, 'none.csv'), '--json']);
    expect(missing.code).toBe(1);
    expect(document(missing).failure.code).toBe('not-found');
    for (const words of [['import'], ['import', 'p.tribuna'], ['import', 'p', 'f', '--collected-at', 'ieri'], ['import', 'p', 'f', '--time-zone', 'Europe/Atlantide'], ['import', 'p', 'f', '--mapping', join(folder, 'none.json')], ['import', 'p', 'f', '--nope'], ['nonsense'], []]) {
      const { code, out, err } = await tribuna(words);
      expect(code, words.join(' ')).toBe(2);
      expect(out + err).toContain('usage: tribuna');
    }
  });

  test('names of people and texts never reach standard error', async () => {
    const folder = temporaryFolder();
    const rows = smallExport().replaceAll('La mia carta non funziona', 'canary-text').replaceAll(',1007,', ',canary-person,');
    writeFileSync(join(folder, 'export.csv'), `${rows}broken "row,without,columns\n`);
    const project = join(folder, 'p.tribuna');
    const runs = [await tribuna(['import', project, join(folder, 'export.csv')]), await tribuna(['analyse', project]), await tribuna(['check', project])];
    for (const { err } of runs) expect(err).not.toContain('canary');
  });
});

test('analyse: the second run does nothing; a changed clock does', async () => {
  const { project } = await analysedProject();
  expect(document(await tribuna(['analyse', project, '--json'])).value).toMatchObject({ didWork: false });
  expect((await tribuna(['analyse', project])).out).toBe('everything was up to date\n');
  expect(document(await tribuna(['analyse', project, '--json', '--now', '2025-05-01T00:00:00Z', '--seed', '3'])).value).toMatchObject({ didWork: true });
});

describe('query', () => {
  test('answers from an argument and from standard input alike', async () => {
    const { project } = await analysedProject();
    const byArgument = await tribuna(['query', project, 'response.survival', '{"by":"intent"}', '--json']);
    const byInput = await tribuna(['query', project, 'response.survival', '-', '--json'], '{"by":"intent"}');
    expect(byArgument.code).toBe(0);
    expect(byInput.out).toBe(byArgument.out);
    expect(document(byArgument).value).toHaveProperty('groups');
    expect(JSON.parse((await tribuna(['query', project, 'overview'])).out)).toMatchObject({ ok: true, value: { messages: 216 } });
  });

  test('a failure is printed as its outcome with exit code 1, a bad operation is usage', async () => {
    const { project, folder } = await analysedProject();
    const bad = await tribuna(['query', project, 'response.survival', '{"by":"colour"}', '--json']);
    expect(bad.code).toBe(1);
    expect(document(bad).failure.code).toBe('invalid-input');
    for (const words of [['query', project, 'nonsense'], ['query', project, 'project.close'], ['query', project, 'analyse.run'], ['query', project, 'overview', '{']]) expect((await tribuna(words)).code, words.join(' ')).toBe(2);
    expect((await tribuna(['query', join(folder, 'none.tribuna'), 'overview', '--json'])).code).toBe(1);
  });
});

describe('classify', () => {
  test('one line out for each line in, in order; a damaged line fails in its place', async () => {
    const input = ['{"id":"a","text":"La mia carta non funziona da ieri, potete aiutarmi?"}', 'not json', '{"id":"b","text":"Thank you so much, lovely place"}', '', '{"text":"no id"}', '{"id":7,"text":"\u{1F600}"}'].join('\n');
    const run = await tribuna(['classify'], input);
    const lines = run.out.trimEnd().split('\n').map((line) => JSON.parse(line) as Record<string, unknown>);
    expect(lines).toHaveLength(5);
    expect(lines[0]).toMatchObject({ id: 'a', language: 'it', intent: 'trouble' });
    expect(Object.keys(lines[0]?.['intents'] as object).sort()).toEqual([...INTENTS].sort());
    expect(lines[1]).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(lines[2]).toMatchObject({ id: 'b', language: 'en', sentiment: 'positive' });
    expect(lines[3]).toMatchObject({ ok: false });
    expect(lines[4]).toMatchObject({ id: '7', intent: null, sentiment: null });
    expect(run.code).toBe(1);
    expect(run.err).toBe('2 lines could not be read\n');
  });

  test('outbound lines carry acts and promises', async () => {
    const { out, code } = await tribuna(['classify', '--direction', 'outbound', '--language', 'it'], '{"id":"1","text":"Ci dispiace, ti rispondiamo entro domani.","at":"2026-03-02T10:00:00+01:00","timeZone":"Europe/Rome"}\n');
    expect(code).toBe(0);
    const reading = JSON.parse(out) as { act: string; acts: object; promises: { dueText: string; dueAfterSeconds: number | null; start: number; end: number }[] };
    expect(Object.keys(reading)).toEqual(expect.arrayContaining(['act', 'acts', 'labels', 'promises', 'spans']));
    expect(reading.promises).toHaveLength(1);
    expect(reading.promises[0]?.dueText).toContain('domani');
  });
});

test('check: an intact project, a damaged one, and what is no project at all', async () => {
  const { project, folder } = await analysedProject();
  expect(await tribuna(['check', project])).toMatchObject({ code: 0, out: 'intact\n' });
  const bytes = readFileSync(project);
  bytes.fill(0xaa, 8192, 40_960);
  writeFileSync(join(folder, 'damaged.tribuna'), bytes);
  expect((await tribuna(['check', join(folder, 'damaged.tribuna')])).code).toBe(1);
  writeFileSync(join(folder, 'text.tribuna'), 'not a project');
  const none = await tribuna(['check', join(folder, 'text.tribuna'), '--json']);
  expect(none.code).toBe(1);
  expect(document(none).failure.code).toBe('corrupt-project');
});

test('formats are listed', async () => {
  const listed = document(await tribuna(['formats', '--json'])).value as unknown as { formats: { id: string }[] };
  expect(listed.formats.map(({ id }) => id)).toEqual(expect.arrayContaining(['twcs', 'csv']));
});

test('demo writes the analysed sample and the client’s deliverables, without scripts, addresses or holes', async () => {
  const folder = join(temporaryFolder(), 'demo');
  const run = await tribuna(['demo', '--to', folder, '--json']);
  expect(run.code).toBe(0);
  const { project, files, pages } = document(run).value as unknown as { project: string; files: { format: string; path: string; bytes: number }[]; pages: number };
  expect(existsSync(project)).toBe(true);
  expect(pages).toBeGreaterThanOrEqual(15);
  expect(files.map(({ format }) => format)).toEqual(expect.arrayContaining(['pptx', 'html', 'xlsx', 'csv']));
  for (const { path, bytes } of files) expect(readFileSync(path).length, path).toBe(bytes);
  const html = readFileSync(files.find(({ format }) => format === 'html')?.path ?? '', 'utf8');
  expect(html).toContain('<html lang="it">');
  expect(html).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">`);
  expect(html).not.toMatch(/<script|javascript:|\son\w+=|(?:href|src)="https?:/i);
  expect(html).not.toMatch(/\b(NaN|undefined|null|Infinity)\b/);
  expect(html).toContain('Che cosa questi dati non vedono');
});

test('present writes the chosen formats of a project, and an analyst’s files say so in their names', async () => {
  const { project, folder } = await analysedProject();
  const run = await tribuna(['present', project, '--to', join(folder, 'out'), '--format', 'html,csv', '--language', 'en', '--audience', 'analyst', '--json']);
  expect(run.code).toBe(0);
  const { files } = document(run).value as unknown as { files: { format: string; path: string }[] };
  expect(files.map(({ format }) => format)).toEqual(['html', 'csv']);
  for (const { path } of files) expect(path).toContain('internal-personal-data');
  expect((await tribuna(['present', project])).code).toBe(2);
  expect((await tribuna(['present', project, '--to', folder, '--format', 'docx'])).code).toBe(2);
});

test('bench measures every phase', async () => {
  const folder = temporaryFolder();
  const run = await tribuna(['bench', '--messages', '400', '--combinations', '1', '--to', folder, '--json']);
  expect(run.code).toBe(0);
  const report = document(run) as unknown as { messages: number; phases: { name: string }[]; projectBytes: number; csvBytes: number; peakRssMiB: number; totalSeconds: number; yardsticks: { name: string }[] };
  expect(report.messages).toBe(400);
  expect(report.phases.map(({ name }) => name)).toEqual(['import', 'read', 'roles', 'derive', 'aggregate', 'present', 'queries']);
  expect(report.yardsticks.map(({ name }) => name)).toContain('sqlite3 .import');
  for (const figure of [report.projectBytes, report.csvBytes, report.peakRssMiB, report.totalSeconds]) expect(figure).toBeGreaterThan(0);
  const queries = report.phases.at(-1) as unknown as { p50Ms: number; p95Ms: number; operations: { operation: string; p95Ms: number }[] };
  expect(queries.p95Ms).toBeGreaterThanOrEqual(queries.p50Ms);
  expect(new Set(queries.operations.map(({ operation }) => operation)).size).toBeGreaterThan(70);
});

test('as a program: exit codes reach the shell', () => {
  const run = (words: string[]): number | null => spawnSync(process.execPath, [join(ROOT, 'src/cli/main.ts'), ...words], { encoding: 'utf8' }).status;
  expect(run(['help'])).toBe(0);
  expect(run(['check', join(ROOT, 'package.json')])).toBe(1);
  expect(run(['nonsense'])).toBe(2);
});
