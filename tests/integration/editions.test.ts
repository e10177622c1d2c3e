import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const NOW_MS = Date.UTC(2026, 0, 10);
const { engine, ask } = suiteEngine({ nowMs: NOW_MS });
let folder = '';
let id = '';
let before: OperationValue<'present.report'>;

async function imported(name: string, threads: number): Promise<void> {
  writeFileSync(join(folder, name), smallExport(threads));
  await ask('import.run', { files: [{ file: await engine().registerFile(join(folder, name), name) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await ask('analyse.run', { seed: 1 });
}

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-editions-'));
  await ask('project.create', { name: 'Edizioni', file: await engine().registerFile(join(folder, 'e.tribuna'), 'e.tribuna') });
  await imported('first.csv', 120);
  before = await ask('present.report', { language: 'it', audience: 'client' });
  ({ id } = await ask('editions.close', { name: 'Primavera' }));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

describe('a closed edition', () => {
  it('is the report as it was, to the digit, after a later import', async () => {
    expect((await ask('editions.one', { id, language: 'it' })).report).toEqual(before);
    await imported('second.csv', 260);
    const today = await ask('present.report', { language: 'it', audience: 'client' });
    expect(today.tables).not.toEqual(before.tables);
    expect((await ask('editions.one', { id, language: 'it' })).report).toEqual(before);
    const { files } = await ask('present.write', { language: 'it', edition: id, formats: ['csv'] });
    expect(files).toHaveLength(1);
  });

  it('tells which figures are others today, and what came in since', async () => {
    const { figures, causes } = await ask('editions.compare', { id, language: 'it' });
    expect(figures.some(({ changed }) => changed)).toBe(true);
    expect(figures.every(({ difference }) => difference === null || difference.low === null)).toBe(true);
    expect(causes).toMatchObject({ reading: false, definitions: [], program: false, dataVersion: true });
  });

  it('leaves by undo and comes back by redo', async () => {
    await ask('editions.remove', { id });
    expect((await ask('editions.list', {})).editions).toEqual([]);
    await ask('history.undo', {});
    expect((await ask('editions.list', {})).editions.map(({ name }) => name)).toEqual(['Primavera']);
  });

  it('of a period that ends before it begins is refused, and one that is gone is not found', async () => {
    expect(await engine().call('editions.close', { name: 'x', fromMs: 5, toMs: 2 })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await engine().call('editions.one', { id: 'none' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await engine().call('present.write', { edition: 'none', formats: ['html'] })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});
