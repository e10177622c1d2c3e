import type { MessageFact } from '../domain/response/message-fact.ts';
import type { MovedEnd } from './episode-writer.ts';
import type { ProjectDatabase } from './project-database.ts';
import { incompleteRoots, standingEnds, standingPlaces } from './request-context.ts';

/** A brand seen in a place of an import: import, container (0 for none), network, brand. */
export type SeenBrand = readonly [importId: number, containerId: number, networkId: number, brandId: number];

/** What messages show of places: which of them name what is answered, and where which brand was seen. */
export interface ShownPlaces {
  readonly linked: ReadonlySet<string>;
  readonly seen: readonly SeenBrand[];
}

/** The fact of an id among facts in the order of their ids. */
function factOf(facts: readonly MessageFact[], id: number): MessageFact | null {
  let low = 0;
  let high = facts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const fact = facts[middle];
    if (fact === undefined) return null;
    if (fact.id === id) return fact;
    if (fact.id < id) low = middle + 1;
    else high = middle - 1;
  }
  return null;
}

/** What messages, in the order of their ids, show of the places they stand in and of those they answer into. O(n log n). */
export function shownPlaces(facts: readonly MessageFact[]): ShownPlaces {
  const linked = new Set<string>();
  const seen = new Map<string, SeenBrand>();
  const see = ({ importId, containerId, networkId }: MessageFact, brandId: number): void => {
    const key = `${importId} ${containerId ?? 0} ${networkId} ${brandId}`;
    if (!seen.has(key)) seen.set(key, [importId, containerId ?? 0, networkId, brandId]);
  };
  for (const fact of facts) {
    if (fact.parentId !== null || fact.parentIsMissing) linked.add(fact.containerId === null ? `0 ${fact.networkId}` : `${fact.containerId} 0`);
    if (fact.voiceOfBrandId === null) continue;
    see(fact, fact.voiceOfBrandId);
    const above = fact.parentId === null ? null : factOf(facts, fact.parentId);
    if (above !== null) see(above, fact.voiceOfBrandId);
  }
  return { linked, seen: [...seen.values()] };
}

/** Makes what all messages show of places all that is kept. To be called inside a transaction. */
export function replaceShownPlaces({ connection }: ProjectDatabase, { linked, seen }: ShownPlaces): void {
  connection.exec('DELETE FROM linked_place; DELETE FROM seen_brand');
  const link = connection.prepare('INSERT INTO linked_place (container_id, network_id) VALUES (?, ?)');
  for (const key of linked) link.run(...key.split(' ').map(Number));
  const see = connection.prepare('INSERT INTO seen_brand (import_id, container_id, network_id, brand_id) VALUES (?, ?, ?, ?)');
  for (const row of seen) see.run(...row);
}

/**
 * Adds brands to where they were seen. Requests that stand there since before, and that nobody could have been seen to answer,
 * can be observed from now on. To be called inside a transaction.
 */
export function addSeenBrands(project: ProjectDatabase, seen: readonly SeenBrand[], lastId: number): void {
  const { connection } = project;
  const see = connection.prepare('INSERT OR IGNORE INTO seen_brand (import_id, container_id, network_id, brand_id) VALUES (?, ?, ?, ?)');
  const isOld = connection.prepare('SELECT 1 FROM message WHERE import_id = ? AND id <= ? LIMIT 1').pluck();
  const fresh = seen.filter((row) => see.run(...row).changes > 0 && isOld.get(row[0], lastId) !== undefined);
  if (fresh.length === 0) return;
  const places = standingPlaces(project);
  const incomplete = JSON.stringify([...incompleteRoots(project, { laidOut: false })]);
  for (const [importId, containerId, networkId, brandId] of fresh) {
    const coverage = containerId === 0 ? 'present' : (places.get(containerId)?.coverage ?? 'present');
    if (coverage === 'absent') continue;
    for (const table of ['request', 'compliment']) {
      connection.prepare(`UPDATE ${table} SET observability = CASE WHEN @partly AND root_id IN (SELECT value FROM json_each(@incomplete)) THEN 'incomplete' ELSE 'observable' END
        WHERE brand_id = @brandId AND import_id = @importId AND network_id = @networkId AND COALESCE(container_id, 0) = @containerId AND observability = 'unobservable'`)
        .run({ partly: coverage === 'partly' ? 1 : 0, incomplete, brandId, importId, networkId, containerId });
    }
  }
}

/** Places, and imports outside of covered places, that are watched until another moment than when the requests were made; null where of one nobody knows or knew until when. */
export function movedEnds(project: ProjectDatabase, lastId: number): MovedEnd[] | null {
  const { connection } = project;
  const before = new Map(connection.prepare('SELECT container_id, end_ms FROM watched_place').raw().all() as [number, number | null][]);
  const watched = new Map((connection.prepare('SELECT import_id, network_id, end_ms FROM import_watch').raw().all() as [number, number, number | null][]).map(([importId, networkId, endMs]) => [`${importId} ${networkId}`, endMs]));
  const ends: { containerId: number | null; importId: number | null; networkId: number | null; endMs: number | null; known: number | null | undefined }[] = [
    ...[...standingPlaces(project)].map(([containerId, { endMs }]) => ({ containerId, importId: null, networkId: null, endMs, known: before.get(containerId) })),
    ...standingEnds(project).map(([importId, networkId, endMs]) => ({ containerId: null, importId, networkId, endMs, known: watched.get(`${importId} ${networkId}`) })),
  ];
  const isOld = connection.prepare('SELECT 1 FROM message WHERE import_id = ? AND id <= ? LIMIT 1').pluck();
  const moved = ends.filter(({ importId, endMs, known }) => known !== undefined && known !== endMs && (importId === null || known !== null || isOld.get(importId, lastId) !== undefined));
  const found = moved.flatMap(({ containerId, importId, networkId, endMs, known }) => (endMs === null || known === null ? [] : [{ containerId, importId, networkId, endMs }]));
  return found.length === moved.length ? found : null;
}

/** Verdicts on replies judged by their wording, by reply and asker. */
export function hastyReplies({ connection }: ProjectDatabase): Map<string, boolean> {
  return new Map((connection.prepare('SELECT message_id, asker_id, automatic FROM hasty_reply').raw().all() as [number, number, number][]).map(([messageId, askerId, automatic]) => [`${messageId} ${askerId}`, automatic === 1]));
}

/** Keeps verdicts on replies judged by their wording. */
export function keepHastyReplies({ connection }: ProjectDatabase, found: ReadonlyMap<string, boolean>): void {
  const keep = connection.prepare('INSERT OR REPLACE INTO hasty_reply (message_id, asker_id, automatic) VALUES (?, ?, ?)');
  for (const [key, automatic] of found) keep.run(...key.split(' ').map(Number), automatic ? 1 : 0);
}
