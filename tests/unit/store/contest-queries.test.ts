import { afterEach, describe, expect, it } from 'vitest';
import { contestEntries, contestQuestions, messageTimesAfter } from '../../../src/store/contest-queries.ts';
import { refreshImportWatch } from '../../../src/store/request-context.ts';
import { placedProject, type PlacedProject } from '../../integration/value-project.ts';

const EVERYTHING = { sql: '1', parameters: [] };
let project: PlacedProject | null = null;

afterEach(() => {
  project?.connection.close();
  project = null;
});

/** A page whose voice is account 1, an employee 2, a rival's voice 3, people from 4 on; post 10 is promoted. */
function page(): PlacedProject {
  const placed = placedProject(12);
  placed.addRole(1, 'voice', 1);
  placed.addRole(2, 'employee', 1);
  placed.addRole(3, 'voice', 2);
  placed.addMessage({ id: 10, account: 1, kind: 'post', outbound: true, acts: ['promotion'] });
  project = placed;
  return placed;
}

const entriesOf = (placed: PlacedProject, scope: Partial<Parameters<typeof contestEntries>[1]> = {}) => {
  // how far each import watched is kept by the analysis
  refreshImportWatch(placed, 0);
  return contestEntries(placed, { brandId: 1, messages: EVERYTHING, nowMs: null, ...scope });
};

describe('contestEntries', () => {
  it('takes messages of the public that enter a contest below a promoted post', () => {
    const placed = page();
    placed.addMessage({ id: 11, account: 4, parent: 10, intents: ['contest'] });
    placed.addMessage({ id: 12, account: 5, parent: 11, root: 10, intents: ['praise', 'contest'] });
    placed.addMessage({ id: 13, account: 6, parent: 10, intents: ['praise'] });
    placed.addMessage({ id: 14, account: 2, parent: 10, intents: ['contest'] });
    placed.addMessage({ id: 15, account: null, parent: 10, intents: ['contest'] });
    placed.addMessage({ id: 16, account: 1, parent: 10, outbound: true, acts: ['promotion'] });
    placed.addMessage({ id: 17, account: 7, parent: 10, intents: ['contest'], atMs: null });
    placed.addMessage({ id: 18, account: 8, parent: 10, intents: ['contest'] });
    placed.connection.exec(`UPDATE message SET precision = 'relative' WHERE id = 18`);
    expect(entriesOf(placed)).toEqual([
      { messageId: 11, accountId: 4, postId: 10, postAtMs: 10_000, brandId: 1, networkId: 1, atMs: 11_000, observedUntilMs: 17_000 - 1000, selected: true },
      { messageId: 12, accountId: 5, postId: 10, postAtMs: 10_000, brandId: 1, networkId: 1, atMs: 12_000, observedUntilMs: 17_000 - 1000, selected: true },
    ]);
  });

  it('asks for a first post of the brand meant, whatever the reader makes of the post', () => {
    const placed = page();
    placed.addMessage({ id: 20, account: 1, kind: 'post', outbound: true, acts: ['content'] });
    placed.addMessage({ id: 21, account: 4, parent: 20, intents: ['contest'] });
    placed.addMessage({ id: 22, account: 1, parent: 20, outbound: true, acts: ['promotion'] });
    placed.addMessage({ id: 23, account: 4, parent: 22, root: 20, intents: ['contest'] });
    placed.addMessage({ id: 30, account: 3, kind: 'post', container: 2, outbound: true, acts: ['promotion'] });
    placed.addMessage({ id: 31, account: 4, container: 2, parent: 30, intents: ['contest'] });
    // 23 answers a later message of the brand, but stands in the thread of its post
    expect(entriesOf(placed).map(({ messageId, postId }) => [messageId, postId])).toEqual([[21, 20], [23, 20]]);
    expect(entriesOf(placed, { brandId: 2 }).map(({ messageId, brandId }) => [messageId, brandId])).toEqual([[31, 2]]);
    expect(entriesOf(placed, { brandId: null }).map(({ messageId }) => messageId)).toEqual([21, 23, 31]);
  });

  it('gives an entry once even when one account speaks for two brands or by two origins', () => {
    const placed = page();
    placed.addRole(1, 'voice', 2);
    placed.connection.exec(`INSERT INTO account_role (account_id, brand_id, role, origin) VALUES (1, 1, 'voice', 'source')`);
    placed.addMessage({ id: 11, account: 4, parent: 10, intents: ['contest'] });
    expect(entriesOf(placed, { brandId: null }).map(({ messageId, brandId }) => [messageId, brandId])).toEqual([[11, 1]]);
  });

  it('marks what a filter leaves out and watches until the collection, capped by the present', () => {
    const placed = page();
    placed.addMessage({ id: 11, account: 4, parent: 10, intents: ['contest'] });
    placed.addMessage({ id: 12, account: 5, parent: 10, intents: ['contest'] });
    placed.connection.exec('UPDATE import SET collected_at_ms = 90000');
    expect(entriesOf(placed, { messages: { sql: 'm.created_at_ms < ?', parameters: [12_000] } }).map(({ selected, observedUntilMs }) => [selected, observedUntilMs])).toEqual([[true, 90_000], [false, 90_000]]);
    expect(entriesOf(placed, { nowMs: 50_000 })[0]?.observedUntilMs).toBe(50_000);
    expect(entriesOf(placed, { nowMs: 95_000 })[0]?.observedUntilMs).toBe(90_000);
  });
});

describe('messageTimesAfter', () => {
  it('lists the later times of the accounts asked for, in order', () => {
    const placed = page();
    placed.addMessage({ id: 40, account: 4, atMs: 5000 });
    placed.addMessage({ id: 41, account: 4, atMs: 9000 });
    placed.addMessage({ id: 42, account: 4, atMs: 7000 });
    placed.addMessage({ id: 43, account: 5, atMs: 8000 });
    placed.addMessage({ id: 44, account: 6, atMs: 8000 });
    placed.addMessage({ id: 45, account: 5, atMs: null });
    expect(messageTimesAfter(placed, [4, 5, 9], 5000)).toEqual(new Map([[4, [7000, 9000]], [5, [8000]]]));
  });
});

describe('contestQuestions', () => {
  const asks = (placed: PlacedProject, messageId: number, kind = 'question'): void => void placed.connection.prepare(`INSERT INTO value_piece (message_id, kind, state, answered, thanked, reused, watched_ms, leads, department, department_rule, department_words) VALUES (?, ?, 'open', 0, 0, 0, 0, 1, 'care', 'none', '')`).run(messageId, kind);
  const tags = (placed: PlacedProject, messageId: number, account: number | null): void => void placed.connection.prepare('INSERT INTO mention (message_id, handle, leading, account_id) VALUES (?, ?, 0, ?)').run(messageId, 'qualcuno', account);

  it('finds entries and what tags somebody below a post that twenty people enter, and leaves plain questions and smaller posts alone', () => {
    const placed = placedProject(40);
    project = placed;
    placed.addRole(1, 'voice', 1);
    for (const [post, entrants] of [[100, 20], [200, 18]] as const) {
      placed.addMessage({ id: post, account: 1, kind: 'post', outbound: true, acts: ['promotion'] });
      for (let at = 0; at < entrants; at += 1) placed.addMessage({ id: post + 1 + at, account: 4 + at, parent: post, intents: ['contest'] });
      placed.addMessage({ id: post + 50, account: 30, parent: post, intents: ['information'] });
      placed.addMessage({ id: post + 51, account: 31, parent: post, intents: ['information'] });
      placed.addMessage({ id: post + 52, account: 32, parent: post, intents: ['information', 'contest'] });
      placed.addMessage({ id: post + 53, account: 33, parent: post, intents: ['information'] });
      tags(placed, post + 51, 34);
      // the brand's own name in a question is no friend's
      tags(placed, post + 53, 1);
      for (const message of [50, 51, 52, 53]) asks(placed, post + message);
      asks(placed, post + 1, 'idea');
    }
    expect(contestQuestions(placed).sort((one, other) => one - other)).toEqual([151, 152]);
  });
});
