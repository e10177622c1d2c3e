import { INTENTS, codeSet, type MessageKind } from '../model/codes.ts';
import { addressedBrand } from './addressed-brand.ts';
import type { Booking, MessageFact, ReactionFact, RequestFact, ValueActor } from './value-fact.ts';
import type { Basis, PartyKind, ValueRuleCode } from '../model/value-codes.ts';
import { BUILT_ON_LIMIT, DETAIL_CHARACTERS, QUESTION_INTENTS } from './value-rules.ts';

const QUESTION = codeSet(INTENTS, QUESTION_INTENTS);
const TROUBLE = codeSet(INTENTS, ['trouble']);
const IDEA = codeSet(INTENTS, ['idea']);
const PRAISE = codeSet(INTENTS, ['praise']);
const PURCHASE = codeSet(INTENTS, ['purchase']);
const HELP = codeSet(INTENTS, ['help']);
const CONTEST = codeSet(INTENTS, ['contest']);

interface Party {
  readonly kind: PartyKind;
  readonly id: number;
}

const COMMONS: Party = { kind: 'commons', id: 0 };
const account = (id: number): Party => ({ kind: 'account', id });
const brandParty = (id: number): Party => ({ kind: 'brand', id });
const partyOf = (actor: ValueActor): Party => (actor.voiceOf === null ? account(actor.accountId) : brandParty(actor.voiceOf));
const isPerson = (actor: ValueActor | null): actor is ValueActor => actor !== null && actor.voiceOf === null && actor.desk !== true && !actor.bot;
const namesPerson = ({ voiceOf, desk }: MessageFact['mentions'][number]): boolean => voiceOf === null && desk !== true;

/** True for kinds that others can read; tickets and private messages never reach the commons. */
export function isPublicKind(kind: MessageKind): boolean {
  return kind !== 'ticket' && kind !== 'message';
}

interface Entry {
  readonly rule: ValueRuleCode;
  readonly from: Party;
  readonly to: Party;
  readonly messageId: number;
  readonly atMs: number | null;
  readonly brandId: number | null;
  readonly basis?: Basis;
  readonly units?: number;
  readonly pair?: number | null;
}

const booked = ({ rule, from, to, messageId, atMs, brandId, basis = 'observed', units = 1, pair = null }: Entry): Booking => ({
  rule, giverKind: from.kind, giverId: from.id, receiverKind: to.kind, receiverId: to.id, units, basis, atMs, brandId, messageId, pairMessageId: pair,
});

/** Turns facts into bookings; see {@link createBookkeeper}. */
export interface Bookkeeper {
  readonly message: (fact: MessageFact) => Booking[];
  readonly request: (fact: RequestFact) => Booking[];
  readonly reaction: (fact: ReactionFact) => Booking[];
  /** Call last: gives the bookings that waited for a request which never came. */
  readonly close: () => Booking[];
}

/**
 * Keeps the value ledger by {@link VALUE_RULES}: facts in, bookings out, each with one giver and one receiver, so that
 * credits equal debits whatever comes in. Feed all messages, then all requests, then all reactions, each in ascending
 * order of message; call `close` at the end. Each trace books once per rule and receiver; a repeated fact is the caller's
 * error. Help on a request waits until the request is seen, because only then is it known whether both halves of the
 * exchange are booked. Memory grows with the contents people reply to and with help, not with messages.
 */
export function createBookkeeper(): Bookkeeper {
  const peopleOnContent = new Map<number, number[]>();
  const answeredQuestions = new Set<number>();
  const thankedSolutions = new Map<number, number[]>();
  const waitingHelp = new Map<number, Entry[]>();
  const helpedRequests = new Set<number>();

  /** True the first time `person` is noted under `key`, up to the limit. */
  const firstTime = (seen: Map<number, number[]>, key: number, { person, limit }: { person: number; limit: number }): boolean => {
    const people = seen.get(key);
    if (people === undefined) {
      seen.set(key, [person]);
      return true;
    }
    if (people.length >= limit || people.includes(person)) return false;
    people.push(person);
    return true;
  };

  const help = (fact: MessageFact, author: ValueActor, brandId: number | null): Booking[] => {
    if ((fact.intents & HELP) === 0) return [];
    const { parent } = fact;
    const repliedTo = parent?.author ?? null;
    const toParent = isPerson(repliedTo) && repliedTo.accountId !== author.accountId;
    const named = fact.mentions.find((mention) => mention.accountId !== null && namesPerson(mention) && mention.accountId !== author.accountId)?.accountId ?? null;
    const askerId = toParent ? repliedTo.accountId : named;
    if (askerId === null) return [];
    const entry: Entry = { rule: 'peer-help', from: account(author.accountId), to: account(askerId), messageId: fact.messageId, atMs: fact.atMs, brandId, basis: 'received' };
    if (!toParent || parent === null) return [booked(entry)];
    if (parent.requestMessageId !== null) {
      const waiting = waitingHelp.get(parent.requestMessageId);
      helpedRequests.add(parent.requestMessageId);
      if (waiting === undefined) waitingHelp.set(parent.requestMessageId, [entry]);
      else waiting.push(entry);
      return [];
    }
    if ((parent.intents & QUESTION) === 0 || !isPublicKind(parent.kind)) return [booked(entry)];
    const bookings = [booked({ ...entry, pair: parent.messageId })];
    if (!answeredQuestions.has(parent.messageId)) {
      answeredQuestions.add(parent.messageId);
      bookings.push(booked({ rule: 'question-answered', from: account(askerId), to: COMMONS, messageId: parent.messageId, atMs: parent.atMs, brandId, pair: parent.messageId }));
    }
    return bookings;
  };

  const kindness = (fact: MessageFact, author: ValueActor, brandId: number | null): Booking[] => {
    const { parent } = fact;
    const member = parent?.author ?? null;
    if (parent === null || !isPerson(member) || member.accountId === author.accountId) return [];
    const common = { messageId: fact.messageId, atMs: fact.atMs, brandId };
    const bookings: Booking[] = [];
    if (fact.welcomes) bookings.push(booked({ ...common, rule: 'welcome', from: account(author.accountId), to: account(member.accountId) }));
    if (fact.thanks) {
      const solved = (parent.intents & HELP) !== 0 || parent.grandparentAccountId === author.accountId;
      bookings.push(booked({ ...common, rule: 'thanks', from: account(author.accountId), to: account(member.accountId), pair: solved ? parent.messageId : null }));
      if (solved && firstTime(thankedSolutions, parent.messageId, { person: author.accountId, limit: Infinity })) {
        bookings.push(booked({ ...common, rule: 'thanked-solution', from: account(member.accountId), to: account(author.accountId), messageId: parent.messageId, basis: 'received', pair: parent.messageId }));
      }
    }
    if (!fact.thanks && parent.requestMessageId === null && (parent.intents & QUESTION) === 0
      && firstTime(peopleOnContent, parent.messageId, { person: author.accountId, limit: BUILT_ON_LIMIT })) {
      bookings.push(booked({ ...common, rule: 'built-on', from: account(member.accountId), to: COMMONS }));
    }
    return bookings;
  };

  const opinion = (fact: MessageFact, author: ValueActor, brandId: number | null): Booking[] => {
    const { intents } = fact;
    const common = { from: account(author.accountId), messageId: fact.messageId, atMs: fact.atMs, brandId };
    const free = !fact.economicTie && !author.tied;
    const bookings: Booking[] = [];
    const testimonial = fact.kind === 'review' || ((intents & PRAISE) !== 0 && !fact.thanks && fact.textLength >= DETAIL_CHARACTERS);
    if (testimonial && free && brandId !== null) bookings.push(booked({ ...common, rule: 'review', to: brandParty(brandId) }));
    if (fact.recommendationSign === 1 && free) bookings.push(booked({ ...common, rule: 'recommendation', to: COMMONS }));
    const tagged = fact.mentions.some((mention) => (!mention.leading || fact.textKind === 'tags') && namesPerson(mention)
      && (mention.accountId === null || (mention.accountId !== author.accountId && mention.accountId !== fact.parent?.author?.accountId)));
    if (tagged && free && fact.promotionOf === null && (intents & (CONTEST | TROUBLE)) === 0 && fact.containerBrandId !== null) {
      bookings.push(booked({ ...common, rule: 'tagged-friend', to: COMMONS, brandId: fact.containerBrandId }));
    }
    const taken = { messageId: fact.messageId, atMs: fact.atMs, to: account(author.accountId) };
    if ((intents & CONTEST) !== 0 && brandId !== null) bookings.push(booked({ ...taken, rule: 'contest-entry', from: brandParty(brandId), brandId }));
    else if ((intents & PURCHASE) !== 0 && fact.promotionOf !== null) bookings.push(booked({ ...taken, rule: 'discount', from: brandParty(fact.promotionOf), brandId: fact.promotionOf }));
    return bookings;
  };

  const unnamed = (fact: MessageFact): Booking[] => {
    const from = fact.author !== null && fact.author.voiceOf !== null ? brandParty(fact.author.voiceOf) : COMMONS;
    const common = { from, to: { kind: 'audience', id: fact.containerId ?? 0 } as const, messageId: fact.messageId, atMs: fact.atMs, brandId: fact.author?.voiceOf ?? fact.containerBrandId, basis: 'estimated' } as const;
    const bookings: Booking[] = [];
    if (fact.unnamedReactions > 0) bookings.push(booked({ ...common, rule: 'reaction', units: fact.unnamedReactions }));
    if (fact.unnamedViews > 0) bookings.push(booked({ ...common, rule: 'view', units: fact.unnamedViews }));
    return bookings;
  };

  return {
    message(fact) {
      const { author } = fact;
      if (!isPerson(author)) return unnamed(fact);
      const to = addressedBrand(fact);
      const around = to ?? fact.containerBrandId;
      return [...help(fact, author, around), ...kindness(fact, author, around), ...opinion(fact, author, to), ...unnamed(fact)];
    },
    request(fact) {
      const { asker, brandId, messageId } = fact;
      const helps = waitingHelp.get(messageId) ?? [];
      waitingHelp.delete(messageId);
      const answeredByBrand = fact.outcome === 'public' && fact.answerMessageId !== null;
      const answered = answeredByBrand || fact.answeredByPeer || helpedRequests.has(messageId);
      const pair = answered ? messageId : null;
      const bookings: Booking[] = [];
      let creates = answeredQuestions.has(messageId);
      if (asker !== null) {
        const common = { from: partyOf(asker), messageId, atMs: fact.atMs, brandId, pair };
        if (answered && !answeredQuestions.has(messageId) && (fact.intents & QUESTION) !== 0 && isPublicKind(fact.kind)) {
          answeredQuestions.add(messageId);
          bookings.push(booked({ ...common, rule: 'question-answered', to: COMMONS }));
        }
        if (brandId !== null && (fact.intents & IDEA) !== 0) bookings.push(booked({ ...common, rule: 'idea', to: brandParty(brandId) }));
        const detailed = fact.textLength >= DETAIL_CHARACTERS || fact.followUps > 0;
        if (brandId !== null && (fact.intents & TROUBLE) !== 0 && detailed) bookings.push(booked({ ...common, rule: 'fault-report', to: brandParty(brandId) }));
        creates = creates || bookings.length > 0;
        // shown by the request, not by the answer: whoever selects requests by intent or time selects what they brought
        if (answeredByBrand && brandId !== null) {
          bookings.push(booked({ rule: 'brand-answer', from: brandParty(brandId), to: partyOf(asker), messageId, atMs: fact.answeredAtMs, brandId, basis: 'received', pair: creates ? messageId : null }));
        }
      }
      for (const entry of helps) bookings.push(booked({ ...entry, pair: creates ? messageId : null }));
      return bookings;
    },
    reaction(fact) {
      const { actor, author, messageId, atMs } = fact;
      if (author !== null && author.accountId === actor.accountId) return [];
      const brandId = author?.voiceOf ?? fact.containerBrandId;
      if (fact.kind === 'share') {
        if (!isPerson(author) || !isPerson(actor) || fact.asks || !firstTime(peopleOnContent, messageId, { person: actor.accountId, limit: BUILT_ON_LIMIT })) return [];
        return [booked({ rule: 'built-on', from: account(author.accountId), to: COMMONS, messageId, atMs, brandId })];
      }
      const from = author !== null && author.voiceOf !== null ? brandParty(author.voiceOf) : COMMONS;
      const to = partyOf(actor);
      if (from.kind === to.kind && from.id === to.id) return [];
      return [booked({ rule: fact.kind, from, to, messageId, atMs, brandId })];
    },
    close() {
      const bookings = [...waitingHelp.values()].flat().map((entry) => booked(entry));
      waitingHelp.clear();
      return bookings;
    },
  };
}
