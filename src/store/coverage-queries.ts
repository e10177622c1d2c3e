import type { ReplyCoverage } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What one import shows of one container's replies. */
export interface CoverageFacts {
  readonly containerId: number;
  /** Messages other than posts: whoever exports only posts says nothing of answers. */
  readonly others: number;
  /** Answers, comments and replies imported: messages that stand below another. */
  readonly replies: number;
  /** Of these, written in a brand's name: the owner's where the container has one. */
  readonly brandReplies: number;
  /** Messages that say how many replies they have; posts of other imports that these stand under included. */
  readonly declaring: number;
  /** Of these, how many have fewer than they say, and by how many replies in all. */
  readonly short: number;
  readonly shortfall: number;
  /** Threads by number of messages below the root. */
  readonly threadSizes: readonly { readonly size: number; readonly threads: number }[];
}

/** How the replies of a container are covered by an import. */
export interface StoredCoverage {
  readonly containerId: number;
  readonly container: string;
  readonly brand: string | null;
  readonly replies: ReplyCoverage;
  readonly reason: string;
  readonly imported: number;
  readonly declared: number | null;
}

/** The messages an import holds: those it brought and those it met again. Most imports meet none, and are read by their index alone. */
function held({ connection }: ProjectDatabase, importId: number): string {
  const met = connection.prepare(`SELECT 1 FROM sighting WHERE import_id = ? AND record = 'message' LIMIT 1`).get(importId) !== undefined;
  return met
    ? `(SELECT * FROM message WHERE import_id = @importId UNION ALL SELECT m.* FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.import_id = @importId AND s.record = 'message')`
    : '(SELECT * FROM message WHERE import_id = @importId)';
}

/** The messages an import holds and the posts they are under that other imports brought: what a post declares counts whichever file it came in. */
function withRoots({ connection }: ProjectDatabase, importId: number, source: string): string {
  if (connection.prepare(`SELECT 1 FROM import WHERE id <> ? AND state <> 'undone' LIMIT 1`).get(importId) === undefined) return source;
  return `(SELECT * FROM ${source} UNION ALL SELECT r.* FROM message r WHERE r.id IN (SELECT h.root_id FROM ${source} h) AND r.import_id <> @importId
    AND NOT EXISTS (SELECT 1 FROM sighting s WHERE s.import_id = @importId AND s.record = 'message' AND s.record_id = r.id))`;
}

const IS_BELOW = '(m.parent_native_id IS NOT NULL OR m.root_native_id IS NOT NULL)';
const IS_VOICE = `EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND (c.brand_id IS NULL OR v.brand_id = c.brand_id))`;

/** Collects the facts of every container that an import holds messages of. */
export function coverageFacts(project: ProjectDatabase, importId: number): CoverageFacts[] {
  const { connection } = project;
  const source = held(project, importId);
  const totals = connection.prepare(`SELECT c.id AS containerId, sum(m.kind <> 'post') AS others, sum(${IS_BELOW}) AS replies, sum(m.kind <> 'post' AND ${IS_VOICE}) AS brandReplies
    FROM ${source} m JOIN container c ON c.id = m.container_id GROUP BY c.id`).all({ importId }) as Pick<CoverageFacts, 'containerId' | 'others' | 'replies' | 'brandReplies'>[];
  const below = connection.prepare(`SELECT container_id AS containerId, count(*) AS declaring, sum(max(0, replies - got)) AS shortfall, sum(replies > got) AS short FROM (
      SELECT m.container_id, m.replies, CASE WHEN m.root_id = m.id AND NOT ${IS_BELOW} THEN (SELECT count(*) - 1 FROM message d WHERE d.root_id = m.id) ELSE (SELECT count(*) FROM message d WHERE d.parent_id = m.id) END AS got
      FROM ${withRoots(project, importId, source)} m WHERE m.replies > 0 AND m.container_id IS NOT NULL) GROUP BY container_id`).all({ importId }) as { containerId: number; declaring: number; shortfall: number; short: number }[];
  const belowOf = new Map(below.map((row) => [row.containerId, row]));
  const sizes = connection.prepare(`SELECT container_id AS containerId, size, count(*) AS threads FROM (
      SELECT m.container_id, count(*) AS size FROM ${source} m WHERE m.container_id IS NOT NULL AND ${IS_BELOW} GROUP BY m.root_id, m.container_id)
    GROUP BY container_id, size ORDER BY size`).all({ importId }) as { containerId: number; size: number; threads: number }[];
  return totals.map((row) => ({
    ...row,
    declaring: belowOf.get(row.containerId)?.declaring ?? 0,
    shortfall: belowOf.get(row.containerId)?.shortfall ?? 0,
    short: belowOf.get(row.containerId)?.short ?? 0,
    threadSizes: sizes.filter(({ containerId }) => containerId === row.containerId).map(({ size, threads }) => ({ size, threads })),
  }));
}

/** Stores how a container's replies are covered by an import, over what was stored before. */
export function storeCoverage({ connection }: ProjectDatabase, importId: number, { containerId, replies, reason, imported, declared }: Omit<StoredCoverage, 'container' | 'brand'>): void {
  connection.prepare('INSERT OR REPLACE INTO coverage (container_id, import_id, replies, reason, imported, declared) VALUES (?, ?, ?, ?, ?, ?)').run(containerId, importId, replies, reason, imported, declared);
}

/** Forgets how a container's replies are covered by an import. */
export function forgetCoverage({ connection }: ProjectDatabase, importId: number, containerId: number): void {
  connection.prepare('DELETE FROM coverage WHERE container_id = ? AND import_id = ?').run(containerId, importId);
}

/** Forgets the coverage of containers that an import holds nothing of any more, because another import named them otherwise. */
export function forgetCoverageBeyond({ connection }: ProjectDatabase, importId: number, containerIds: readonly number[]): void {
  connection.prepare('DELETE FROM coverage WHERE import_id = ? AND container_id NOT IN (SELECT value FROM json_each(?))').run(importId, JSON.stringify(containerIds));
}

/** True when some finished import holds messages of a container that are not posts. */
export function holdsAnswers({ connection }: ProjectDatabase, containerId: number): boolean {
  return connection.prepare(`SELECT 1 FROM message m JOIN import i ON i.id = m.import_id WHERE m.container_id = ? AND m.kind <> 'post' AND i.state = 'done' LIMIT 1`).get(containerId) !== undefined;
}

/** Finished imports that cover one of the given containers, hold messages whose root stands there, or share a message with one of the given imports; themselves included where they do. */
export function importsSharing({ connection }: ProjectDatabase, importIds: readonly number[], containerIds: readonly number[]): number[] {
  return connection.prepare(`SELECT i.id FROM import i WHERE i.state = 'done' AND i.id IN (
      SELECT v.import_id FROM coverage v WHERE v.container_id IN (SELECT value FROM json_each(@containers))
      UNION SELECT m.import_id FROM message m WHERE m.placed_by_root = 1 AND m.container_id IN (SELECT value FROM json_each(@containers))
      UNION SELECT m.import_id FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message' AND s.import_id IN (SELECT value FROM json_each(@ids))
      UNION SELECT o.import_id FROM sighting s JOIN sighting o ON o.record = 'message' AND o.record_id = s.record_id WHERE s.record = 'message' AND s.import_id IN (SELECT value FROM json_each(@ids))) ORDER BY 1`).pluck().all({ ids: JSON.stringify(importIds), containers: JSON.stringify(containerIds) }) as number[];
}

/** Coverage of the containers of one import, by name. */
export function storedCoverage({ connection }: ProjectDatabase, importId: number): StoredCoverage[] {
  return connection.prepare(`SELECT c.id AS containerId, c.name AS container, b.name AS brand, v.replies AS replies, v.reason AS reason, v.imported AS imported, v.declared AS declared
    FROM coverage v JOIN container c ON c.id = v.container_id LEFT JOIN brand b ON b.id = c.brand_id WHERE v.import_id = ? ORDER BY c.name, c.id`).all(importId) as StoredCoverage[];
}
