/** A message of a conversation, as what follows an answer is told from. Times UTC ms. */
export interface ExchangeMessage {
  readonly id: number;
  readonly parentId: number | null;
  readonly authorId: number | null;
  /** Written in the name of the brand that answered. */
  readonly byBrand: boolean;
  readonly atMs: number | null;
  readonly mentionedIds: readonly number[];
  /** It thanks somebody or says that something is solved. */
  readonly thanks: boolean;
  /** Words that say it has happened, with nothing that says it has not; asked only of the asker's messages after the answer. */
  readonly resolves: () => boolean;
}

/** An answered request, as far as its exchange goes. */
export interface AnsweredRequest {
  readonly messageId: number;
  readonly askerId: number | null;
  readonly atMs: number | null;
  readonly answerMessageId: number;
  readonly answeredAtMs: number | null;
}

/** What came of an answer. */
export interface AnswerExchange {
  /** Messages between asker and brand after the request, to the end of the conversation; the answer is one of them. */
  readonly turns: number;
  readonly thanked: boolean;
  readonly resolved: boolean;
}

/**
 * What followed a request that was answered, from its conversation in time order. A conversation under a post holds many people:
 * of the brand's messages only those to the asker count, which are the answer itself, replies to the asker or to such a message,
 * and those that name the asker. Thanks and resolution are the asker's own words after the answer; a request without an author
 * has none. Messages without a time cannot be placed and are left out. O(messages).
 */
export function answerExchange(request: AnsweredRequest, conversation: readonly ExchangeMessage[]): AnswerExchange {
  const { messageId, askerId, answerMessageId, answeredAtMs } = request;
  const ours = new Set<number>([messageId]);
  const fromMs = request.atMs ?? -Infinity;
  let turns = 0;
  let thanked = false;
  let resolved = false;
  for (const message of conversation) {
    const { id, atMs, parentId, authorId, byBrand, mentionedIds } = message;
    if (id === answerMessageId) {
      turns += 1;
      ours.add(id);
      continue;
    }
    if (atMs === null || atMs < fromMs || id === messageId) continue;
    if (byBrand) {
      if ((parentId !== null && ours.has(parentId)) || (askerId !== null && mentionedIds.includes(askerId))) {
        turns += 1;
        ours.add(id);
      }
    } else if (askerId !== null && authorId === askerId) {
      turns += 1;
      ours.add(id);
      if (answeredAtMs === null || atMs < answeredAtMs) continue;
      thanked ||= message.thanks;
      resolved ||= !resolved && message.resolves();
    }
  }
  return { turns, thanked, resolved };
}
