import { strToU8, zipSync } from 'fflate';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationValue } from '../../src/contract/operations.ts';
import { REPORT_SECTIONS } from '../../src/domain/model/report-section.ts';
import { clientSafeReport } from '../../src/present/privacy/client-safe-report.ts';
import { CANARY, CANARY_COLUMNS, CANARY_END_MS, canaryExport } from '../support/canary-export.ts';
import { foundTraces } from '../support/found-traces.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const { engine, ask } = suiteEngine({ nowMs: CANARY_END_MS });
let folder = '';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tribuna-canary-'));
  const name = `export-${CANARY}.csv`;
  writeFileSync(join(folder, name), canaryExport());
  await ask('project.create', { name: `Progetto ${CANARY}`, file: await engine().registerFile(join(folder, `${CANARY}.tribuna`), `${CANARY}.tribuna`) });
  await ask('import.run', { files: [{ file: await engine().registerFile(join(folder, name), name), format: 'csv', timeZone: 'Europe/Rome', collectedAtMs: CANARY_END_MS, mapping: { columns: Object.fromEntries(CANARY_COLUMNS.map((column) => [column, column])) } }], ownBrand: { name: 'Aurora', accounts: ['Aurora'], containers: ['aurora'] } });
  await ask('analyse.run', {});
  // sections that are off until somebody switches them on leave for the client by the same door
  await ask('initiatives.save', { name: 'Estate', kind: 'campaign', startMs: CANARY_END_MS - 60 * 86_400_000, endMs: CANARY_END_MS - 40 * 86_400_000 });
  const { without } = await ask('companies.list', { size: 200 });
  const some = (from: number, to: number): number[] => without.slice(from, to).map(({ accountId }) => accountId);
  await ask('companies.assign', { accountIds: some(0, 24), company: `Studio ${CANARY}` });
  await ask('companies.assign', { accountIds: some(24, 40), company: `Ditta ${CANARY}` });
  const { sides } = await ask('mirror.account', {});
  await ask('mirror.setSides', { agency: [sides[0]?.key ?? ''], client: [sides[1]?.key ?? ''] });
  await ask('teams.set', { basis: { text: `accordo ${CANARY}`, statedBy: CANARY }, teams: [] });
  for (let at = 0; at < 24; at += 1) await ask('probes.save', { network: 'facebook', text: `Prova ${CANARY} ${String(at)}`, intent: 'information', atMs: CANARY_END_MS - (60 - at) * 86_400_000, note: CANARY, ...(at % 2 === 0 ? { answeredAtMs: CANARY_END_MS - (60 - at) * 86_400_000 + 3_600_000, answeredBy: `Marta${CANARY}` } : {}) });
  const source = { operation: 'response.survival', input: { by: 'intent' }, at: ['groups', { key: 'trouble' }, 'answeredWithin', { seconds: 86_400 }], fields: { estimate: 'estimate', low: 'low', high: 'high' } };
  for (const language of ['it', 'en'] as const) await ask('findings.keep', { sentence: language === 'it' ? 'Chi segnala un problema ha risposta in un giorno' : 'Those who report a problem are answered within a day', language, figure: { unit: 'share', estimate: 0.5, low: 0.4, high: 0.6, n: 60, source }, evidence: { text: CANARY }, address: `messages?${CANARY}` });
  await ask('present.save', { sections: REPORT_SECTIONS.map((section) => ({ section, shown: true })) });
});

afterAll(() => rmSync(folder, { recursive: true, force: true, maxRetries: 3 }));

const tracesIn = ({ files }: OperationValue<'present.write'>): string[] => files.flatMap(({ name, base64 }) => foundTraces(name, Buffer.from(base64, 'base64'), CANARY));

describe('what leads to a person', () => {
  it('is found in whatever way it is written', () => {
    const word = Buffer.from(CANARY);
    for (const bytes of [word, Buffer.from(`a${CANARY.toUpperCase()}b`), Buffer.from(CANARY, 'utf16le'), Buffer.from(CANARY, 'utf16le').swap16(), ...['', 'a', 'ab'].map((before) => Buffer.from(Buffer.from(`${before}${CANARY}!`).toString('base64'))), Buffer.from(word.toString('hex')), zipSync({ a: zipSync({ b: strToU8(CANARY) }, { level: 9 }) })]) expect(foundTraces('file', bytes, CANARY)).not.toEqual([]);
    expect(foundTraces(`${CANARY}.pptx`, strToU8('nothing'), CANARY)).toHaveLength(1);
    expect(foundTraces('file', strToU8('zqcanari'), CANARY)).toEqual([]);
  });

  it.each(['it', 'en'] as const)('stands in no byte of a client’s files, in %s', async (language) => {
    const written = await ask('present.write', { language, audience: 'client', formats: ['pptx', 'html', 'print', 'xlsx', 'csv'] });
    expect(written.files.map(({ format }) => format)).toEqual(['pptx', 'html', 'print', 'xlsx', 'csv']);
    expect(written.pages).toBeGreaterThan(8);
    expect(tracesIn(written)).toEqual([]);
  });

  it.each(['it', 'en'] as const)('stands in no byte of a client room, which has rows, in %s', async (language) => {
    const { file, rows, figures } = await ask('present.room', { language });
    expect(rows).toBeGreaterThan(100);
    expect(figures).toBeGreaterThan(8);
    expect(foundTraces(file.name, Buffer.from(file.base64, 'base64'), CANARY)).toEqual([]);
  });

  it('stands in nothing that the window shows of a client’s report, and no page says a number that its tables withhold', async () => {
    const report = await ask('present.report', { audience: 'client' });
    expect(foundTraces('report', strToU8(JSON.stringify(report)), CANARY)).toEqual([]);
    expect(report.tables.length).toBeGreaterThan(4);
    expect(report.pages.map(({ section }) => section)).toEqual(expect.arrayContaining(['minds', 'choices', 'initiatives', 'past-page', 'probes', 'companies', 'mirror', 'sceptic', 'appendix']));
    expect(() => clientSafeReport(report, 'refuse')).not.toThrow();
  });

  it.each([{ networks: ['facebook'] }, { intents: ['trouble' as const] }, { networks: ['facebook'], intents: ['information' as const, 'trouble' as const], fromMs: CANARY_END_MS - 60 * 86_400_000 }])('stands in no page that is shown filtered otherwise: %j', async (by) => {
    const report = await ask('present.report', { audience: 'client' });
    const states = new Set<string>();
    for (const { key } of report.pages) {
      const shown = await ask('present.filtered', { page: key, by });
      states.add(shown.state);
      expect(foundTraces(key, strToU8(JSON.stringify(shown)), CANARY), key).toEqual([]);
      if (shown.report !== null) expect(() => clientSafeReport(shown.report ?? report, 'refuse'), key).not.toThrow();
    }
    expect([...states]).toContain('fixed');
  });

  it('stands in the work list, which says that it does', async () => {
    const { file } = await ask('present.workList', {});
    expect(file.name).toContain('interno-dati-personali');
    expect(foundTraces(file.name, Buffer.from(file.base64, 'base64'), CANARY)).not.toEqual([]);
  });
});
