import type { TimePrecision } from '../model/codes.ts';

/** A message in which somebody asks others for a choice. */
export interface AskedChoice {
  readonly messageId: number;
  readonly askerId: number | null;
  readonly rootId: number;
  readonly containerId: number | null;
  readonly networkId: number;
  readonly importId: number;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
}

/** A message of a conversation in which a choice is asked for. */
export interface ChoiceReply {
  readonly id: number;
  readonly rootId: number;
  readonly parentId: number | null;
  readonly authorId: number | null;
  readonly atMs: number | null;
  readonly precision: TimePrecision;
  /** The brand the author speaks for; null for everybody else. */
  readonly brandId: number | null;
  /** Written by a program, or by an account with a tie to a brand: neither the brand nor a peer. */
  readonly setApart: boolean;
  readonly mentionedIds: readonly number[];
}

/** Why a moment says nothing of whether the brand was there: it was asked itself, or the data cannot show it; null where they can. */
export const UNSEEN_CHOICE_REASONS = ['asked-brand', 'no-voice', 'replies-absent', 'incomplete', 'no-links'] as const;
/** One of {@link UNSEEN_CHOICE_REASONS}. */
export type UnseenChoice = (typeof UNSEEN_CHOICE_REASONS)[number];

/** An answer of the brand that is known from the requests: it counts whatever the links of the conversation show. */
export interface KnownAnswer {
  readonly messageId: number | null;
  readonly atMs: number | null;
}

/** One moment of choice: a question in its conversation, with who came. Times are those of the first message. */
export interface DecisionMoment {
  readonly asked: AskedChoice;
  /** The other questions of the same person in the same conversation within a day. */
  readonly mergedIds: readonly number[];
  readonly brand: KnownAnswer | null;
  readonly competitor: KnownAnswer | null;
  readonly peer: KnownAnswer | null;
  /** Messages below the question by brands and by people other than the asker, in order of time. */
  readonly competitorIds: readonly number[];
  readonly peerMessages: readonly { readonly id: number; readonly authorId: number | null }[];
}

const DAY_MS = 86_400_000;
/** As for answers: clocks of two machines differ by so much at most. */
const SKEW_MS = 300_000;

const isTimed = ({ atMs, precision }: { readonly atMs: number | null; readonly precision: TimePrecision }): boolean => atMs !== null && precision !== 'relative' && precision !== 'none';

const first = (messages: readonly ChoiceReply[]): KnownAnswer | null => {
  const [earliest] = messages;
  return earliest === undefined ? null : { messageId: earliest.id, atMs: isTimed(earliest) ? earliest.atMs : null };
};

/**
 * Moments of choice with who came into each. What belongs to a question: the messages below it by their chain of parents, the whole
 * conversation where it opens one, and messages of brands that name the asker in it later. A reply to another commenter beside it
 * does not. The asker, programs and accounts with a tie are nobody's answer. Several questions of one person in one conversation
 * within 24 hours are one moment, with the time of the first. `known` gives the brand's answer to a question that is also a request
 * (undefined: no request); it wins where it comes first. Messages without an exact time count and have none. O(messages log messages).
 */
export function decisionMoments(asked: readonly AskedChoice[], replies: readonly ChoiceReply[], { brandId, known }: { readonly brandId: number; readonly known: (messageId: number) => KnownAnswer | undefined }): DecisionMoment[] {
  const byRoot = new Map<number, ChoiceReply[]>();
  for (const reply of replies) {
    const own = byRoot.get(reply.rootId);
    if (own === undefined) byRoot.set(reply.rootId, [reply]);
    else own.push(reply);
  }
  const time = ({ atMs }: { readonly atMs: number | null }): number => atMs ?? Infinity;
  const moments: { asked: AskedChoice; mergedIds: number[] }[] = [];
  const latest = new Map<string, { asked: AskedChoice; mergedIds: number[] }>();
  for (const one of asked.toSorted((a, b) => time(a) - time(b) || a.messageId - b.messageId)) {
    const key = `${one.rootId} ${one.askerId ?? `m${one.messageId}`}`;
    const before = latest.get(key);
    if (before !== undefined && (one.atMs === null || before.asked.atMs === null || one.atMs - before.asked.atMs <= DAY_MS)) before.mergedIds.push(one.messageId);
    else {
      const moment = { asked: one, mergedIds: [] };
      latest.set(key, moment);
      moments.push(moment);
    }
  }
  return moments.map(({ asked: question, mergedIds }): DecisionMoment => {
    const own = new Set([question.messageId, ...mergedIds]);
    const conversation = byRoot.get(question.rootId) ?? [];
    const parents = new Map(conversation.map(({ id, parentId }) => [id, parentId]));
    const below = new Map<number, boolean>(conversation.map(({ id }) => [id, own.has(question.rootId)]));
    if (!own.has(question.rootId)) for (const { id } of conversation) below.set(id, isBelow(id, own, parents));
    const later = conversation.filter((reply) => {
      if (own.has(reply.id) || reply.setApart || (reply.authorId !== null && reply.authorId === question.askerId)) return false;
      if (reply.atMs !== null && question.atMs !== null && reply.atMs < question.atMs - SKEW_MS) return false;
      return below.get(reply.id) === true || (reply.brandId !== null && question.askerId !== null && reply.mentionedIds.includes(question.askerId));
    }).toSorted((a, b) => time(a) - time(b) || a.id - b.id);
    const answer = [question.messageId, ...mergedIds].map(known).find((one) => one !== undefined);
    const seen = first(later.filter((reply) => reply.brandId === brandId));
    const competitors = later.filter((reply) => reply.brandId !== null && reply.brandId !== brandId);
    const peers = later.filter((reply) => reply.brandId === null);
    return {
      asked: question, mergedIds, brand: answer === undefined || (seen !== null && time(seen) <= time(answer)) ? seen : answer, competitor: first(competitors), peer: first(peers),
      competitorIds: competitors.map(({ id }) => id), peerMessages: peers.map(({ id, authorId }) => ({ id, authorId })),
    };
  });
}

/** Whether a message answers one of some questions, by its chain of parents; a circle answers none. */
function isBelow(id: number, questions: ReadonlySet<number>, parents: ReadonlyMap<number, number | null>): boolean {
  const passed = new Set<number>();
  for (let at = parents.get(id) ?? null; at !== null && !passed.has(at); at = parents.get(at) ?? null) {
    if (questions.has(at)) return true;
    passed.add(at);
  }
  return false;
}
