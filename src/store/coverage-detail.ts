import type { ProjectDatabase } from './project-database.ts';

/** Answers imported under one post (or first message of a thread) beside those declared there. */
export interface ThreadCoverage {
  readonly rootId: number;
  readonly nativeId: string;
  readonly network: string;
  readonly container: string | null;
  readonly kind: string;
  readonly text: string | null;
  readonly url: string | null;
  readonly atMs: number | null;
  /** Answers imported below it. */
  readonly imported: number;
  /** Imported and missing together; null when nothing in the thread declares a number. */
  readonly declared: number | null;
}

/** Totals of a set of threads. `declared` counts only threads that declare, `importedOfDeclared` their answers. */
export interface CoverageTotals {
  readonly threads: number;
  readonly declaring: number;
  readonly imported: number;
  readonly importedOfDeclared: number;
  readonly declared: number;
}

/** Threads with what they hold and declare: the post's own number against all below it, a comment's against its own replies, as the classes of coverage count. A thread whose first message is missing is named by the first below it. */
const THREADS = `WITH child AS (SELECT parent_id, count(*) AS got FROM message WHERE parent_id IS NOT NULL GROUP BY parent_id),
  thread AS (SELECT COALESCE(m.root_id, m.id) AS root_id, sum(m.parent_native_id IS NOT NULL OR m.root_native_id IS NOT NULL) AS imported,
      count(CASE WHEN m.id = COALESCE(m.root_id, m.id) AND m.parent_native_id IS NULL AND m.root_native_id IS NULL THEN m.replies ELSE NULLIF(m.replies, 0) END) AS declaring,
      sum(CASE WHEN m.id = COALESCE(m.root_id, m.id) AND m.parent_native_id IS NULL AND m.root_native_id IS NULL THEN 0 ELSE max(0, COALESCE(m.replies, 0) - COALESCE(k.got, 0)) END) AS short,
      count(*) - 1 AS below
    FROM message m LEFT JOIN child k ON k.parent_id = m.id GROUP BY COALESCE(m.root_id, m.id)),
  covered AS (SELECT t.root_id, t.imported, CASE WHEN t.declaring = 0 THEN NULL ELSE t.imported + t.short + CASE WHEN r.parent_native_id IS NULL AND r.root_native_id IS NULL THEN max(0, COALESCE(r.replies, 0) - t.below) ELSE 0 END END AS declared,
      r.network_id, r.container_id, r.native_id, r.kind, r.text, r.url, r.created_at_ms, r.precision
    FROM thread t JOIN message r ON r.id = t.root_id)`;

/** One page of threads, those that miss the most answers first. */
export function threadCoverage({ connection }: ProjectDatabase, { page, size }: { readonly page: number; readonly size: number }): { readonly total: number; readonly rows: ThreadCoverage[] } {
  const total = connection.prepare(`${THREADS} SELECT count(*) FROM covered WHERE imported > 0 OR declared IS NOT NULL`).pluck().get() as number;
  const rows = connection.prepare(`${THREADS} SELECT v.root_id AS rootId, v.native_id AS nativeId, n.code AS network, c.name AS container, v.kind AS kind, substr(v.text, 1, 200) AS text, v.url AS url,
      CASE WHEN v.precision IN ('relative', 'none') THEN NULL ELSE v.created_at_ms END AS atMs, v.imported AS imported, v.declared AS declared
    FROM covered v JOIN network n ON n.id = v.network_id LEFT JOIN container c ON c.id = v.container_id WHERE v.imported > 0 OR v.declared IS NOT NULL
    ORDER BY COALESCE(v.declared, v.imported) - v.imported DESC, v.imported DESC, v.native_id LIMIT ? OFFSET ?`).all(size, page * size) as ThreadCoverage[];
  return { total, rows };
}

const TOTALS = 'count(*) AS threads, count(v.declared) AS declaring, COALESCE(sum(v.imported), 0) AS imported, COALESCE(sum(CASE WHEN v.declared IS NULL THEN 0 ELSE v.imported END), 0) AS importedOfDeclared, COALESCE(sum(v.declared), 0) AS declared';

/** Totals by network, the most answers first. */
export function networkCoverage({ connection }: ProjectDatabase): ({ readonly network: string } & CoverageTotals)[] {
  return connection.prepare(`${THREADS} SELECT n.code AS network, ${TOTALS} FROM covered v JOIN network n ON n.id = v.network_id WHERE v.imported > 0 OR v.declared IS NOT NULL GROUP BY n.id ORDER BY 4 DESC, n.code`).all() as ({ network: string } & CoverageTotals)[];
}

/** Totals by hour (UTC) in which threads began, for the caller to fold into months of the project's zone; null for unknown times. */
export function hourlyCoverage({ connection }: ProjectDatabase): ({ readonly hour: number | null } & CoverageTotals)[] {
  return connection.prepare(`${THREADS} SELECT CASE WHEN v.precision IN ('relative', 'none') THEN NULL ELSE v.created_at_ms / 3600000 END AS hour, ${TOTALS} FROM covered v WHERE v.imported > 0 OR v.declared IS NOT NULL GROUP BY 1 ORDER BY 1`).all() as ({ hour: number | null } & CoverageTotals)[];
}

/** Totals over the whole project. */
export function coverageTotals({ connection }: ProjectDatabase): CoverageTotals {
  return connection.prepare(`${THREADS} SELECT ${TOTALS} FROM covered v WHERE v.imported > 0 OR v.declared IS NOT NULL`).get() as CoverageTotals;
}
