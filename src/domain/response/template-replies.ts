import { nearDuplicates } from './near-duplicates.ts';

/** A reply written in a brand's name. */
export interface WrittenReply {
  readonly id: number;
  readonly accountId: number;
  readonly text: string;
}

/** So many other replies of the same account must read alike before one is called a template. */
const LIKE_REPLIES = 5;

/**
 * Ids of the replies that are near-duplicates (Jaccard >= .9 on three-word runs) of at least five other replies of the same
 * account, ascending as given. They are answers all the same: the label describes the wording. O(total length) for building.
 */
export function templateReplies(replies: readonly WrittenReply[]): number[] {
  const duplicates = nearDuplicates(replies.map((reply) => reply.text));
  return replies
    .filter((reply, position) => duplicates.reach(position, LIKE_REPLIES, (other) => replies[other]?.accountId === reply.accountId))
    .map((reply) => reply.id);
}
