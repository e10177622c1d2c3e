import { inferredParents, type UnlinkedMessage } from '../domain/account/inferred-parents.ts';
import { textKey } from '../domain/response/text-key.ts';
import type { ProjectDatabase } from './project-database.ts';

interface UnlinkedRow {
  readonly id: number;
  readonly nativeId: string;
  readonly placeId: number;
  readonly authorId: number | null;
  readonly atMs: number;
  readonly isVoice: number;
  readonly text: string | null;
  readonly name: string | null;
  readonly mentioned: string | null;
}

/** The name of a person as looked for in a text: two words at least, or one long one; single short words occur by themselves. */
function telling(name: string | null): string | null {
  const key = name === null ? '' : textKey(name.replace(/^@/, ''));
  return key.length >= 8 || (key.includes(' ') && key.length >= 5) ? key : null;
}

/**
 * Guesses again what answers what in containers where no message names a parent. Reviews, tickets and posts answer nobody
 * and are left alone, as are times known only to the day. In all containers, or in some. To be called inside a transaction.
 * Returns how many were guessed.
 */
export function refreshInferredParents({ connection }: ProjectDatabase, among: readonly number[] | null = null): number {
  if (among === null) connection.exec('DELETE FROM inferred_parent');
  else connection.prepare('DELETE FROM inferred_parent WHERE message_id IN (SELECT m.id FROM json_each(?) wanted CROSS JOIN message m ON m.container_id = wanted.value)').run(JSON.stringify(among));
  const places = connection.prepare(`SELECT c.id FROM container c WHERE ${among === null ? '1' : 'c.id IN (SELECT value FROM json_each(@among))'} AND EXISTS (SELECT 1 FROM message m WHERE m.container_id = c.id) AND NOT EXISTS (SELECT 1 FROM message m WHERE m.container_id = c.id AND (m.parent_native_id IS NOT NULL OR m.parent_id IS NOT NULL))`).pluck().all(among === null ? {} : { among: JSON.stringify(among) }) as number[];
  const read = connection.prepare(`SELECT m.id AS id, m.native_id AS nativeId, CASE WHEN m.root_native_id IS NULL THEN -m.container_id ELSE m.root_id END AS placeId, m.account_id AS authorId, m.created_at_ms AS atMs,
      EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice') AS isVoice, m.text AS text, COALESCE(a.name, a.handle) AS name,
      (SELECT json_group_array(n.account_id) FROM mention n WHERE n.message_id = m.id AND n.account_id IS NOT NULL) AS mentioned
    FROM message m LEFT JOIN account a ON a.id = m.account_id
    WHERE m.container_id = ? AND m.kind IN ('comment', 'reply', 'message') AND m.created_at_ms IS NOT NULL AND m.precision IN ('ms', 's', 'min') ORDER BY m.created_at_ms, m.id`);
  const insert = connection.prepare('INSERT INTO inferred_parent (message_id, parent_id, confidence, reason) VALUES (?, ?, ?, ?)');
  let count = 0;
  for (const place of places) {
    const messages = (read.all(place) as UnlinkedRow[]).map(({ text, name, mentioned, isVoice, ...row }): UnlinkedMessage => ({
      ...row, isVoice: isVoice === 1, key: text === null ? null : textKey(text), authorName: telling(name), mentionedIds: mentioned === null ? [] : (JSON.parse(mentioned) as number[]),
    }));
    for (const { id, parentId, confidence, reason } of inferredParents(messages)) {
      insert.run(id, parentId, confidence, reason);
      count += 1;
    }
  }
  return count;
}
