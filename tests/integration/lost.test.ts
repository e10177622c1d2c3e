import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

type Piece = OperationValue<'lost.pieces'>['pieces'][number];

const DAY_MS = 86_400_000;
const START_MS = Date.parse('2026-03-02T08:00:00Z');
const IDEA = 'Sarebbe bello avere una tessera fedeltà digitale nel telefono';

/** A message: its number, who, days after the start, what, and the number it answers. */
type Line = readonly [id: number, author: string, days: number, text: string, answers: number | null];

const LINES: readonly Line[] = [
  [1, 'anna', 0, `@Aurora ${IDEA}`, null],
  [2, 'bruno', 1, `@Aurora ${IDEA}`, null],
  // joins anna's conversation: the same demand, the same requester
  [3, 'carla', 2, `@Aurora ${IDEA}`, 1],
  [4, 'dario', 3, `@Aurora ${IDEA} anche per me`, null],
  [5, 'Aurora', 4, '@dario Ottima idea, la passiamo ai colleghi.', 4],
  [6, 'elena', 5, '@Aurora Dovreste aggiungere il latte di avena nei negozi di Parma', null],
  [10, 'fabio', 6, '@Aurora La app si blocca quando apro la schermata dei pagamenti, ho provato tre volte', null],
  [11, 'gina', 7, '@Aurora A che ora aprite domenica a Parma?', null],
  [12, 'Aurora', 7.1, '@gina Apriamo alle otto, ti aspettiamo.', 11],
  [13, 'hugo', 8, '@Aurora A che ora aprite domenica a Parma?', null],
  [14, 'Aurora', 8.1, '@hugo Apriamo alle otto, ti aspettiamo.', 13],
  [15, 'ivo', 9, '@Aurora A che ora aprite domenica a Parma?', null],
  // too early to say
  [16, 'lia', 29, '@Aurora Sarebbe bello avere un corso per imparare a fare il caffè', null],
  [20, 'Aurora', 30, 'Buona giornata a tutti.', null],
];

/** When a message is written: minutes apart from whole days, which would pass for times counted back from the export. */
function atMs([id, , days]: Line): number {
  return START_MS + days * DAY_MS + id * 137_000;
}

function exported(lines: readonly Line[]): string {
  const dated = (ms: number): string => {
    const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(ms).toUTCString()) ?? [];
    return `${new Date(ms).toUTCString().slice(0, 3)} ${month ?? ''} ${day ?? ''} ${time ?? ''} +0000 ${year ?? ''}`;
  };
  const rows = lines.map((line) => ({ line, at: atMs(line) })).map(({ line: [id, author, , text, answers], at }) => [id, author, author === 'Aurora' ? 'False' : 'True', dated(at), `"${text}"`, '', answers ?? ''].join(','));
  return `${['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id', ...rows].join('\n')}\n`;
}

const suite = suiteEngine({ nowMs: START_MS + 60 * DAY_MS });
const folder = mkdtempSync(join(tmpdir(), 'tribuna-lost-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const bring = async (name: string, lines: readonly Line[]): Promise<void> => {
  const path = join(folder, name);
  writeFileSync(path, exported(lines));
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, name) }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
};

beforeAll(async () => {
  await suite.ask('project.create', { name: 'Lost' });
  await bring('lost.csv', LINES);
}, 300_000);

const pieces = async (input: OperationInput<'lost.pieces'> = {}): Promise<Piece[]> => (await suite.ask('lost.pieces', { size: 1000, ...input })).pieces;
const found = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('not there');
  return value;
};
const piece = async (native: number, kind: Piece['kind']): Promise<Piece> => found((await pieces({ kinds: [kind] })).find(({ nativeId }) => nativeId === String(native)));
const ideas = async (): Promise<OperationValue<'lost.groups'>['groups']> => (await suite.ask('lost.groups', { kind: 'idea' })).groups;
const states = async (kind: Piece['kind']): Promise<Record<string, string>> => Object.fromEntries((await pieces({ kinds: [kind] })).map(({ nativeId, state }) => [nativeId, state]));

describe('value lost and found', () => {
  it('says of each piece what became of it', async () => {
    expect(await states('idea')).toMatchObject({ 2: 'lost', 4: 'answered', 6: 'lost', 16: 'waiting' });
    // another person joined this conversation with an idea of the same kind: somebody built on it
    expect((await states('idea'))[1]).toBe('reused');
    expect(await states('question')).toEqual({ 11: 'answered', 13: 'answered', 15: 'lost' });
    expect(await states('fault')).toEqual({ 10: 'lost' });
  });

  it('counts lost of those seen long enough, without a share from few, and those too early apart', async () => {
    const { kinds, departments } = await suite.ask('lost.summary', {});
    const row = found(kinds.find(({ kind }) => kind === 'question'));
    expect(row).toMatchObject({ lost: { count: 1, n: 3, share: null }, answered: 2, found: 2, waiting: 0, unseen: 0 });
    expect(found(kinds.find(({ kind }) => kind === 'idea')).waiting).toBe(1);
    const all = departments.reduce((sum, { requests }) => sum + requests.count, 0);
    expect(departments.every(({ requests }) => requests.n === all)).toBe(true);
    expect((await suite.ask('response.requests', { size: 1000 })).total).toBe(all);
  });

  it('tells for each department how many of its requests are heard, the latest apart, without a share of few', async () => {
    const native = new Map((await suite.ask('response.requests', { size: 1000 })).requests.map(({ messageId, nativeId }) => [messageId, Number(nativeId)]));
    const { departments, least, watchedDays } = await suite.ask('lost.hearing', {});
    const heardBy = (wanted: string): object => Object.fromEntries(found(departments.find(({ department }) => department === wanted)).outcomes.map(({ hearing, n, messageIds }) => [hearing, n === messageIds?.length ? messageIds.map((id) => native.get(id)).sort((one, other) => Number(one) - Number(other)) : null]));
    expect({ watchedDays, least }).toEqual({ watchedDays: 7, least: { state: 'too-few', least: null, most: null } });
    expect(heardBy('innovation')).toEqual({ answered: [4], entered: [], silent: [1, 2, 3, 6], untold: [16] });
    expect(heardBy('product')).toEqual({ answered: [], entered: [], silent: [10], untold: [] });
    expect(heardBy('care')).toEqual({ answered: [11, 13], entered: [], silent: [15], untold: [] });
    expect(found(departments.find(({ department }) => department === 'care'))).toMatchObject({ said: 3, people: 3, heard: { k: 2, n: 3, estimate: null }, kinds: [{ intent: 'information', said: 3 }] });
  });

  it('shows the list that each number counts', async () => {
    const { kinds } = await suite.ask('lost.summary', {});
    for (const { kind, lost } of kinds) expect((await suite.ask('lost.pieces', { kinds: [kind], states: ['lost'] })).total).toBe(lost.count);
  });

  it('groups the same idea and counts independent requesters', async () => {
    const [group] = await ideas();
    expect(group).toMatchObject({ pieces: 4, people: 4, requesters: 3, department: 'innovation', byHand: false, route: null });
  });

  it('proposes a department and says why', async () => {
    expect(await piece(10, 'fault')).toMatchObject({ department: 'product', proposed: 'product', rule: 'product-words', byHand: false });
  });

  it('routes in bulk as one change; undo and redo give both back', async () => {
    const one = await piece(6, 'idea');
    const other = await piece(10, 'fault');
    const subjects = [one, other].map(({ messageId, kind }) => ({ messageId, piece: kind, scope: 'piece' as const }));
    expect(await suite.ask('lost.route', { subjects, department: 'care', owner: ' Bianca ', state: 'collected' })).toMatchObject({ changed: 2 });
    expect(await piece(10, 'fault')).toMatchObject({ department: 'care', byHand: true, proposed: 'product', route: { owner: 'Bianca', state: 'collected', scope: 'piece' } });
    expect((await suite.ask('lost.pieces', { routed: true, once: true })).total).toBe(2);
    const entered = async (): Promise<number[]> => (await suite.ask('lost.hearing', {})).departments.map(({ outcomes }) => found(outcomes.find(({ hearing }) => hearing === 'entered')).n);
    // an entry in the register is heard, by the department it was sent to
    expect(await entered()).toEqual([0, 0, 2]);
    await suite.ask('history.undo', {});
    expect(await entered()).toEqual([0, 0, 0]);
    expect(await piece(10, 'fault')).toMatchObject({ department: 'product', byHand: false, route: null });
    await suite.ask('history.redo', {});
    expect(await piece(6, 'idea')).toMatchObject({ department: 'care', route: { owner: 'Bianca' } });
  });

  it('keeps each state with its date; a change that is done makes it adopted', async () => {
    const { messageId } = await piece(6, 'idea');
    const subjects = [{ messageId, piece: 'idea' as const, scope: 'piece' as const }];
    await suite.ask('lost.route', { subjects, state: 'done', stateAtMs: START_MS + 20 * DAY_MS });
    expect((await states('idea'))[6]).toBe('adopted');
    const { routes } = await suite.ask('lost.history', { messageId, piece: 'idea' });
    expect(routes[0]?.steps).toEqual([{ state: 'collected', atMs: START_MS + 60 * DAY_MS }, { state: 'done', atMs: START_MS + 20 * DAY_MS }]);
  });

  it('holds a declared fix against the reports before and after it, and says where the data are too short', async () => {
    expect(await suite.ask('lost.fixes', {})).toMatchObject({ declared: 0, fixes: [] });
    const { messageId } = await piece(10, 'fault');
    await suite.ask('lost.route', { subjects: [{ messageId, piece: 'fault', scope: 'group' }], state: 'done', stateAtMs: START_MS + 10 * DAY_MS });
    const { declared, fixes } = await suite.ask('lost.fixes', {});
    expect(declared).toBe(1);
    expect(fixes).toMatchObject([{ typicalId: messageId, fixMs: START_MS + 10 * DAY_MS, state: 'short', ratio: null, low: null, high: null }]);
    await suite.ask('history.undo', {});
    expect((await suite.ask('lost.fixes', {})).declared).toBe(0);
  });

  it('joins and parts by hand, with requesters counted anew; undo takes it back', async () => {
    const [group] = await ideas();
    const other = await piece(6, 'idea');
    await suite.ask('lost.regroup', { piece: 'idea', messageId: other.messageId, otherId: found(group).typicalId, together: true });
    expect((await ideas())[0]).toMatchObject({ id: group?.id, pieces: 5, requesters: 4 });
    const two = await piece(2, 'idea');
    await suite.ask('lost.regroup', { piece: 'idea', messageId: two.messageId, otherId: found((await piece(1, 'idea'))).messageId, together: false });
    expect((await ideas())[0]).toMatchObject({ pieces: 4, requesters: 3 });
    await suite.ask('history.undo', {});
    await suite.ask('history.undo', {});
    expect((await ideas())[0]).toMatchObject({ id: group?.id, pieces: 4, requesters: 3 });
  });

  it('lists the times of a common demand, whose number of people is a setting', async () => {
    expect(await suite.ask('lost.times', {})).toMatchObject({ requesters: 5, demands: 0 });
    await suite.ask('lost.setRequesters', { requesters: 3 });
    const { demands, list, steps } = await suite.ask('lost.times', {});
    expect(demands).toBe(2);
    // anna, bruno and dario; carla joined anna
    const idea = found(list.find(({ kind }) => kind === 'idea'));
    expect(idea).toMatchObject({ requesters: 3, fromMs: atMs(found(LINES[3])), replyMs: atMs(found(LINES[4])), collectedMs: null });
    expect(steps.every(({ tooFew }) => tooFew)).toBe(true);
    await suite.ask('history.undo', {});
    expect((await suite.ask('lost.times', {})).requesters).toBe(5);
  });

  it('keeps a knowledge base that a person edits', async () => {
    const ask = async (show: 'kept' | 'dropped' = 'kept'): Promise<OperationValue<'lost.questions'>> => suite.ask('lost.questions', { show });
    const [question] = (await ask()).questions;
    expect(question).toMatchObject({ people: 3, messages: 3, answers: { n: 3, inPublic: 2 }, kept: true, official: '', best: { again: 1, byOthers: 0, askersAfter: 1, byBrand: true } });
    const topic = found(question).id;
    await suite.ask('lost.question', { topic, text: 'La domenica si apre alle otto.' });
    expect((await ask()).questions[0]?.official).toBe('La domenica si apre alle otto.');
    expect((await suite.ask('lost.table', { list: 'questions', format: 'text', language: 'it' })).text).toContain('Risposta ufficiale: La domenica si apre alle otto.');
    const { answers } = await suite.ask('lost.answers', { topic });
    expect(answers).toMatchObject([{ times: 2 }]);
    await suite.ask('lost.question', { topic, kept: false });
    expect(await ask()).toMatchObject({ total: 0, dropped: 1 });
    expect((await ask('dropped')).total).toBe(1);
    await suite.ask('history.undo', {});
    expect((await ask()).total).toBe(1);
  });

  it('keeps every decision when the file goes and comes again', async () => {
    const [group] = await ideas();
    const one = found(group);
    await suite.ask('lost.route', { subjects: [{ messageId: one.typicalId, piece: 'idea', scope: 'group' }], department: 'product', owner: 'Carlo', dueMs: START_MS });
    expect((await ideas())[0]).toMatchObject({ department: 'product', byHand: true, route: { scope: 'group', owner: 'Carlo' } });
    const imports = await suite.ask('import.list', {});
    await suite.ask('import.undo', { importId: found(imports.imports[0]).importId });
    await suite.ask('analyse.run', {});
    expect((await pieces()).length).toBe(0);
    await bring('again.csv', LINES.toReversed());
    expect((await ideas())[0]).toMatchObject({ id: one.id, pieces: 4, department: 'product', route: { owner: 'Carlo', dueMs: START_MS } });
    expect(await piece(6, 'idea')).toMatchObject({ state: 'adopted', route: { owner: 'Bianca', state: 'done' } });
    expect((await suite.ask('lost.questions', {})).questions[0]?.official).toBe('La domenica si apre alle otto.');
  });

  it('exports a table that no spreadsheet computes', async () => {
    const { text, rows, total } = await suite.ask('lost.table', { list: 'pieces', separator: ';' });
    expect(rows).toBe(total);
    expect(text.split('\r\n')[0]).toContain('network;container;message;kind;author');
    expect(text.split('\r\n').length).toBe(rows + 2);
  });
});
