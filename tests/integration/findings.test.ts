import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { OperationInput } from '../../src/contract/operations.ts';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const NOW_MS = Date.parse('2026-06-01T09:00:00Z');
const DAY_MS = 86_400_000;
const suite = suiteEngine({ nowMs: NOW_MS });

type Kept = OperationInput<'findings.keep'>;

const sentence: Kept = { sentence: 'Su 100 richieste 40 ricevono risposta.', language: 'it', detail: '50 richieste', form: 'clear', metric: 'answered-share', address: 'response?by=none' };

/** A finding whose figure is the number of all requests. */
async function requestsFinding(): Promise<Kept> {
  const input = { by: 'none' };
  const [all] = (await suite.ask('response.survival', { by: 'none' })).groups;
  return { ...sentence, sentence: 'Le richieste sono contate.', figure: { unit: 'count', estimate: all?.n ?? 0, low: null, high: null, n: all?.n ?? 0, source: { operation: 'response.survival', input, at: ['groups', { key: 'all' }], fields: { estimate: 'n', n: 'n' } } } };
}

async function importSmall(): Promise<void> {
  const folder = temporaryFolder();
  const path = join(folder, 'export.csv');
  writeFileSync(path, smallExport());
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'export.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
}

describe('findings', () => {
  it('are kept once, decided with a history, counted, and taken back by undo', async () => {
    await suite.ask('project.create', { name: 'findings' });
    await importSmall();
    const { id } = await suite.ask('findings.keep', sentence);
    expect(await suite.ask('findings.keep', sentence)).toEqual({ id, already: true });
    const decided = await suite.ask('findings.change', { id, state: 'accepted', owner: 'Marta', dueMs: NOW_MS - DAY_MS, recommendation: 'Rispondere ogni mattina.' });
    expect(decided.steps.map(({ state }) => state)).toEqual(['to-discuss', 'accepted']);
    const { findings, counts } = await suite.ask('findings.list', {});
    expect(findings).toMatchObject([{ id, ...sentence, owner: 'Marta', state: 'accepted' }]);
    expect(counts).toEqual({ total: 1, withOwnerAndDate: 1, late: 1, byState: { 'to-discuss': 0, accepted: 1, rejected: 0, postponed: 0 } });
    await suite.ask('findings.change', { id, outcome: 'Fatto.' });
    expect((await suite.ask('findings.list', {})).counts.late).toBe(0);
    await suite.ask('history.undo', {});
    await suite.ask('history.undo', {});
    expect((await suite.ask('findings.list', {})).findings).toMatchObject([{ id, owner: '', state: 'to-discuss', outcome: '' }]);
    await suite.ask('findings.remove', { id });
    expect((await suite.ask('findings.list', {})).counts.total).toBe(0);
    await suite.ask('history.undo', {});
    expect((await suite.ask('findings.list', { state: 'to-discuss' })).findings.map((finding) => finding.id)).toEqual([id]);
    expect(await suite.ask('project.summary', {})).toMatchObject({ analysed: true });
  });

  it('are looked at again on the data as they are', async () => {
    const { id } = await suite.ask('findings.keep', await requestsFinding());
    const standing = async (): Promise<unknown> => (await suite.ask('findings.check', {})).standings.find((one) => one.id === id);
    expect(await standing()).toMatchObject({ standing: 'holds' });
    const { requests } = await suite.ask('response.requests', {});
    await suite.ask('labels.set', { labels: [{ messageId: requests[0]?.messageId ?? 0, intents: ['praise'] }] });
    await suite.ask('analyse.run', {});
    expect(await standing()).toMatchObject({ standing: 'changed' });
    expect((await suite.ask('findings.check', {})).standings.filter(({ standing: one }) => one === 'unlinked')).toHaveLength(1);
  });

  it('carry the lines of a canvas, which says when one of them has weakened', async () => {
    const { id } = await suite.ask('findings.keep', { ...(await requestsFinding()), sentence: 'Per la scheda.' });
    expect(await suite.ask('canvas.one', { tribe: 'value:few' })).toMatchObject({ exists: false, cost: null, perPerson: null, standings: [] });
    await suite.ask('canvas.save', { tribe: 'value:few', lines: { insight: { text: 'Chiedono e non trovano.', findingId: id } }, owner: 'Marta', dueMs: NOW_MS + DAY_MS });
    const canvas = await suite.ask('canvas.one', { tribe: 'value:few' });
    expect(canvas).toMatchObject({ exists: true, owner: 'Marta', standings: [{ findingId: id, sentence: 'Per la scheda.', standing: 'holds' }] });
    await suite.ask('canvas.save', { tribe: 'value:few', lines: { activity: { text: 'Rispondere ogni mattina.', findingId: null } }, cost: { low: 100, high: 300 }, mass: { cost: { low: 1000, high: 2000 }, people: { low: 100, high: 400 } } });
    const costed = await suite.ask('canvas.one', { tribe: 'value:few' });
    expect(costed.lines.insight?.text).toBe('Chiedono e non trovano.');
    expect(costed.massPerPerson).toEqual({ low: 2.5, high: 20 });
    expect(costed.perPerson).toEqual(costed.size === null || costed.size === 0 ? null : { low: 100 / costed.size, high: 300 / costed.size });
    expect((await suite.ask('plan.calendar', {})).entries).toMatchObject([{ kind: 'canvas', text: 'Rispondere ogni mattina.', owner: 'Marta' }]);
    expect(await suite.engine().call('canvas.save', { tribe: 'value:few', cost: { low: 3, high: 2 } })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    await suite.ask('findings.remove', { id });
    expect((await suite.ask('canvas.one', { tribe: 'value:few' })).standings).toMatchObject([{ standing: 'gone' }]);
    await suite.ask('canvas.remove', { tribe: 'value:few' });
    expect((await suite.ask('canvas.list', {})).canvases).toEqual([]);
  });

  it('that are not there say so', async () => {
    expect(await suite.engine().call('findings.change', { id: 'nothing', owner: 'x' })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await suite.ask('findings.remove', { id: 'nothing' })).toEqual({ removed: false });
  });
});
