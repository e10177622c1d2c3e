import type { ProjectDatabase } from '../../store/project-database.ts';
import { putPromiseDecisions, type PromiseDecision, type PromiseWordsAt } from '../../store/promise-queries.ts';
import { forgetAnswers } from '../read/answer-cache.ts';

/** What the journal keeps of a verdict by hand: the words it is about, and what was decided of them before and after. */
export interface PromiseChange {
  readonly words: PromiseWordsAt;
  readonly before: readonly PromiseDecision[];
  readonly after: readonly PromiseDecision[];
}

/** Makes one side of a change stand. Derived rows keep what the program says; the overview, which tells the rate, is asked anew. To be called inside a transaction. */
export function putPromiseVerdict(project: ProjectDatabase, { words, ...change }: PromiseChange, side: 'before' | 'after'): void {
  putPromiseDecisions(project, words, change[side]);
  forgetAnswers(project, 'overview');
  forgetAnswers(project, 'trust');
}
