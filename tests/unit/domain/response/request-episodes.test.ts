import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDelay } from '../../../../src/domain/response/answer-delay.ts';
import { automaticRule } from '../../../../src/domain/response/automatic-replies.ts';
import { factTable } from '../../../../src/domain/response/fact-table.ts';
import type { MessageFact } from '../../../../src/domain/response/message-fact.ts';
import { nearDuplicates } from '../../../../src/domain/response/near-duplicates.ts';
import { REQUEST_DEFINITION } from '../../../../src/domain/response/request-episode.ts';
import { requestEpisodes } from '../../../../src/domain/response/request-episodes.ts';
import { replyChains } from '../../../../src/domain/response/reply-chains.ts';
import { templateReplies } from '../../../../src/domain/response/template-replies.ts';
import { acyclicParents, threadRoots } from '../../../../src/domain/response/thread-roots.ts';
import { shingleHash, wordShingles, wordsOf } from '../../../../src/domain/response/word-shingles.ts';
import golden from '../../../fixtures/golden-threads.json' with { type: 'json' };
import { GOLDEN_THREADS, goldenContext, goldenFacts } from './golden-facts.ts';

function thread(name: string): { facts: MessageFact[]; nameOf: (id: number) => string } {
  const found = GOLDEN_THREADS.find((each) => each.name === name);
  if (found === undefined) throw new Error(`unknown golden thread: ${name}`);
  return goldenFacts(found.messages);
}

describe('variants of the definition', () => {
  it('direct answers to every inbound message by itself', () => {
    const { facts, nameOf } = thread('follow-ups merged');
    const { requests } = requestEpisodes(facts, goldenContext(), { population: 'inbound', answerRule: 'direct', mergeFollowUps: false, inferAnswers: true });
    expect(requests.map((request) => [nameOf(request.messageId), request.waitedSeconds, request.censored])).toEqual([['19-a', 1_566_000, true], ['19-b', 5400, false]]);
  });

  it('without inferred answers the asker still waits', () => {
    const { facts } = thread('inferred by name');
    expect(requestEpisodes(facts, goldenContext(), { ...REQUEST_DEFINITION, inferAnswers: false }).requests[0]).toMatchObject({ censored: true, inferred: false });
  });

  it('compliments are found apart from requests', () => {
    const { facts, nameOf } = thread('silence');
    expect(requestEpisodes(facts, goldenContext(), { ...REQUEST_DEFINITION, population: 'praise' }).requests.map((request) => nameOf(request.messageId))).toEqual(['2-c']);
  });

  it('over all brands each request is answered by those it is addressed to', () => {
    const { facts, nameOf } = thread('another brand answers');
    const { requests } = requestEpisodes(facts, goldenContext({ brandId: null }));
    expect(requests.map((request) => [nameOf(request.messageId), request.censored, request.brandIds])).toEqual([['48-a', true, [1]], ['48-c', true, [1]]]);
  });

  it('an earlier now caps observation and hides what comes later', () => {
    const { facts } = thread('plain answer');
    const nowMs = Date.parse('2026-03-02T09:30:00Z');
    expect(requestEpisodes(facts, goldenContext({ nowMs })).requests[0]).toMatchObject({ censored: true, waitedSeconds: 1800, observationEndMs: nowMs });
    expect(requestEpisodes(facts, goldenContext({ nowMs: Date.parse('2026-03-01T09:00:00Z') })).requests).toEqual([]);
    expect(requestEpisodes(facts, goldenContext({ nowMs: Date.parse('2027-01-01T00:00:00Z') })).requests[0]?.observationEndMs).toBe(Date.parse(golden.collectedAt));
  });

  it('without a collection time observation ends with the latest message of the import', () => {
    const { facts } = thread('silence');
    const { requests } = requestEpisodes(facts, goldenContext({ source: () => null }));
    expect(requests[0]).toMatchObject({ observationEndMs: Date.parse('2026-03-02T09:05:00Z'), waitedSeconds: 300 });
  });

  it('coverage decides what can be observed, and a person may settle it', () => {
    const { facts } = thread('silence');
    const source = (coverage: 'absent' | 'partly' | 'present', coverageSettled = false) => () => ({ observationEndMs: null, coverage, coverageSettled, hasReplyLinks: null });
    expect(requestEpisodes(facts, goldenContext({ source: source('absent') })).requests[0]?.observability).toBe('unobservable');
    expect(requestEpisodes(facts, goldenContext({ source: source('partly') })).requests[0]?.observability).toBe('observable');
    const incompleteRoots = new Set(facts.map((fact) => fact.rootId));
    expect(requestEpisodes(facts, goldenContext({ source: source('partly'), incompleteRoots })).requests[0]?.observability).toBe('incomplete');
    const alone = thread('unobservable container').facts;
    expect(requestEpisodes(alone, goldenContext({ source: source('present', true) })).requests[0]?.observability).toBe('observable');
  });

  it('knows the requests under a promotion', () => {
    const { facts } = thread('silence');
    const promoted = facts.map((fact) => (fact.voiceOfBrandId === null ? fact : { ...fact, acts: 128 }));
    expect(requestEpisodes(promoted, goldenContext()).requests[0]?.underPromotion).toBe(true);
    expect(requestEpisodes(facts, goldenContext()).requests[0]?.underPromotion).toBe(false);
  });

  it('the source’s flag addresses the only brand of the import, and an outgoing message nobody', () => {
    const [fact] = thread('unobservable container').facts;
    if (fact === undefined) throw new Error('empty golden thread');
    const loose = { ...fact, containerId: null, containerBrandId: null };
    const requestsOf = (change: Partial<MessageFact>, onlyBrandOfImport = new Map([[1, 1]])): number => requestEpisodes([{ ...loose, ...change }], goldenContext({ onlyBrandOfImport })).requests.length;
    expect(requestsOf({ sourceInbound: true })).toBe(1);
    expect(requestsOf({ sourceInbound: true }, new Map())).toBe(0);
    expect(requestsOf({ sourceInbound: true, flagBrandId: 2 })).toBe(0);
    expect(requestsOf({ sourceInbound: true, mentionedBrandIds: [2] })).toBe(0);
    expect(requestsOf({ sourceInbound: null, mentionedBrandIds: [1] })).toBe(1);
    expect(requestsOf({ sourceInbound: false, mentionedBrandIds: [1] })).toBe(0);
  });

  it('replies alike to one and the same person make no machine', () => {
    const { facts, nameOf } = thread('automatic template');
    const automatic = (some: readonly MessageFact[]): boolean => {
      const table = factTable(some, goldenContext());
      const positionOf = (id: string): number => table.facts.findIndex((fact) => nameOf(fact.id) === id);
      return automaticRule(table, replyChains(table, new Uint8Array(some.length).fill(1)).personAbove)(positionOf('8-b6'), positionOf('8-a6'));
    };
    expect(automatic(facts)).toBe(true);
    expect(automatic(facts.map((fact) => (fact.voiceOfBrandId === null ? { ...fact, authorId: 900 } : fact)))).toBe(false);
    expect(automatic(facts.filter((fact) => nameOf(fact.id) !== '8-b1'))).toBe(false);
    expect(automatic(facts.map((fact) => ({ ...fact, importId: nameOf(fact.id) === '8-b1' ? 2 : 1 })))).toBe(false);
  });

  it('help that came before the question is not an answer to it', () => {
    const { facts } = thread('greeting first');
    const [, greeting, question] = facts;
    if (greeting === undefined || question === undefined) throw new Error('short golden thread');
    const helper = { ...greeting, id: 90, authorId: 900, parentId: greeting.id, helps: true };
    const peerFirst = (atMs: number): boolean | undefined => requestEpisodes([...facts, { ...helper, atMs }], goldenContext()).requests[0]?.peerFirst;
    expect(peerFirst((question.atMs ?? 0) - 60_000)).toBe(false);
    expect(peerFirst((question.atMs ?? 0) + 60_000)).toBe(true);
    expect(peerFirst((question.atMs ?? 0) + 1_800_000)).toBe(false);
  });

  it('help that comes through a message that asks for nothing reaches the question, whatever its author asks elsewhere', () => {
    const { facts } = thread('greeting first');
    const [, greeting, question] = facts;
    if (greeting === undefined || question === undefined) throw new Error('short golden thread');
    const at = (seconds: number): number => (question.atMs ?? 0) + seconds * 1000;
    const between = { ...greeting, id: 91, authorId: 800, parentId: question.id, mentionedBrandIds: [1], atMs: at(30) };
    const helper = { ...greeting, id: 92, authorId: 900, parentId: between.id, helps: true, atMs: at(60) };
    const elsewhere = { ...question, id: 93, authorId: 800, parentId: null, rootId: 93, textKey: 'something else', atMs: at(432_000) };
    const asked = (all: readonly MessageFact[]): unknown => requestEpisodes(all, goldenContext()).requests.find(({ messageId }) => messageId === question.id);
    const alone = asked([...facts, between, helper]);
    expect(alone).toMatchObject({ peerFirst: true, peerAtMs: at(60) });
    expect(requestEpisodes([...facts, between, helper, elsewhere], goldenContext()).requests.some(({ messageId }) => messageId === elsewhere.id)).toBe(true);
    expect(asked([...facts, between, helper, elsewhere])).toEqual(alone);
  });

  it('a desk of a firm that is no brand is listed apart, and is no peer who helps', () => {
    const { facts } = thread('greeting first');
    const [, greeting, question] = facts;
    if (greeting === undefined || question === undefined) throw new Error('short golden thread');
    const helper = { ...greeting, id: 90, authorId: 900, parentId: greeting.id, helps: true, atMs: (question.atMs ?? 0) + 60_000 };
    const requests = (change: Partial<typeof helper>): readonly { readonly peerFirst: boolean }[] => requestEpisodes([...facts, { ...helper, ...change }], goldenContext()).requests;
    expect(requests({}).map(({ peerFirst }) => peerFirst)).toEqual([true]);
    expect(requests({ authorIsDesk: true }).map(({ peerFirst }) => peerFirst)).toEqual([false]);
    const asking = facts.map((fact) => (fact.authorId === question.authorId ? { ...fact, authorIsDesk: true as const } : fact));
    expect(requestEpisodes(asking, goldenContext()).requests.map(({ listedApart }) => listedApart)).toEqual(['voice']);
  });

  it('survives nonsense links: circles, self-replies, unknown parents', () => {
    const { facts } = thread('plain answer');
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 3, maxLength: 3 }), (parents) => {
      const tangled = facts.map((fact, i) => ({ ...fact, parentId: parents[i] ?? 0 }));
      const { requests } = requestEpisodes(tangled, goldenContext());
      for (const request of requests) expect(request.waitedSeconds).toBeGreaterThanOrEqual(0);
    }));
  });

  it('every request has exactly one outcome, and merged messages are never requests of their own', () => {
    const { facts } = goldenFacts(GOLDEN_THREADS.flatMap((each) => each.messages));
    const { requests } = requestEpisodes(facts, goldenContext());
    const own = new Set(requests.map((request) => request.messageId));
    for (const request of requests) {
      expect(['public', 'private', 'nod', 'silence']).toContain(request.outcome);
      expect(request.censored).toBe(request.answerMessageId === null);
      for (const id of request.mergedIds) expect(own.has(id)).toBe(false);
    }
  });
});

describe('delay of an explicit reply', () => {
  const at = (atMs: number | null, precision: 's' | 'ms' | 'day' | 'min' | 'relative' = 's') => ({ atMs, precision });
  it('is never negative, is flagged up to five minutes and refused beyond', () => {
    expect(answerDelay(at(0), at(5000))).toEqual({ seconds: 5, clockSkewed: false });
    expect(answerDelay(at(300_000), at(0))).toEqual({ seconds: 0, clockSkewed: true });
    expect(answerDelay(at(300_001), at(0))).toBeNull();
    expect(answerDelay(at(10_500, 'ms'), at(10_000))).toEqual({ seconds: 0, clockSkewed: false });
    expect(answerDelay(at(50_000_000), at(0, 'day'))).toEqual({ seconds: 0, clockSkewed: false });
    expect(answerDelay(at(90_000_000, 'day'), at(0, 'day'))).toBeNull();
    expect(answerDelay(at(null), at(0))).toEqual({ seconds: null, clockSkewed: false });
  });
});

describe('threads', () => {
  it('run up to the topmost known parent, and a missing parent is a root', () => {
    const roots = threadRoots({ parentRow: [-1, 0, 1, -1, -1, 3], missingParent: [null, null, null, 'gone', 'gone', null], missingRoot: [null, null, null, null, null, null] });
    expect(Array.from(roots)).toEqual([0, 0, 0, 3, 3, 3]);
  });
  it('come from the source where no link tells', () => {
    expect(Array.from(threadRoots({ parentRow: [-1, -1, -1], missingParent: [null, null, null], missingRoot: ['video', 'video', null] }))).toEqual([0, 0, 2]);
  });
  it('cut circles at their least row', () => {
    expect(Array.from(acyclicParents([2, 0, 1, 3, 2, 99]))).toEqual([-1, 0, 1, -1, 2, -1]);
    expect(Array.from(threadRoots({ parentRow: [2, 0, 1], missingParent: [null, null, null], missingRoot: [null, null, null] }))).toEqual([0, 0, 0]);
  });
});

describe('near-duplicates', () => {
  it('are exactly the pairs with Jaccard >= .9', () => {
    const text = fc.array(fc.constantFrom('a', 'b', 'c', 'd'), { minLength: 0, maxLength: 30 }).map((words) => words.join(' '));
    fc.assert(fc.property(fc.array(text, { minLength: 2, maxLength: 12 }), (texts) => {
      const index = nearDuplicates(texts);
      const sets = texts.map((each) => new Set(wordShingles(each)));
      texts.forEach((_, one) => {
        const alike = texts.flatMap((__, other) => {
          const [a, b] = [sets[one] ?? new Set(), sets[other] ?? new Set()];
          const common = [...a].filter((shingle) => b.has(shingle)).length;
          return other !== one && a.size > 0 && b.size > 0 && common / (a.size + b.size - common) >= 0.9 ? [other] : [];
        });
        expect(index.reach(one, alike.length, () => true)).toBe(true);
        expect(index.reach(one, alike.length + 1, () => true)).toBe(false);
      });
    }), { numRuns: 300 });
  });
  it('find templates of one account, not of another', () => {
    const replies = Array.from({ length: 6 }, (_, id) => ({ id, accountId: 1, text: `@n${id} grazie di averci scritto, rispondiamo entro domani` }));
    expect(templateReplies(replies).templateIds).toEqual([0, 1, 2, 3, 4, 5]);
    expect(templateReplies(replies.slice(1)).templateIds).toEqual([]);
    expect(templateReplies(replies.map((reply) => ({ ...reply, accountId: reply.id }))).templateIds).toEqual([]);
  });
  it('read words without handles', () => {
    expect(wordsOf('@Ada.b  C’è il Caffè?')).toEqual(['c’è', 'il', 'caffè']);
    expect(wordShingles('due parole')).toHaveLength(1);
    expect(wordShingles('☕')).toHaveLength(0);
    // a text of ASCII characters is divided as any other
    fc.assert(fc.property(fc.string({ unit: fc.constantFrom('a', 'B', '3', ' ', '@', '.', '_', "'", '\n', '-'), maxLength: 60 }), (plain) => {
      const words = wordsOf(plain);
      const runs = new Set(Array.from({ length: words.length === 0 ? 0 : Math.max(1, words.length - 2) }, (_, first) => shingleHash(words, first)));
      expect([...wordShingles(plain)]).toEqual([...runs].sort((one, other) => one - other));
    }), { numRuns: 500 });
  });
});
