import type { ProjectDatabase } from './project-database.ts';

/** Threads with what they hold and declare, those that miss the most answers first: a typed column each, some 20 bytes a thread. */
export interface CoveredThreads {
  /** Id of the post, or of the first message that is there. */
  readonly roots: Float64Array;
  /** Answers imported below it. */
  readonly imported: Uint32Array;
  /** Imported and missing together; NaN where nothing in the thread declares a number. */
  readonly declared: Float64Array;
}

/** The post of a thread as a list shows it. */
export interface ThreadPost {
  readonly nativeId: string;
  readonly network: string;
  readonly container: string | null;
  readonly kind: string;
  readonly text: string | null;
  readonly url: string | null;
  readonly atMs: number | null;
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

/** All threads that hold or declare an answer. One pass over the messages. */
export function coveredThreads({ connection }: ProjectDatabase): CoveredThreads {
  const rows = connection.prepare(`${THREADS} SELECT v.root_id, v.imported, v.declared FROM covered v WHERE v.imported > 0 OR v.declared IS NOT NULL
    ORDER BY COALESCE(v.declared, v.imported) - v.imported DESC, v.imported DESC, v.native_id`).raw().all() as [number, number, number | null][];
  return { roots: Float64Array.from(rows, ([root]) => root), imported: Uint32Array.from(rows, ([, imported]) => imported), declared: Float64Array.from(rows, ([, , declared]) => declared ?? NaN) };
}

/** What a page of threads shows of their posts, by id. */
export function threadPosts({ connection }: ProjectDatabase, roots: readonly number[]): Map<number, ThreadPost> {
  const rows = connection.prepare(`SELECT m.id, m.native_id AS nativeId, n.code AS network, c.name AS container, m.kind AS kind, substr(m.text, 1, 200) AS text, m.url AS url, CASE WHEN m.precision IN ('relative', 'none') THEN NULL ELSE m.created_at_ms END AS atMs
    FROM json_each(?) wanted JOIN message m ON m.id = wanted.value JOIN network n ON n.id = m.network_id LEFT JOIN container c ON c.id = m.container_id`).all(JSON.stringify(roots)) as ({ id: number } & ThreadPost)[];
  return new Map(rows.map(({ id, ...post }) => [id, post]));
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
