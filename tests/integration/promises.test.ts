import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { OperationInput, OperationValue } from '../../src/contract/operations.ts';
import { suiteEngine } from '../support/suite-engine.ts';

type Listed = OperationValue<'promises.list'>['promises'][number];

const DAY_MS = 86_400_000;
// Monday 2 March 2026, nine in the morning in Rome.
const START_MS = Date.parse('2026-03-02T08:00:00Z');

/** A line of a conversation: who, hours after the start, what, and the number of the line it answers. */
type Line = readonly [author: string, hours: number, text: string, answers: number | null];

/** Each conversation with what is to be found of its promises; the reason stands in the second word. */
const THREADS: readonly { readonly name: string; readonly lines: readonly Line[]; readonly expected: readonly string[] }[] = [
  { name: 'seen in its time', lines: [['anna', 0, 'Il mio pacco non arriva, che succede?', null], ['Aurora', 1, 'Ciao Anna, il pacco riparte entro venerdì.', 0], ['Aurora', 50, 'Come promesso, Anna: il pacco è ripartito stamattina.', 0]], expected: ['kept brand-shows 2'] },
  { name: 'late although thanked', lines: [['bruno', 0, 'Quando arriva il rimborso?', null], ['Aurora', 1, 'Ciao Bruno, il rimborso parte domani.', 0], ['Aurora', 90, 'Ciao Bruno, abbiamo inviato il rimborso.', 0], ['bruno', 91, 'Grazie mille', 2]], expected: ['late brand-shows 2'] },
  { name: 'denied after the due time', lines: [['carla', 0, 'La macchina non funziona', null], ['Aurora', 1, 'Ciao Carla, ti richiamiamo entro 24 ore.', 0], ['carla', 60, 'Nessuno mi ha richiamato', 1]], expected: ['broken asker-denies 2'] },
  { name: 'kept in private', lines: [['dario', 0, 'Posso avere la fattura?', null], ['Aurora', 1, 'Ciao Dario, ti chiamiamo domani.', 0]], expected: ['unverifiable private-act'] },
  { name: 'without a time', lines: [['elena', 0, 'Perché la app non si apre?', null], ['Aurora', 1, 'Ciao Elena, verifichiamo e ti facciamo sapere.', 0]], expected: ['unverifiable no-time-named'] },
  { name: 'not due yet', lines: [['fabio', 480, 'Quando riapre il negozio di Lecco?', null], ['Aurora', 481, 'Ciao Fabio, il negozio riaprirà entro il 15 aprile.', 0]], expected: ['open not-due'] },
  { name: 'another person’s word', lines: [['gina', 0, 'Il mio ordine è sparito', null], ['Aurora', 1, 'Ciao Gina, lo spediamo domani.', 0], ['hugo', 70, 'Anche a me non è arrivato niente', 1]], expected: ['unverifiable nothing-shown'] },
  { name: 'a new promise in place of the old', lines: [['ivo', 0, 'Il rimborso?', null], ['Aurora', 1, 'Ciao Ivo, il rimborso parte domani.', 0], ['Aurora', 20, 'Ciao Ivo, serve più tempo: il rimborso parte lunedì.', 0]], expected: ['unverifiable replaced 2', 'unverifiable nothing-shown'] },
];

function exported(): string {
  const rows = ['tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id'];
  const dated = (atMs: number): string => {
    const [, day, month, year, time] = /(\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(atMs).toUTCString()) ?? [];
    return `${new Date(atMs).toUTCString().slice(0, 3)} ${month} ${day} ${time} +0000 ${year}`;
  };
  THREADS.forEach(({ lines }, thread) => lines.forEach(([author, hours, text, answers], line) => {
    rows.push([100 * (thread + 1) + line, author, author === 'Aurora' ? 'False' : 'True', dated(START_MS + hours * 3_600_000), `"${text}"`, '', answers === null ? '' : 100 * (thread + 1) + answers].join(','));
  }));
  return `${rows.join('\n')}\n`;
}

const suite = suiteEngine({ nowMs: START_MS + 30 * DAY_MS });
const list = async (input: OperationInput<'promises.list'> = {}): Promise<Listed[]> => (await suite.ask('promises.list', { size: 1000, ...input })).promises;
const found = <Value>(value: Value | undefined): Value => {
  if (value === undefined) throw new Error('not there');
  return value;
};
const of = async (thread: number): Promise<Listed> => found((await list()).find(({ nativeId }) => nativeId === String(100 * (thread + 1) + 1)));

const folder = mkdtempSync(join(tmpdir(), 'tribuna-promises-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeAll(async () => {
  const path = join(folder, 'promises.csv');
  writeFileSync(path, exported());
  await suite.ask('project.create', { name: 'Promises' });
  await suite.ask('import.run', { files: [{ file: await suite.engine().registerFile(path, 'promises.csv') }], ownBrand: { name: 'Aurora', accounts: ['Aurora'] } });
  await suite.ask('analyse.run', {});
});

describe('the register of promises', () => {
  it.each(THREADS.map((thread, index) => [thread.name, thread, index] as const))('%s', async (_, { expected }, index) => {
    const own = (await list()).filter(({ nativeId }) => Math.floor(Number(nativeId) / 100) === index + 1).toSorted((one, other) => Number(one.nativeId) - Number(other.nativeId));
    const thread = await suite.ask('messages.thread', { messageId: found(own[0]).messageId });
    const placeOf = (messageId: number): number => Number(found(thread.messages.find((message) => message.messageId === messageId)).nativeId) % 100;
    expect(own.map(({ state, reason, evidence }) => `${state} ${reason}${evidence === null ? '' : ` ${placeOf(evidence.messageId)}`}`)).toEqual(expected);
  });

  it('shows the words, the time they name, whom they were said to, and the words of the evidence', async () => {
    expect(await of(0)).toMatchObject({
      text: 'il pacco riparte entro venerdì', dueText: 'entro venerdì', dueMs: Date.parse('2026-03-06T23:00:00Z'), brand: 'Aurora', personName: 'anna', byHand: false, note: null, derivedState: 'kept',
      evidence: { text: 'Come promesso, Anna: il pacco è ripartito stamattina.', byBrand: true, start: 0, end: 13 }, shownMs: START_MS + 50 * 3_600_000,
    });
    expect(await of(4)).toMatchObject({ dueText: null, dueMs: null, evidence: null, shownMs: null });
  });

  it('counts by state, with and without a time, and gives no rate from few', async () => {
    expect(await suite.ask('promises.summary', {})).toEqual({
      total: 9, byHand: 0,
      named: { open: 1, kept: 1, late: 1, broken: 1, unverifiable: 4 }, unnamed: { open: 0, kept: 0, late: 0, broken: 0, unverifiable: 1 },
      rate: { n: 3, estimate: null, low: null, high: null, tooFew: true, reason: 'few-due-promises', unverifiable: 5 },
    });
  });

  it('lists a state, a kind of time, a period, a page; the count is that of the list', async () => {
    expect((await list({ state: 'unverifiable' })).every(({ state }) => state === 'unverifiable')).toBe(true);
    expect((await list({ named: false })).map(({ personName }) => personName)).toEqual(['elena']);
    expect((await list({ filters: { fromMs: START_MS + 400 * 3_600_000 } })).map(({ personName }) => personName)).toEqual(['fabio']);
    expect(await suite.ask('promises.list', { page: 1, size: 4, orderBy: 'due' })).toMatchObject({ total: 9, promises: [{}, {}, {}, {}] });
    const due = (await list({ orderBy: 'due' })).map(({ dueMs }) => dueMs ?? Infinity);
    expect(due).toEqual(due.toSorted((one, other) => one - other));
    expect(await list({ filters: { tribes: ['nobody'] } })).toEqual([]);
  });

  it('is what the parts of trust count', async () => {
    const { tribes } = await suite.ask('trust.parts', {});
    expect(found(tribes.find(({ tribe }) => tribe === 'all')).parts.find(({ part }) => part === 'promises')).toMatchObject({ n: 3, beside: { kept: 1, late: 1, broken: 1, unverifiable: 5, open: 1 } });
  });
});

describe('a verdict by hand', () => {
  const decide = async (state: Listed['state'] | null, note = ''): Promise<OperationValue<'promises.decide'>> => {
    const { messageId, start } = await of(3);
    return suite.ask('promises.decide', { messageId, start, state, note });
  };
  const brief = async (): Promise<Pick<Listed, 'state' | 'derivedState' | 'byHand' | 'note'>> => {
    const { state, derivedState, byHand, note } = await of(3);
    return { state, derivedState, byHand, note };
  };
  const DERIVED = { state: 'unverifiable', derivedState: 'unverifiable', byHand: false, note: null };
  const KEPT = { state: 'kept', derivedState: 'unverifiable', byHand: true, note: 'sentito al telefono' };

  it('wins, keeps what the program says, counts at once and asks for no analysis', async () => {
    expect(await decide('kept', ' sentito al telefono ')).toMatchObject({ state: 'kept', byHand: true });
    expect(await brief()).toEqual(KEPT);
    expect(await suite.ask('promises.summary', {})).toMatchObject({ byHand: 1, named: { kept: 2, unverifiable: 3 } });
    expect((await list({ byHand: true })).map(({ personName }) => personName)).toEqual(['dario']);
    expect(await suite.ask('analyse.run', {})).toMatchObject({ didWork: false });
  });

  it('is taken back and repeated, also after another one', async () => {
    await decide('broken');
    await suite.ask('history.undo', {});
    expect(await brief()).toEqual(KEPT);
    await suite.ask('history.undo', {});
    expect(await brief()).toEqual(DERIVED);
    await suite.ask('history.redo', {});
    expect(await brief()).toEqual(KEPT);
    expect(await decide(null)).toMatchObject({ state: 'unverifiable', byHand: false });
    expect(await brief()).toEqual(DERIVED);
    await suite.ask('history.undo', {});
    expect(await brief()).toEqual(KEPT);
  });

  it('outlives the import it is about', async () => {
    const { imports } = await suite.ask('import.list', {});
    await suite.ask('import.undo', { importId: found(imports[0]).importId });
    await suite.ask('analyse.run', {});
    expect(await list()).toEqual([]);
    await suite.ask('history.undo', {});
    await suite.ask('analyse.run', {});
    expect(await brief()).toEqual(KEPT);
  });

  it('is refused where no promise begins', async () => {
    const { messageId, start } = await of(3);
    await expect(suite.ask('promises.decide', { messageId, start: start + 1, state: 'kept' })).rejects.toThrow('not-found');
  });
});
