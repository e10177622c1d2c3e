import { describe, expect, it } from 'vitest';
import { arrivalEpisodes, decisionOrder, decisionPresence, type WatchedMoment } from '../../../../src/domain/response/decision-figures.ts';
import { decisionMoments, type AskedChoice, type ChoiceReply } from '../../../../src/domain/response/decision-moments.ts';

const HOUR = 3_600_000;
const asked = (messageId: number, askerId: number | null, rootId: number, atMs = 0): AskedChoice => ({ messageId, askerId, rootId, containerId: 1, networkId: 1, importId: 1, atMs, precision: 's' });
const reply = (id: number, parentId: number | null, authorId: number | null, atMs: number, more: Partial<ChoiceReply> = {}): ChoiceReply => ({ id, rootId: 1, parentId, authorId, atMs, precision: 's', brandId: null, setApart: false, mentionedIds: [], ...more });
const nothingKnown = { brandId: 7, known: () => undefined };

describe('moments of choice', () => {
  it('take what is below the question and leave out what stands beside it', () => {
    const conversation = [
      reply(1, null, 90, -HOUR, { brandId: 7 }), reply(2, 1, 10, 0), reply(3, 2, 11, HOUR), reply(4, 3, 70, 2 * HOUR, { brandId: 7 }),
      reply(5, 1, 12, HOUR), reply(6, 5, 70, HOUR, { brandId: 7 }), reply(7, 2, 10, HOUR), reply(8, 2, 80, HOUR, { brandId: 8 }), reply(9, 2, 13, HOUR, { setApart: true }),
    ];
    const [moment] = decisionMoments([asked(2, 10, 1)], conversation, nothingKnown);
    expect(moment?.brand).toEqual({ messageId: 4, atMs: 2 * HOUR });
    expect(moment?.peerMessages).toEqual([{ id: 3, authorId: 11 }]);
    expect(moment?.competitorIds).toEqual([8]);
    expect(moment === undefined ? null : decisionOrder(moment)).toBe('after');
  });

  it('take the whole conversation where the question opens it, and a brand that names the asker later', () => {
    const open = decisionMoments([asked(1, 10, 1)], [reply(1, null, 10, 0), reply(2, 99, 11, 5), reply(3, 2, 70, 9, { brandId: 7 })], nothingKnown);
    expect(open[0]?.peerMessages).toHaveLength(1);
    expect(open[0]?.brand?.messageId).toBe(3);
    const named = decisionMoments([asked(2, 10, 1)], [reply(1, null, 9, -9), reply(2, 1, 10, 0), reply(3, 1, 70, 9, { brandId: 7, mentionedIds: [10] })], nothingKnown);
    expect(named[0]?.brand?.messageId).toBe(3);
  });

  it('are one where a person asks twice within a day in one conversation, and two after it', () => {
    const moments = decisionMoments([asked(2, 10, 1), asked(3, 10, 1, HOUR), asked(4, 10, 1, 40 * HOUR), asked(5, 11, 1, HOUR)], [], nothingKnown);
    expect(moments.map(({ asked: { messageId }, mergedIds }) => [messageId, mergedIds])).toEqual([[2, [3]], [5, []], [4, []]]);
  });

  it('know an answer that the requests have, whichever came first; a circle of parents ends', () => {
    const known = { brandId: 7, known: () => ({ messageId: 50, atMs: HOUR }) };
    expect(decisionMoments([asked(2, 10, 1)], [reply(4, 2, 70, 2 * HOUR, { brandId: 7 })], known)[0]?.brand?.messageId).toBe(50);
    expect(decisionMoments([asked(2, 10, 1)], [reply(4, 2, 70, 9, { brandId: 7 })], known)[0]?.brand?.messageId).toBe(4);
    expect(decisionMoments([asked(2, 10, 1)], [reply(5, 6, 11, 9), reply(6, 5, 11, 9)], nothingKnown)[0]?.peerMessages).toEqual([]);
  });

  it('do not count a reply before the question, beyond what two clocks differ by', () => {
    const [moment] = decisionMoments([asked(2, 10, 1, HOUR)], [reply(3, 2, 11, HOUR - 1000), reply(4, 2, 12, 0)], nothingKnown);
    expect(moment?.peerMessages.map(({ id }) => id)).toEqual([3]);
  });
});

describe('presence in moments of choice', () => {
  const moment = (id: number, more: Partial<WatchedMoment>): WatchedMoment => ({ asked: asked(id, id, id), mergedIds: [], brand: null, competitor: null, peer: null, competitorIds: [], peerMessages: [], unseen: null, observationEndMs: 48 * HOUR, ...more });

  it('counts only what can be seen, and says before, after, alone', () => {
    const came = { messageId: 9, atMs: HOUR };
    const { n, present, order, nobody, peers } = decisionPresence([
      moment(1, { brand: came }), moment(2, { brand: came, peer: { messageId: 8, atMs: 2 * HOUR } }), moment(3, { brand: came, peer: { messageId: 8, atMs: 0 } }), moment(4, { brand: came, peer: { messageId: 8, atMs: null } }),
      moment(5, {}), moment(6, { unseen: 'no-voice' }), moment(7, { peer: came }),
    ]);
    expect({ n, k: present.k, estimate: present.estimate, order, nobody: nobody.k, peers: peers.k }).toEqual({ n: 6, k: 4, estimate: null, order: { before: 1, after: 1, alone: 1, unknown: 1 }, nobody: 1, peers: 4 });
  });

  it('waits for the brand until the end of observation, and counts arrivals without a time only', () => {
    const [absent, late, untimed, unseen] = arrivalEpisodes([moment(1, {}), moment(2, { brand: { messageId: 9, atMs: 3 * HOUR }, peer: { messageId: 8, atMs: HOUR } }), moment(3, { brand: { messageId: 9, atMs: null } }), moment(4, { unseen: 'replies-absent' })]);
    expect(absent).toMatchObject({ censored: true, waitedSeconds: 48 * 3600, precision: 'fine', observability: 'observable' });
    expect(late).toMatchObject({ censored: false, waitedSeconds: 3 * 3600, peerFirst: true });
    expect(untimed).toMatchObject({ censored: false, waitedSeconds: null, precision: 'count' });
    expect(unseen?.observability).toBe('unobservable');
  });
});
