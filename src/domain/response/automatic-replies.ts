import type { FactTable } from './fact-table.ts';
import type { HastyReplies } from './message-fact.ts';
import { nearDuplicates, type NearDuplicates } from './near-duplicates.ts';

/** A reply that comes this soon may be a machine's. */
const AUTOMATIC_WITHIN_MS = 60_000;
/** ... and is, when so many replies to other people read alike. */
const LIKE_REPLIES = 5;
const FINE = new Set(['ms', 's', 'min']);

/** Tells whether a brand message is automatic as a reply to the message at `toward`. */
export type AutomaticRule = (position: number, toward: number) => boolean;

/**
 * Tells whether a brand's message reads like (Jaccard >= .9 on three-word runs) at least five replies of the same brand in the
 * same import to other people than `asker`, among the messages of a table. Texts are compared from the first question on.
 */
export function readsLikeOthers({ facts }: Pick<FactTable, 'facts'>, personAbove: Int32Array): (position: number, asker: number) => boolean {
  let texts: NearDuplicates | null = null;
  const recipientOf = (position: number): number | null => {
    const person = personAbove[position] ?? -1;
    if (person >= 0) return facts[person]?.authorId ?? -1 - (facts[person]?.id ?? 0);
    return facts[position]?.mentionedAccountIds[0] ?? null;
  };
  return (position, asker) => {
    const reply = facts[position];
    if (reply === undefined) return false;
    texts ??= nearDuplicates(facts.map((fact) => (fact.voiceOfBrandId === null ? '' : (fact.textKey ?? ''))));
    return texts.reach(position, LIKE_REPLIES, (other) => {
      const like = facts[other];
      if (like === undefined || like.voiceOfBrandId !== reply.voiceOfBrandId || like.importId !== reply.importId) return false;
      const recipient = recipientOf(other);
      return recipient !== null && recipient !== asker;
    });
  };
}

/**
 * Automatic replies: those of a bot, and those that come within 60 seconds of the message they reply to and read like others of
 * theirs ({@link readsLikeOthers}). Texts are compared only once some reply is this fast; times known to the day or worse cannot
 * show haste. What `hasty` knows is not compared again.
 */
export function automaticRule(table: FactTable, personAbove: Int32Array, hasty?: HastyReplies): AutomaticRule {
  const { facts } = table;
  const isLike = readsLikeOthers(table, personAbove);
  return (position, toward) => {
    const reply = facts[position];
    const asked = facts[toward];
    if (reply === undefined || asked === undefined) return false;
    if (reply.authorIsBot) return true;
    if (reply.atMs === null || asked.atMs === null || !FINE.has(reply.precision) || !FINE.has(asked.precision)) return false;
    if (reply.atMs - asked.atMs > AUTOMATIC_WITHIN_MS) return false;
    const asker = asked.authorId ?? -1 - asked.id;
    const known = hasty?.known(reply.id, asker) ?? null;
    if (known !== null) return known;
    const automatic = isLike(position, asker);
    hasty?.found(reply, asker, automatic);
    return automatic;
  };
}
