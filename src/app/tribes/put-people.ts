import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { ruleWithPeople } from '../../domain/tribes/rule-with-people.ts';
import { accountKeys, ownTribes } from '../../store/own-tribe-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import type { AppContext } from '../context.ts';
import { changeTribes, usableRule } from './tribe-desk.ts';

/**
 * Puts people in a tribe of the user's own or takes them out, by network and the source's own id, so that they are found again
 * after a new import. Failures: `not-found` without a project, for an unknown tribe or when none of the numbers is an account;
 * `read-only-project`; `invalid-input` for a public that is only named, for a rule that would stand too deep, and where nobody
 * would be left.
 */
export function putPeople({ project, now }: AppContext, { id, accountIds, on }: OperationRequest<'tribes.putPeople'>): Outcome<OperationValue<'tribes.putPeople'>> {
  if (project === null) return failed('not-found', 'no project is open');
  if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to change tribes');
  const known = ownTribes(project).find(({ code }) => `own:${code}` === id);
  if (known === undefined) return failed('not-found', `no tribe of your own is called ${id}`);
  if (known.rule === null) return failed('invalid-input', 'this public is only named: give it a rule before putting people in it');
  const people = [...accountKeys(project, accountIds).values()];
  if (people.length === 0) return failed('not-found', `no account has the number ${String(accountIds[0])}`);
  const rule = ruleWithPeople(known.rule, people, on);
  if (rule === null) return failed('invalid-input', 'nobody would be left in this tribe: remove the tribe instead');
  const before = new Set(tribeMembers(project).get(id) ?? []);
  if (JSON.stringify(rule) === JSON.stringify(known.rule)) return success({ id, changed: 0, size: before.size, dataVersion: dataVersionOf(project) });
  const usable = usableRule(project, rule, id);
  if (!usable.ok) return usable;
  changeTribes(project, [id], { command: 'tribes.save', subject: known.name, forward: { id, accountIds, on }, atMs: now() }, (standing) => ({ ...standing, tribes: [{ ...known, rule }] }));
  const after = new Set(tribeMembers(project).get(id) ?? []);
  const changed = [...after].filter((accountId) => !before.has(accountId)).length + [...before].filter((accountId) => !after.has(accountId)).length;
  return success({ id, changed, size: after.size, dataVersion: dataVersionOf(project) });
}
