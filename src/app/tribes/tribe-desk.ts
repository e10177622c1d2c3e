import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { defaultLook, TRIBE_COLORS, type TribeLook } from '../../domain/model/tribe-look.ts';
import { ruleProblem, type TribeRule } from '../../domain/model/tribe-rule.ts';
import { restingOrder, tribesAskedBy } from '../../domain/tribes/resting-tribes.ts';
import { recordCommand } from '../../store/journal.ts';
import { ownTribeId, tribeDecisions, type OwnTribe, type TribeDecisions, type TribeEdit, type TribeOrigin } from '../../store/own-tribe-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { listedTribes, type ListedTribe } from './listed-tribes.ts';
import { putTribeChange, type TribeChange } from './tribe-change.ts';
import { tribeCode } from './tribe-code.ts';

/** One change to tribes as a person asked for it. */
export interface TribeCommand {
  readonly command: 'tribes.save' | 'tribes.remove' | 'tribes.edit' | 'tribes.merge' | 'tribes.split' | 'tribes.precision';
  /** What the change is about, for the menu. */
  readonly subject: string;
  readonly forward: object;
  readonly atMs: number;
}

/** Makes a change to some tribes and keeps in the journal what they were before. One transaction. */
export function changeTribes(project: ProjectDatabase, ids: readonly string[], { command, subject, forward, atMs }: TribeCommand, decide: (before: TribeDecisions) => TribeDecisions): void {
  project.connection.transaction(() => {
    const before = tribeDecisions(project, ids);
    const change: TribeChange = { ids, before, after: decide(before) };
    putTribeChange(project, change, 'after');
    recordCommand(project, { command, label: `${command}:${subject}`, forward: JSON.stringify(forward), inverse: JSON.stringify(change), atMs });
  }).immediate();
}

/** What was said of a tribe, with some of it said anew. */
export function changedEdit(before: TribeEdit | undefined, tribe: string, said: Partial<Omit<TribeEdit, 'tribe' | 'atMs'>>, atMs: number): TribeEdit {
  return { name: null, color: null, shape: null, notes: '', task: '', output: '', basis: '', hidden: false, ...before, ...said, tribe, atMs };
}

/** The look for a new tribe: that of which fewest of the role tribes have, so that eight tribes look different. */
export function freeLook(tribes: readonly ListedTribe[]): TribeLook {
  const drawn = tribes.filter(({ lens, hidden }) => lens === 'roles' && !hidden);
  const used = (color: number): number => drawn.filter(({ look }) => look.color === color).length;
  const colors = Array.from({ length: TRIBE_COLORS }, (_, color) => color);
  return defaultLook(colors.toSorted((one, other) => used(one) - used(other) || other - one)[0] ?? 0);
}

/** A tribe of the user's own as it is made: its decisions, with a code and a look of its own. */
export function madeTribe(project: ProjectDatabase, { name, rule, source = '', origin, atMs }: { readonly name: string; readonly rule: TribeRule | null; readonly source?: string; readonly origin: TribeOrigin; readonly atMs: number }, taken: readonly string[] = []): { readonly id: string; readonly tribe: OwnTribe; readonly edit: TribeEdit } {
  const listed = listedTribes(project);
  const codes = listed.flatMap(({ id }) => (id.startsWith('own:') ? [id.slice(4)] : []));
  const code = tribeCode(name, [...codes, ...taken]);
  const id = ownTribeId(code);
  return { id, tribe: { code, name, rule, source, origin, atMs }, edit: changedEdit(undefined, id, freeLook(listed), atMs) };
}

const PROBLEMS = {
  'too-deep': 'rules stand in one another more than four times',
  'too-many': 'the rule holds more than 40 conditions',
  'nothing-asked': 'a condition or group of the rule asks nothing',
  'wrong-order': 'a condition of the rule ends before it starts',
} as const;

/** Whether a rule can make the tribe `id` (a new one when null): nothing wrong in it, every tribe it asks about known, and none resting on itself. */
export function usableRule(project: ProjectDatabase, rule: TribeRule, id: string | null): Outcome<null> {
  const problem = ruleProblem(rule);
  if (problem !== null) return failed('invalid-input', `invalid rule: ${PROBLEMS[problem]}`);
  const tribes = listedTribes(project);
  const unknown = tribesAskedBy(rule).find((asked) => !tribes.some((tribe) => tribe.id === asked) && !asked.startsWith('community:') && !asked.startsWith('interest:'));
  if (unknown !== undefined) return failed('invalid-input', `invalid rule: no tribe is called ${unknown}`);
  const others = tribes.filter((tribe) => tribe.id !== id);
  if (restingOrder([...others, { id: id ?? 'own:', rule }]) === null) return failed('invalid-input', 'invalid rule: a tribe may not rest on itself');
  return success(null);
}
