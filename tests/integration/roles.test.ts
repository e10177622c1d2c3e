import { describe, expect, it } from 'vitest';
import { callerOf, projectAtWork, type ProjectAtWork } from '../support/project-at-work.ts';
import { testEngine } from '../support/test-engine.ts';
import type { Mapping } from '../../src/contract/operations/imports.ts';
import type { OperationInput, OperationName, OperationValue } from '../../src/contract/operations.ts';

const MAPPING: Mapping = { columns: { id: 'id', autore: 'author', idautore: 'authorId', testo: 'text', data: 'createdAt', padre: 'parentId', tipo: 'kind', pagina: 'container' }, network: 'facebook', dateOrder: 'iso' };
const HEAD = 'id;autore;idautore;testo;data;padre;tipo;pagina';

type Row = readonly [id: string, author: string, text: string, day: string, parent?: string, kind?: string, page?: string];

function csv(rows: readonly Row[]): string {
  return `${[HEAD, ...rows.map(([id, author, text, day, parent = '', kind = parent === '' ? 'comment' : 'reply', page = 'Caffè Aurora'], position) => [id, author, `u-${author.toLowerCase().replaceAll(' ', '-')}`, `"${text}"`, `${day}T${10 + (position % 9)}:${10 + ((position * 7) % 50)}:${10 + ((position * 13) % 50)}Z`, parent, kind, page].join(';'))].join('\n')}\n`;
}

const ROWS: readonly Row[] = [
  ['p1', 'Caffè Aurora', 'Nuova miscela in arrivo!', '2025-03-01', '', 'post'],
  ['m1', 'Ada Neri', 'State assumendo a Parma? Dove mando il curiculum?', '2025-03-02', 'p1'],
  ['a1', 'Caffè Aurora', 'Sì, scrivici in privato', '2025-03-02', 'm1'],
  ['m2', 'Bruno Sala', 'Buongiorno, sono un giornalista e scrivo per un giornale locale', '2025-03-03', 'p1'],
  ['m3', 'Carla Riva', 'Ho comprato la macchina il mese scorso ed è rotta, potete aiutarmi?', '2025-03-04', 'p1'],
  ['m4', 'Dario Po', 'Sono un vostro azionista e voglio i conti', '2025-03-05', 'p1'],
  ['m5', 'Elsa Villa', 'Vorrei comprare la macchina rossa, quanto costa?', '2025-03-06', 'p1'],
  ['m6', 'Fabio Rossi', 'Io lavoro in Caffè Aurora da due anni e vi spiego come funziona', '2025-03-07', 'p1'],
  ['m7', 'Giulia di Caffè Aurora', 'La macinatura va regolata a mano', '2025-03-07', 'm3'],
  ['m8', 'Ines Moro', 'La mia colazione in collaborazione con Caffè Aurora #adv', '2025-04-01', '', 'post', 'Ines e i dolci'],
  ['m9', 'Ines Moro', 'A che ora aprite domenica?', '2025-03-20', 'p1'],
  ['m10', 'Ines Moro', 'A che ora chiudete il sabato?', '2025-04-20', 'p1'],
  ['m11', 'Caffè Aurora Official', 'Apriamo alle otto, ti aspettiamo', '2025-03-21', 'm9'],
  ['r1', 'Luca Bo', 'Ottimo caffè, torno volentieri', '2025-03-09', '', 'review'],
];

async function asked<Name extends OperationName>(work: Pick<ProjectAtWork, 'call'>, operation: Name, input: OperationInput<Name>): Promise<OperationValue<Name>> {
  const outcome = await work.call(operation, input);
  if (!outcome.ok) throw new Error(`${operation}: ${outcome.failure.code}: ${outcome.failure.message}`);
  return outcome.value;
}

async function imported(work: ProjectAtWork, rows: readonly Row[] = ROWS, name = 'pagina.csv'): Promise<number> {
  const report = await asked(work, 'import.run', { files: [{ file: await work.file(name, csv(rows)), mapping: MAPPING }], ownBrand: { name: 'Caffè Aurora', accounts: ['Caffè Aurora'], containers: ['Caffè Aurora'] } });
  await asked(work, 'analyse.run', {});
  return report.imports[0]?.importId ?? 0;
}

const idOf = async (work: Pick<ProjectAtWork, 'call'>, text: string): Promise<number> => (await asked(work, 'people.list', { text })).people[0]?.accountId ?? 0;
const rolesOf = async (work: Pick<ProjectAtWork, 'call'>, text: string) => (await asked(work, 'people.one', { accountId: await idOf(work, text) })).roles.map(({ role, brand, origin }) => [role, brand, origin]);
const requestIds = async (work: Pick<ProjectAtWork, 'call'>) => (await asked(work, 'response.requests', {})).requests.map(({ nativeId }) => nativeId).sort();
const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);

describe('roles that texts, traces and names show', () => {
  it('holds what is sure, with dates and the messages it rests on, and proposes what a person must confirm', async () => {
    const work = await projectAtWork();
    await imported(work);
    const people = await asked(work, 'people.list', { orderBy: 'name' });
    const held = Object.fromEntries(people.people.map(({ name, roles }) => [name, roles.map(({ role, origin }) => `${role} ${origin}`)]));
    expect(held).toEqual({
      'Ada Neri': ['talent rule'], 'Bruno Sala': ['press rule'], 'Caffè Aurora': ['voice argument'], 'Caffè Aurora Official': [], 'Carla Riva': ['customer rule'], 'Dario Po': ['investor rule'],
      'Elsa Villa': ['prospect rule'], 'Fabio Rossi': [], 'Giulia di Caffè Aurora': [], 'Ines Moro': ['partner rule'], 'Luca Bo': ['customer evidence'],
    });
    const press = await asked(work, 'people.one', { accountId: await idOf(work, 'Bruno Sala') });
    const { messages } = await asked(work, 'messages.list', { messageIds: press.suggestions[0]?.reasons[0]?.messageIds ?? [] });
    expect([press.roles[0]?.brand, press.roles[0]?.fromMs, messages.map(({ nativeId }) => nativeId)]).toEqual(['Caffè Aurora', messages[0]?.atMs, ['m2']]);
    const proposals = await asked(work, 'roles.proposals', {});
    expect(proposals.proposals.map(({ name, role, brand }) => [name, role, brand]).sort()).toEqual([['Caffè Aurora Official', 'voice', 'Caffè Aurora'], ['Fabio Rossi', 'employee', 'Caffè Aurora'], ['Giulia di Caffè Aurora', 'employee', 'Caffè Aurora']]);
    expect(proposals.byRole).toEqual([{ role: 'employee', proposals: 2 }, { role: 'voice', proposals: 1 }]);
    expect((await asked(work, 'tribes.list', { lens: 'roles' })).lenses[1]).toMatchObject({ available: true });
  });

  it('gives the same answer again without work, and after everything is made again', async () => {
    const work = await projectAtWork();
    await imported(work);
    const first = await asked(work, 'people.list', {});
    expect((await asked(work, 'analyse.run', {})).didWork).toBe(false);
    await asked(work, 'labels.set', { labels: [{ messageId: 1, sentiment: 'neutral' }] });
    expect((await asked(work, 'analyse.run', {})).stages.find(({ name }) => name === 'roles')).toMatchObject({ worked: true });
    expect(await asked(work, 'people.list', {})).toEqual(first);
  });

  it('respects dates in requests: what a partner asks is no request once the tie is disclosed, and was one before', async () => {
    const work = await projectAtWork();
    await imported(work);
    const ids = await requestIds(work);
    expect(ids).toContain('m9');
    expect(ids).not.toContain('m10');
  });
});

describe('what a person decides on roles', () => {
  it('wins, is taken back and repeated, and survives closing the project', async () => {
    const work = await projectAtWork();
    await imported(work);
    const before = await asked(work, 'people.list', {});
    const decided = await asked(work, 'roles.decide', { decisions: [
      { accountId: await idOf(work, 'Giulia di'), role: 'employee', verdict: 'is' },
      { accountId: await idOf(work, 'Official'), role: 'voice', verdict: 'is' },
      { accountId: await idOf(work, 'Bruno Sala'), role: 'press', verdict: 'is-not' },
    ] });
    expect(decided.changed).toBe(3);
    const after = [[['employee', 'Caffè Aurora', 'hand']], [['voice', 'Caffè Aurora', 'hand']], []];
    const now = async (at: Pick<ProjectAtWork, 'call'> = work) => [await rolesOf(at, 'Giulia di'), await rolesOf(at, 'Official'), await rolesOf(at, 'Bruno Sala')];
    expect(await now()).toEqual(after);
    expect((await asked(work, 'roles.proposals', {})).proposals.map(({ name }) => name)).toEqual(['Fabio Rossi']);
    // an answer of the confirmed voice now counts
    await asked(work, 'analyse.run', {});
    expect(await now()).toEqual(after);
    expect((await asked(work, 'response.requests', {})).requests.find(({ nativeId }) => nativeId === 'm9')).toMatchObject({ answerNativeId: 'm11' });
    await asked(work, 'history.undo', {});
    await asked(work, 'analyse.run', {});
    expect(await asked(work, 'people.list', {})).toEqual(before);
    expect((await asked(work, 'roles.proposals', {})).total).toBe(3);
    await asked(work, 'history.redo', {});
    expect(await now()).toEqual(after);
    await asked(work, 'project.close', {});
    const again = testEngine(work.folder);
    const call = callerOf(again);
    await asked({ call }, 'project.open', { file: await again.registerFile(work.path, 'prova.tribuna') });
    expect(await now({ call })).toEqual(after);
    await asked({ call }, 'history.undo', {});
    await asked({ call }, 'analyse.run', {});
    expect(await asked({ call }, 'people.list', {})).toEqual(before);
  });

  it('holds for the same accounts when their file is undone and imported again', async () => {
    const work = await projectAtWork();
    const importId = await imported(work);
    await asked(work, 'roles.decide', { decisions: [
      { accountId: await idOf(work, 'Fabio'), role: 'employee', verdict: 'is', fromMs: day('2025-01-01'), toMs: day('2025-06-01') },
      { accountId: await idOf(work, 'Dario'), role: 'investor', verdict: 'is-not' },
      { accountId: await idOf(work, 'Luca Bo'), role: 'customer', verdict: 'is-not' },
      { accountId: await idOf(work, 'Ada'), role: 'press', verdict: 'is' },
    ] });
    await asked(work, 'import.undo', { importId });
    await asked(work, 'analyse.run', {});
    await imported(work, ROWS, 'ancora.csv');
    expect((await asked(work, 'people.one', { accountId: await idOf(work, 'Fabio') })).roles).toEqual([{ role: 'employee', brand: 'Caffè Aurora', origin: 'hand', fromMs: day('2025-01-01'), toMs: day('2025-06-01') }]);
    expect([await rolesOf(work, 'Dario'), await rolesOf(work, 'Luca Bo'), await rolesOf(work, 'Ada')]).toEqual([[], [], [['press', null, 'hand'], ['talent', 'Caffè Aurora', 'rule']]]);
    const { tribes } = await asked(work, 'tribes.list', { lens: 'roles' });
    expect(tribes.find(({ id }) => id === 'role:customer')?.size).toBe(1);
  });

  it('denies what the source or an argument says, until that is taken back', async () => {
    const work = await projectAtWork();
    await imported(work);
    const accountId = (await asked(work, 'people.list', { role: 'voice' })).people[0]?.accountId ?? 0;
    await asked(work, 'roles.decide', { decisions: [{ accountId, role: 'voice', verdict: 'is-not' }] });
    expect((await asked(work, 'people.list', { role: 'voice' })).total).toBe(0);
    await imported(work, [['z1', 'Zeno Po', 'Che buono', '2025-05-01', 'p1']], 'altro.csv');
    expect((await asked(work, 'people.list', { role: 'voice' })).total).toBe(0);
    await asked(work, 'roles.decide', { decisions: [{ accountId, role: 'voice', verdict: null }] });
    expect((await asked(work, 'people.list', { role: 'voice' })).people.map((person) => person.accountId)).toEqual([accountId]);
    // naming the account by hand says the opposite of an earlier denial
    await asked(work, 'roles.decide', { decisions: [{ accountId, role: 'voice', verdict: 'is-not' }] });
    await asked(work, 'brand.assign', { name: 'Caffè Aurora', own: true, accounts: ['Caffè Aurora'] });
    expect((await asked(work, 'people.list', { role: 'voice' })).people.map((person) => person.accountId)).toEqual([accountId]);
  });

  it('uses the dates of a hand for answers: a former voice no longer answers for the brand', async () => {
    const work = await projectAtWork();
    await imported(work);
    const answered = async () => {
      await asked(work, 'analyse.run', {});
      return (await asked(work, 'response.requests', {})).requests.find(({ nativeId }) => nativeId === 'm9')?.answerNativeId ?? null;
    };
    const accountId = await idOf(work, 'Official');
    await asked(work, 'roles.decide', { decisions: [{ accountId, role: 'voice', verdict: 'is', toMs: day('2025-03-01') }] });
    expect(await answered()).toBeNull();
    await asked(work, 'roles.decide', { decisions: [{ accountId, role: 'voice', verdict: 'is', fromMs: day('2025-03-01') }] });
    expect(await answered()).toBe('m11');
    const books = await asked(work, 'value.accounts', {});
    expect(books.accounts.map((account) => account.accountName)).not.toContain('Caffè Aurora Official');
  });

  it('refuses accounts that are not there and changes nothing then', async () => {
    const work = await projectAtWork();
    await imported(work);
    const before = await work.state();
    expect(await work.call('roles.decide', { decisions: [{ accountId: 1, role: 'press', verdict: 'is' }, { accountId: 9999, role: 'press', verdict: 'is' }] })).toMatchObject({ ok: false, failure: { code: 'not-found' } });
    expect(await work.state()).toEqual(before);
  });

  it('makes the first brand of a project its own, and gives it the place of its name', async () => {
    const work = await projectAtWork();
    await asked(work, 'import.run', { files: [{ file: await work.file('x.csv', csv(ROWS)), mapping: MAPPING }] });
    await asked(work, 'analyse.run', {});
    const { proposals } = await asked(work, 'roles.proposals', { role: 'voice' });
    expect(proposals.map(({ name, brand, suggestedBrand }) => [name, brand, suggestedBrand])).toEqual([['Caffè Aurora', null, 'Caffè Aurora']]);
    await asked(work, 'roles.decide', { decisions: [{ accountId: proposals[0]?.accountId ?? 0, role: 'voice', brand: 'Caffè Aurora', verdict: 'is' }] });
    expect((await asked(work, 'project.summary', {})).brands).toMatchObject([{ name: 'Caffè Aurora', own: true, accounts: ['Caffè Aurora'], containers: ['Caffè Aurora'] }]);
    expect((await asked(work, 'roles.proposals', { role: 'voice' })).total).toBe(0);
    await asked(work, 'history.undo', {});
    expect((await asked(work, 'project.summary', {})).brands).toEqual([]);
  });
});

describe('programs and doubles', () => {
  const SPAM = Array.from({ length: 8 }, (_, position): Row => [`s${position}`, 'Promo Facile', 'Guadagna da casa anche tu, scrivimi in privato subito!', `2025-03-1${position}`, `t${position}`]);
  const THREADS = Array.from({ length: 8 }, (_, position): Row => [`t${position}`, 'Caffè Aurora', `Post numero ${position}`, `2025-03-1${position}`, '', 'post']);

  it('are flagged with figures, proposed, and leave the figures only when a person confirms', async () => {
    const work = await projectAtWork();
    await imported(work, [...ROWS, ...THREADS, ...SPAM]);
    const flagged = await asked(work, 'people.list', { flag: 'bot' });
    expect(flagged.people.map(({ name, roles, flags }) => [name, roles, flags])).toEqual([['Promo Facile', [], [{ flag: 'bot', reason: 'same-text', confidence: 0.74 }]]]);
    const accountId = flagged.people[0]?.accountId ?? 0;
    expect((await asked(work, 'people.one', { accountId })).flags[0]).toMatchObject({ figures: { messages: 8, copies: 8, texts: 1, threads: 8 } });
    expect((await asked(work, 'roles.proposals', { role: 'bot' })).proposals.map((proposal) => proposal.accountId)).toEqual([accountId]);
    await asked(work, 'roles.decide', { decisions: [{ accountId, role: 'bot', verdict: 'is' }] });
    expect((await asked(work, 'roles.proposals', { role: 'bot' })).total).toBe(0);
    await asked(work, 'analyse.run', {});
    expect((await asked(work, 'people.one', { accountId })).roles).toEqual([{ role: 'bot', brand: null, origin: 'hand', fromMs: null, toMs: null }]);
    expect((await asked(work, 'value.accounts', {})).accounts.map((account) => account.accountId)).not.toContain(accountId);
  });
});
