import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Rules a person may change: whether inferred links count, and how long texts of vanished messages are kept. */
export type ImportRules = OperationValue<'import.rules'>;

/** Name of the setting that says whether inferred links count; absent while nobody said. */
export const INFERRED_SETTING = 'include_inferred';
/** Name of the setting that says how many days texts of vanished messages are kept, or `keep`. */
export const KEPT_DAYS = 'vanished_kept_days';
const DEFAULT_DAYS = 30;

/** Both settings as stored, for undo; null where the default holds. */
export interface RulesChange {
  readonly before: readonly (string | null)[];
  readonly after: readonly (string | null)[];
}

/** The rules that hold: inferred links count, and texts of vanished messages stay 30 days, unless a person said otherwise. */
export function importRules(project: ProjectDatabase): ImportRules {
  const days = settingOf(project, KEPT_DAYS);
  return { includeInferred: settingOf(project, INFERRED_SETTING) !== 'no', vanishedKeptDays: days === null ? DEFAULT_DAYS : days === 'keep' ? null : Number(days) };
}

function stored(project: ProjectDatabase): (string | null)[] {
  return [settingOf(project, INFERRED_SETTING), settingOf(project, KEPT_DAYS)];
}

/** Makes stored rules stand. */
export function putRules(project: ProjectDatabase, values: readonly (string | null)[]): void {
  for (const [place, key] of [INFERRED_SETTING, KEPT_DAYS].entries()) {
    const value = values[place] ?? null;
    if (value === null) removeSetting(project, key);
    else storeSetting(project, key, value);
  }
}

/** Changes rules as one change that can be undone. To be called inside a transaction. */
export function changeRules(project: ProjectDatabase, { includeInferred, vanishedKeptDays }: OperationRequest<'import.setRules'>, atMs: number): void {
  const before = stored(project);
  if (includeInferred !== undefined) storeSetting(project, INFERRED_SETTING, includeInferred ? 'yes' : 'no');
  if (vanishedKeptDays !== undefined) storeSetting(project, KEPT_DAYS, vanishedKeptDays === null ? 'keep' : String(vanishedKeptDays));
  const change: RulesChange = { before, after: stored(project) };
  recordCommand(project, { command: 'import.setRules', label: 'import.setRules', forward: JSON.stringify({ includeInferred, vanishedKeptDays }), inverse: JSON.stringify(change), atMs });
}
