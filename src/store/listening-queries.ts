import type { ReplyCoverage } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import { brandCondition } from './request-queries.ts';

/** From when to when one import holds messages of one container, or of a network where they stand in none. */
export interface ImportWindow {
  readonly importId: number;
  readonly fileName: string;
  readonly format: string;
  readonly containerId: number | null;
  readonly container: string | null;
  readonly networkId: number;
  readonly network: string;
  /** Class of the brand's replies in this import of the container; null where none was given. */
  readonly replies: ReplyCoverage | null;
  readonly fromMs: number;
  readonly toMs: number;
  readonly messages: number;
}

/**
 * What every import covers, by container: messages it brought and messages it met again, times counted back from rough ages left
 * out. By place and time. One pass over the messages.
 */
export function importWindows({ connection }: ProjectDatabase): ImportWindow[] {
  return connection
    .prepare(`WITH held AS (
        SELECT import_id, container_id, network_id, created_at_ms AS at_ms FROM message WHERE created_at_ms IS NOT NULL AND precision NOT IN ('relative', 'none')
        UNION ALL SELECT s.import_id, m.container_id, m.network_id, m.created_at_ms FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message' AND m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none')),
      windows AS (SELECT import_id, container_id, network_id, min(at_ms) AS from_ms, max(at_ms) AS to_ms, count(*) AS messages FROM held GROUP BY import_id, container_id, network_id)
      SELECT w.import_id AS importId, i.file_name AS fileName, i.format AS format, w.container_id AS containerId, c.name AS container, w.network_id AS networkId, n.code AS network, v.replies AS replies,
        w.from_ms AS fromMs, w.to_ms AS toMs, w.messages AS messages
      FROM windows w JOIN import i ON i.id = w.import_id JOIN network n ON n.id = w.network_id LEFT JOIN container c ON c.id = w.container_id
      LEFT JOIN coverage v ON v.container_id = w.container_id AND v.import_id = w.import_id
      WHERE i.state = 'done' ORDER BY n.code, c.name, w.from_ms, i.file_hash, w.import_id`)
    .all() as ImportWindow[];
}

/** What is known of a request besides its time and its end. */
export interface RequestSurroundings {
  readonly messageId: number;
  /** Followers of its author, as the latest import says. */
  readonly followers: number | null;
  /** How likely its text is negative, in [0, 1]; null where it was not read. */
  readonly negative: number | null;
  readonly text: string | null;
  /** A topic it belongs to, questions before copies. */
  readonly topic: string | null;
  /** Likes and other reactions to it whose time is known. */
  readonly datedReactions: number;
}

/** Surroundings of all requests of a brand (null: of all brands), by message. */
export function requestSurroundings({ connection }: ProjectDatabase, brandId: number | null): Map<number, RequestSurroundings> {
  const brand = brandCondition(brandId);
  const rows = connection
    .prepare(`SELECT q.message_id AS messageId, a.followers AS followers, r.negative AS negative, m.text AS text,
        (SELECT t.topic FROM topic_message t JOIN topic o ON o.id = t.topic WHERE t.message_id = q.message_id ORDER BY o.kind = 'copies', t.topic LIMIT 1) AS topic,
        (SELECT count(*) FROM reaction x WHERE x.message_id = q.message_id AND x.created_at_ms IS NOT NULL AND x.precision NOT IN ('relative', 'none')) AS datedReactions
      FROM request q JOIN message m ON m.id = q.message_id LEFT JOIN account a ON a.id = m.account_id LEFT JOIN reading r ON r.message_id = q.message_id WHERE ${brand.sql}`)
    .all(...brand.parameters) as RequestSurroundings[];
  return new Map(rows.map((row) => [row.messageId, row]));
}
