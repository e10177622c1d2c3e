import type { ProjectDatabase } from './project-database.ts';

/** A requester of a demand, by what they wrote first. */
export interface GroupRequester {
  readonly group: string;
  readonly requesterId: number;
  readonly messageId: number;
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
  readonly name: string | null;
  readonly accountId: number | null;
  /** When they first asked, UTC ms; null where that is not known. */
  readonly atMs: number | null;
}

/** The independent requesters of some groups with the message each asked with first, by group and time. */
export function groupRequesters({ connection }: ProjectDatabase, groups: readonly string[]): GroupRequester[] {
  return connection.prepare(`SELECT "group", requesterId, messageId, network, kind, nativeId, name, accountId, atMs FROM (
      SELECT p.group_id AS "group", p.requester_id AS requesterId, p.message_id AS messageId, n.code AS network, m.kind AS kind, m.native_id AS nativeId, COALESCE(a.name, a.handle, a.native_id) AS name, m.account_id AS accountId, p.at_ms AS atMs,
        row_number() OVER (PARTITION BY p.group_id, p.requester_id ORDER BY p.at_ms IS NULL, p.at_ms, p.message_id) AS place
      FROM value_piece p JOIN message m ON m.id = p.message_id JOIN network n ON n.id = m.network_id LEFT JOIN account a ON a.id = m.account_id
      WHERE p.group_id IN (SELECT value FROM json_each(?)) AND p.requester_id IS NOT NULL) WHERE place = 1 ORDER BY "group", atMs IS NULL, atMs, messageId`).all(JSON.stringify(groups)) as GroupRequester[];
}

/** The message that says what each of some groups asks for best: the shortest of those most like the middle of it. */
export function typicalMessages({ connection }: ProjectDatabase, groups: readonly string[]): Map<string, { readonly messageId: number; readonly text: string }> {
  const select = connection.prepare(`SELECT p.message_id AS messageId, COALESCE(m.text, '') AS text FROM value_piece p JOIN message m ON m.id = p.message_id WHERE p.group_id = ? ORDER BY p.likeness DESC, length(m.text), m.text, m.id LIMIT 1`);
  return new Map(groups.flatMap((group) => {
    const found = select.get(group) as { messageId: number; text: string } | undefined;
    return found === undefined ? [] : [[group, found] as const];
  }));
}

/**
 * The first message after `fromMs` by which a brand's voice answers any piece of a requester in a group, or names the requester
 * in the conversation of one; null where there is none. Looks at the replies to those pieces and at their conversations.
 */
export function toldReader({ connection }: ProjectDatabase): (wanted: { readonly group: string; readonly requesterId: number; readonly fromMs: number }) => number | null {
  const select = connection.prepare(`WITH piece AS MATERIALIZED (SELECT m.id AS id, COALESCE(m.root_id, m.id) AS root, m.account_id AS account FROM value_piece p JOIN message m ON m.id = p.message_id WHERE p.group_id = @group AND p.requester_id = @requesterId)
    SELECT b.id FROM piece CROSS JOIN message b ON b.root_id = piece.root WHERE b.created_at_ms > @fromMs AND b.precision IN ('ms', 's', 'min')
      AND b.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL)
      AND (b.parent_id = piece.id OR EXISTS (SELECT 1 FROM mention n WHERE n.message_id = b.id AND n.account_id = piece.account)) ORDER BY b.created_at_ms, b.id LIMIT 1`).pluck();
  return (wanted) => (select.get(wanted) as number | undefined) ?? null;
}
