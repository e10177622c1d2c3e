import Database from 'better-sqlite3';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePieces, type PiecesWork } from '../../src/app/lost/derive-pieces.ts';
import { deriveTerms, deriveTopics } from '../../src/app/terms/derive-topics.ts';
import type { IndexedTexts } from '../../src/app/terms/index-terms.ts';
import { deriveInterests } from '../../src/app/tribes/derive-interests.ts';
import { aggregateValue, deriveValue } from '../../src/app/value/derive-value.ts';
import { ACTS, INTENTS, codeSet } from '../../src/domain/model/codes.ts';
import { drawnInPlace } from '../../src/domain/network/seeded-draws.ts';
import { noteAskers } from '../../src/store/episode-writer.ts';
import { forgetLedger, noteRemoval } from '../../src/store/ledger-marks.ts';
import { noteMovedWatches } from '../../src/store/piece-stamp.ts';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { packedChances } from '../../src/store/reading-bytes.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const call = { seed: 1, drawing: drawnInPlace(), check: () => undefined, onProgress: () => undefined };
const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
const PEOPLE = 14;
const ASKS = ['information', 'trouble', 'idea', 'purchase'] as const;
/** Words of which some are said often and some hardly ever, in several inflections. */
const WORDS = 'caffè ordine ordini pacco spedizione capsule capsula macchina macchine negozio negozi tessera sconto sconti ritardo rimborso rimborsi aroma tazza tazze decaffeinato robusta arabica miscela miscele filtro filtri cialda cialde bustina zucchero'.split(' ');

const anyChange = fc.record({
  what: fc.constantFrom('message', 'message', 'message', 'message', 'message', 'same', 'text', 'reading', 'reading', 'request', 'request', 'shares', 'share', 'author', 'removal', 'role', 'bot', 'watched'),
  at: fc.double({ min: 0, max: 0.999, noNaN: true }),
  to: fc.double({ min: 0, max: 0.999, noNaN: true }),
  account: fc.integer({ min: 1, max: PEOPLE }),
  words: fc.array(fc.nat(WORDS.length - 1), { minLength: 3, maxLength: 9 }),
  root: fc.boolean(),
  kind: fc.constantFrom('comment' as const, 'comment' as const, 'review' as const, 'ticket' as const),
  intents: fc.subarray([...INTENTS], { maxLength: 2 }),
  asks: fc.subarray([...ASKS], { minLength: 1, maxLength: 2 }),
  outcome: fc.constantFrom('public' as const, 'private' as const, 'silence' as const),
  thanks: fc.boolean(),
  language: fc.constantFrom('it', 'it', 'it', 'en', 'unknown'),
});
type Change = typeof anyChange extends fc.Arbitrary<infer Value> ? Value : never;

/** Makes one change as records change: row by row, with nothing told to what is derived but what records note themselves. */
function change(project: PlacedProject, { what, at, to, account, words, root, kind, intents, asks, outcome, thanks, language }: Change): void {
  const { connection } = project;
  const ids = connection.prepare('SELECT id FROM message ORDER BY id').pluck().all() as number[];
  const one = ids[Math.floor(at * ids.length)] ?? null;
  const other = ids[Math.floor(to * ids.length)] ?? null;
  const text = words.map((word) => WORDS[word]).join(' ');
  if (what === 'message' || what === 'same' || one === null || other === null) {
    const id = 1 + (ids.at(-1) ?? 0);
    const outbound = account <= 2;
    const thread = root || one === null ? null : (connection.prepare('SELECT COALESCE(root_id, id) FROM message WHERE id = ?').pluck().get(one) as number);
    const told = what === 'same' && one !== null ? (connection.prepare('SELECT text FROM message WHERE id = ?').pluck().get(one) as string | null) : text;
    project.addMessage({ id, account, kind: root ? kind : 'comment', parent: root ? null : one, root: thread ?? id, text: told, intents: outbound ? [] : [...asks, ...intents], acts: outbound ? ['answer'] : [], outbound, thanks });
    if (!outbound) project.addRequest({ message: id, account, intents: asks, outcome, answer: outcome === 'silence' ? null : (other ?? null), root: thread ?? id });
    return;
  }
  if (what === 'text') connection.prepare('UPDATE message SET text = ? WHERE id = ?').run(text, one);
  if (what === 'reading') connection.prepare(`UPDATE reading SET intents = ?, thanks = ?, language = ?, probabilities = ? WHERE message_id = ?`).run(codeSet(INTENTS, intents), thanks ? 1 : 0, language, packedChances({ trouble: at }, 'inbound'), one);
  if (what === 'request') connection.prepare('UPDATE request SET outcome = ?, answered_at_ms = ?, answer_message_id = ?, peer_at_ms = ? WHERE message_id = ?').run(outcome, outcome === 'silence' ? null : other * 1000, outcome === 'silence' ? null : other, thanks ? one * 1000 + 1 : null, one);
  // as whoever judges requests says which
  if (what === 'request' || what === 'watched') connection.prepare('INSERT OR IGNORE INTO judged_message VALUES (?)').run(one);
  if (what === 'watched') noteMovedWatches(project);
  if (what === 'watched') connection.prepare('UPDATE request SET observation_end_ms = observation_end_ms - ?, observability = ? WHERE message_id = ?').run(Math.round(9_000_000_000 * at), root ? 'observable' : 'unobservable', one);
  if (what === 'shares') connection.prepare('UPDATE message SET shares = ? WHERE id = ?').run(root ? 1 : 0, one);
  if (what === 'share') project.addReaction(one, account, 'share');
  if (what === 'author') connection.prepare('UPDATE message SET account_id = ? WHERE id = ?').run(account, one);
  if (what === 'role' || what === 'bot') {
    const role = what === 'bot' ? 'bot' : 'partner';
    if (connection.prepare('DELETE FROM account_role WHERE account_id = ? AND role = ?').run(account, role).changes === 0) project.addRole(account, role);
  }
  if (what === 'removal') {
    noteRemoval(project, one);
    connection.prepare('INSERT OR IGNORE INTO judged_message VALUES (?)').run(one);
    for (const table of ['request_part', 'request']) connection.prepare(`DELETE FROM ${table} WHERE message_id = ?`).run(one);
    connection.prepare('INSERT OR IGNORE INTO judged_message SELECT message_id FROM request WHERE answer_message_id = ?').run(one);
    connection.prepare('UPDATE request SET answer_message_id = NULL WHERE answer_message_id = ?').run(one);
    connection.prepare('UPDATE reaction SET message_id = NULL WHERE message_id = ?').run(one);
    connection.prepare('UPDATE message SET parent_id = NULL WHERE parent_id = ?').run(one);
    for (const table of ['mention', 'reading', 'booking', 'value_piece', 'topic_message', 'message_term', 'request_unread']) connection.prepare(`DELETE FROM ${table} WHERE message_id = ?`).run(one);
    connection.prepare('DELETE FROM message WHERE id = ?').run(one);
  }
}

async function derived(project: ProjectDatabase): Promise<{ readonly texts: IndexedTexts; readonly pieces: PiecesWork; readonly answers: number }> {
  deriveValue(project, stage);
  const texts = deriveTerms(project, call);
  aggregateValue(project, stage);
  const answers = deriveTopics(project, call);
  await deriveInterests(project, call);
  return { texts, answers, pieces: derivePieces(project, call) };
}

type Row = Record<string, unknown>;

/** All that is derived, but for names that groups keep and codes that mean nothing outside: groups by their members, codes by their stems. */
function content({ connection }: ProjectDatabase): Record<string, unknown> {
  const all = (sql: string): Row[] => connection.prepare(sql).all() as Row[];
  const stemOf = new Map(all('SELECT language, position, stem FROM word_form').map(({ language, position, stem }) => [`${String(language)}${String.fromCharCode(0x100 + Number(position))}`, String(stem)]));
  const spelt = (language: unknown, terms: unknown): string => Array.from(String(terms), (code) => (code === ' ' ? '|' : (stemOf.get(`${String(language)}${code}`) ?? '?'))).join(' ');
  const pieces = all('SELECT * FROM value_piece ORDER BY id');
  const firstOf = new Map<unknown, unknown>();
  for (const { group_id: group, id } of pieces) if (!firstOf.has(group)) firstOf.set(group, id);
  const topics = all('SELECT k.*, (SELECT json_group_array(json_array(message_id, likeness)) FROM (SELECT * FROM topic_message t WHERE t.topic = k.id ORDER BY message_id)) AS members FROM topic k');
  const interests = all('SELECT account_id, certainty, interest FROM interest_person ORDER BY account_id').map(({ account_id: account, certainty }) => [account, certainty]);
  return {
    terms: all('SELECT language, stem, shown FROM term ORDER BY language, stem'),
    messages: all('SELECT language, account_id, message_id, terms FROM message_term ORDER BY message_id').map((row) => ({ ...row, terms: spelt(row['language'], row['terms']) })),
    rare: all('SELECT * FROM rare_word WHERE message_id IN (SELECT id FROM message) ORDER BY language, place, message_id'),
    forms: all('SELECT language, stem, forms FROM word_form ORDER BY language, stem').map((row) => ({ ...row, forms: (JSON.parse(String(row['forms'])) as [string, number][]).sort() })),
    prints: all('SELECT stretch, hex(prints) AS prints FROM text_print ORDER BY stretch'),
    topics: topics.map(({ id: _id, ...row }) => JSON.stringify(row)).sort(),
    pieces: pieces.map((row) => ({ ...row, auto_group: row['auto_group'] === null ? null : 'grouped', group_id: row['group_id'] === null ? null : firstOf.get(row['group_id']) })),
    demands: all('SELECT * FROM demand_words ORDER BY message_id'),
    interests,
    balances: all('SELECT * FROM account_balance ORDER BY account_id'),
    tribes: all(`SELECT id, result FROM tribe WHERE lens IN ('value', 'roles') ORDER BY id`),
    before: all('SELECT message_id, brand_id, tribe_before FROM request ORDER BY message_id, brand_id'),
  };
}

/** The same project with everything made anew. */
async function remade(project: ProjectDatabase): Promise<Record<string, unknown>> {
  const copy: ProjectDatabase = { ...project, connection: new Database(project.connection.serialize()) };
  forgetLedger(copy);
  expect(await derived(copy)).toMatchObject({ texts: { whole: true }, pieces: { whole: true } });
  const made = content(copy);
  copy.connection.close();
  return made;
}

describe('terms, topics and pieces that are followed up', () => {
  it('are those made anew, whatever changes', async () => {
    const kept = { texts: 0, pieces: 0 };
    await fc.assert(fc.asyncProperty(fc.array(anyChange, { minLength: 25, maxLength: 50 }), fc.array(fc.array(anyChange, { minLength: 1, maxLength: 6 }), { minLength: 3, maxLength: 3 }), async (first, rounds) => {
      const project = placedProject(PEOPLE);
      project.addRole(1, 'voice', 1);
      project.addRole(2, 'voice', 2);
      for (const one of first) change(project, { ...one, what: one.what === 'same' ? 'same' : 'message' });
      await derived(project);
      for (const round of rounds) {
        for (const one of round) change(project, one);
        const { texts, pieces } = await derived(project);
        if (!texts.whole) kept.texts += 1;
        if (!pieces.whole) kept.pieces += 1;
        expect(content(project)).toEqual(await remade(project));
        expect(project.connection.prepare('SELECT (SELECT count(*) FROM piece_message) + (SELECT count(*) FROM text_message)').pluck().get()).toBe(0);
      }
      project.connection.close();
    }), { numRuns: 10, seed: 20_261_128, endOnFailure: true });
    expect(kept.texts).toBeGreaterThan(3);
    expect(kept.pieces).toBeGreaterThan(15);
  }, 300_000);

  /** Conversations of three messages: a fault or an idea, the answer of the brand, thanks. */
  function converse(project: PlacedProject, from: number, count: number): void {
    for (let place = from; place < from + count; place += 1) {
      const id = 1 + place * 3;
      const asker = 2 + (place % 300);
      const asks = (['trouble', 'idea', 'information'] as const)[place % 3] ?? 'trouble';
      project.addMessage({ id, account: asker, intents: [asks], text: `${WORDS[place % 31] ?? ''} ${WORDS[(place * 7) % 29] ?? ''} ${WORDS[(place * 3) % 23] ?? ''} non arriva da giorni numero ${String(place % 11)}` });
      project.addMessage({ id: id + 1, account: 1, outbound: true, acts: codeSet(ACTS, ['answer']) > 0 ? ['answer'] : [], parent: id, root: id });
      project.addMessage({ id: id + 2, account: asker, thanks: true, parent: id + 1, root: id, text: 'grazie mille per la risposta' });
      project.addRequest({ message: id, account: asker, intents: [asks], outcome: 'public', answer: id + 1, root: id });
    }
  }

  it('read and look at what is new, in proportion to it and not to the rest', async () => {
    const work = async (before: number, added: number): Promise<{ readonly read: number; readonly messages: number; readonly items: number }> => {
      const project = placedProject(320);
      project.addRole(1, 'voice', 1);
      converse(project, 0, before);
      expect(await derived(project)).toMatchObject({ texts: { whole: true, read: 2 * before }, pieces: { whole: true } });
      converse(project, before, added);
      const { texts, pieces } = await derived(project);
      expect([texts.whole, pieces.whole]).toEqual([false, false]);
      expect(await derived(project)).toEqual({ texts: { whole: false, read: 0 }, pieces: { whole: false, messages: 0, items: 0 }, answers: 0 });
      project.connection.close();
      return { read: texts.read, messages: pieces.messages, items: pieces.items };
    };
    const few = await work(600, 30);
    expect(few).toEqual({ read: 60, messages: expect.any(Number) as number, items: 30 });
    // best answers of questions that recur may be others: a few messages beside the new ones
    expect(few.messages).toBeLessThan(90 + 40);
    const larger = await work(1800, 30);
    expect(larger).toMatchObject({ read: 60, items: expect.any(Number) as number });
    expect(larger.messages).toBeLessThan(90 + 40);
    const twice = await work(600, 60);
    expect(twice.read).toBe(120);
  }, 120_000);

  it('look at the tribe before asking of those alone whom something touched', async () => {
    const project = placedProject(320);
    project.addRole(1, 'voice', 1);
    converse(project, 0, 600);
    await derived(project);
    const [touched, other] = [2, 3];
    const before = project.connection.prepare('SELECT DISTINCT tribe_before FROM request WHERE account_id = ?').pluck();
    // a mark that no rule leaves
    project.connection.exec(`UPDATE request SET tribe_before = 'value:marked' WHERE account_id IN (${touched}, ${other})`);
    project.addMessage({ id: 3001, account: touched, intents: ['praise'], text: 'ottimo caffè davvero' });
    expect((await derived(project)).pieces.whole).toBe(false);
    expect(before.all(touched)).not.toContain('value:marked');
    expect(before.all(other)).toEqual(['value:marked']);
    project.connection.close();
  });

  it('give back the tribe before asking to requests that were written anew, though nothing was booked otherwise', async () => {
    const project = placedProject(8);
    project.addRole(1, 'voice', 1);
    for (let place = 0; place < 20; place += 1) {
      project.addMessage({ id: 1 + place * 2, account: 2, intents: ['trouble'], text: `la macchina numero ${String(place)} perde acqua da tre giorni` });
      project.addMessage({ id: 2 + place * 2, account: 1, outbound: true, acts: ['answer'], parent: 1 + place * 2, root: 1 + place * 2 });
      project.addRequest({ message: 1 + place * 2, account: 2, intents: ['trouble'], outcome: 'public', answer: 2 + place * 2, root: 1 + place * 2 });
    }
    await derived(project);
    const standing = project.connection.prepare('SELECT message_id, tribe_before FROM request ORDER BY id').all();
    expect(standing.filter((row) => (row as { tribe_before: string | null }).tribe_before !== null).length).toBeGreaterThan(5);
    project.connection.exec('CREATE TEMP TABLE fact_message (id INTEGER PRIMARY KEY); INSERT INTO temp.fact_message SELECT id FROM message; UPDATE request SET tribe_before = NULL');
    expect((await derived(project)).pieces.messages).toBe(0);
    expect(project.connection.prepare('SELECT count(*) FROM request WHERE tribe_before IS NOT NULL').pluck().get()).toBe(0);
    noteAskers(project, { laidOut: true });
    await derived(project);
    expect(project.connection.prepare('SELECT message_id, tribe_before FROM request ORDER BY id').all()).toEqual(standing);
    project.connection.close();
  });
});
