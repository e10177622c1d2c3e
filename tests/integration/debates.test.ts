import { beforeAll, describe, expect, it } from 'vitest';
import { suiteEngine } from '../support/suite-engine.ts';

const suite = suiteEngine({ nowMs: Date.UTC(2026, 8, 1, 12) });

beforeAll(async () => {
  await suite.ask('project.openSample', {});
}, 300_000);

describe('threads as debates, in the sample', () => {
  it('tells every thread once, and what is behind each number', async () => {
    const { threads, small, indexed, debates, debateIds, asked, unasked, askedIds, askedDebateIds, shown, least } = await suite.ask('strategy.debates', {});
    expect([small + indexed, debateIds?.length, askedIds?.length, askedDebateIds?.length]).toEqual([threads, debates, asked.n, asked.k]);
    expect(debates).toBeGreaterThan(0);
    expect(asked.k + unasked.k).toBeLessThanOrEqual(debates);
    for (const [at, { index, voices, isDebate, between }] of shown.entries()) {
      expect([voices >= 5, between.k <= between.n, isDebate]).toEqual([true, true, (index ?? 0) >= least]);
      expect(index ?? 0).toBeLessThanOrEqual(shown[Math.max(0, at - 1)]?.index ?? 1);
    }
  });

  it('can be recounted from the messages of the first thread', async () => {
    const { shown } = await suite.ask('strategy.debates', {});
    const [first] = shown;
    const { messages } = await suite.ask('messages.list', { messageIds: first?.messageIds ?? [], page: 0, size: 200, orderBy: 'oldest' });
    expect(messages.length).toBe(first?.messageIds?.length);
    const people = messages.filter(({ voice }) => !voice);
    const authorOf = new Map(people.map(({ messageId, accountId }) => [messageId, accountId]));
    const answers = people.filter(({ parentId, accountId }) => parentId !== null && authorOf.has(parentId) && authorOf.get(parentId) !== accountId);
    expect([people.length, new Set(authorOf.values()).size, answers.length]).toEqual([first?.messages, first?.voices, first?.between.k]);
  });

  it('says of sources without reply links that it cannot be seen', async () => {
    const flat = await suite.ask('strategy.debates', { filters: { networks: ['instagram', 'google', 'zendesk'] } });
    expect(flat).toMatchObject({ threads: 0, debates: 0, asked: { k: 0, n: 0, estimate: null }, difference: null, shown: [] });
    expect(flat.unseen).toBeGreaterThan(100);
    const { windowStartMs } = await suite.ask('overview', {});
    expect(await suite.ask('strategy.debates', { filters: { toMs: windowStartMs ?? 0 } })).toMatchObject({ threads: 0, unseen: 0, cut: 0 });
  });
});
