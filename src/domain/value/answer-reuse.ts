import { jaccardLikeness } from '../terms/min-hash.ts';

/** An answer given to one of the questions of a group. */
export interface AnswerGiven {
  readonly messageId: number;
  readonly authorId: number | null;
  /** UTC ms; null where the time is not known. */
  readonly atMs: number | null;
  /** Three-word runs of its text, ascending. */
  readonly runs: Int32Array;
}

/** How often an answer served again. */
export interface AnswerReuse {
  /** Other answers with the same wording, and how many of them by somebody else. */
  readonly again: number;
  readonly byOthers: number;
}

/** Answers are the same wording from this likeness of their three-word runs: names and signatures differ every time. */
const SAME_WORDING = 0.5;

/**
 * How often the wording of one answer was given again, before or after it, by anybody and by others than its author. An author
 * who is not known counts as somebody else only when the other is known.
 */
export function answerReuse(best: AnswerGiven, given: readonly AnswerGiven[]): AnswerReuse {
  const copies = given.filter(({ messageId, runs }) => messageId !== best.messageId && jaccardLikeness(best.runs, runs) >= SAME_WORDING);
  return { again: copies.length, byOthers: copies.filter(({ authorId }) => authorId !== null && best.authorId !== null && authorId !== best.authorId).length };
}
