import type { ProjectDatabase } from './project-database.ts';
import { messageCondition, type SqlCondition } from './selection-sql.ts';

/** Messages of the public about one brand, by network, kind and UTC hour. */
export interface BrandHour {
  readonly network: string;
  readonly kind: string;
  readonly hour: number;
  readonly messages: number;
}

/** What was imported of a brand: messages to it, under it or about it that are not its own, whose time is known to the day or better. */
export function brandHours({ connection }: ProjectDatabase, brandId: number): BrandHour[] {
  const { sql, parameters } = messageCondition({ brandId });
  return connection
    .prepare(`SELECT n.code AS network, m.kind AS kind, m.created_at_ms / 3600000 AS hour, count(*) AS messages FROM message m JOIN network n ON n.id = m.network_id LEFT JOIN reading r ON r.message_id = m.id
      WHERE m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') AND r.direction IS NOT 'outbound' AND (${sql}) GROUP BY 1, 2, 3`)
    .all(...parameters) as BrandHour[];
}

/** Messages of the public about one brand whose time is not known to the day, by network. */
export function undatedByNetwork({ connection }: ProjectDatabase, brandId: number): { network: string; messages: number }[] {
  const { sql, parameters } = messageCondition({ brandId });
  return connection
    .prepare(`SELECT n.code AS network, count(*) AS messages FROM message m JOIN network n ON n.id = m.network_id LEFT JOIN reading r ON r.message_id = m.id
      WHERE (m.created_at_ms IS NULL OR m.precision IN ('relative', 'none')) AND r.direction IS NOT 'outbound' AND (${sql}) GROUP BY 1`)
    .all(...parameters) as { network: string; messages: number }[];
}

/** Kinds of messages by id. */
export function messageKinds({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, string> {
  return new Map(connection.prepare('SELECT id, kind FROM message WHERE id IN (SELECT value FROM json_each(?))').raw().all(JSON.stringify(messageIds)) as [number, string][]);
}

/** When the first message under a condition on alias `m` was written whose time is known to the day or better, UTC ms; null without any. */
export function firstMessageMs({ connection }: ProjectDatabase, messages: SqlCondition): number | null {
  return connection.prepare(`SELECT min(m.created_at_ms) FROM message m WHERE m.precision NOT IN ('relative', 'none') AND (${messages.sql})`).pluck().get(...messages.parameters) as number | null;
}
