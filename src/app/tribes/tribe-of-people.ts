import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { TribeRule } from '../../domain/model/tribe-rule.ts';
import { accountKeys } from '../../store/own-tribe-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { tribeSize } from '../../store/tribe-people.ts';
import type { AppContext } from '../context.ts';
import { changeTribes, madeTribe, usableRule } from './tribe-desk.ts';

/**
 * Makes a tribe of the user's own of picked people, kept by network and the source's own id, so that it finds the same
 * people after a new import. Undone as any saved tribe. Failures: `not-found` without a project or when none of the
 * numbers is an account; `read-only-project`.
 */
export function tribeOfPeople({ project, now }: AppContext, { name, accountIds }: OperationRequest<'tribes.savePeople'>): Outcome<OperationValue<'tribes.savePeople'>> {
  if (project === null) return failed('not-found', 'no project is open');
  if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change tribes');
  const people = [...accountKeys(project, accountIds).values()];
  if (people.length === 0) return failed('not-found', `no account has the number ${String(accountIds[0])}`);
  const rule: TribeRule = { op: 'people', is: people };
  const usable = usableRule(project, rule, null);
  if (!usable.ok) return usable;
  const atMs = now();
  const made = madeTribe(project, { name, rule, source: '', origin: 'rule', atMs });
  changeTribes(project, [made.id], { command: 'tribes.save', subject: name, forward: { name, rule, source: '' }, atMs }, () => ({ tribes: [made.tribe], edits: [made.edit], judgements: [] }));
  return success({ id: made.id, size: tribeSize(project, made.id), dataVersion: dataVersionOf(project) });
}
