import type { ProjectDatabase } from './project-database.ts';

/** How many messages some people wrote. */
export function messageCounts({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, number> {
  return new Map(connection.prepare('SELECT w.value, count(m.id) FROM json_each(?) w LEFT JOIN message m ON m.account_id = w.value GROUP BY 1').raw().all(JSON.stringify(accountIds)) as [number, number][]);
}

/** How many people a tribe holds. */
export function tribeSize({ connection }: ProjectDatabase, tribe: string): number {
  return connection.prepare('SELECT count(*) FROM tribe_member WHERE tribe = ?').pluck().get(tribe) as number;
}
