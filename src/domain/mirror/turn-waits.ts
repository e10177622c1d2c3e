import type { MirrorSide } from '../model/company.ts';

/** A message of a correspondence: whose side wrote it, when, in which conversation, and whether it asks. */
export interface SidedMessage {
  readonly messageId: number;
  readonly threadId: number;
  readonly atMs: number;
  readonly side: MirrorSide;
  readonly writerId: number;
  readonly asks: boolean;
  readonly parentId: number | null;
}

/** One side's turn that waits for the other: from its first message since the other's last, to the other's next or the end. */
export interface Turn {
  readonly messageId: number;
  readonly side: MirrorSide;
  readonly waitedSeconds: number;
  readonly answered: boolean;
  readonly answerId: number | null;
  /** One of its messages asks something. */
  readonly asks: boolean;
  /** It begins the conversation. */
  readonly opens: boolean;
}

/**
 * Turns of a correspondence, both ways by one rule: what one side writes until the other answers is one turn, and waits from its
 * first message. A turn nobody answered waits until the end of observation and is right-censored. Messages after the end are left out.
 * In time order. O(n log n).
 */
export function turnWaits(messages: readonly SidedMessage[], endMs: number): Turn[] {
  const threads = new Map<number, SidedMessage[]>();
  for (const message of messages) {
    if (message.atMs > endMs) continue;
    const thread = threads.get(message.threadId);
    if (thread === undefined) threads.set(message.threadId, [message]);
    else thread.push(message);
  }
  const turns = [...threads.values()].flatMap((thread) => {
    const found: (Turn & { readonly atMs: number })[] = [];
    const inOrder = thread.toSorted((one, other) => one.atMs - other.atMs || one.messageId - other.messageId);
    let open: OpenTurn | null = null;
    for (const message of inOrder) {
      if (open !== null && open.first.side === message.side) {
        open.asks ||= message.asks;
        continue;
      }
      if (open !== null) found.push({ ...turnOf(open, message.atMs), answered: true, answerId: message.messageId });
      open = { first: message, asks: message.asks, opens: open === null };
    }
    if (open !== null) found.push({ ...turnOf(open, endMs), answered: false, answerId: null });
    return found;
  });
  return turns.sort((one, other) => one.atMs - other.atMs || one.messageId - other.messageId).map(({ atMs: _atMs, ...turn }) => turn);
}

interface OpenTurn {
  readonly first: SidedMessage;
  asks: boolean;
  readonly opens: boolean;
}

function turnOf({ first, asks, opens }: OpenTurn, untilMs: number): Omit<Turn, 'answered' | 'answerId'> & { readonly atMs: number } {
  return { messageId: first.messageId, side: first.side, waitedSeconds: (untilMs - first.atMs) / 1000, asks, opens, atMs: first.atMs };
}
