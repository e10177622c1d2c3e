import { describe, expect, it } from 'vitest';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';
import { correspondenceTable, LETTERS, mailbox } from '../support/correspondence.ts';
import { projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';

const asked = async <Name extends OperationName>(work: ProjectAtWork, name: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> => {
  const outcome = await work.call(name, input);
  if (!outcome.ok) throw new Error(`${name}: ${outcome.failure.message}`);
  return outcome.value;
};

async function fromMailbox(): Promise<ProjectAtWork> {
  const work = await projectAtWork();
  await asked(work, 'import.run', { files: [{ file: await work.file('lettere.mbox', mailbox()) }], ownBrand: { name: 'Studio Lume' } });
  await asked(work, 'analyse.run', {});
  return work;
}

describe('the mirror of an agency', () => {
  it('tells companies by the domains of a mailbox, and measures both sides by one rule', async () => {
    const work = await fromMailbox();
    const empty = await asked(work, 'mirror.account', {});
    expect(empty.ready).toBe(false);
    expect(empty.sides.map(({ name, people, side }) => [name, people, side])).toEqual([['studiolume.example', 5, null], ['caffeargento.example', 2, null]]);
    const [agency, client] = empty.sides.map(({ key }) => key);
    await asked(work, 'mirror.setSides', { agency: [agency ?? ''], client: [client ?? ''] });
    const mirror = await asked(work, 'mirror.account', {});
    expect(mirror.ready).toBe(true);
    const [ofAgency, ofClient] = mirror.both;
    // the client opens 22 conversations, two stay without an answer; the agency opens 8, four stay without
    expect(ofClient).toMatchObject({ side: 'client', opened: 22, turns: 26, tooFew: false });
    expect(ofClient?.openIds.length).toBe(6);
    expect(ofAgency).toMatchObject({ side: 'agency', opened: 8, turns: 28, proposals: 5, unsolicited: 5, undecided: 5 });
    expect(ofClient?.withinDay.count).toBe(15);
    expect(mirror.promises.of).toBe(5);

    // proposals are judged by hand; words of the reply only suggest
    expect(mirror.advice.map(({ suggestion }) => suggestion)).toEqual([null, null, 'not-adopted', 'adopted', 'adopted']);
    const [last] = mirror.advice.slice(-1);
    await asked(work, 'mirror.judge', { messageId: last?.messageId ?? 0, verdict: 'adopted' });
    const judged = await asked(work, 'mirror.account', {});
    expect(judged.both[0]).toMatchObject({ adopted: { count: 1, n: 1, share: null }, undecided: 4 });
    expect(judged.referents).toMatchObject({ reason: 'no-basis', people: [] });

    // single people only with a ground, the same as that of teams, and only of a team of five
    await asked(work, 'teams.set', { basis: { text: 'Accordo con il gruppo, 12 gennaio', statedBy: 'Marta Conti' }, teams: [] });
    const people = (await asked(work, 'mirror.account', {})).referents.people;
    expect(people.every(({ side }) => side === 'agency')).toBe(true);
    expect(people[0]).toMatchObject({ name: 'Marta Villa', adopted: 1 });

    await asked(work, 'history.undo', {});
    expect((await asked(work, 'mirror.account', {})).basis).toBeNull();
    await asked(work, 'history.undo', {});
    expect((await asked(work, 'mirror.account', {})).advice.at(-1)?.verdict).toBe('open');
    expect(await work.call('mirror.setSides', { agency: ['x'], client: ['x'] })).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  }, 60_000);

  it('reads the same letters from a table, where companies are given by hand', async () => {
    const work = await projectAtWork();
    await asked(work, 'import.run', { files: [{ file: await work.file('lettere.csv', correspondenceTable()), format: 'csv', timeZone: 'Europe/Rome', mapping: { columns: { id: 'id', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' }, network: 'mail', container: { name: 'lettere', kind: 'help-desk' } } }], ownBrand: { name: 'Studio Lume' } });
    await asked(work, 'analyse.run', {});
    const before = await asked(work, 'companies.list', {});
    expect(before).toMatchObject({ total: 0, people: 7, bases: { none: 7 } });
    const clients = new Set(['Giulia Rossi', 'Tom Baker']);
    await asked(work, 'companies.assign', { accountIds: before.without.filter(({ name }) => clients.has(name)).map(({ accountId }) => accountId), company: 'Caffè Argento S.r.l.' });
    await asked(work, 'companies.assign', { accountIds: before.without.filter(({ name }) => !clients.has(name)).map(({ accountId }) => accountId), company: 'Studio Lume' });
    const named = await asked(work, 'companies.list', {});
    expect(named.companies.map(({ name, people, basis }) => [name, people, basis])).toEqual([['Studio Lume', 5, 'hand'], ['Caffè Argento S.r.l.', 2, 'hand']]);
    await asked(work, 'mirror.setSides', { agency: ['studiolume'], client: ['caffeargento'] });
    const { both } = await asked(work, 'mirror.account', {});
    expect(both.map(({ messages }) => messages).reduce((sum, messages) => sum + messages, 0)).toBe(LETTERS.length);
    expect(both[1]).toMatchObject({ opened: 22, turns: 26 });

    // the preset: tried first, then kept, taken back by undo
    expect(named.preset).toEqual({ on: false, followUpHours: 72, horizonDays: 14 });
    expect(await asked(work, 'business.set', { on: true, followUpHours: 96, horizonDays: 21 })).toMatchObject({ changed: true });
    expect(await asked(work, 'business.set', { on: true, followUpHours: 96, horizonDays: 21 })).toMatchObject({ changed: false });
    await asked(work, 'analyse.run', {});
    expect((await asked(work, 'response.survival', {})).horizonSeconds).toBe(21 * 86_400);
    // seven people write, all of known companies, two of them; none speaks for the brand
    expect((await asked(work, 'business.get', {})).writing).toEqual({ people: 7, known: 7, companies: 2 });
    await asked(work, 'history.undo', {});
    expect((await asked(work, 'business.get', {})).writing).toBeNull();
    expect((await asked(work, 'companies.list', {})).preset.on).toBe(false);
    expect((await asked(work, 'response.survival', {})).horizonSeconds).toBe(7 * 86_400);
  }, 60_000);
});

describe('a correspondence that is imported as one', () => {
  it('is set up in one step from a mailbox, by the agency’s name, and taken back by one undo', async () => {
    const work = await projectAtWork();
    const { imports } = await asked(work, 'import.run', { files: [{ file: await work.file('lettere.mbox', mailbox()) }] });
    await asked(work, 'analyse.run', {});
    const importIds = imports.map(({ importId }) => importId);
    expect(await work.call('mirror.fromImport', { importIds, agency: ['Altra agenzia'], client: 'Caffè Argento' })).toMatchObject({ ok: false, failure: { code: 'invalid-input', message: expect.stringContaining('studiolume.example') } });
    expect(await asked(work, 'mirror.fromImport', { importIds, agency: ['Studio Lume'], client: 'Caffè Argento' })).toEqual({ agency: 5, client: 2 });
    const mirror = await asked(work, 'mirror.account', {});
    expect(mirror.ready).toBe(true);
    expect(mirror.sides.map(({ name, side }) => [name, side])).toEqual([['studiolume.example', 'agency'], ['caffeargento.example', 'client']]);
    await asked(work, 'history.undo', {});
    expect((await asked(work, 'mirror.account', {})).ready).toBe(false);
  }, 60_000);

  it('knows the agency’s people by their names where a table names no company', async () => {
    const work = await projectAtWork();
    const { imports } = await asked(work, 'import.run', { files: [{ file: await work.file('lettere.csv', correspondenceTable()), format: 'csv', timeZone: 'Europe/Rome', mapping: { columns: { id: 'id', author: 'author', created_at: 'createdAt', text: 'text', parent_id: 'parentId' }, network: 'mail', container: { name: 'lettere', kind: 'help-desk' } } }] });
    await asked(work, 'analyse.run', {});
    const { without } = await asked(work, 'companies.list', {});
    const clients = new Set(['Giulia Rossi', 'Tom Baker']);
    const agency = ['Studio Lume', ...without.map(({ name }) => name).filter((name) => !clients.has(name))];
    expect(await asked(work, 'mirror.fromImport', { importIds: imports.map(({ importId }) => importId), agency, client: 'Caffè Argento' })).toEqual({ agency: 5, client: 2 });
    const mirror = await asked(work, 'mirror.account', {});
    expect(mirror.sides.map(({ name, people, side }) => [name, people, side])).toEqual([['Studio Lume', 5, 'agency'], ['Caffè Argento', 2, 'client']]);
    expect(mirror.both[1]).toMatchObject({ opened: 22, turns: 26 });
    await asked(work, 'history.undo', {});
    expect((await asked(work, 'companies.list', {})).total).toBe(0);
  }, 60_000);
});

describe('the company that a file gives', () => {
  const rows = (companies: readonly (readonly [author: string, company: string])[]): string => ['id,author,created_at,text,Ragione sociale', ...companies.map(([author, company], at) => `${String(at)},${author},2026-03-0${String(at + 1)}T10:00:00Z,"Quando arriva l'ordine ${String(at)}?",${company}`)].join('\n');

  it('is read from its column, told as from the file, gives way to a person’s word and comes back by undo', async () => {
    const work = await projectAtWork();
    const preview = await asked(work, 'import.preview', { file: await work.file('ordini.csv', rows([['Anna', 'Conti Rossi S.r.l.']])), format: 'csv' });
    expect(preview.mapping?.columns['Ragione sociale']).toBe('company');
    await asked(work, 'import.run', { files: [{ file: await work.file('ordini.csv', rows([['Anna', 'Conti Rossi S.r.l.'], ['Bruno', 'conti rossi'], ['Carla', 'Verdi SpA'], ['Dino', '-'], ['Elsa', '']])), format: 'csv', timeZone: 'Europe/Rome' }], ownBrand: { name: 'Aurora' } });
    await asked(work, 'analyse.run', {});
    const read = await asked(work, 'companies.list', {});
    expect(read.companies.map(({ name, people, basis }) => [name, people, basis])).toEqual([['Conti Rossi', 2, 'file'], ['Verdi', 1, 'file']]);
    expect(read.bases).toEqual({ hand: 0, file: 3, domain: 0, profile: 0, none: 2 });
    const carla = read.companies[1]?.members[0]?.accountId ?? 0;
    await asked(work, 'companies.assign', { accountIds: [carla], company: 'Conti Rossi' });
    expect((await asked(work, 'companies.list', {})).companies.map(({ name, people, basis }) => [name, people, basis])).toEqual([['Conti Rossi', 3, 'hand']]);
    await asked(work, 'history.undo', {});
    expect((await asked(work, 'companies.list', {})).companies).toHaveLength(2);
  }, 60_000);

  it('is completed by a further import of the same people and leaves with it', async () => {
    const work = await projectAtWork();
    const imported = async (table: string): Promise<void> => void (await asked(work, 'import.run', { files: [{ file: await work.file('ordini.csv', table), format: 'csv', timeZone: 'Europe/Rome' }], ownBrand: { name: 'Aurora' } }));
    await imported(rows([['Anna', ''], ['Bruno', '']]));
    expect((await asked(work, 'companies.list', {})).total).toBe(0);
    await imported(rows([['Anna', 'Conti Rossi'], ['Bruno', 'Conti Rossi']]));
    expect((await asked(work, 'companies.list', {})).companies.map(({ name, people }) => [name, people])).toEqual([['Conti Rossi', 2]]);
    await asked(work, 'history.undo', {});
    expect((await asked(work, 'companies.list', {})).total).toBe(0);
  }, 60_000);
});
