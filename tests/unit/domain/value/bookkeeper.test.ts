import { describe, expect, it } from 'vitest';
import { INTENTS, codeSet, type Intent } from '../../../../src/domain/model/codes.ts';
import { createBookkeeper } from '../../../../src/domain/value/bookkeeper.ts';
import type { Booking, MessageFact, ParentFact, RequestFact, ValueActor } from '../../../../src/domain/value/value-fact.ts';

const person = (accountId: number, change: Partial<ValueActor> = {}): ValueActor => ({ accountId, voiceOf: null, bot: false, tied: false, ...change });
const voice = person(900, { voiceOf: 1 });
const bits = (...intents: Intent[]): number => codeSet(INTENTS, intents);
const message = (messageId: number, change: Partial<MessageFact>): MessageFact => ({
  messageId, atMs: messageId, kind: 'comment', author: person(1), containerId: 5, containerBrandId: 1, parent: null, promotionOf: null, mentions: [], intents: 0, textKind: 'text', textLength: 10,
  thanks: false, welcomes: false, recommendationSign: null, economicTie: false, unnamedReactions: 0, unnamedViews: 0, ...change,
});
const parent = (messageId: number, change: Partial<ParentFact>): ParentFact => ({ messageId, author: person(2), intents: 0, requestMessageId: null, kind: 'comment', atMs: messageId, grandparentAccountId: null, ...change });
const request = (messageId: number, change: Partial<RequestFact>): RequestFact => ({
  messageId, kind: 'comment', brandId: 1, asker: person(1), intents: bits('information'), atMs: messageId, textLength: 10, followUps: 0, outcome: 'silence', answerMessageId: null, answeredAtMs: null, answeredByPeer: false, ...change,
});
const brief = (bookings: readonly Booking[]): string[] =>
  bookings.map(({ rule, giverKind, giverId, receiverKind, receiverId, units, pairMessageId }) => `${rule}: ${giverKind} ${giverId} -> ${receiverKind} ${receiverId}${units === 1 ? '' : ` x${units}`}${pairMessageId === null ? '' : ` pair ${pairMessageId}`}`);

describe('requests', () => {
  it('book a question and its answer as a pair, and nothing for silence', () => {
    const books = createBookkeeper();
    expect(brief(books.request(request(1, { outcome: 'public', answerMessageId: 2, answeredAtMs: 9 })))).toEqual(['question-answered: account 1 -> commons 0 pair 1', 'brand-answer: brand 1 -> account 1 pair 1']);
    expect(books.request(request(3, {}))).toEqual([]);
    expect(books.request(request(4, { outcome: 'private', answerMessageId: 5 }))).toEqual([]);
  });

  it('book an idea and a detailed fault report whether answered or not', () => {
    const books = createBookkeeper();
    expect(brief(books.request(request(1, { intents: bits('idea') })))).toEqual(['idea: account 1 -> brand 1']);
    expect(brief(books.request(request(2, { intents: bits('trouble'), textLength: 39 })))).toEqual([]);
    expect(brief(books.request(request(3, { intents: bits('trouble'), textLength: 40 })))).toEqual(['fault-report: account 1 -> brand 1']);
    expect(brief(books.request(request(4, { intents: bits('trouble'), followUps: 1, outcome: 'public', answerMessageId: 5 })))).toEqual(['fault-report: account 1 -> brand 1 pair 4', 'brand-answer: brand 1 -> account 1 pair 4']);
  });

  it('leave tickets out of the commons', () => {
    expect(brief(createBookkeeper().request(request(1, { kind: 'ticket', outcome: 'public', answerMessageId: 2 })))).toEqual(['brand-answer: brand 1 -> account 1']);
  });

  it('book one question for a message addressed to two brands, and an answer from each', () => {
    const books = createBookkeeper();
    const both = [1, 2].flatMap((brandId) => books.request(request(1, { brandId, outcome: 'public', answerMessageId: 10 + brandId })));
    expect(brief(both)).toEqual(['question-answered: account 1 -> commons 0 pair 1', 'brand-answer: brand 1 -> account 1 pair 1', 'brand-answer: brand 2 -> account 1 pair 1']);
  });
});

describe('help among people', () => {
  it('waits for the request to know whether it is half of a pair', () => {
    const books = createBookkeeper();
    expect(books.message(message(5, { intents: bits('help'), parent: parent(1, { requestMessageId: 1, intents: bits('information') }) }))).toEqual([]);
    expect(brief(books.request(request(1, { asker: person(2) })))).toEqual(['question-answered: account 2 -> commons 0 pair 1', 'peer-help: account 1 -> account 2 pair 1']);
    expect(books.close()).toEqual([]);
  });

  it('answers a question that was put to nobody', () => {
    const books = createBookkeeper();
    const asked = { intents: bits('help'), parent: parent(1, { intents: bits('decision') }) };
    expect(brief(books.message(message(5, asked)))).toEqual(['peer-help: account 1 -> account 2 pair 1', 'question-answered: account 2 -> commons 0 pair 1']);
    expect(brief(books.message(message(6, { ...asked, author: person(3) })))).toEqual(['peer-help: account 3 -> account 2 pair 1']);
  });

  it('books thanks and the thanked solution as a pair, once a solution', () => {
    const books = createBookkeeper();
    const thanked = { thanks: true, parent: parent(4, { grandparentAccountId: 1 }) };
    expect(brief(books.message(message(5, thanked)))).toEqual(['thanks: account 1 -> account 2 pair 4', 'thanked-solution: account 2 -> account 1 pair 4']);
    expect(brief(books.message(message(6, thanked)))).toEqual(['thanks: account 1 -> account 2 pair 4']);
    expect(brief(books.message(message(7, { thanks: true, parent: parent(9, {}) })))).toEqual(['thanks: account 1 -> account 2']);
  });

  it('never books a reply to oneself, to a brand or by a bot', () => {
    const books = createBookkeeper();
    const help = { intents: bits('help'), thanks: true, welcomes: true };
    expect(books.message(message(1, { ...help, parent: parent(9, { author: person(1) }) }))).toEqual([]);
    expect(books.message(message(2, { ...help, parent: parent(9, { author: voice }) }))).toEqual([]);
    expect(books.message(message(3, { ...help, author: person(7, { bot: true }), parent: parent(9, {}) }))).toEqual([]);
    expect(books.message(message(4, { ...help, author: voice, parent: parent(9, {}) }))).toEqual([]);
  });

  it('never books help, thanks, tags or content by or for a desk of a firm that is no brand', () => {
    const books = createBookkeeper();
    const desk = person(7, { desk: true });
    const help = { intents: bits('help'), thanks: true, welcomes: true };
    expect(books.message(message(1, { ...help, author: desk, parent: parent(9, {}) }))).toEqual([]);
    expect(books.message(message(2, { ...help, parent: parent(9, { author: desk }) }))).toEqual([]);
    expect(books.message(message(3, { parent: parent(9, { author: desk }) }))).toEqual([]);
    const named = { leading: false, accountId: 7, voiceOf: null };
    expect(brief(books.message(message(4, { intents: bits('help'), mentions: [named] })))).toEqual(['peer-help: account 1 -> account 7', 'tagged-friend: account 1 -> commons 0']);
    expect(books.message(message(5, { intents: bits('help'), mentions: [{ ...named, desk: true }] }))).toEqual([]);
    expect(books.reaction({ messageId: 6, atMs: 6, kind: 'share', actor: desk, author: person(2), containerBrandId: 1, asks: false })).toEqual([]);
  });
});

describe('content others build on', () => {
  it('counts distinct people up to five and neither the author, a brand nor a bot', () => {
    const books = createBookkeeper();
    const reply = (id: number, author: ValueActor): Booking[] => books.message(message(id, { author, parent: parent(1, { author: person(2) }) }));
    const authors = [person(3), person(3), person(4), voice, person(2), person(5, { bot: true }), person(6), person(7), person(8), person(9)];
    expect(authors.flatMap((author, position) => reply(10 + position, author)).map(({ rule, messageId }) => `${rule} ${messageId}`)).toEqual(['built-on 10', 'built-on 12', 'built-on 16', 'built-on 17', 'built-on 18']);
    expect(books.reaction({ messageId: 1, atMs: 1, kind: 'share', actor: person(20), author: person(2), containerBrandId: 1, asks: false })).toEqual([]);
  });
});

describe('opinions', () => {
  it('books a recommendation only without an economic tie', () => {
    const books = createBookkeeper();
    expect(brief(books.message(message(1, { recommendationSign: 1 })))).toEqual(['recommendation: account 1 -> commons 0']);
    expect(books.message(message(2, { recommendationSign: 1, economicTie: true }))).toEqual([]);
    expect(books.message(message(3, { recommendationSign: 1, author: person(1, { tied: true }) }))).toEqual([]);
    expect(books.message(message(4, { recommendationSign: -1 }))).toEqual([]);
  });

  it('books a tagged friend outside contests, promotions and complaints', () => {
    const books = createBookkeeper();
    const tag = { mentions: [{ leading: false, accountId: 8, voiceOf: null }] };
    expect(brief(books.message(message(1, tag)))).toEqual(['tagged-friend: account 1 -> commons 0']);
    expect(brief(books.message(message(2, { ...tag, intents: bits('contest') })))).toEqual(['contest-entry: brand 1 -> account 1']);
    expect(books.message(message(3, { ...tag, promotionOf: 1 }))).toEqual([]);
    expect(books.message(message(4, { ...tag, intents: bits('trouble') }))).toEqual([]);
    expect(books.message(message(5, { mentions: [{ leading: true, accountId: 8, voiceOf: null }] }))).toEqual([]);
    expect(brief(books.message(message(6, { mentions: [{ leading: true, accountId: 8, voiceOf: null }], textKind: 'tags' })))).toEqual(['tagged-friend: account 1 -> commons 0']);
    expect(books.message(message(7, { mentions: [{ leading: false, accountId: 900, voiceOf: 1 }] }))).toEqual([]);
  });

  it('books reviews, praise with detail, discounts and entries to the brand addressed', () => {
    const books = createBookkeeper();
    expect(brief(books.message(message(1, { kind: 'review' })))).toEqual(['review: account 1 -> brand 1']);
    expect(brief(books.message(message(2, { intents: bits('praise'), textLength: 80 })))).toEqual(['review: account 1 -> brand 1']);
    expect(books.message(message(3, { intents: bits('praise'), textLength: 80, thanks: true }))).toEqual([]);
    expect(brief(books.message(message(4, { intents: bits('purchase'), promotionOf: 1 })))).toEqual(['discount: brand 1 -> account 1']);
    expect(books.message(message(5, { kind: 'review', containerBrandId: null }))).toEqual([]);
    expect(books.message(message(6, { kind: 'review', containerBrandId: 1, author: voice }))).toEqual([]);
  });
});

describe('reactions', () => {
  it('go from the brand or the commons to the person named', () => {
    const books = createBookkeeper();
    const like = { messageId: 1, atMs: 1, kind: 'reaction', actor: person(3), containerBrandId: 1, asks: false } as const;
    expect(brief(books.reaction({ ...like, author: voice }))).toEqual(['reaction: brand 1 -> account 3']);
    expect(brief(books.reaction({ ...like, author: person(2) }))).toEqual(['reaction: commons 0 -> account 3']);
    expect(books.reaction({ ...like, author: person(3) })).toEqual([]);
    expect(books.reaction({ ...like, actor: voice, author: voice })).toEqual([]);
  });

  it('without a name go to the unnamed audience, never to an account', () => {
    const bookings = createBookkeeper().message(message(1, { unnamedReactions: 30, unnamedViews: 400 }));
    expect(brief(bookings)).toEqual(['reaction: commons 0 -> audience 5 x30', 'view: commons 0 -> audience 5 x400']);
    expect(bookings.every(({ basis }) => basis === 'estimated')).toBe(true);
  });
});
