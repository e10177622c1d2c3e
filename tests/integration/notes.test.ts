import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const DAY_MS = 86_400_000;
const suite = suiteEngine({ nowMs: Date.parse('2026-06-01T09:00:00Z') });
const { ask } = suite;

async function importSmall(threads: number): Promise<number[]> {
  const path = join(temporaryFolder(), 'export.csv');
  writeFileSync(path, smallExport(threads));
  const { imports } = await ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'export.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  return imports.map(({ importId }) => importId);
}

const failureOf = async (name: 'views.save' | 'events.save' | 'notes.save', input: object): Promise<string> => {
  const outcome = (await suite.engine().call(name, input)) as { readonly ok: boolean; readonly failure?: { readonly message: string } };
  return outcome.ok ? '' : (outcome.failure?.message ?? '');
};

beforeEach(async () => {
  await ask('project.create', { name: 'notes' });
});

describe('views', () => {
  it('are kept under one name each, written over when asked, and taken back by undo', async () => {
    const view = { name: 'Chi aspetta', address: '#/response?network=twitter&view=open', level: 'full' as const };
    const { id } = await ask('views.save', view);
    expect(await failureOf('views.save', { ...view, name: 'chi aspetta ' })).toContain('“Chi aspetta” is there already');
    expect(await ask('views.save', { ...view, address: '#/value', replace: true })).toEqual({ id });
    const { id: other } = await ask('views.save', { name: 'Altra', address: '#/trust', level: null });
    expect((await ask('views.list', {})).views.map(({ name, address }) => [name, address])).toEqual([['Altra', '#/trust'], ['Chi aspetta', '#/value']]);
    // a view does not take the name of another one, even when it may be written over
    expect(await failureOf('views.save', { id: other, name: 'Chi aspetta', address: '#/trust', level: null, replace: true })).toContain('another name');
    await ask('views.remove', { id });
    await ask('history.undo', {});
    expect((await ask('views.list', {})).views).toHaveLength(2);
    expect(await ask('views.remove', { id: 'none' })).toEqual({ removed: false });
    expect(await ask('project.summary', {})).toMatchObject({ undo: 'views.save:Altra' });
  });
});

describe('events', () => {
  it('stand in order of time, are changed and removed, and never end before they begin', async () => {
    const { id } = await ask('events.save', { name: 'Aumento dei prezzi', kind: 'price', fromMs: 10 * DAY_MS, toMs: null, note: '' });
    await ask('events.save', { name: 'Saldi', kind: 'campaign', fromMs: DAY_MS, toMs: 3 * DAY_MS, note: 'In tutti i negozi' });
    expect((await ask('events.list', {})).events.map(({ name }) => name)).toEqual(['Saldi', 'Aumento dei prezzi']);
    await ask('events.save', { id, name: 'Aumento', kind: 'price', fromMs: 0, toMs: DAY_MS, note: '' });
    expect((await ask('events.list', {})).events.map(({ name }) => name)).toEqual(['Aumento', 'Saldi']);
    expect(await failureOf('events.save', { name: 'x', kind: 'other', fromMs: 5, toMs: 5, note: '' })).toContain('ends before it begins');
    await ask('events.remove', { id });
    await ask('history.undo', {});
    expect((await ask('events.list', {})).events).toHaveLength(2);
  });
});

describe('notes and tags', () => {
  it('stay with a message that is removed and imported again', async () => {
    const [importId = 0] = await importSmall(12);
    const { messages } = await ask('messages.list', { size: 3 });
    const [first, second] = messages;
    const subject = { kind: 'message' as const, messageId: first?.messageId ?? 0 };
    await ask('notes.save', { subject, text: ' Da richiamare ', tags: ['urgente', 'Urgente', 'negozio'] });
    expect(await ask('notes.of', { messageIds: messages.map(({ messageId }) => messageId) })).toMatchObject({ notes: [{ messageId: first?.messageId, text: 'Da richiamare', tags: ['negozio', 'urgente'] }] });
    expect(await ask('notes.tag', { tag: 'URGENTE', messageIds: [first?.messageId ?? 0, second?.messageId ?? 0], on: true })).toEqual({ changed: 1 });
    await ask('import.undo', { importId });
    const gone = await ask('notes.list', {});
    expect(gone.notes.map(({ messageId }) => messageId)).toEqual([null, null]);
    await importSmall(20);
    const back = await ask('notes.list', { tag: 'URGENTE', kind: 'message' });
    expect(back.total).toBe(2);
    const again = (await ask('messages.list', { messageIds: back.notes.map(({ messageId }) => messageId ?? 0) })).messages.map(({ nativeId }) => nativeId).sort();
    expect(again).toEqual([first?.nativeId, second?.nativeId].sort());
    expect(back.notes.every(({ about }) => about.length > 10)).toBe(true);
    expect(back.tags).toEqual([{ tag: 'urgente', count: 2 }, { tag: 'negozio', count: 1 }]);
  });

  it('of many things are one change, and an empty note is none', async () => {
    await importSmall(12);
    const ids = (await ask('messages.list', { size: 5 })).messages.map(({ messageId }) => messageId);
    const { people } = await ask('people.list', { size: 2 });
    const accountIds = people.map(({ accountId }) => accountId);
    expect(await ask('notes.tag', { tag: 'panel', messageIds: ids, accountIds, on: true })).toEqual({ changed: ids.length + accountIds.length });
    expect((await ask('notes.list', { kind: 'account' })).notes.map(({ accountId }) => accountId).sort()).toEqual([...accountIds].sort());
    await ask('history.undo', {});
    expect((await ask('notes.list', {})).total).toBe(0);
    await ask('history.redo', {});
    expect((await ask('notes.list', {})).tags).toEqual([{ tag: 'panel', count: ids.length + accountIds.length }]);
    expect(await ask('notes.tag', { tag: 'PANEL', messageIds: ids, on: false })).toEqual({ changed: ids.length });
    const subject = { kind: 'account' as const, accountId: accountIds[0] ?? 0 };
    await ask('notes.save', { subject, text: 'Sono i soci', tags: [] });
    expect((await ask('notes.of', { accountId: accountIds[0] ?? 0 })).notes).toMatchObject([{ text: 'Sono i soci', messageId: null }]);
    await ask('notes.save', { subject, text: '', tags: [] });
    expect((await ask('notes.of', { accountId: accountIds[0] ?? 0 })).notes).toEqual([]);
    expect(await failureOf('notes.save', { subject: { kind: 'message', messageId: 99_999 }, text: 'x', tags: [] })).toContain('not in the data');
  });
});

describe('the history', () => {
  it('is told the latest first, and gone back and forth in', async () => {
    for (const name of ['Uno', 'Due', 'Tre']) await ask('views.save', { name, address: '#/value', level: null });
    const { entries, total } = await ask('history.list', { size: 2 });
    expect(total).toBe(3);
    expect(entries.map(({ label, undone }) => [label, undone])).toEqual([['views.save:Tre', false], ['views.save:Due', false]]);
    await ask('history.go', { id: entries[1]?.id ?? 0, done: false });
    expect((await ask('views.list', {})).views.map(({ name }) => name)).toEqual(['Uno']);
    expect((await ask('history.list', {})).entries.map(({ undone }) => undone)).toEqual([true, true, false]);
    await ask('history.go', { id: entries[0]?.id ?? 0, done: true });
    expect((await ask('views.list', {})).views.map(({ name }) => name)).toEqual(['Due', 'Tre', 'Uno']);
  });
});
