import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW_MS = Date.UTC(2025, 8, 1, 9);
const { engine, ask } = suiteEngine({ nowMs: NOW_MS });

const rowsOf = ({ file }: OperationValue<'present.workList'>): string[][] => Papa.parse<string[]>(Buffer.from(file.base64, 'base64').toString('utf8').replace(/^\uFEFF/u, ''), { delimiter: ';', newline: '\r\n', skipEmptyLines: true }).data;

let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-work-list-'));
  writeFileSync(join(folder, 'export.csv'), smallExport());
  await ask('project.create', { name: 'small', file: await engine().registerFile(join(folder, 'small.tribuna'), 'small.tribuna') });
  await ask('import.run', { files: [{ file: await engine().registerFile(join(folder, 'export.csv'), 'export.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await ask('analyse.run', {});
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

describe('the work list', () => {
  it('holds the open requests of the listening room, with names, texts and days, and says until when', async () => {
    const [list, backlog] = [await ask('present.workList', { format: 'csv', days: 14 }), await ask('response.backlog', { size: 1000 })];
    expect(backlog.total).toBeGreaterThan(5);
    expect(list).toMatchObject({ rows: backlog.total, total: backlog.total, reported: 0, expires: '2025-09-15', file: { name: 'lista-di-lavoro-interno-dati-personali-eliminare-entro-2025-09-15.csv', mediaType: 'text/csv' } });
    const [mark, head, ...rows] = rowsOf(list);
    expect(mark?.[0]).toContain('contiene dati personali, da eliminare entro il 2025-09-15');
    expect(head).toEqual(['Rete', 'Pagina', 'Persona', 'Collegamento', 'Messaggio', 'Chiesto il', 'Giorni di attesa', 'Motivo', 'Bozza di risposta', 'Risposto il', 'Da chi', 'Nota', 'Chiave']);
    expect(rows.map((row) => row[4]?.replace(/^'/u, ''))).toEqual(backlog.requests.map(({ text }) => text));
    expect(rows.map((row) => row[2])).toEqual(backlog.requests.map(({ authorName }) => authorName?.replace(/^@/u, '')));
    expect(rows.map((row) => Number(row[6]?.replace(',', '.')))).toEqual(backlog.requests.map(({ waitedSeconds }) => Math.round((waitedSeconds ?? 0) / 8640) / 10));
    expect(rows.every((row) => row[12]?.startsWith('x ') === true)).toBe(true);
    // a workbook of the same list has the same name but for its ending, and is the same the second time
    const [one, other] = [await ask('present.workList', {}), await ask('present.workList', {})];
    expect(one.file.name).toMatch(/\.xlsx$/u);
    expect(one).toEqual(other);
  });

  it('comes back: what was noted is kept, shown in the next list, and taken back as one change', async () => {
    const place = temporaryFolder();
    const list = await ask('present.workList', { format: 'csv' });
    const lines = Buffer.from(list.file.base64, 'base64').toString('utf8').split('\r\n');
    const noted = lines.map((line, at) => (at === 2 ? line.replace(/;;;;("[^"]*")$/u, ';"31/8/2025";"Marta";;$1') : at === 3 ? line.replace(/;;;;("[^"]*")$/u, ';;;"al ""reparto"" tecnico";$1') : line));
    writeFileSync(join(place, 'back.csv'), [...noted.slice(0, -1), `x;;;;;;;;;;;"di un altro progetto";"x post 0"`, ''].join('\r\n'));
    const file = await engine().registerFile(join(place, 'back.csv'), 'back.csv');
    const expected = { rows: 3, changed: 2, same: 0, unknown: 1, expired: false, errors: [], errorCount: 0 };
    expect(await ask('present.readWorkList', { file, dryRun: true })).toEqual({ ...expected, imported: false });
    expect(await ask('present.workList', { format: 'csv' })).toEqual(list);
    expect(await ask('present.readWorkList', { file })).toEqual({ ...expected, imported: true });
    const next = await ask('present.workList', { format: 'csv' });
    expect(next.reported).toBe(1);
    expect(rowsOf(next).slice(2, 4).map((row) => row.slice(9, 12))).toEqual([['2025-08-31', 'Marta', ''], ['', '', 'al "reparto" tecnico']]);
    expect(await ask('present.readWorkList', { file })).toEqual({ ...expected, imported: false, changed: 0, same: 2 });
    expect((await ask('project.summary', {})).undo).toContain('present.readWorkList');
    await ask('history.undo', {});
    expect(await ask('present.workList', { format: 'csv' })).toEqual(list);
    await ask('history.redo', {});
    expect(await ask('present.workList', { format: 'csv' })).toEqual(next);
    await ask('history.undo', {});
  });

  it('takes in nothing where a row cannot be understood, and refuses what is no list', async () => {
    const place = temporaryFolder();
    const key = rowsOf(await ask('present.workList', { format: 'csv' }))[2]?.[12] ?? '';
    writeFileSync(join(place, 'a.csv'), `Chiave;Risposto il;Nota\n${key};2025-08-30;\n${key}x;domani;\n`);
    const read = await ask('present.readWorkList', { file: await engine().registerFile(join(place, 'a.csv'), 'a.csv') });
    expect(read).toMatchObject({ imported: false, changed: 1, errorCount: 1, errors: [{ row: 3, code: 'unknown-day', detail: 'domani' }] });
    writeFileSync(join(place, 'b.xlsx'), readFileSync(join(place, 'a.csv')));
    expect(await engine().call('present.readWorkList', { file: await engine().registerFile(join(place, 'b.xlsx'), 'b.xlsx') })).toMatchObject({ ok: false, failure: { code: 'unreadable-file' } });
  });
});
