import type { Act } from '../model/codes.ts';
import type { FormationLine } from '../model/formation-line.ts';

/** A message of the brand as the pitch sees it. */
export interface BrandMessage {
  readonly messageId: number;
  readonly rootId: number;
  readonly networkId: number;
  readonly acts: readonly Act[];
  /** Null where the time is not known well enough to tell what came first. */
  readonly atMs: number | null;
  /** Whom it is written to: the author of the message it answers, or the only person it names; null when it speaks to everybody. */
  readonly accountId: number | null;
  /** When that person wrote what it answers; null when it answers nothing of theirs. */
  readonly answersMs: number | null;
  /** It answers a message that is not the brand's own, whoever wrote that. */
  readonly isReply: boolean;
  /** Its words speak of a gift or a gesture. */
  readonly gesture: boolean;
}

/** Where a message stands, and whether it listens in form only (a template, or sending away). */
export interface PlacedMessage extends BrandMessage {
  readonly line: FormationLine;
  readonly formOnly: boolean;
}

const LISTENING: readonly Act[] = ['answer', 'care', 'acknowledge', 'ask', 'promise', 'template', 'deflect'];
const FORM: readonly Act[] = ['template', 'deflect'];
const SUBSTANCE: readonly Act[] = ['answer', 'care', 'acknowledge', 'ask'];

/** Quiet after which a further message to the same person is a follow-up and no longer part of the same answer. */
export const FOLLOW_UP_AFTER_MS = 86_400_000;

/**
 * Places every message of a brand on the line it stands on: the last of these that applies. Content is static presence;
 * promotion is promotion; answer, care, acknowledgement, question and promise are listening, in form only when nothing but a
 * template or a referral elsewhere is in it; a follow-up that the brand starts is CRM: to somebody it wrote to at least 24 hours before and who has
 * not written since what it answers; personal is one-to-one, and surprise when it speaks of a gift or a gesture. A message with
 * no act at all is presence. Messages without a time are never follow-ups. O(n log n).
 */
export function placedMessages(messages: readonly BrandMessage[]): PlacedMessage[] {
  const lastMs = new Map<number, number>();
  const inOrder = [...messages].sort((one, other) => (one.atMs ?? Infinity) - (other.atMs ?? Infinity) || one.messageId - other.messageId);
  return inOrder.map((message) => {
    const { acts, accountId, atMs, answersMs, gesture } = message;
    const has = (codes: readonly Act[]): boolean => acts.some((act) => codes.includes(act));
    const before = accountId === null ? undefined : lastMs.get(accountId);
    const followsUp = atMs !== null && before !== undefined && atMs - before >= FOLLOW_UP_AFTER_MS && (answersMs === null || answersMs <= before);
    if (accountId !== null && atMs !== null) lastMs.set(accountId, atMs);
    const listens = has(LISTENING);
    const line: FormationLine = acts.includes('personal') ? (gesture ? 'surprise' : 'one-to-one') : followsUp ? 'crm' : listens ? 'listening' : acts.includes('promotion') ? 'promotion' : 'presence';
    return { ...message, line, formOnly: line === 'listening' && has(FORM) && !has(SUBSTANCE) };
  });
}
