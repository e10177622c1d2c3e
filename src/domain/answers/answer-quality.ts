import type { Act } from '../model/codes.ts';
import { LEAST_AUTHORS, LEAST_REQUESTS } from '../response/response-floors.ts';
import { countedShare, type CountedShare } from '../stats/counted-share.ts';
import { quantile } from '../stats/quantile.ts';

/** What a first answer does, the most that helps first: the order in which an answer of several acts is put into one class. */
export const ANSWER_KINDS = ['care', 'answer', 'deflect', 'template'] as const satisfies readonly Act[];
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** What the asker did after it. */
export const ANSWER_SEQUELS = ['thanked', 'resolved', 'reopened'] as const;
export type AnswerSequel = (typeof ANSWER_SEQUELS)[number];

/** One answered request with its first answer and what followed. */
export interface JudgedAnswer {
  readonly messageId: number;
  readonly askerId: number | null;
  readonly acts: readonly Act[];
  readonly turns: number;
  readonly thanked: boolean;
  readonly resolved: boolean;
  /** The same person asked again in the conversation after the answer. */
  readonly reopened: boolean;
}

/** How good the first answers are; below the floors only `n` stays. */
export interface AnswerQuality {
  readonly n: number;
  readonly authors: number | null;
  readonly tooFew: boolean;
  /** Answers that do each thing. One answer may do several, so they do not add up to n. */
  readonly acts: Readonly<Record<AnswerKind, CountedShare>> | null;
  /** The same answers once each, by the first act that holds in the order of {@link ANSWER_KINDS}; these add up to n. */
  readonly classes: Readonly<Record<AnswerKind | 'other', number>> | null;
  readonly after: Readonly<Record<AnswerSequel, CountedShare>> | null;
  readonly turns: { readonly median: number; readonly low: number; readonly high: number } | null;
}

/** True when an answer is of a kind or had a sequel: what a number of the card stands for. */
export function isAnswerOf(answer: JudgedAnswer, of: AnswerKind | AnswerSequel): boolean {
  if (of === 'thanked' || of === 'resolved' || of === 'reopened') return answer[of];
  return answer.acts.includes(of);
}

/** The one class of an answer: the first act that holds, `other` when it holds none of the four. */
export function answerClass({ acts }: Pick<JudgedAnswer, 'acts'>): AnswerKind | 'other' {
  return ANSWER_KINDS.find((kind) => acts.includes(kind)) ?? 'other';
}

/**
 * Quality of first answers: what they do, how long the exchange went on, whether thanks, words of resolution or a new request
 * followed. Few people say thanks, so the shares after an answer compare answers with each other and judge none alone. Under 20
 * answers or 10 askers there is no figure, under 30 counts without a share. `turns` are the median and the quartiles. O(n log n).
 */
export function answerQuality(answers: readonly JudgedAnswer[]): AnswerQuality {
  const n = answers.length;
  const known = new Set(answers.flatMap(({ askerId }) => askerId ?? []));
  const askers = known.size + answers.filter(({ askerId }) => askerId === null).length;
  if (n < LEAST_REQUESTS || askers < LEAST_AUTHORS) return { n, authors: null, tooFew: true, acts: null, classes: null, after: null, turns: null };
  const shareOf = (of: AnswerKind | AnswerSequel): CountedShare => countedShare(answers.filter((answer) => isAnswerOf(answer, of)).length, n);
  const inClass = (kind: AnswerKind | 'other'): number => answers.filter((answer) => answerClass(answer) === kind).length;
  const turns = Float64Array.from(answers, (answer) => answer.turns).sort();
  return {
    n, authors: known.size, tooFew: false,
    acts: { care: shareOf('care'), answer: shareOf('answer'), deflect: shareOf('deflect'), template: shareOf('template') },
    classes: { care: inClass('care'), answer: inClass('answer'), deflect: inClass('deflect'), template: inClass('template'), other: inClass('other') },
    after: { thanked: shareOf('thanked'), resolved: shareOf('resolved'), reopened: shareOf('reopened') },
    turns: { median: quantile(turns, 0.5) ?? 0, low: quantile(turns, 0.25) ?? 0, high: quantile(turns, 0.75) ?? 0 },
  };
}
