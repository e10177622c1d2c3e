import type { ProjectDatabase } from './project-database.ts';
import { settingOf, storeSetting } from './stage-queries.ts';

const KEY = 'highest_account_id';

/** The highest account id that was ever given: of an account that was forgotten nobody else takes the place, because what can still be redone may name it. */
export function highestAccountId(project: ProjectDatabase): number {
  const present = (project.connection.prepare('SELECT max(id) FROM account').pluck().get() as number | null) ?? 0;
  const kept = Number(settingOf(project, KEY) ?? 0);
  return Math.max(present, Number.isSafeInteger(kept) ? kept : 0);
}

/** Keeps the highest id, before accounts are forgotten. To be called inside a transaction. */
export function keepHighestAccountId(project: ProjectDatabase): void {
  storeSetting(project, KEY, String(highestAccountId(project)));
}
