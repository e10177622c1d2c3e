import type { EraseCounts } from './erase-counts.ts';
import { cleanedValues, NAMING_COLUMNS } from './erase-statements.ts';
import type { PersonTraces } from './person-traces.ts';
import type { ProjectDatabase } from './project-database.ts';

const RANGE = 5000;

interface OthersRow {
  readonly id: number;
  readonly networkId: number;
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
  readonly text: string | null;
  readonly url: string | null;
  readonly address: string | null;
  readonly parent_native_id: string | null;
  readonly root_native_id: string | null;
  readonly quoted_native_id: string | null;
}

/** A message of somebody else from which what the person wrote was taken, with the passages that it quoted. */
export interface QuotingMessage {
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
  readonly passages: readonly string[];
}

/** Messages of others that answer or quote the person by a link, or mention one of their accounts or handles. */
export function linkedMessages({ connection }: ProjectDatabase, { accounts, messages, isHandle, standIn }: PersonTraces): Set<number> {
  const own = new Set(messages.map(({ id }) => id));
  const linked = new Set<number>();
  const networks = new Map(connection.prepare('SELECT id, code FROM network').raw().all() as [number, string][]);
  const named = connection.prepare(`SELECT id, network_id, ${NAMING_COLUMNS.join(', ')} FROM message WHERE COALESCE(${NAMING_COLUMNS.join(', ')}) IS NOT NULL`).raw().iterate() as IterableIterator<[number, number, ...(string | null)[]]>;
  for (const [id, networkId, ...names] of named) if (names.some((name) => name !== null && standIn(networkId, name) !== null)) linked.add(id);
  for (const id of connection.prepare('SELECT m.id FROM message m WHERE m.parent_id IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify([...own])) as number[]) linked.add(id);
  for (const id of connection.prepare('SELECT message_id FROM mention WHERE account_id IN (SELECT value FROM json_each(?))').pluck().all(JSON.stringify(accounts.map(({ id }) => id))) as number[]) linked.add(id);
  const handles = (connection.prepare('SELECT DISTINCT handle FROM mention').pluck().all() as string[]).filter((handle) => [...networks.values()].some((network) => isHandle(network, handle)));
  const bearing = connection.prepare('SELECT n.message_id, m.network_id FROM mention n JOIN message m ON m.id = n.message_id WHERE n.handle = ?').raw();
  for (const handle of handles) for (const [id, networkId] of bearing.all(handle) as [number, number][]) if (isHandle(networks.get(networkId) ?? '', handle)) linked.add(id);
  for (const id of own) linked.delete(id);
  return linked;
}

/**
 * Takes a person's names, and in `linked` messages what they wrote, out of the texts, addresses and links of others. A
 * link to a message of theirs names its stand-in instead, so that the answers of one thread stay together. Changed texts
 * are read anew. Returns the messages whose quotes were taken out. To be called inside a transaction; one pass over all messages.
 */
export function eraseFromTexts({ connection }: ProjectDatabase, { traces, linked, counts }: { readonly traces: PersonTraces; readonly linked: ReadonlySet<number>; readonly counts: EraseCounts }): QuotingMessage[] {
  const own = new Set(traces.messages.map(({ id }) => id));
  const quoting: QuotingMessage[] = [];
  const lastId = (connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0;
  const read = connection.prepare(`SELECT m.id, m.network_id AS networkId, n.code AS network, m.kind, m.native_id AS nativeId, m.text, m.url, m.address, ${NAMING_COLUMNS.map((column) => `m.${column}`).join(', ')} FROM message m JOIN network n ON n.id = m.network_id WHERE m.id BETWEEN ? AND ?`);
  const put = connection.prepare(`UPDATE message SET text = @text, url = @url, address = @address, ${NAMING_COLUMNS.map((column) => `${column} = @${column}`).join(', ')} WHERE id = @id`);
  const unread = connection.prepare('DELETE FROM reading WHERE message_id = ?');
  for (let from = 1; from <= lastId; from += RANGE) {
    for (const row of read.all(from, from + RANGE - 1) as OthersRow[]) {
      if (own.has(row.id)) continue;
      const { id, networkId, network, kind, nativeId, text } = row;
      const values = { text, url: row.url, address: row.address, parent_native_id: row.parent_native_id, root_native_id: row.root_native_id, quoted_native_id: row.quoted_native_id };
      const left = cleanedValues(values, { networkId, network, withQuotes: linked.has(id) }, traces);
      if (left === values) continue;
      put.run({ ...left, id });
      if (left['parent_native_id'] !== row.parent_native_id) counts.add('repliesKept', 1);
      if (left['text'] === text || text === null) continue;
      counts.add('textsOfOthers', 1);
      unread.run(id);
      const passages = linked.has(id) ? traces.passagesIn(text).map(({ start, end }) => text.slice(start, end)) : [];
      if (passages.length > 0) quoting.push({ network, kind, nativeId, passages });
    }
  }
  const networks = connection.prepare('SELECT id, code FROM network').raw().all() as [number, string][];
  const unmention = connection.prepare('DELETE FROM mention WHERE handle = ? AND (SELECT m.network_id FROM message m WHERE m.id = message_id) = ?');
  for (const handle of connection.prepare('SELECT DISTINCT handle FROM mention').pluck().all() as string[]) for (const [networkId, network] of networks) if (traces.isHandle(network, handle)) unmention.run(handle, networkId);
  return quoting;
}
