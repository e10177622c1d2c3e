import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';
import { namesBrand } from './tribe-people.ts';

/**
 * A condition on alias `m`: messages that name a brand, in their text or by a handle, or that are addressed to it as requests are:
 * they stand in a place it owns, or answer a message of an account that speaks for it.
 */
export function meansBrand(name: string, brandId: number): SqlCondition {
  const names = namesBrand(name, brandId);
  const voices = `SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = ?`;
  return {
    sql: `(${names.sql} OR m.container_id IN (SELECT id FROM container WHERE brand_id = ?) OR m.parent_id IN (SELECT v.id FROM message v WHERE v.account_id IN (${voices})))`,
    parameters: [...names.parameters, brandId, brandId],
  };
}

/** When some messages were written, by number; times known only roughly are left out. UTC ms. */
export function exactTimes({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, number> {
  return new Map(connection.prepare(`SELECT m.id, m.created_at_ms FROM json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value WHERE m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none')`).raw().all(JSON.stringify(messageIds)) as [number, number][]);
}

/** One message of a tribe's person. */
export interface TribeMessage {
  readonly tribe: string;
  readonly messageId: number;
  readonly accountId: number;
}

/** Messages of some tribes' people under a condition on alias `m`, in order of their numbers; one of several tribes stands once in each. */
export function tribeMessages({ connection }: ProjectDatabase, tribes: readonly string[], { sql, parameters }: SqlCondition): TribeMessage[] {
  return connection.prepare(`SELECT t.tribe AS tribe, m.id AS messageId, m.account_id AS accountId FROM json_each(?) wanted CROSS JOIN tribe_member t ON t.tribe = wanted.value JOIN message m ON m.account_id = t.account_id WHERE (${sql}) ORDER BY m.id, t.tribe`).all(JSON.stringify(tribes), ...parameters) as TribeMessage[];
}
