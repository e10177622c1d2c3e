import { describe, expect, it } from 'vitest';
import { requestEpisodes } from '../../../../src/domain/response/request-episodes.ts';
import { GOLDEN_THREADS, goldenContext, goldenFacts } from './golden-facts.ts';

const { facts, nameOf } = goldenFacts(GOLDEN_THREADS.flatMap((thread) => thread.messages));
const found = requestEpisodes(facts, goldenContext());
const byMessage = new Map(found.requests.map((request) => [nameOf(request.messageId), request]));

describe('golden threads', () => {
  for (const thread of GOLDEN_THREADS) {
    it(`${thread.name}: ${thread.tests}`, () => {
      for (const expected of thread.expected) {
        const request = byMessage.get(expected.request);
        expect(request, `${expected.request} is a request`).toBeDefined();
        if (request === undefined) continue;
        const { why, precision, ...rest } = { precision: 'fine', ...expected };
        expect({
          request: nameOf(request.messageId),
          merged: request.mergedIds.map(nameOf), intents: request.intents, answer: request.answerMessageId === null ? null : nameOf(request.answerMessageId),
          outcome: request.outcome, waitedSeconds: request.waitedSeconds, censored: request.censored, inferred: request.inferred, reopened: request.reopened,
          clockSkewed: request.clockSkewed, peerFirst: request.peerFirst, listedApart: request.listedApart, observability: request.observability,
        }, why).toEqual(rest);
        expect(request.precision).toBe(precision);
      }
      const requests = new Set(thread.expected.map((expected) => expected.request));
      for (const { id } of thread.messages) expect(byMessage.has(id), `${id} is a request`).toBe(requests.has(id));
      const unread = found.unreadIds.map(nameOf).filter((id) => thread.messages.some((message) => message.id === id));
      expect(unread).toEqual(thread.unread);
    });
  }

  it('does not depend on the order of the file', () => {
    const reversed = requestEpisodes(facts.toReversed(), goldenContext());
    expect(reversed.requests).toEqual(found.requests);
  });

  it('judges each thread alone as it does among the others', () => {
    for (const thread of GOLDEN_THREADS.filter(({ messages }) => messages.some(({ container }) => container === 'aurora'))) {
      const alone = goldenFacts(thread.messages);
      const requests = requestEpisodes(alone.facts, goldenContext()).requests.map((request) => ({ id: alone.nameOf(request.messageId), wait: request.waitedSeconds, outcome: request.outcome }));
      expect(requests.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toEqual(
        thread.expected.map((expected) => ({ id: expected.request, wait: byMessage.get(expected.request)?.waitedSeconds, outcome: expected.outcome })).toSorted((one, other) => (one.id < other.id ? -1 : 1)));
    }
  });
});
