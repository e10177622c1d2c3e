import type { ReplyCoverage } from '../domain/model/codes.ts';
import type { SourceContext } from '../domain/response/message-fact.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What the project knows of its sources, as the response rules ask for it. */
export interface StoredSources {
  /** Context of the place a message of an import stands in; messages without a container stand in their network. */
  readonly place: (place: { readonly containerId: number | null; readonly importId: number; readonly networkId: number }) => SourceContext;
  /** The only brand of an import, by import. */
  readonly onlyBrandOfImport: ReadonlyMap<number, number>;
  /** Threads in partly covered containers whose declared replies exceed those imported. */
  readonly incompleteRoots: ReadonlySet<number>;
  readonly brandIds: readonly number[];
}

interface CoverageRow {
  readonly containerId: number;
  readonly replies: ReplyCoverage;
  readonly endMs: number | null;
}

interface WatchRow {
  readonly importId: number;
  readonly networkId: number;
  readonly endMs: number | null;
}

/** Until when an import watched a network: its collection time where it is known, else its latest message there. */
const WATCHED = `SELECT i.id AS import_id, h.network_id AS network_id, COALESCE(i.collected_at_ms, max(h.latest_ms)) AS end_ms FROM import i JOIN (
    SELECT m.import_id AS import_id, m.network_id AS network_id, max(CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END) AS latest_ms FROM message m GROUP BY m.import_id, m.network_id
    UNION ALL SELECT s.import_id, m.network_id, max(CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END) FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message' GROUP BY s.import_id, m.network_id) h
  ON h.import_id = i.id WHERE i.state = 'done' GROUP BY i.id, h.network_id`;

/** Reads coverage, collection times and ownership. The import that was collected last speaks for a container. */
export function storedSources(project: ProjectDatabase): StoredSources {
  const { connection } = project;
  const watched = connection.prepare(`SELECT import_id AS importId, network_id AS networkId, end_ms AS endMs FROM (${WATCHED})`).all() as WatchRow[];
  const endOf = new Map(watched.map(({ importId, networkId, endMs }) => [`${importId} ${networkId}`, endMs]));
  const rows = connection
    .prepare(`WITH watched AS (${WATCHED}) SELECT v.container_id AS containerId, v.replies AS replies, w.end_ms AS endMs FROM coverage v JOIN container c ON c.id = v.container_id
      JOIN import i ON i.id = v.import_id JOIN watched w ON w.import_id = v.import_id AND w.network_id = c.network_id ORDER BY COALESCE(w.end_ms, 0), v.imported, i.file_hash DESC, i.file_name DESC`)
    .all() as CoverageRow[];
  const contexts = new Map<number, SourceContext>();
  // ascending by end: the import that was collected last speaks for a container
  for (const { containerId, replies, endMs } of rows) contexts.set(containerId, { observationEndMs: endMs, coverage: replies, coverageSettled: false, hasReplyLinks: null });
  const only = connection
    .prepare(`SELECT import_id AS importId, min(brand_id) AS brandId FROM (
        SELECT DISTINCT m.import_id, c.brand_id FROM message m JOIN container c ON c.id = m.container_id WHERE c.brand_id IS NOT NULL
        UNION SELECT DISTINCT s.import_id, c.brand_id FROM sighting s JOIN message m ON m.id = s.record_id JOIN container c ON c.id = m.container_id WHERE s.record = 'message' AND c.brand_id IS NOT NULL
        UNION SELECT DISTINCT s.import_id, v.brand_id FROM sighting s JOIN message m ON m.id = s.record_id JOIN account_role v ON v.account_id = m.account_id WHERE s.record = 'message' AND v.role = 'voice' AND v.brand_id IS NOT NULL
        UNION SELECT DISTINCT m.import_id, v.brand_id FROM account_role v JOIN message m ON m.account_id = v.account_id WHERE v.role = 'voice' AND v.brand_id IS NOT NULL)
      GROUP BY import_id HAVING count(*) = 1`)
    .all() as { importId: number; brandId: number }[];
  const incomplete = connection
    .prepare(`SELECT m.id FROM message m JOIN (SELECT container_id FROM coverage WHERE replies = 'partly' GROUP BY container_id) p ON p.container_id = m.container_id
      WHERE COALESCE(m.root_id, m.id) = m.id AND m.replies > (SELECT count(*) FROM message d WHERE d.root_id = m.id AND d.id <> m.id)`)
    .pluck()
    .all() as number[];
  return {
    place: ({ containerId, importId, networkId }) =>
      (containerId === null ? undefined : contexts.get(containerId)) ?? { observationEndMs: endOf.get(`${importId} ${networkId}`) ?? null, coverage: 'present', coverageSettled: false, hasReplyLinks: null },
    onlyBrandOfImport: new Map(only.map(({ importId, brandId }) => [importId, brandId])),
    incompleteRoots: new Set(incomplete),
    brandIds: connection.prepare('SELECT id FROM brand ORDER BY id').pluck().all() as number[],
  };
}
