import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A message that speaks for a brand, with whom it is written to. */
export interface BrandMessageRow {
  readonly messageId: number;
  readonly rootId: number;
  readonly networkId: number;
  /** Bits of acts; null where it was not read. */
  readonly acts: number | null;
  readonly atMs: number | null;
  readonly accountId: number | null;
  readonly answersMs: number | null;
  /** Only of messages that are read as personal. */
  readonly text: string | null;
  readonly isRoot: number;
  /** It answers a message that is not the brand's own, whoever wrote that. */
  readonly isReply: number;
  readonly containerId: number | null;
}

const TIMED = (alias: string): string => `CASE WHEN ${alias}.precision IN ('ms', 's', 'min') THEN ${alias}.created_at_ms END`;

/**
 * Messages of the accounts that speak for a brand (null: for any), with the person each is written to: the author of the message it
 * answers, else the only account it names. Programs are left out. `personal` is the bit of that act. One scan of the readings.
 */
export function brandMessages({ connection }: ProjectDatabase, { brandId, messages, personal }: { readonly brandId: number | null; readonly messages: SqlCondition; readonly personal: number }): BrandMessageRow[] {
  return connection.prepare(`WITH voice AS MATERIALIZED (SELECT DISTINCT account_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL AND (? IS NULL OR brand_id = ?)),
      anyvoice AS MATERIALIZED (SELECT DISTINCT account_id FROM account_role WHERE role = 'voice')
    SELECT m.id AS messageId, COALESCE(m.root_id, m.id) AS rootId, m.network_id AS networkId, r.acts AS acts, ${TIMED('m')} AS atMs,
      CASE WHEN p.account_id IS NOT NULL AND p.account_id NOT IN (SELECT account_id FROM anyvoice) THEN p.account_id
        ELSE (SELECT CASE WHEN count(DISTINCT n.account_id) = 1 THEN min(n.account_id) END FROM mention n WHERE n.message_id = m.id AND n.account_id IS NOT NULL AND n.account_id NOT IN (SELECT account_id FROM anyvoice)) END AS accountId,
      CASE WHEN p.account_id IS NOT NULL AND p.account_id NOT IN (SELECT account_id FROM anyvoice) THEN ${TIMED('p')} END AS answersMs,
      CASE WHEN r.acts & ? THEN m.text END AS text, COALESCE(m.root_id, m.id) = m.id AS isRoot, m.parent_native_id IS NOT NULL AND (p.account_id IS NULL OR p.account_id NOT IN (SELECT account_id FROM anyvoice)) AS isReply, m.container_id AS containerId
    FROM voice v JOIN message m ON m.account_id = v.account_id JOIN reading r ON r.message_id = m.id LEFT JOIN message p ON p.id = m.parent_id
    WHERE r.direction = 'outbound' AND m.account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'bot') AND (${messages.sql}) ORDER BY m.id`)
    .all(brandId, brandId, personal, ...messages.parameters) as BrandMessageRow[];
}
