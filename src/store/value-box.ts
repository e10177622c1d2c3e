import type { ProjectDatabase } from './project-database.ts';

/** A rectangle of the value map in points, bounds inclusive, open where left out. */
export interface ValueBox {
  readonly createdFrom?: number | undefined;
  readonly createdTo?: number | undefined;
  readonly consumedFrom?: number | undefined;
  readonly consumedTo?: number | undefined;
}

/** Accounts inside a rectangle of the value map, kept to `among` when given; ids ascending. Consumed = observed + received. */
export function accountsInBox(project: ProjectDatabase, box: ValueBox, among?: readonly number[]): number[] {
  return project.connection
    .prepare(`SELECT account_id FROM account_balance WHERE created BETWEEN @createdFrom AND @createdTo AND observed + received BETWEEN @consumedFrom AND @consumedTo
      AND (@among IS NULL OR account_id IN (SELECT value FROM json_each(@among))) ORDER BY account_id`)
    .pluck()
    .all({
      createdFrom: box.createdFrom ?? -1e300, createdTo: box.createdTo ?? 1e300, consumedFrom: box.consumedFrom ?? -1e300, consumedTo: box.consumedTo ?? 1e300,
      among: among === undefined ? null : JSON.stringify(among),
    }) as number[];
}
