import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePieces } from '../../src/app/lost/derive-pieces.ts';
import { aggregateValue, deriveValue } from '../../src/app/value/derive-value.ts';
import { ACTS, INTENTS, codeSet, type MessageKind } from '../../src/domain/model/codes.ts';
import { valueWeights } from '../../src/domain/value/value-rules.ts';
import { forgetLedger, noteRemoval } from '../../src/store/ledger-marks.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { recountedLedger } from '../../src/store/value-recount.ts';
import { storedWeights } from '../../src/store/weight-versions.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
const PEOPLE = 12;
const REQUEST_INTENTS = ['information', 'trouble', 'idea', 'purchase', 'decision'] as const;

/** One change of a project. `at` and `to` choose messages or accounts by their share of those that are there. */
const anyChange = fc.record({
  what: fc.constantFrom('message', 'message', 'message', 'reading', 'reading', 'request', 'request', 'mention', 'reaction', 'reaction', 'counts', 'move', 'author', 'text', 'removal', 'role', 'owner', 'weights'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
  account: fc.integer({ min: 1, max: PEOPLE }),
  kind: fc.constantFrom<MessageKind>('post', 'comment', 'comment', 'reply', 'review', 'ticket'),
  container: fc.integer({ min: 1, max: 3 }),
  root: fc.boolean(),
  text: fc.constantFrom(null, 'breve', 'benvenuta tra noi', 'una frase abbastanza lunga da contenere dei dettagli utili'),
  intents: fc.subarray([...INTENTS], { maxLength: 3 }),
  acts: fc.subarray([...ACTS], { maxLength: 2 }),
  thanks: fc.boolean(),
  tags: fc.boolean(),
  sign: fc.constantFrom<1 | -1 | null>(1, -1, null),
  outcome: fc.constantFrom('public' as const, 'private' as const, 'silence' as const),
  reaction: fc.constantFrom('like', 'share', 'view'),
  role: fc.constantFrom('voice' as const, 'bot' as const, 'employee' as const, 'partner' as const),
  likes: fc.integer({ min: 0, max: 9 }),
});
type Change = typeof anyChange extends fc.Arbitrary<infer Value> ? Value : never;

/** Makes one change the way the records change: row by row, with nothing told to the ledger but by what records note themselves. */
function change(project: PlacedProject, { what, at, to, account, kind, container, root, text, intents, acts, thanks, tags, sign, outcome, reaction, role, likes }: Change): void {
  const { connection } = project;
  const ids = connection.prepare('SELECT id FROM message ORDER BY id').pluck().all() as number[];
  const one = ids[Math.floor(at * ids.length)] ?? null;
  const other = ids[Math.floor(to * ids.length)] ?? null;
  if (what === 'message' || one === null || other === null) {
    const id = 1 + (ids.at(-1) ?? 0);
    const outbound = account <= 2;
    const thread = root || one === null ? null : (connection.prepare('SELECT COALESCE(root_id, id) FROM message WHERE id = ?').pluck().get(one) as number);
    project.addMessage({ id, account, kind, container, parent: root ? null : one, root: thread ?? id, text, intents, acts, thanks, textKind: tags ? 'tags' : 'text', sign, outbound, likes });
    return;
  }
  const older = Math.min(one, other);
  const newer = Math.max(one, other);
  if (what === 'reading') connection.prepare(`UPDATE reading SET intents = ?, thanks = ?, recommendation_sign = ?, text_kind = ? WHERE message_id = ? AND direction = 'inbound'`).run(codeSet(INTENTS, intents), thanks ? 1 : 0, sign, tags ? 'tags' : 'text', one);
  if (what === 'request') {
    connection.prepare('INSERT OR IGNORE INTO judged_message VALUES (?)').run(one);
    connection.prepare('DELETE FROM request_part WHERE request_id IN (SELECT id FROM request WHERE message_id = ?)').run(one);
    connection.prepare('DELETE FROM request WHERE message_id = ?').run(one);
    const author = connection.prepare('SELECT account_id FROM message WHERE id = ?').pluck().get(one) as number | null;
    const asks = REQUEST_INTENTS.filter((intent) => intents.includes(intent));
    const isPart = connection.prepare('SELECT 1 FROM request_part WHERE message_id = ?').get(one) !== undefined;
    if (author === null || author <= 2 || asks.length === 0 || isPart) return;
    const parts = connection.prepare('SELECT id FROM message WHERE id = ? AND id <> ? AND id NOT IN (SELECT message_id FROM request) AND id NOT IN (SELECT message_id FROM request_part)').pluck().all(other, one) as number[];
    for (const brand of tags ? [1, 2] : [1]) project.addRequest({ message: one, account: author, intents: asks, brand, outcome, answer: outcome === 'silence' ? null : one, peerAtMs: thanks ? one * 1000 + 5 : null, parts });
  }
  if (what === 'mention') project.addMention(one, root ? null : account, thanks);
  if (what === 'reaction') project.addReaction(one, root ? null : account, reaction, root ? 1 + likes : 1);
  if (what === 'counts') connection.prepare('UPDATE message SET likes = ?, views = ? WHERE id = ?').run(likes, likes * 2, one);
  if (what === 'move' && newer !== older) connection.prepare('UPDATE message SET parent_id = ?, root_id = (SELECT COALESCE(p.root_id, p.id) FROM message p WHERE p.id = ?) WHERE id = ?').run(root ? null : older, root ? newer : older, newer);
  if (what === 'author') connection.prepare('UPDATE message SET account_id = ? WHERE id = ?').run(root ? null : account, one);
  if (what === 'text') connection.prepare('UPDATE message SET text = ? WHERE id = ?').run(text, one);
  if (what === 'removal') {
    noteRemoval(project, one);
    // what is judged after a removal is judged whole
    connection.exec('INSERT OR IGNORE INTO judged_message VALUES (0)');
    for (const table of ['request_part', 'request']) connection.prepare(`DELETE FROM ${table} WHERE ${table === 'request' ? 'message_id = @one' : 'message_id = @one OR request_id IN (SELECT id FROM request WHERE message_id = @one)'}`).run({ one });
    connection.prepare('UPDATE reaction SET message_id = NULL WHERE message_id = ?').run(one);
    connection.prepare('UPDATE message SET parent_id = NULL WHERE parent_id = ?').run(one);
    for (const table of ['mention', 'reading', 'booking', 'value_piece']) connection.prepare(`DELETE FROM ${table} WHERE message_id = ?`).run(one);
    connection.prepare('DELETE FROM message WHERE id = ?').run(one);
  }
  if (what === 'role') {
    const held = connection.prepare('DELETE FROM account_role WHERE account_id = ? AND role = ?').run(account, role).changes;
    if (held === 0) connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, from_ms, origin) VALUES (?, 1, ?, ?, 'hand')`).run(account, role, root ? null : one * 1000);
  }
  if (what === 'owner') connection.prepare('UPDATE container SET brand_id = ? WHERE id = 3').run(root ? null : 2);
  if (what === 'weights') connection.prepare('INSERT INTO weight_version (version, points, at_ms) SELECT 1 + count(*), ?, 0 FROM weight_version').run(JSON.stringify({ review: 0.1 * likes, reaction: 0.3, thanks: 0.7 }));
}

function derived(project: ProjectDatabase): { readonly bookings: boolean; readonly balances: boolean } {
  const { whole } = deriveValue(project, stage);
  const balances = aggregateValue(project, stage).whole;
  // groups take over the names they had before: both start without any
  project.connection.exec('DELETE FROM piece_stamp; DELETE FROM value_piece');
  derivePieces(project, { seed: 1, check: () => undefined, onProgress: () => undefined });
  return { bookings: whole, balances };
}

/** Every row of what rests on the ledger, ids and order included. */
function rows({ connection }: ProjectDatabase): Record<string, unknown[]> {
  return Object.fromEntries(['booking ORDER BY id', 'account_balance ORDER BY account_id', 'tribe_member ORDER BY tribe, account_id', 'tribe ORDER BY id', 'request ORDER BY id', 'value_piece ORDER BY id', 'ledger_request', 'ledger_role ORDER BY account_id, role, brand_id']
    .map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).raw().all()]));
}

/** The same project with its ledger made anew. */
function remade(project: ProjectDatabase): Record<string, unknown[]> {
  const copy: ProjectDatabase = { ...project, connection: new Database(project.connection.serialize()) };
  forgetLedger(copy);
  expect(derived(copy)).toEqual({ bookings: true, balances: true });
  const made = rows(copy);
  copy.connection.close();
  return made;
}

describe('a ledger that is kept up to date', () => {
  it('is to the row the ledger made anew, whatever changes, and agrees with the second count', () => {
    let kept = 0;
    fc.assert(fc.property(fc.array(anyChange, { minLength: 15, maxLength: 40 }), fc.array(fc.array(anyChange, { minLength: 1, maxLength: 5 }), { minLength: 3, maxLength: 3 }), (first, rounds) => {
      const project = placedProject(PEOPLE);
      project.addRole(1, 'voice', 1);
      project.addRole(2, 'voice', 2);
      for (const one of first) change(project, { ...one, what: one.what === 'removal' ? 'message' : one.what });
      derived(project);
      for (const round of rounds) {
        for (const one of round) change(project, one);
        const { bookings } = derived(project);
        if (!bookings) kept += 1;
        expect(rows(project)).toEqual(remade(project));
        expect(recountedLedger(project, valueWeights(storedWeights(project))).differences).toBe(0);
        expect(project.connection.prepare('SELECT (SELECT count(*) FROM ledger_message) + (SELECT count(*) FROM ledger_account)').pluck().get()).toBe(0);
      }
      project.connection.close();
    }), { numRuns: 40, seed: 20_261_127 });
    expect(kept).toBeGreaterThan(60);
  }, 300_000);

  /** Conversations of four messages between people of their own and the brand: a question, its answer, help by somebody else, thanks. */
  function converse(project: PlacedProject, from: number, count: number): void {
    for (let place = from; place < from + count; place += 1) {
      const id = 1 + place * 4;
      const [asker, helper] = [2 + (place % 300), 310 + (place % 300)];
      project.addMessage({ id, account: asker, intents: ['information'], likes: 3 });
      project.addMessage({ id: id + 1, account: 1, outbound: true, parent: id, root: id });
      project.addMessage({ id: id + 2, account: helper, intents: ['help'], parent: id, root: id });
      project.addMessage({ id: id + 3, account: asker, thanks: true, parent: id + 2, root: id });
      project.addRequest({ message: id, account: asker, intents: ['information'], outcome: 'public', answer: id + 1, root: id });
    }
  }

  function laidOut(conversations: number): PlacedProject {
    const project = placedProject(620);
    project.addRole(1, 'voice', 1);
    converse(project, 0, conversations);
    deriveValue(project, stage);
    aggregateValue(project, stage);
    return project;
  }

  it('works on what is new, in proportion to it and not to the rest', () => {
    const work = (before: number, added: number): { readonly messages: number; readonly items: number; readonly deleted: number; readonly accounts: number } => {
      const project = laidOut(before);
      converse(project, before, added);
      const { whole, messages, items, deleted } = deriveValue(project, stage);
      const balances = aggregateValue(project, stage);
      expect([whole, balances.whole]).toEqual([false, false]);
      const accounts = balances.items;
      project.connection.close();
      return { messages, items, deleted, accounts };
    };
    const few = work(600, 20);
    expect(few).toEqual({ messages: 80, items: expect.any(Number) as number, deleted: 0, accounts: 40 });
    // the same news in a project three times as large are the same work
    expect(work(1800, 20)).toEqual(few);
    // and twice the news are twice the work
    const twice = work(600, 40);
    expect(twice).toEqual({ messages: 2 * few.messages, items: 2 * few.items, deleted: 0, accounts: 2 * few.accounts });
    expect(few.items).toBeGreaterThanOrEqual(80);
  });

  it('makes again the one conversation that a late answer reaches, and none where nothing has changed', () => {
    const project = laidOut(300);
    const bookings = project.connection.prepare('SELECT count(*) FROM booking').pluck().get() as number;
    project.addMessage({ id: 5000, account: 700 % 620, intents: ['help'], parent: 41, root: 41 });
    expect(deriveValue(project, stage)).toMatchObject({ whole: false, messages: 5, deleted: bookings / 300, items: bookings / 300 + 1 });
    // the four of the conversation, the brand left out: who asked, two who helped
    expect(aggregateValue(project, stage)).toEqual({ whole: false, items: 3 });
    expect(deriveValue(project, stage)).toEqual({ whole: false, messages: 0, deleted: 0, items: 0 });
    expect(aggregateValue(project, stage)).toEqual({ whole: false, items: 0 });
    project.connection.close();
  });

  it('is made anew where a third of the messages is touched, where places change hands, and where it was stopped', () => {
    const project = laidOut(1600);
    project.connection.exec(`UPDATE reading SET thanks = 1 WHERE message_id % 4 = 3`);
    expect(deriveValue(project, stage).whole).toBe(true);
    expect(aggregateValue(project, stage).whole).toBe(true);
    project.connection.exec('UPDATE container SET brand_id = 2 WHERE id = 1');
    expect(deriveValue(project, stage).whole).toBe(true);
    aggregateValue(project, stage);
    project.connection.exec('UPDATE container SET brand_id = brand_id');
    expect(deriveValue(project, stage).whole).toBe(false);
    const stop = new AbortController();
    forgetLedger(project);
    expect(() => deriveValue(project, { ...stage, signal: stop.signal, onProgress: () => stop.abort() })).toThrow('cancelled');
    expect(deriveValue(project, stage).whole).toBe(true);
    project.connection.close();
  });
});
