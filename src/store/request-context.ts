import type { ReplyCoverage } from '../domain/model/codes.ts';
import type { SourceContext } from '../domain/response/message-fact.ts';
import type { ProjectDatabase } from './project-database.ts';
import { unclaimedDeskIds } from './unclaimed-desks.ts';

/** What the project knows of its sources, as the response rules ask for it. */
export interface StoredSources {
  /** Context of the place a message of an import stands in; messages without a container stand in their network. */
  readonly place: (place: { readonly containerId: number | null; readonly importId: number; readonly networkId: number }) => SourceContext;
  /** The only brand of an import, by import; none where desks of other firms write in it too. */
  readonly onlyBrandOfImport: ReadonlyMap<number, number>;
  /** Threads in partly covered containers whose declared replies exceed those imported. */
  readonly incompleteRoots: ReadonlySet<number>;
  readonly brandIds: readonly number[];
  /** A place that names what a message answers: a container, or a network for messages without one. */
  readonly isLinked: (containerId: number | null, networkId: number) => boolean;
  /** Brands seen in a place of an import. */
  readonly seenBrandIds: (place: { readonly containerId: number | null; readonly importId: number; readonly networkId: number }) => ReadonlySet<number>;
}

interface CoverageRow {
  readonly containerId: number;
  readonly replies: ReplyCoverage;
  readonly endMs: number | null;
}

/** Stands among an import's brands for firms whose desks write in it and that no brand of the project is. */
const OTHER_FIRM = 0;

const SAID = `m.network_id, m.container_id, m.account_id, CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END`;

/**
 * Brings up to date, for all messages or for those above `fromId` alone, what is kept of imports: their latest time by
 * network, and the brands whose places or voices they hold, other firms' desks as one. One walk over the messages. To be called inside a transaction.
 */
export function refreshImportWatch(project: ProjectDatabase, fromId: number): void {
  const { connection } = project;
  if (fromId === 0) connection.exec('DELETE FROM import_watch; DELETE FROM import_brand');
  const ownerOf = new Map(connection.prepare('SELECT id, brand_id FROM container WHERE brand_id IS NOT NULL').raw().all() as [number, number][]);
  const brandsOf = new Map<number, number[]>();
  for (const [accountId, brandId] of connection.prepare(`SELECT account_id, brand_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL`).raw().all() as [number, number][]) brandsOf.set(accountId, [...(brandsOf.get(accountId) ?? []), brandId]);
  for (const accountId of unclaimedDeskIds(project)) brandsOf.set(accountId, [OTHER_FIRM]);
  const watch = new Map<string, number | null>();
  const brands = new Set<string>();
  const walk = (sql: string): void => {
    for (const [importId, networkId, containerId, accountId, atMs] of connection.prepare(sql).raw().iterate(fromId) as IterableIterator<[number, number, number | null, number | null, number | null]>) {
      const key = `${importId} ${networkId}`;
      const latest = watch.get(key);
      if (latest === undefined || latest === null || (atMs !== null && atMs > latest)) watch.set(key, atMs);
      const owner = containerId === null ? undefined : ownerOf.get(containerId);
      if (owner !== undefined) brands.add(`${importId} ${owner}`);
      for (const brandId of (accountId === null ? undefined : brandsOf.get(accountId)) ?? []) brands.add(`${importId} ${brandId}`);
    }
  };
  walk(`SELECT m.import_id, ${SAID} FROM message m WHERE m.id > ?`);
  walk(fromId === 0 ? `SELECT s.import_id, ${SAID} FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message' AND m.id > ?` : `SELECT s.import_id, ${SAID} FROM message m JOIN sighting s ON s.record = 'message' AND s.record_id = m.id WHERE m.id > ?`);
  const keep = connection.prepare(`INSERT INTO import_watch (import_id, network_id, timed_ms) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET timed_ms = COALESCE(max(timed_ms, excluded.timed_ms), timed_ms, excluded.timed_ms)`);
  for (const [key, atMs] of watch) keep.run(...key.split(' ').map(Number), atMs);
  const name = connection.prepare('INSERT OR IGNORE INTO import_brand (import_id, brand_id) VALUES (?, ?)');
  for (const key of brands) name.run(...key.split(' ').map(Number));
}

/**
 * Whether a later import said of an account that it is a firm's, which writes in an import where no desk of another firm was
 * known: the inbound flag means another brand there, or none, for messages that nothing else touched.
 */
export function hasNewlyToldDesk(project: ProjectDatabase, changedAccountIds: readonly number[]): boolean {
  const desks = new Set(unclaimedDeskIds(project));
  const told = project.connection.prepare('SELECT EXISTS (SELECT 1 FROM message m WHERE m.account_id = ? AND NOT EXISTS (SELECT 1 FROM import_brand b WHERE b.import_id = m.import_id AND b.brand_id = ?))').pluck();
  return changedAccountIds.some((accountId) => desks.has(accountId) && told.get(accountId, OTHER_FIRM) === 1);
}

/** Coverage and end of every container an import tells of; the import that was collected last speaks for it. */
export function standingPlaces({ connection }: ProjectDatabase): Map<number, { readonly endMs: number | null; readonly coverage: ReplyCoverage }> {
  const rows = connection
    .prepare(`SELECT v.container_id AS containerId, v.replies AS replies, COALESCE(i.collected_at_ms, w.timed_ms) AS endMs FROM coverage v JOIN container c ON c.id = v.container_id
      JOIN import i ON i.id = v.import_id AND i.state = 'done' JOIN import_watch w ON w.import_id = v.import_id AND w.network_id = c.network_id ORDER BY COALESCE(i.collected_at_ms, w.timed_ms, 0), v.imported, i.file_hash DESC, i.file_name DESC`)
    .all() as CoverageRow[];
  // ascending by end: the import that was collected last speaks for a container
  return new Map(rows.map(({ containerId, replies, endMs }) => [containerId, { endMs, coverage: replies }]));
}

/** Until when each import watched a network, as things stand: import, network, end. Imports that are not done watched nothing. */
export function standingEnds({ connection }: ProjectDatabase): [importId: number, networkId: number, endMs: number | null][] {
  return connection.prepare(`SELECT w.import_id, w.network_id, COALESCE(i.collected_at_ms, w.timed_ms) FROM import_watch w JOIN import i ON i.id = w.import_id WHERE i.state = 'done'`).raw().all() as [number, number, number | null][];
}

/** Threads in partly covered containers that declare more replies than were imported: all of them, or those among some messages. */
export function incompleteRoots({ connection }: ProjectDatabase, { laidOut }: { readonly laidOut: boolean }): Set<number> {
  return new Set(connection
    .prepare(`SELECT m.id FROM ${laidOut ? 'temp.fact_message f CROSS JOIN message m ON m.id = f.id' : 'message m'} JOIN (SELECT container_id FROM coverage WHERE replies = 'partly' GROUP BY container_id) p ON p.container_id = m.container_id
      WHERE COALESCE(m.root_id, m.id) = m.id AND m.replies > (SELECT count(*) FROM message d WHERE d.root_id = m.id AND d.id <> m.id)`)
    .pluck().all() as number[]);
}

/**
 * What is known of the sources as the requests were last made from them: coverage, ends, ownership, links. Kept by the
 * analysis, so that asking costs as much as there are places and imports.
 */
export function storedSources(project: ProjectDatabase, { laidOut }: { readonly laidOut: boolean } = { laidOut: false }): StoredSources {
  const { connection } = project;
  const endOf = new Map(standingEnds(project).map(([importId, networkId, endMs]) => [`${importId} ${networkId}`, endMs]));
  const linked = new Set((connection.prepare('SELECT container_id, network_id FROM linked_place').raw().all() as [number, number][]).map((place) => place.join(' ')));
  const isLinked = (containerId: number | null, networkId: number): boolean => linked.has(containerId === null ? `0 ${networkId}` : `${containerId} 0`);
  const contexts = new Map<number, SourceContext>([...standingPlaces(project)].map(([containerId, { endMs, coverage }]) => [containerId, { observationEndMs: endMs, coverage, coverageSettled: false, hasReplyLinks: null }]));
  const seen = new Map<string, Set<number>>();
  for (const [importId, containerId, networkId, brandId] of connection.prepare('SELECT import_id, container_id, network_id, brand_id FROM seen_brand').raw().iterate() as IterableIterator<[number, number, number, number]>) {
    const key = `${importId} ${containerId} ${networkId}`;
    seen.set(key, (seen.get(key) ?? new Set()).add(brandId));
  }
  const nobody: ReadonlySet<number> = new Set();
  const only = connection.prepare('SELECT import_id AS importId, min(brand_id) AS brandId FROM import_brand GROUP BY import_id HAVING count(*) = 1 AND min(brand_id) <> ?').all(OTHER_FIRM) as { importId: number; brandId: number }[];
  return {
    place: ({ containerId, importId, networkId }) =>
      (containerId === null ? undefined : contexts.get(containerId)) ?? { observationEndMs: endOf.get(`${importId} ${networkId}`) ?? null, coverage: 'present', coverageSettled: false, hasReplyLinks: null },
    onlyBrandOfImport: new Map(only.map(({ importId, brandId }) => [importId, brandId])),
    incompleteRoots: incompleteRoots(project, { laidOut }),
    brandIds: connection.prepare('SELECT id FROM brand ORDER BY id').pluck().all() as number[],
    isLinked,
    seenBrandIds: ({ containerId, importId, networkId }) => seen.get(`${importId} ${containerId ?? 0} ${networkId}`) ?? nobody,
  };
}
