import { ACTS, INTENTS, codeSet } from '../domain/model/codes.ts';
import type { PageMessage } from '../domain/trust/promise-verdict.ts';
import type { FollowedPromise, FoundPromise, ThreadMessage } from '../domain/trust/thread-promises.ts';
import type { ProjectDatabase } from './project-database.ts';

const ANSWER = codeSet(ACTS, ['answer']);
const UNDONE = codeSet(ACTS, ['promise', 'deflect', 'ask']);
const PROMISE = codeSet(ACTS, ['promise']);
const TROUBLE = codeSet(INTENTS, ['trouble']);
const MOST_POSTS = 400;

// Roles hold between their dates. Of several brands the first: an account speaks for one.
const VOICE_AT = `SELECT min(v.brand_id) FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND (v.from_ms IS NULL OR m.created_at_ms >= v.from_ms) AND (v.to_ms IS NULL OR m.created_at_ms < v.to_ms)`;
const PERSON_OF = `COALESCE((SELECT person_id FROM person_account WHERE account_id = `;
const TIMED = `m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none')`;
// a person who says that a message promises nothing has the last word
const PROMISING = `r.promises IS NOT NULL AND (r.acts IS NULL OR r.acts & ${PROMISE} <> 0)`;

/** A message of a conversation with where it stands. */
export interface PlacedThreadMessage extends ThreadMessage {
  readonly rootId: number;
  readonly containerId: number | null;
}

const PROMISED = `r.direction = 'outbound' AND ${PROMISING} AND ${TIMED} AND m.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL)`;

/** The conversations in which a brand promised something, by the id of their first message, ascending. */
export function promisingRoots({ connection }: ProjectDatabase): number[] {
  return connection.prepare(`SELECT DISTINCT COALESCE(m.root_id, m.id) FROM reading r JOIN message m ON m.id = r.message_id WHERE ${PROMISED} ORDER BY 1`).pluck().all() as number[];
}

/** Those of some conversations in which a brand promised something, ascending. */
export function promisingRootsOf({ connection }: ProjectDatabase, rootIds: readonly number[]): number[] {
  return connection.prepare(`SELECT DISTINCT root FROM (
      SELECT wanted.value AS root FROM json_each(@roots) wanted CROSS JOIN message m ON m.root_id = wanted.value CROSS JOIN reading r ON r.message_id = m.id WHERE ${PROMISED}
      UNION ALL SELECT m.id FROM json_each(@roots) wanted CROSS JOIN message m ON m.id = wanted.value CROSS JOIN reading r ON r.message_id = m.id WHERE m.root_id IS NULL AND ${PROMISED}) ORDER BY 1`)
    .pluck().all({ roots: JSON.stringify(rootIds) }) as number[];
}

/** The conversations of messages, and those with promises on pages to which a brand posted something among them. */
export function conversationsAround({ connection }: ProjectDatabase, messageIds: readonly number[]): number[] {
  return connection.prepare(`SELECT COALESCE(m.root_id, m.id) FROM json_each(@ids) wanted CROSS JOIN message m ON m.id = wanted.value
      UNION SELECT COALESCE(m.root_id, m.id) FROM promise p JOIN message m ON m.id = p.message_id WHERE m.container_id IN (
        SELECT o.container_id FROM json_each(@ids) wanted CROSS JOIN message o ON o.id = wanted.value WHERE o.kind = 'post' AND o.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice'))`)
    .pluck().all({ ids: JSON.stringify(messageIds) }) as number[];
}

/** Until when pages were watched as promises were followed, by container; 0 stands for everywhere else. */
export function keptPromiseWatch({ connection }: ProjectDatabase): Map<number, number> {
  return new Map(connection.prepare('SELECT container_id, end_ms FROM promise_watch').raw().all() as [number, number][]);
}

/** Takes down until when pages were watched. */
export function keepPromiseWatch({ connection }: ProjectDatabase, ends: ReadonlyMap<number, number>): void {
  connection.exec('DELETE FROM promise_watch');
  const keep = connection.prepare('INSERT INTO promise_watch (container_id, end_ms) VALUES (?, ?)');
  for (const [containerId, endMs] of ends) keep.run(containerId, endMs);
}

/**
 * Conversations with promises that may end otherwise because their page is watched until another moment: of each container
 * (0: of all others) the earlier of the two. Those that were judged by then, with nothing written after it, stay as they are.
 */
export function unsettledRoots({ connection }: ProjectDatabase, earlierEnds: ReadonlyMap<number, number>, containersApart: ReadonlySet<number>): number[] {
  if (earlierEnds.size === 0) return [];
  const rows = connection.prepare(`SELECT COALESCE(m.root_id, m.id), m.container_id, p.judged_ms, (SELECT max(t.created_at_ms) FROM message t WHERE t.root_id = COALESCE(m.root_id, m.id)) FROM promise p JOIN message m ON m.id = p.message_id`).raw().all() as [number, number | null, number, number | null][];
  const posted = connection.prepare(`SELECT 1 FROM message m WHERE m.container_id = ? AND m.created_at_ms > ? AND m.kind = 'post' AND m.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice') LIMIT 1`).pluck();
  const roots = new Set<number>();
  const isPosted = new Map<number, boolean>();
  for (const [root, containerId, judgedMs, lastMs] of rows) {
    const endMs = earlierEnds.get(containerId !== null && containersApart.has(containerId) ? containerId : 0);
    if (endMs === undefined) continue;
    if (containerId !== null && !isPosted.has(containerId)) isPosted.set(containerId, posted.get(containerId, endMs) !== undefined);
    if (judgedMs > endMs || (lastMs ?? 0) > endMs || (containerId !== null && isPosted.get(containerId) === true)) roots.add(root);
  }
  return [...roots];
}

interface Columns {
  readonly rootId: number;
  readonly messageId: number;
  readonly parentId: number | null;
  readonly personId: number | null;
  readonly brandId: number | null;
  readonly automatic: number;
  readonly atMs: number;
  readonly onlyDay: number;
  readonly text: string;
  readonly thanks: number;
  readonly trouble: number;
  readonly answers: number;
  readonly promises: string | null;
  readonly containerId: number | null;
}

/** The messages of some conversations in time order, by conversation; those without a time that counts are left out. */
export function conversations({ connection }: ProjectDatabase, rootIds: readonly number[]): Map<number, PlacedThreadMessage[]> {
  const roots = JSON.stringify(rootIds);
  const within = 'm.id IN (SELECT value FROM json_each(@roots)) OR m.root_id IN (SELECT value FROM json_each(@roots))';
  const mentioned = new Map<number, number[]>();
  for (const [messageId, personId] of connection
    .prepare(`SELECT x.message_id, ${PERSON_OF} x.account_id), x.account_id) FROM mention x WHERE x.account_id IS NOT NULL AND x.message_id IN (SELECT m.id FROM message m WHERE ${within})`)
    .raw().all({ roots }) as [number, number][]) mentioned.set(messageId, [...(mentioned.get(messageId) ?? []), personId]);
  const rows = connection
    .prepare(`SELECT COALESCE(m.root_id, m.id) AS rootId, m.id AS messageId, COALESCE(m.parent_id, (SELECT parent_id FROM inferred_parent WHERE message_id = m.id)) AS parentId,
        ${PERSON_OF} m.account_id), m.account_id) AS personId, (${VOICE_AT}) AS brandId,
        EXISTS (SELECT 1 FROM account_role b WHERE b.account_id = m.account_id AND b.role = 'bot') AS automatic, m.created_at_ms AS atMs, m.precision = 'day' AS onlyDay, COALESCE(m.text, '') AS text,
        COALESCE(r.thanks, 0) AS thanks, COALESCE(r.intents & ${TROUBLE} <> 0, 0) AS trouble, COALESCE(r.acts & ${ANSWER} <> 0 AND r.acts & ${UNDONE} = 0, 0) AS answers, CASE WHEN r.direction = 'outbound' AND ${PROMISING} THEN r.promises END AS promises, m.container_id AS containerId
      FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE (${within}) AND ${TIMED} ORDER BY m.created_at_ms, m.id`)
    .all({ roots }) as Columns[];
  const found = new Map<number, PlacedThreadMessage[]>();
  for (const { automatic, onlyDay, thanks, trouble, answers, promises, ...row } of rows) {
    const message: PlacedThreadMessage = {
      ...row, automatic: automatic === 1, onlyDay: onlyDay === 1, thanks: thanks === 1, trouble: trouble === 1, answers: answers === 1,
      mentionedIds: mentioned.get(row.messageId) ?? [], promises: promises === null ? [] : (JSON.parse(promises) as FoundPromise[]),
    };
    const thread = found.get(row.rootId);
    if (thread === undefined) found.set(row.rootId, [message]);
    else thread.push(message);
  }
  return found;
}

/**
 * What a brand posted on a page after a moment, outside one conversation, oldest first, at most 400: replies to other people
 * are theirs. Null where the page has no post of the brand in the data: nothing would be seen there.
 */
export function laterOnPage({ connection }: ProjectDatabase, { containerId, rootId, brandId, atMs }: { readonly containerId: number | null; readonly rootId: number; readonly brandId: number; readonly atMs: number }): PageMessage[] | null {
  if (containerId === null) return null;
  const byBrand = `m.kind = 'post' AND m.container_id = @containerId AND m.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = @brandId)`;
  if (connection.prepare(`SELECT 1 FROM message m WHERE ${byBrand} LIMIT 1`).get({ containerId, brandId }) === undefined) return null;
  const rows = connection
    .prepare(`SELECT m.id AS messageId, m.created_at_ms AS atMs, COALESCE(m.text, '') AS text, EXISTS (SELECT 1 FROM reading r WHERE r.message_id = m.id AND r.promises IS NOT NULL) AS promises FROM message m WHERE ${byBrand} AND ${TIMED} AND m.created_at_ms > @atMs AND COALESCE(m.root_id, m.id) <> @rootId ORDER BY m.created_at_ms, m.id LIMIT ${MOST_POSTS}`)
    .all({ containerId, rootId, brandId, atMs }) as (Omit<PageMessage, 'promises'> & { readonly promises: number })[];
  return rows.map((row) => ({ ...row, promises: row.promises === 1 }));
}

/** Until when each container was watched, as the requests there say. */
export function watchedContainers({ connection }: ProjectDatabase): Map<number, number> {
  return new Map(connection.prepare('SELECT container_id, max(observation_end_ms) FROM request WHERE container_id IS NOT NULL GROUP BY 1').raw().all() as [number, number][]);
}

/** Forgets what was derived of promises, of all or of those in some conversations; verdicts by hand stand apart and stay. */
export function deletePromises({ connection }: ProjectDatabase, rootIds: readonly number[] | null): void {
  if (rootIds === null) connection.exec('DELETE FROM promise');
  else connection.prepare('DELETE FROM promise WHERE message_id IN (SELECT m.id FROM json_each(@roots) wanted CROSS JOIN message m ON m.root_id = wanted.value UNION SELECT value FROM json_each(@roots))').run({ roots: JSON.stringify(rootIds) });
}

/** A row's number follows from where the promise stands, not from when it was followed: texts are shorter than this. */
const PLACES = 1_048_576;

/** Stores followed promises in one transaction. */
export function storePromises({ connection }: ProjectDatabase, promises: readonly FollowedPromise[]): void {
  const insert = connection.prepare(`INSERT INTO promise (id, message_id, brand_id, account_id, at_ms, start, "end", due_text, due_ms, judged_ms, state, reason, evidence_message_id, evidence_start, evidence_end, shown_ms)
    VALUES (@id, @messageId, @brandId, @personId, @atMs, @start, @end, @dueText, @dueMs, @judgedMs, @state, @reason, @evidenceId, @evidenceStart, @evidenceEnd, @shownMs)`);
  connection.transaction(() => {
    for (const { verdict, dueAfterSeconds, ...promise } of promises) {
      insert.run({
        ...promise, id: promise.messageId * PLACES + promise.start, dueMs: dueAfterSeconds === null ? null : promise.atMs + dueAfterSeconds * 1000, judgedMs: verdict.judgedMs, state: verdict.state, reason: verdict.reason,
        evidenceId: verdict.evidence?.messageId ?? null, evidenceStart: verdict.evidence?.start ?? null, evidenceEnd: verdict.evidence?.end ?? null, shownMs: verdict.shownMs,
      });
    }
  })();
}
