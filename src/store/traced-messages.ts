import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';
import { IS_CRITICISM } from './addressed-voices.ts';

/** A message of a place that was exported more than once, with what the later export says of it. */
export interface TracedRow {
  readonly messageId: number;
  readonly authorId: number | null;
  readonly container: string;
  readonly network: string;
  readonly state: 'vanished' | 'still-there' | 'not-re-exported';
  /** Intent bits; null when nobody could read it. */
  readonly intents: number | null;
  readonly criticism: boolean;
  readonly hidden: boolean;
}

/**
 * Messages by the public in places of a brand (null: in any place) of which a second export says something: it holds them again,
 * it no longer holds them, or it does not cover them. Under a condition on alias `m`, in id order.
 */
export function tracedMessages({ connection }: ProjectDatabase, brandId: number | null, messages: SqlCondition): TracedRow[] {
  const rows = connection
    .prepare(`SELECT m.id AS messageId, m.account_id AS authorId, c.name AS container, n.code AS network, COALESCE(x.state, 'still-there') AS state, r.intents AS intents,
        COALESCE(r.intents IS NOT NULL AND ${IS_CRITICISM}, 0) AS criticism, COALESCE(m.hidden, 0) AS hidden
      FROM message m JOIN container c ON c.id = m.container_id JOIN network n ON n.id = c.network_id LEFT JOIN absence x ON x.message_id = m.id LEFT JOIN reading r ON r.message_id = m.id
      WHERE (x.message_id IS NOT NULL OR EXISTS (SELECT 1 FROM sighting s WHERE s.record = 'message' AND s.record_id = m.id)) AND r.direction IS NOT 'outbound'
        AND ${brandId === null ? '1' : 'c.brand_id = ?'} AND (${messages.sql}) ORDER BY m.id`)
    .all(...(brandId === null ? [] : [brandId]), ...messages.parameters) as (Omit<TracedRow, 'criticism' | 'hidden'> & { criticism: number; hidden: number })[];
  return rows.map((row) => ({ ...row, criticism: row.criticism === 1, hidden: row.hidden === 1 }));
}
