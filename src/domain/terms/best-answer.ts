import type { BestAnswerReason } from '../model/topic.ts';
import { jaccardLikeness } from './min-hash.ts';

/** An answer that was given in public to one of the questions of a group. */
export interface GivenAnswer {
  readonly messageId: number;
  /** By a brand's voice; else by another person. */
  readonly byBrand: boolean;
  readonly thanked: boolean;
  /** It answers or takes care, by its label; false for what only asks back or greets. */
  readonly answers: boolean;
  readonly atMs: number | null;
  /** Its content key, for ties that do not depend on the order of files. */
  readonly key: string;
  /** Three-word runs of its text. */
  readonly runs: Int32Array;
}

/** Answers are the same wording from this likeness of their three-word runs: half, because names and signatures differ every time. */
const SAME_WORDING = 0.5;
/** Latest answers whose wordings are compared; more change nothing but time. */
const MOST_COMPARED = 300;

/**
 * The answer worth giving again: among answers that were thanked for, the one most often thanked; else the wording given
 * most often, at least twice; else the latest public answer of the brand. Of one wording the latest stands for all. Answers
 * of other people count only where the asker thanked; what only asks back counts only where nothing else was said. Null
 * when nobody answered in public.
 */
export function bestAnswer(given: readonly GivenAnswer[]): { readonly messageId: number; readonly reason: BestAnswerReason } | null {
  const eligible = given.filter(({ byBrand, thanked }) => byBrand || thanked);
  const answering = eligible.filter(({ answers, thanked }) => answers || thanked);
  const latestFirst = (answering.length > 0 ? answering : eligible).toSorted((one, other) => (other.atMs ?? -Infinity) - (one.atMs ?? -Infinity) || (one.key < other.key ? -1 : 1)).slice(0, MOST_COMPARED);
  const thanked = commonest(latestFirst.filter((answer) => answer.thanked));
  if (thanked !== null) return { messageId: thanked.latest.messageId, reason: 'thanked' };
  const repeated = commonest(latestFirst);
  if (repeated === null) return null;
  return repeated.times >= 2 ? { messageId: repeated.latest.messageId, reason: 'repeated' } : { messageId: (latestFirst[0] ?? repeated.latest).messageId, reason: 'latest' };
}

/** The wording given most often, with the latest answer that has it; ties to the later wording. Takes answers latest first. */
function commonest(answers: readonly GivenAnswer[]): { latest: GivenAnswer; times: number } | null {
  const wordings: { latest: GivenAnswer; times: number }[] = [];
  for (const answer of answers) {
    const known = wordings.find(({ latest }) => jaccardLikeness(latest.runs, answer.runs) >= SAME_WORDING);
    if (known === undefined) wordings.push({ latest: answer, times: 1 });
    else known.times += 1;
  }
  return wordings.reduce<{ latest: GivenAnswer; times: number } | null>((best, wording) => (best === null || wording.times > best.times ? wording : best), null);
}
