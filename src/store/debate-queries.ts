import { ACTS, codeSet } from '../domain/model/codes.ts';
import type { DebateMessage } from '../domain/strategy/thread-debate.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

const ASK = codeSet(ACTS, ['ask']);

/** A thread with its first message. Times UTC ms. */
export interface DebateThread {
  readonly rootId: number;
  readonly networkId: number;
  readonly containerId: number | null;
  readonly atMs: number | null;
  /** Written in the brand's name, and asking the audience something. */
  readonly byBrand: boolean;
  readonly asks: boolean;
  /** Comments that the source says there are; null where it does not. */
  readonly declared: number | null;
  /** The whole thread, the first message included, in id order. */
  readonly messages: readonly DebateMessage[];
}

interface OpenThread extends Omit<DebateThread, 'messages'> {
  readonly messages: DebateMessage[];
}

/** Where the source tells who answers whom: some message there answers another than the first of its thread. By container, and by network for what stands in none. */
export function placesWithLinks({ connection }: ProjectDatabase): { readonly containers: ReadonlySet<number>; readonly networks: ReadonlySet<number> } {
  const rows = connection.prepare('SELECT DISTINCT m.container_id, m.network_id FROM message m WHERE m.parent_id IS NOT NULL AND m.parent_id <> COALESCE(m.root_id, m.id)').raw().all() as [number | null, number][];
  return { containers: new Set(rows.flatMap(([container]) => container ?? [])), networks: new Set(rows.flatMap(([container, network]) => (container === null ? [network] : []))) };
}

/**
 * Threads whose first message is selected (a condition on alias `m`) and stands outside the places of other brands, one after the
 * other. A brand's voice is one of `brandId` (null: of any brand). Memory: one thread at a time.
 */
export function* debateThreads({ connection }: ProjectDatabase, { brandId, messages }: { readonly brandId: number | null; readonly messages: SqlCondition }): Generator<DebateThread> {
  const rows = connection
    .prepare(`WITH person AS MATERIALIZED (SELECT account_id FROM account_balance),
        voice AS MATERIALIZED (SELECT DISTINCT account_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL AND (? IS NULL OR brand_id = ?)),
        first AS MATERIALIZED (SELECT m.id AS root, m.network_id AS network, m.container_id AS container, CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END AS at_ms, m.replies AS declared, m.account_id IN (SELECT account_id FROM voice) AS own
          FROM message m WHERE COALESCE(m.root_id, m.id) = m.id AND (? IS NULL OR m.container_id IS NULL OR m.container_id NOT IN (SELECT id FROM container WHERE brand_id <> ?)) AND (${messages.sql}))
      SELECT f.root, f.network, f.container, f.at_ms, f.declared, f.own, f.own AND COALESCE((SELECT r.acts & ${ASK} FROM reading r WHERE r.message_id = f.root), 0) <> 0,
        c.id, CASE WHEN c.account_id IN (SELECT account_id FROM person) THEN c.account_id END, c.parent_id
      FROM first f CROSS JOIN message c ON c.root_id = f.root ORDER BY f.root, c.id`)
    .raw().iterate(brandId, brandId, brandId, brandId, ...messages.parameters) as IterableIterator<[number, number, number | null, number | null, number | null, number, number, number, number | null, number | null]>;
  let thread: OpenThread | null = null;
  for (const [rootId, networkId, containerId, atMs, declared, own, asks, messageId, personId, parentId] of rows) {
    if (thread === null || thread.rootId !== rootId) {
      if (thread !== null) yield thread;
      thread = { rootId, networkId, containerId, atMs, declared, byBrand: own === 1, asks: asks === 1, messages: [] };
    }
    thread.messages.push({ messageId, personId, parentId });
  }
  if (thread !== null) yield thread;
}

/** What a list says of a thread: the words of its first message, where it stands, whose it is, and its messages. */
export interface ThreadFace {
  readonly text: string;
  readonly network: string;
  readonly place: string | null;
  readonly author: string | null;
  readonly messageIds: readonly number[];
}

/** Faces of threads by the number of their first message. */
export function threadFaces({ connection }: ProjectDatabase, rootIds: readonly number[]): Map<number, ThreadFace> {
  const rows = connection
    .prepare(`SELECT m.id, COALESCE(m.text, ''), n.code, c.name, COALESCE(a.name, a.handle), (SELECT json_group_array(t.id) FROM message t WHERE t.root_id = m.id)
      FROM json_each(?) wanted JOIN message m ON m.id = wanted.value JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id LEFT JOIN account a ON a.id = m.account_id`)
    .raw().all(JSON.stringify(rootIds)) as [number, string, string, string | null, string | null, string][];
  return new Map(rows.map(([id, text, network, place, author, ids]) => [id, { text, network, place, author, messageIds: JSON.parse(ids) as number[] }]));
}

/** The last dated message of each network, UTC ms: until then its threads were watched. */
export function lastMoments({ connection }: ProjectDatabase): Map<number, number> {
  return new Map(connection.prepare(`SELECT network_id, max(created_at_ms) FROM message WHERE precision NOT IN ('relative', 'none') AND created_at_ms IS NOT NULL GROUP BY 1`).raw().all() as [number, number][]);
}
