import { INTENTS, REQUEST_INTENTS, codeSet } from '../domain/model/codes.ts';
import { textKey } from '../domain/response/text-key.ts';
import { changedMessages, DERIVED_PARTS, LINKED_LATER } from './derive-marks.ts';
import type { ProjectDatabase } from './project-database.ts';
import { standingPlaces } from './request-context.ts';

/** Messages whose intents can make them the same request said twice. */
const ASKS = codeSet(INTENTS, [...REQUEST_INTENTS, 'praise']);
const PLACE = 'COALESCE(m.container_id, 0) AS container_id, CASE WHEN m.container_id IS NULL THEN m.network_id ELSE 0 END AS network_id';
const ROLES = `SELECT account_id, role, brand_id, from_ms, to_ms FROM account_role WHERE role IN ('employee', 'partner', 'bot')`;
const CHANGED_ROLES = `SELECT account_id FROM (SELECT * FROM (${ROLES}) EXCEPT SELECT * FROM derive_role) UNION SELECT account_id FROM (SELECT * FROM derive_role EXCEPT ${ROLES})`;
/** Who spoke for a brand all the time never asks it for anything. */
const ALWAYS_VOICE = `SELECT account_id FROM account_role WHERE role = 'voice' AND from_ms IS NULL AND to_ms IS NULL`;

/** What of the requests has to be judged again: those of all messages laid out. */
export interface TouchedRequests {
  /** Messages of the conversations that are read for it. */
  readonly messages: number;
  /** Containers of unlinked places among them. */
  readonly containerIds: readonly number[];
}

/** Notes messages whose author, or what they answer, is another one for those who follow promises. */
function noteForPromises({ connection }: ProjectDatabase, ids: string, ...parameters: unknown[]): void {
  connection.prepare(`INSERT INTO changed_message SELECT id, ${String(DERIVED_PARTS.promises)} FROM (${ids}) WHERE true ON CONFLICT DO UPDATE SET parts = parts | excluded.parts`).run(...parameters);
}

/** Notes the messages of places where it was guessed again what answers what. */
export function noteGuessed(project: ProjectDatabase, containerIds: readonly number[]): void {
  noteForPromises(project, 'SELECT m.id AS id FROM json_each(?) wanted CROSS JOIN message m ON m.container_id = wanted.value', JSON.stringify(containerIds));
}

/** Takes down the roles that shape requests, as they are. */
export function keepRoles({ connection }: ProjectDatabase): void {
  connection.exec(`DELETE FROM derive_role; INSERT INTO derive_role ${ROLES}`);
}

/** Takes down what is covered where, and until when imports watched, as things stand. */
export function keepWatch(project: ProjectDatabase): void {
  const { connection } = project;
  connection.exec('DELETE FROM watched_place');
  const add = connection.prepare('INSERT INTO watched_place (container_id, end_ms, coverage) VALUES (?, ?, ?)');
  for (const [containerId, { endMs, coverage }] of standingPlaces(project)) add.run(containerId, endMs, coverage);
  connection.exec(`UPDATE import_watch SET end_ms = (SELECT COALESCE(i.collected_at_ms, import_watch.timed_ms) FROM import i WHERE i.id = import_watch.import_id AND i.state = 'done')`);
}

/** Containers whose coverage is another one than when the requests were made. */
function recovered(project: ProjectDatabase): number[] {
  const known = new Map(project.connection.prepare('SELECT container_id, coverage FROM watched_place').raw().all() as [number, string][]);
  const standing = standingPlaces(project);
  return [...new Set([...known.keys(), ...standing.keys()])].filter((id) => known.get(id) !== standing.get(id)?.coverage);
}

/** True where something changed that reaches further than conversations: an older reply linked later, beside replies judged by their wording. */
function reachesFurther({ connection }: ProjectDatabase, lastId: number): boolean {
  const hasty = connection.prepare(`SELECT 1 FROM changed_message c CROSS JOIN message m ON m.id = c.message_id JOIN account_role v ON v.account_id = m.account_id AND v.role = 'voice'
    WHERE c.message_id <= ? AND c.parts & ${String(LINKED_LATER)} AND EXISTS (SELECT 1 FROM hasty_reply h JOIN message o ON o.id = h.message_id WHERE NOT h.automatic AND o.import_id = m.import_id) LIMIT 1`);
  // a person's word that a brand's message asks for something makes its author an asker
  const asking = connection.prepare(`SELECT 1 FROM label_verdict d JOIN network n ON n.code = d.network JOIN message m ON m.network_id = n.id AND m.native_id = d.message AND m.kind = d.kind JOIN reading r ON r.message_id = m.id WHERE r.direction = 'outbound' AND r.intents IS NOT NULL LIMIT 1`);
  return hasty.get(lastId) !== undefined || asking.get() !== undefined;
}

/**
 * Lays out, in the temporary table `fact_message`, the messages of every conversation in which a request can have become
 * another one: those in which something changed; where a place names nowhere what a message answers, the whole place; and
 * those in which one of their askers said the same words. Requests of the same asker elsewhere rest on none of it. Returns
 * what is to be judged again; null, without the table, where it would be more than `most` or reaches further. Inside a transaction.
 */
export function layOutRequests(project: ProjectDatabase, { lastId, most }: { readonly lastId: number; readonly most: number }): TouchedRequests | null {
  const { connection } = project;
  dropRequests(project);
  if (reachesFurther(project, lastId)) return null;
  connection.exec('CREATE TEMP TABLE fact_message (id INTEGER PRIMARY KEY, author_id INTEGER, root_id INTEGER NOT NULL); CREATE INDEX temp.fact_message_root ON fact_message (root_id); CREATE TEMP TABLE fact_root (id INTEGER PRIMARY KEY); CREATE TEMP TABLE edge_root (id INTEGER PRIMARY KEY)');
  const edge = (sql: string, ...parameters: unknown[]): void => void connection.prepare(`INSERT OR IGNORE INTO temp.edge_root SELECT root FROM (${sql}) WHERE root NOT IN (SELECT id FROM temp.fact_root)`).run(...parameters);
  const roots = 'SELECT COALESCE(m.root_id, m.id) AS root FROM';
  // 1. what changed
  edge(`${roots} json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value`, JSON.stringify(changedMessages(project, 'requests').map(({ id }) => id)));
  edge(`${roots} (${CHANGED_ROLES}) r CROSS JOIN message m ON m.account_id = r.account_id`);
  noteForPromises(project, `SELECT m.id AS id FROM (${CHANGED_ROLES}) r CROSS JOIN message m ON m.account_id = r.account_id`);
  edge(`${roots} json_each(?) wanted CROSS JOIN message m ON m.container_id = wanted.value`, JSON.stringify(recovered(project)));
  // 2. places that are linked from now on
  const linking = connection.prepare(`SELECT DISTINCT ${PLACE} FROM temp.fact_message f CROSS JOIN message m ON m.id = f.id WHERE (m.parent_id IS NOT NULL OR m.parent_native_id IS NOT NULL)
    EXCEPT SELECT container_id, network_id FROM linked_place`).raw();
  const link = connection.prepare('INSERT INTO linked_place (container_id, network_id) VALUES (?, ?)');
  const unlinked = connection.prepare(`SELECT DISTINCT ${PLACE} FROM temp.fact_message f CROSS JOIN message m ON m.id = f.id EXCEPT SELECT container_id, network_id FROM linked_place`).raw();
  const wholePlaces = new Set<string>();
  const taken = new Set<number>();
  const containers = new Set<number>();
  const addPlaces = (places: readonly [number, number][]): void => {
    for (const [containerId, networkId] of places) {
      const key = `${containerId} ${networkId}`;
      if (containerId !== 0) containers.add(containerId);
      if (wholePlaces.has(key)) continue;
      wholePlaces.add(key);
      if (containerId === 0) edge(`${roots} message m WHERE m.container_id IS NULL AND m.network_id = ?`, networkId);
      else edge(`${roots} message m WHERE m.container_id = ?`, containerId);
    }
  };
  let read = 0;
  const take = (): number[] => {
    const next = connection.prepare('SELECT id FROM temp.edge_root').pluck().all() as number[];
    for (const root of next) taken.add(root);
    connection.exec('INSERT OR IGNORE INTO temp.fact_root SELECT id FROM temp.edge_root');
    takeRoots(project);
    read = connection.prepare('SELECT count(*) FROM temp.fact_message').pluck().get() as number;
    return next;
  };
  for (;;) {
    const next = take();
    if (read > most) {
      dropRequests(project);
      return null;
    }
    const fresh = linking.all() as [number, number][];
    for (const place of fresh) link.run(...place);
    addPlaces(fresh);
    addPlaces(unlinked.all() as [number, number][]);
    if (next.length > 0) sayAgain(project, next, { taken, edge });
    if ((connection.prepare('SELECT count(*) FROM temp.edge_root').pluck().get() as number) === 0) break;
  }
  return { messages: read, containerIds: [...containers] };
}

interface Spread {
  readonly taken: ReadonlySet<number>;
  readonly edge: (sql: string, ...parameters: unknown[]) => void;
}

/** Adds the conversations in which somebody who asks in some of these, or whose message changed there, said the same words elsewhere. */
function sayAgain({ connection }: ProjectDatabase, roots: readonly number[], { taken, edge }: Spread): void {
  const asked = connection.prepare(`SELECT f.author_id, m.network_id, m.text FROM json_each(?) wanted CROSS JOIN temp.fact_message f ON f.root_id = wanted.value CROSS JOIN message m ON m.id = f.id CROSS JOIN reading r ON r.message_id = f.id
    WHERE f.author_id IS NOT NULL AND m.text IS NOT NULL AND (r.intents & ${String(ASKS)} OR f.id IN (SELECT message_id FROM changed_message)) AND f.author_id NOT IN (${ALWAYS_VOICE})`).raw().all(JSON.stringify(roots)) as [number, number, string][];
  const words = new Set(asked.map(([authorId, networkId, text]) => `${authorId} ${networkId} ${textKey(text)}`));
  const elsewhere = connection.prepare(`SELECT m.account_id, m.network_id, m.text, COALESCE(m.root_id, m.id) FROM json_each(?) wanted CROSS JOIN message m ON m.account_id = wanted.value CROSS JOIN reading r ON r.message_id = m.id WHERE m.text IS NOT NULL AND r.intents & ${String(ASKS)}`)
    .raw().iterate(JSON.stringify([...new Set(asked.map(([authorId]) => authorId))])) as IterableIterator<[number, number, string, number]>;
  const found = new Set<number>();
  for (const [authorId, networkId, text, rootId] of elsewhere) if (!taken.has(rootId) && words.has(`${authorId} ${networkId} ${textKey(text)}`)) found.add(rootId);
  if (found.size > 0) edge('SELECT value AS root FROM json_each(?)', JSON.stringify([...found]));
  // what was one request before is judged together, whatever made it one
  edge(`SELECT COALESCE(m.root_id, m.id) AS root FROM json_each(?) wanted CROSS JOIN temp.fact_message f ON f.root_id = wanted.value CROSS JOIN request_part p ON p.message_id = f.id CROSS JOIN request q ON q.id = p.request_id CROSS JOIN message m ON m.id = q.message_id
    UNION SELECT COALESCE(m.root_id, m.id) FROM json_each(?) wanted CROSS JOIN temp.fact_message f ON f.root_id = wanted.value CROSS JOIN request q ON q.message_id = f.id CROSS JOIN request_part p ON p.request_id = q.id CROSS JOIN message m ON m.id = p.message_id`, JSON.stringify(roots), JSON.stringify(roots));
}

/**
 * Lays out, in the temporary table `fact_message`, all messages of the conversations that some messages stand in, and nothing
 * else. Returns how many there are; null, without the table, when they are more than `most`. Inside a transaction.
 */
export function layOutConversations(project: ProjectDatabase, messageIds: readonly number[], most: number): number | null {
  const { connection } = project;
  dropRequests(project);
  connection.exec('CREATE TEMP TABLE fact_message (id INTEGER PRIMARY KEY, author_id INTEGER, root_id INTEGER NOT NULL); CREATE TEMP TABLE edge_root (id INTEGER PRIMARY KEY)');
  connection.prepare('INSERT OR IGNORE INTO temp.edge_root SELECT COALESCE(m.root_id, m.id) FROM json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value').run(JSON.stringify(messageIds));
  takeRoots(project);
  const count = connection.prepare('SELECT count(*) FROM temp.fact_message').pluck().get() as number;
  if (count <= most) return count;
  dropRequests(project);
  return null;
}

/** Adds the messages of the conversations in `edge_root` to those laid out. */
function takeRoots({ connection }: ProjectDatabase): void {
  connection.exec(`INSERT OR IGNORE INTO temp.fact_message SELECT m.id, m.account_id, COALESCE(m.root_id, m.id) FROM temp.edge_root e CROSS JOIN message m ON m.root_id = e.id;
    INSERT OR IGNORE INTO temp.fact_message SELECT m.id, m.account_id, m.id FROM temp.edge_root e CROSS JOIN message m ON m.id = e.id WHERE m.root_id IS NULL;
    DELETE FROM temp.edge_root;`);
}

/** Texts written in the name of a brand, by whoever ever speaks for it. */
export function voiceTexts({ connection }: ProjectDatabase, brandId: number): { readonly id: number; readonly text: string }[] {
  return connection.prepare(`SELECT m.id AS id, m.text AS text FROM (SELECT DISTINCT account_id FROM account_role WHERE role = 'voice' AND brand_id = ?) v CROSS JOIN message m ON m.account_id = v.account_id WHERE m.text IS NOT NULL ORDER BY m.id`)
    .all(brandId) as { readonly id: number; readonly text: string }[];
}

/** Takes away what was laid out. */
export function dropRequests({ connection }: ProjectDatabase): void {
  for (const table of ['fact_message', 'fact_root', 'edge_root']) connection.exec(`DROP TABLE IF EXISTS temp.${table}`);
}
