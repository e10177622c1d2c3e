import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A text that a brand wrote, to anybody, with the message it answers. */
export interface BrandText {
  readonly messageId: number;
  readonly parentId: number | null;
  readonly atMs: number;
  readonly text: string;
}

/** Texts of a brand's voices (null: of any brand's) in one language, of known days, the earliest first, at most `most`; programs write none. */
export function brandTexts({ connection }: ProjectDatabase, { brandId, language, messages, most }: { readonly brandId: number | null; readonly language: string; readonly messages: SqlCondition; readonly most: number }): BrandText[] {
  return connection.prepare(`WITH voice AS MATERIALIZED (SELECT DISTINCT account_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL AND (? IS NULL OR brand_id = ?) AND account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'bot'))
    SELECT m.id AS messageId, m.parent_id AS parentId, m.created_at_ms AS atMs, m.text AS text FROM voice v JOIN message m ON m.account_id = v.account_id JOIN reading r ON r.message_id = m.id
    WHERE r.direction = 'outbound' AND r.language = ? AND r.text_kind = 'text' AND m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') AND (${messages.sql}) ORDER BY m.created_at_ms, m.id LIMIT ?`)
    .all(brandId, brandId, language, ...messages.parameters, most) as BrandText[];
}

const DAY_MS = 86_400_000;

/** The day (UTC, counted from 1970) on which each message under a condition on alias `m` was written, by its number; 0 for others and for times known only roughly. */
export function messageDays({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): Int32Array {
  const days = new Int32Array(((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) + 1);
  const rows = connection.prepare(`SELECT m.id, m.created_at_ms FROM message m WHERE m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') AND (${sql})`).raw().iterate(...parameters) as IterableIterator<[number, number]>;
  for (const [id, atMs] of rows) days[id] = Math.floor(atMs / DAY_MS);
  return days;
}
