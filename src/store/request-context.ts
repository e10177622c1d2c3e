import type { ReplyCoverage } from '../domain/model/codes.ts';
import type { SourceContext } from '../domain/response/message-fact.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What the project knows of its sources, as the response rules ask for it. */
export interface StoredSources {
  /** Context of a container; null for messages that stand in none. */
  readonly container: (containerId: number | null) => SourceContext | null;
  /** The only brand of an import, by import. */
  readonly onlyBrandOfImport: ReadonlyMap<number, number>;
  /** Threads in partly covered containers whose declared replies exceed those imported. */
  readonly incompleteRoots: ReadonlySet<number>;
  readonly brandIds: readonly number[];
}

interface CoverageRow {
  readonly containerId: number;
  readonly replies: ReplyCoverage;
  readonly collectedAtMs: number | null;
}

/** Reads coverage, collection times and ownership. The import that was collected last speaks for a container. */
export function storedSources(project: ProjectDatabase): StoredSources {
  const { connection } = project;
  const rows = connection
    .prepare(`SELECT v.container_id AS containerId, v.replies AS replies, i.collected_at_ms AS collectedAtMs FROM coverage v JOIN import i ON i.id = v.import_id
      WHERE i.state = 'done' ORDER BY COALESCE(i.collected_at_ms, 0), i.id`)
    .all() as CoverageRow[];
  const contexts = new Map<number, SourceContext>();
  for (const { containerId, replies, collectedAtMs } of rows) {
    const known = contexts.get(containerId)?.observationEndMs ?? null;
    contexts.set(containerId, { observationEndMs: collectedAtMs ?? known, coverage: replies, coverageSettled: false, hasReplyLinks: null });
  }
  const only = connection
    .prepare(`SELECT import_id AS importId, min(brand_id) AS brandId FROM (
        SELECT DISTINCT m.import_id, c.brand_id FROM message m JOIN container c ON c.id = m.container_id WHERE c.brand_id IS NOT NULL
        UNION SELECT DISTINCT m.import_id, v.brand_id FROM account_role v JOIN message m ON m.account_id = v.account_id WHERE v.role = 'voice' AND v.brand_id IS NOT NULL)
      GROUP BY import_id HAVING count(*) = 1`)
    .all() as { importId: number; brandId: number }[];
  const incomplete = connection
    .prepare(`SELECT m.id FROM message m JOIN (SELECT container_id FROM coverage WHERE replies = 'partly' GROUP BY container_id) p ON p.container_id = m.container_id
      WHERE COALESCE(m.root_id, m.id) = m.id AND m.replies > (SELECT count(*) FROM message d WHERE d.root_id = m.id AND d.id <> m.id)`)
    .pluck()
    .all() as number[];
  return {
    container: (containerId) => (containerId === null ? null : (contexts.get(containerId) ?? null)),
    onlyBrandOfImport: new Map(only.map(({ importId, brandId }) => [importId, brandId])),
    incompleteRoots: new Set(incomplete),
    brandIds: connection.prepare('SELECT id FROM brand ORDER BY id').pluck().all() as number[],
  };
}
