import { ACTS, codeSet, codesIn } from '../../domain/model/codes.ts';
import { placedMessages, type PlacedMessage } from '../../domain/strategy/formation-line.ts';
import { brandMessages } from '../../store/brand-message-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { speaksOfGesture } from '../../text/gesture-words.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** The brand's messages of a scope on their lines, and how many could not be read. */
export interface PlacedBrandMessages {
  readonly placed: PlacedMessage[];
  readonly unread: number;
}

const PERSONAL = codeSet(ACTS, ['personal']);

/** Places the messages of the accounts that speak for the scope's brand; what was not read stands on no line. */
export function placedBrandMessages({ project, brand, messages }: ResolvedScope): PlacedBrandMessages {
  const rows = brandMessages(project, { brandId: brand?.id ?? null, messages: messageCondition(messages), personal: PERSONAL });
  const read = rows.flatMap(({ acts, text, messageId, rootId, networkId, atMs, accountId, answersMs, isReply }) =>
    acts === null ? [] : [{ messageId, rootId, networkId, atMs, accountId, answersMs, isReply: isReply === 1, acts: codesIn(ACTS, acts), gesture: text !== null && speaksOfGesture(text) }]);
  return { placed: placedMessages(read), unread: rows.length - read.length };
}

const MOST_MESSAGES = 1000;

/** The newest of some messages, at most a thousand: what stands behind a number. */
export function newestIds(messages: readonly { readonly messageId: number; readonly atMs?: number | null }[]): number[] {
  return [...messages].sort((one, other) => (other.atMs ?? -Infinity) - (one.atMs ?? -Infinity) || other.messageId - one.messageId).slice(0, MOST_MESSAGES).map(({ messageId }) => messageId);
}
