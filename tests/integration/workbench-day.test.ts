import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { smallExport } from '../support/small-export.ts';
import { suiteEngine } from '../support/suite-engine.ts';

const suite = suiteEngine({ nowMs: Date.UTC(2025, 6, 1) });

beforeAll(async () => {
  const path = join(suite.folder(), 'day.csv');
  writeFileSync(path, smallExport(60));
  await suite.ask('project.create', { name: 'Day' });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'day.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
});

const people = async (): Promise<number[]> => (await suite.ask('people.list', { size: 200 })).people.filter(({ roles }) => !roles.some(({ role }) => role === 'voice')).map(({ accountId }) => accountId);
const hoursOfRequests = async (): Promise<number[]> => (await suite.ask('response.heat', {})).cells.filter(({ requests }) => requests > 0).map(({ hour }) => hour);

describe('how a project counts', () => {
  test('another zone says what it would change, changes hours and weekdays once analysed, and goes by undo', async () => {
    const before = await hoursOfRequests();
    const { timeZone, effect } = await suite.ask('counting.settings', { zone: 'Asia/Tokyo' });
    expect(timeZone).toBe('Europe/Rome');
    expect(effect).toMatchObject({ timeZone: 'Asia/Tokyo' });
    expect(effect?.otherDay).toBeGreaterThan(0);
    expect(effect?.otherDay).toBeLessThan(effect?.messages ?? 0);
    expect((await suite.ask('counting.setZone', { timeZone: 'Asia/Tokyo' }))).toMatchObject({ timeZone: 'Asia/Tokyo', analysed: false });
    const { stages } = await suite.ask('analyse.run', {});
    expect(stages.find(({ name }) => name === 'read')?.worked).toBe(true);
    const moved = await hoursOfRequests();
    // Rome is an hour ahead of UTC in winter and two in summer, Tokyo nine: the same requests lie elsewhere in the week
    expect(moved).not.toEqual(before);
    expect((await suite.ask('response.heat', {})).timeZone).toBe('Asia/Tokyo');
    expect(await suite.ask('history.undo', {})).toMatchObject({ timeZone: 'Europe/Rome', analysed: false });
    await suite.ask('analyse.run', {});
    expect(await hoursOfRequests()).toEqual(before);
  });
  test('a zone that no calendar knows is refused, nothing changes', async () => {
    expect(await suite.engine().call('counting.setZone', { timeZone: 'Luna/Mare' })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    expect(await suite.engine().call('counting.setZone', { timeZone: '+02:00' })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
  test('weeks begin on the day that was set, in what is counted as well, without a new analysis', async () => {
    const beginnings = async (): Promise<number[]> => (await suite.ask('response.trend', {})).weeks.map(({ startMs }) => new Date(startMs + 7_200_000).getUTCDay());
    expect(new Set(await beginnings())).toEqual(new Set([1]));
    expect(await suite.ask('counting.setWeekStart', { weekStart: 7 })).toMatchObject({ weekStart: 7, analysed: true });
    expect(new Set(await beginnings())).toEqual(new Set([0]));
    expect(await suite.ask('history.undo', {})).toMatchObject({ weekStart: 1, analysed: true });
    expect(new Set(await beginnings())).toEqual(new Set([1]));
  });
});

describe('floors that a person raised', () => {
  test('act on every answer and on the report, never go below the definitions, and go by undo', async () => {
    const told = async (): Promise<number> => (await suite.ask('response.survival', { by: 'none' })).groups.filter(({ tooFew }) => !tooFew).length;
    expect(await told()).toBe(1);
    expect(await suite.ask('counting.setFloors', { people: 5, cases: 500 })).toMatchObject({ floors: { people: 5, cases: 500 }, analysed: true });
    const [group] = (await suite.ask('response.survival', { by: 'none' })).groups;
    expect(group).toMatchObject({ tooFew: true, medianSeconds: null, restrictedMeanSeconds: null, steps: [] });
    expect(group?.n).toBeGreaterThan(0);
    await suite.ask('history.undo', {});
    expect(await told()).toBe(1);
    await suite.ask('counting.setFloors', { people: 60, cases: 30 });
    expect(await told()).toBe(0);
    await suite.ask('history.undo', {});
    expect(await suite.engine().call('counting.setFloors', { people: 4, cases: 30 })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });
});

describe('notes for the report', () => {
  test('stand on tribes and figures too; those that are wanted reach the appendix, for a client without what leads to a person', async () => {
    const { people: listed } = await suite.ask('people.list', { size: 200 });
    const person = listed.find(({ roles, nativeId }) => nativeId.length >= 4 && !roles.some(({ role }) => role === 'voice'));
    const name = person?.name ?? person?.handle ?? person?.nativeId ?? '';
    const tribeId = (await suite.ask('tribes.list', {})).tribes[0]?.id ?? '';
    await suite.ask('notes.save', { subject: { kind: 'tribe', tribeId }, text: `Da rivedere con ${name}, tel 02 1234567.`, tags: ['rivedere'], inReport: true });
    await suite.ask('notes.save', { subject: { kind: 'figure', metricId: 'heat' }, text: 'Vale solo per i giorni feriali.', tags: [], inReport: true });
    await suite.ask('notes.save', { subject: { kind: 'account', accountId: person?.accountId ?? 0 }, text: 'Non per il report.', tags: [] });
    expect((await suite.ask('notes.of', { metricId: 'heat' })).notes).toMatchObject([{ text: 'Vale solo per i giorni feriali.', inReport: true }]);
    expect((await suite.ask('notes.list', { kind: 'tribe' })).notes).toMatchObject([{ tribeId, tags: ['rivedere'] }]);
    const analyst = await suite.ask('notes.forReport', { audience: 'analyst' });
    expect(Object.fromEntries(analyst.notes.map(({ kind, text }) => [kind, text]))).toEqual({ tribe: `Da rivedere con ${name}, tel 02 1234567.`, figure: 'Vale solo per i giorni feriali.' });
    const client = await suite.ask('notes.forReport', { audience: 'client' });
    expect(client.masked).toBe(1);
    expect(JSON.stringify(client)).not.toContain('1234567');
    expect(client.notes.find(({ kind }) => kind === 'tribe')?.text).toContain('Da rivedere con …');
    const { sections } = await suite.ask('present.settings', {});
    await suite.ask('present.save', { sections: sections.map(({ section, shown }) => ({ section, shown: shown || section === 'appendix' })) });
    const report = await suite.ask('present.report', { audience: 'client', language: 'it' });
    const page = report.pages.find(({ key }) => key === 'notes');
    expect(page?.section).toBe('appendix');
    expect(JSON.stringify(page)).toContain('Vale solo per i giorni feriali.');
    expect(JSON.stringify(page)).not.toContain('Non per il report');
    await suite.ask('notes.save', { subject: { kind: 'figure', metricId: 'heat' }, text: '', tags: [] });
    expect((await suite.ask('notes.of', { metricId: 'heat' })).notes).toEqual([]);
    expect(await suite.engine().call('notes.save', { subject: { kind: 'figure', metricId: 'no-such-figure' }, text: 'x', tags: [] })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
});

describe('many people at once', () => {
  test('go into a tribe and out of it whatever its rule, each as one change', async () => {
    const { id } = await suite.ask('tribes.save', { name: 'Chi chiede', rule: { op: 'intent', is: ['information'], least: 1 } });
    const members = async (): Promise<number[]> => (await suite.ask('tribes.members', { id, size: 200 })).members.map(({ accountId }) => accountId);
    const found = await members();
    const others = (await people()).filter((accountId) => !found.includes(accountId)).slice(0, 3);
    expect(others).toHaveLength(3);
    expect(await suite.ask('tribes.putPeople', { id, accountIds: others, on: true })).toMatchObject({ changed: 3, size: found.length + 3 });
    expect(await suite.ask('tribes.putPeople', { id, accountIds: others, on: true })).toMatchObject({ changed: 0 });
    const out = [...others.slice(0, 1), ...found.slice(0, 2)];
    expect(await suite.ask('tribes.putPeople', { id, accountIds: out, on: false })).toMatchObject({ changed: 3, size: found.length });
    expect((await members()).some((accountId) => out.includes(accountId))).toBe(false);
    await suite.ask('history.undo', {});
    await suite.ask('history.undo', {});
    expect((await members()).toSorted()).toEqual(found.toSorted());
    expect(await suite.engine().call('tribes.putPeople', { id: 'own:nessuna', accountIds: others, on: true })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
  });
  test('take a note below the one that stands, once, undone as one', async () => {
    const [first = 0, second = 0] = await people();
    await suite.ask('notes.save', { subject: { kind: 'account', accountId: first }, text: 'Conosciuta in fiera.', tags: ['fiera'] });
    expect(await suite.ask('notes.addText', { text: 'Da sentire a voce.', accountIds: [first, second] })).toEqual({ changed: 2, full: 0 });
    expect(await suite.ask('notes.addText', { text: 'Da sentire a voce.', accountIds: [first, second] })).toEqual({ changed: 0, full: 0 });
    const noteOf = async (accountId: number): Promise<string | undefined> => (await suite.ask('notes.of', { accountId })).notes[0]?.text;
    expect([await noteOf(first), await noteOf(second)]).toEqual(['Conosciuta in fiera.\n\nDa sentire a voce.', 'Da sentire a voce.']);
    await suite.ask('history.undo', {});
    expect([await noteOf(first), await noteOf(second)]).toEqual(['Conosciuta in fiera.', undefined]);
  });
});
