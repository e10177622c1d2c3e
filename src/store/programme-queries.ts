import type { Tone } from '../domain/model/reading.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A message of a brand, as programmes are compared. */
export interface ProgrammeMessage {
  readonly messageId: number;
  readonly brand: string;
  readonly threadId: number;
  readonly networkId: number;
  readonly network: string;
  /** Null where it was not read. */
  readonly acts: number | null;
  readonly tone: Tone | null;
  readonly text: string | null;
  readonly atMs: number | null;
  /** It begins a conversation and is written to nobody. */
  readonly isPost: number;
}

/** Messages of every brand's voices, programs left out, under a condition on alias `m`, the latest first, at most `most` a brand. One look at every message of a voice. */
export function programmeMessages({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition, most: number): ProgrammeMessage[] {
  return connection.prepare(`WITH voice AS MATERIALIZED (SELECT account_id, min(brand_id) AS brand_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL AND account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'bot') GROUP BY account_id)
    SELECT messageId, brand, threadId, networkId, network, acts, tone, text, atMs, isPost FROM (
      SELECT m.id AS messageId, b.name AS brand, COALESCE(m.root_id, m.id) AS threadId, m.network_id AS networkId, n.code AS network, r.acts AS acts, r.tone AS tone, m.text AS text,
        CASE WHEN m.precision IN ('ms', 's', 'min', 'day') THEN m.created_at_ms END AS atMs, COALESCE(m.root_id, m.id) = m.id AND m.parent_native_id IS NULL AND COALESCE(m.text, '') NOT LIKE '@%' AS isPost,
        row_number() OVER (PARTITION BY b.id ORDER BY m.created_at_ms DESC, m.id DESC) AS place
      FROM voice v JOIN brand b ON b.id = v.brand_id JOIN message m ON m.account_id = v.account_id JOIN network n ON n.id = m.network_id JOIN reading r ON r.message_id = m.id WHERE r.direction = 'outbound' AND (${sql}))
    WHERE place <= ? ORDER BY brand, messageId`).all(...parameters, most) as ProgrammeMessage[];
}
