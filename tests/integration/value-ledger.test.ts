import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aggregateValue, deriveValue } from '../../src/app/value/derive-value.ts';
import { ACTS, INTENTS, type MessageKind } from '../../src/domain/model/codes.ts';
import { valueWeights } from '../../src/domain/value/value-rules.ts';
import { ledgerTotals, storedBalances } from '../../src/store/value-ledger.ts';
import { recountedLedger } from '../../src/store/value-recount.ts';
import { placedProject, type PlacedProject } from './value-project.ts';

const stage = { seed: 1, signal: new AbortController().signal, onProgress: () => undefined };
const PEOPLE = 12;

const anyMessage = fc.record({
  account: fc.option(fc.integer({ min: 1, max: PEOPLE }), { freq: 12 }),
  kind: fc.constantFrom<MessageKind>('post', 'comment', 'comment', 'reply', 'review', 'ticket'),
  container: fc.option(fc.integer({ min: 1, max: 3 }), { freq: 6 }),
  parentShare: fc.option(fc.double({ min: 0, max: 0.999, noNaN: true }), { freq: 3 }),
  text: fc.constantFrom(null, 'breve', 'benvenuta tra noi', 'una frase abbastanza lunga da contenere dei dettagli utili'),
  intents: fc.subarray([...INTENTS], { maxLength: 3 }),
  acts: fc.subarray([...ACTS], { maxLength: 2 }),
  thanks: fc.boolean(),
  tags: fc.boolean(),
  sign: fc.constantFrom<1 | -1 | null>(1, -1, null, null),
  economicTie: fc.integer({ min: 0, max: 5 }).map((value) => value === 0),
  likes: fc.option(fc.integer({ min: 0, max: 9 })),
  views: fc.option(fc.integer({ min: 0, max: 9 })),
  mentions: fc.array(fc.record({ account: fc.option(fc.integer({ min: 1, max: PEOPLE })), leading: fc.boolean() }), { maxLength: 2 }),
  reactions: fc.array(fc.record({ account: fc.option(fc.integer({ min: 1, max: PEOPLE })), kind: fc.constantFrom('like', 'love', 'share', 'view', 'save'), count: fc.integer({ min: 1, max: 4 }) }), { maxLength: 2 }),
  request: fc.record({ brand: fc.integer({ min: 1, max: 2 }), outcome: fc.constantFrom('public' as const, 'private' as const, 'silence' as const), peer: fc.boolean(), both: fc.boolean() }),
});

type AnyMessage = typeof anyMessage extends fc.Arbitrary<infer Value> ? Value : never;

/** Any project at all: roles 1 = voice of the own brand, 2 = voice of the rival, 3 = bot, 4 = employee, 5 = partner, 6 = desk of a firm that is no brand. */
function placed(messages: readonly AnyMessage[]): PlacedProject {
  const project = placedProject(PEOPLE);
  project.addRole(1, 'voice', 1);
  project.addRole(2, 'voice', 2);
  project.addRole(3, 'bot');
  project.addRole(4, 'employee');
  project.addRole(5, 'partner');
  project.addRole(6, 'voice', null);
  const parts = new Set<number>();
  messages.forEach(({ parentShare, mentions, reactions, request, tags, ...message }, position) => {
    const id = position + 1;
    const parent = parentShare === null || position === 0 ? null : 1 + Math.floor(parentShare * position);
    const outbound = message.account === 1 || message.account === 2;
    project.addMessage({ id, ...message, parent, outbound, textKind: tags ? 'tags' : 'text' });
    for (const { account, leading } of mentions) project.addMention(id, account, leading);
    for (const { account, kind, count } of reactions) project.addReaction(id, account, kind, account === null ? count : 1);
    if (outbound || message.account === null || parts.has(id)) return;
    const asks = message.intents.filter((intent) => ['information', 'trouble', 'idea', 'purchase', 'decision'].includes(intent));
    if (asks.length === 0 || id % 3 === 0) return;
    const merged = request.both && parent !== null && !parts.has(parent) ? [parent] : [];
    for (const brand of request.both ? [1, 2] : [request.brand]) {
      project.addRequest({ message: id, account: message.account, intents: asks, brand, outcome: request.outcome, answer: request.outcome === 'silence' ? null : id, peerAtMs: request.peer ? id * 1000 + 5 : null, parts: merged });
    }
  });
  return project;
}

describe('the ledger', () => {
  it('balances to zero and agrees with the second count for any messages at all', () => {
    fc.assert(fc.property(fc.array(anyMessage, { minLength: 1, maxLength: 40 }), (messages) => {
      const project = placed(messages);
      deriveValue(project, stage);
      const { credits, debits, bookings } = ledgerTotals(project, { brandId: null, condition: null });
      const { recounted, differences } = recountedLedger(project, valueWeights());
      expect(differences).toBe(0);
      expect(credits).toBeCloseTo(debits, 9);
      expect(recounted).toBeCloseTo(credits, 9);
      expect(project.connection.prepare('SELECT count(*) FROM booking WHERE giver_kind = receiver_kind AND giver_id = receiver_id').pluck().get()).toBe(0);
      expect(bookings).toBe(project.connection.prepare('SELECT count(*) FROM booking').pluck().get());
      project.connection.close();
    }), { numRuns: 250, seed: 20260301 });
  });

  it('keeps balances between bounds and the stored sums equal to the bookings', () => {
    fc.assert(fc.property(fc.array(anyMessage, { minLength: 10, maxLength: 60 }), (messages) => {
      const project = placed(messages);
      project.connection.exec('UPDATE brand SET is_own = 0');
      deriveValue(project, stage);
      aggregateValue(project, stage);
      for (const balance of storedBalances(project)) {
        const sum = (side: 'giver' | 'receiver'): number => project.connection.prepare(`SELECT COALESCE(sum(points), 0) FROM booking WHERE ${side}_kind = 'account' AND ${side}_id = ?`).pluck().get(balance.accountId) as number;
        expect(balance.created).toBeCloseTo(sum('giver'), 9);
        expect(balance.consumed).toBeCloseTo(sum('receiver'), 9);
        expect(balance.createdUnpaired).toBeLessThanOrEqual(balance.created + 1e-9);
        expect(balance.consumedUnpaired).toBeLessThanOrEqual(balance.consumed + 1e-9);
        expect(balance.log2Balance === null).toBe(balance.bookings === 0);
        expect([1, 2, 3, 5, 6]).not.toContain(balance.accountId);
      }
      project.connection.close();
    }), { numRuns: 60, seed: 7 });
  });

  it('notices a booking that no trace supports, and one that is missing', () => {
    const project = placedProject(3);
    project.addMessage({ id: 1, account: 2, kind: 'review' });
    project.addMessage({ id: 2, account: 3, kind: 'review' });
    deriveValue(project, stage);
    expect(recountedLedger(project, valueWeights())).toEqual({ recounted: 2, differences: 0 });
    project.connection.exec('UPDATE booking SET giver_id = 3 WHERE giver_id = 2');
    expect(recountedLedger(project, valueWeights())).toEqual({ recounted: 2, differences: 2 });
    project.connection.exec('DELETE FROM booking');
    expect(recountedLedger(project, valueWeights()).differences).toBe(2);
  });

  it('gives the same ledger and the same balances twice, and leaves nothing behind when stopped', () => {
    const [messages] = fc.sample(fc.array(anyMessage, { minLength: 80, maxLength: 80 }), { numRuns: 1, seed: 5 });
    const project = placed(messages ?? []);
    const all = (): unknown => [project.connection.prepare('SELECT rule, giver_kind, giver_id, receiver_kind, receiver_id, points FROM booking ORDER BY 1, 2, 3, 4, 5, 6').all(), storedBalances(project)];
    deriveValue(project, stage);
    aggregateValue(project, stage);
    const first = all();
    deriveValue(project, stage);
    aggregateValue(project, stage);
    expect(all()).toEqual(first);
    expect(() => deriveValue(project, { ...stage, signal: AbortSignal.abort() })).toThrow('cancelled');
    deriveValue(project, stage);
    aggregateValue(project, stage);
    expect(all()).toEqual(first);
    expect(project.connection.prepare(`SELECT count(*) FROM sqlite_master WHERE type = 'index' AND tbl_name = 'booking'`).pluck().get()).toBe(3);
  });

  it('is priced again with the project\'s own weights', () => {
    const project = placedProject(3);
    project.addMessage({ id: 1, account: 2, kind: 'review' });
    deriveValue(project, stage);
    project.connection.exec(`INSERT INTO weight_version (version, points, at_ms) VALUES (1, '{"review":2.5}', 0)`);
    aggregateValue(project, stage);
    expect(ledgerTotals(project, { brandId: null, condition: null }).credits).toBe(2.5);
    expect(storedBalances(project).find(({ accountId }) => accountId === 2)?.created).toBe(2.5);
  });
});
