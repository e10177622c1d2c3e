import type { ProjectDatabase } from './project-database.ts';

/** How an account is shown beside its figures. */
export interface AccountLabel {
  readonly accountId: number;
  readonly name: string;
  readonly network: string;
  readonly employee: boolean;
}

/** Names, networks and whether they are employees, for some accounts; unknown ids are left out. */
export function accountLabels({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, AccountLabel> {
  const rows = connection
    .prepare(`SELECT a.id AS accountId, COALESCE(a.name, a.handle, a.native_id) AS name, n.code AS network, EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role = 'employee') AS employee
      FROM json_each(?) wanted JOIN account a ON a.id = wanted.value JOIN network n ON n.id = a.network_id`)
    .all(JSON.stringify(accountIds)) as (Omit<AccountLabel, 'employee'> & { employee: number })[];
  return new Map(rows.map((row) => [row.accountId, { ...row, employee: row.employee === 1 }]));
}

/** Share of each account's observable requests that were answered; accounts without one are absent. */
export function answeredShares({ connection }: ProjectDatabase, { accountIds, brandId }: { accountIds: readonly number[]; brandId: number | null }): Map<number, number> {
  return new Map(
    connection
      .prepare(`SELECT q.account_id, avg(q.censored = 0) FROM request q WHERE q.account_id IN (SELECT value FROM json_each(@ids)) AND q.observability = 'observable' AND ((@brandId IS NULL AND q.leads = 1) OR q.brand_id = @brandId) GROUP BY 1`)
      .raw().all({ ids: JSON.stringify(accountIds), brandId }) as [number, number][],
  );
}
