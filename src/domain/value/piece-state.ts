import { LOST_AFTER_DAYS, type PieceState, type UnseenReason } from '../model/value-piece.ts';

/** What the data show of a piece. */
export interface PieceSigns {
  /** A brand answered it, in public or by a word in private, or another person did. */
  readonly answered: boolean;
  /** Another person thanked its author for it. */
  readonly thanked: boolean;
  /** Another person built on it: replied to it, shared it, or it is the best answer to a question that recurs. */
  readonly reused: boolean;
  /** Why what became of it cannot be seen; null where it can. */
  readonly unseen: UnseenReason | null;
  /** UTC ms; null where the time is not known. */
  readonly atMs: number | null;
  /** Until when its place was watched, UTC ms. */
  readonly endMs: number;
}

const DAY_MS = 86_400_000;

/**
 * What became of a piece: the strongest sign wins, reused before thanked before answered. Where the data cannot show it the
 * piece is `unseen` whatever signs it has, because only the used ones would be seen there. Without a sign it is lost after
 * seven days of watching, and `waiting` before; a piece of unknown time is taken to be old enough.
 */
export function pieceState({ answered, thanked, reused, unseen, atMs, endMs }: PieceSigns): Exclude<PieceState, 'adopted'> {
  if (unseen !== null) return 'unseen';
  if (reused) return 'reused';
  if (thanked) return 'thanked';
  if (answered) return 'answered';
  return atMs !== null && endMs - atMs < LOST_AFTER_DAYS * DAY_MS ? 'waiting' : 'lost';
}
