import { putTribeDecisions, type TribeDecisions } from '../../store/own-tribe-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { forgetAnswers, forgetAnswersAbout } from '../read/answer-cache.ts';
import { refreshOwnTribes } from './own-members.ts';

/** What the journal keeps of a change to tribes: which ones, and what was decided of them before and after. */
export interface TribeChange {
  readonly ids: readonly string[];
  readonly before: TribeDecisions;
  readonly after: TribeDecisions;
}

const rulesOf = ({ tribes }: TribeDecisions): string => JSON.stringify(tribes.map(({ code, rule }) => [code, rule]));

/**
 * Makes one side of a change stand, and finds the members of the user's tribes again where a rule changed. Nothing else
 * rests on it: what was analysed stays so. To be called inside a transaction.
 */
export function putTribeChange(project: ProjectDatabase, { ids, ...change }: TribeChange, side: 'before' | 'after'): void {
  putTribeDecisions(project, ids, change[side]);
  if (rulesOf(change.before) !== rulesOf(change.after)) refreshOwnTribes(project);
  forgetAnswersAbout(project, 'tribes.one');
  forgetAnswersAbout(project, 'own:');
  forgetAnswers(project, 'trust');
}
