import type { PieceKind } from '../domain/model/value-piece.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A message with what names it in any project. */
interface NamedMessage {
  readonly messageId: number;
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
}

/** What a brand told everybody: the first message of a conversation, written to nobody. */
export interface AnnouncementRow extends NamedMessage {
  readonly brandId: number;
  readonly container: string | null;
  readonly atMs: number;
  readonly language: string;
  readonly text: string;
}

const TIMED = `m.precision IN ('ms', 's', 'min')`;

/** Announcements of a brand (null: of any) with a known time in a language that is read, the latest first, at most `most`. One look at every message of its voices. */
export function announcementRows({ connection }: ProjectDatabase, { brandId, messages, most }: { readonly brandId: number | null; readonly messages: SqlCondition; readonly most: number }): AnnouncementRow[] {
  return connection.prepare(`WITH voice AS MATERIALIZED (SELECT account_id, min(brand_id) AS brand_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL AND (? IS NULL OR brand_id = ?) AND account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'bot') GROUP BY account_id)
    SELECT m.id AS messageId, v.brand_id AS brandId, n.code AS network, m.kind AS kind, m.native_id AS nativeId, c.name AS container, m.created_at_ms AS atMs, r.language AS language, m.text AS text
    FROM voice v JOIN message m ON m.account_id = v.account_id JOIN reading r ON r.message_id = m.id JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id
    WHERE r.direction = 'outbound' AND COALESCE(m.root_id, m.id) = m.id AND m.parent_native_id IS NULL AND ${TIMED} AND r.language IN ('it', 'en') AND r.text_kind = 'text' AND m.text NOT LIKE '@%' AND (${messages.sql})
    ORDER BY m.created_at_ms DESC, m.id DESC LIMIT ?`).all(brandId, brandId, ...messages.parameters, most) as AnnouncementRow[];
}

/** A piece that asks for something, with its words, the group it stands in and whom it counts for. */
export interface DemandRow extends NamedMessage {
  /** Null where it is around no brand. */
  readonly brandId: number | null;
  readonly piece: PieceKind;
  readonly group: string;
  readonly requesterId: number;
  readonly atMs: number;
  readonly rootId: number;
  readonly language: string;
  readonly words: string;
}

/** Demands under a condition on aliases `p` and `m`, of known people and times, the latest first, at most `most`; a piece alone is a group of its own. */
export function demandRows({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition, most: number): DemandRow[] {
  return connection.prepare(`SELECT p.message_id AS messageId, p.brand_id AS brandId, n.code AS network, m.kind AS kind, m.native_id AS nativeId, p.kind AS piece, COALESCE(p.group_id, 'alone ' || p.id) AS "group", p.requester_id AS requesterId, p.at_ms AS atMs,
      COALESCE(m.root_id, m.id) AS rootId, COALESCE(w.language, q.language) AS language, COALESCE(w.words, q.words) AS words
    FROM value_piece p JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id LEFT JOIN demand_words w ON w.message_id = p.message_id LEFT JOIN question_words q ON q.message_id = p.message_id
    WHERE ${sql} AND p.requester_id IS NOT NULL AND p.at_ms IS NOT NULL AND ${TIMED} AND COALESCE(w.words, q.words, '') <> '' ORDER BY p.at_ms DESC, p.id DESC LIMIT ?`).all(...parameters, most) as DemandRow[];
}

/** The earliest request that anybody made to a brand (null: to any), UTC ms; null without one of known time. */
export function earliestRequestMs({ connection }: ProjectDatabase, brandId: number | null): number | null {
  return connection.prepare('SELECT min(at_ms) FROM request WHERE (? IS NULL OR brand_id = ?)').pluck().get(brandId, brandId) as number | null;
}
