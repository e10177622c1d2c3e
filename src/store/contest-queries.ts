import { INTENTS, codeSet } from '../domain/model/codes.ts';
import { LEAST_ENTRANTS, type ContestEntry } from '../domain/response/contest-return.ts';
import type { ProjectDatabase } from './project-database.ts';
import { storedSources } from './request-context.ts';
import type { SqlCondition } from './selection-sql.ts';

/** Whose contests (null: of every brand), which entries are selected (a condition on alias `m`), and when observation is capped. */
export interface ContestScope {
  readonly brandId: number | null;
  readonly messages: SqlCondition;
  readonly nowMs: number | null;
}

const CONTEST = codeSet(INTENTS, ['contest']);
const TIMED = (alias: string): string => `${alias}.created_at_ms IS NOT NULL AND ${alias}.precision NOT IN ('relative', 'none')`;

interface EntryRow extends Omit<ContestEntry, 'selected' | 'observedUntilMs'> {
  readonly containerId: number | null;
  readonly importId: number;
  readonly selected: number;
}

/**
 * Messages of the public that enter a contest below a first post of a brand, oldest first: twenty people who enter make a
 * contest, whatever words the post uses. Voices, employees,
 * partners and bots do not enter; entries without an author or with a relative time cannot be followed and are left out.
 * One scan of the readings.
 */
export function contestEntries(project: ProjectDatabase, { brandId, messages, nowMs }: ContestScope): ContestEntry[] {
  const rows = project.connection
    .prepare(`WITH post AS MATERIALIZED (SELECT p.id AS id, CASE WHEN ${TIMED('p')} THEN p.created_at_ms END AS at_ms, p.container_id AS container_id, p.import_id AS import_id, p.network_id AS network_id, min(v.brand_id) AS brand_id
        FROM reading r JOIN message p ON p.id = r.message_id JOIN account_role v ON v.account_id = p.account_id AND v.role = 'voice'
        WHERE r.direction = 'outbound' AND COALESCE(p.root_id, p.id) = p.id AND v.brand_id IS NOT NULL AND (? IS NULL OR v.brand_id = ?) GROUP BY p.id)
      SELECT m.id AS messageId, m.account_id AS accountId, p.id AS postId, p.at_ms AS postAtMs, p.brand_id AS brandId, p.network_id AS networkId, p.container_id AS containerId, p.import_id AS importId,
        m.created_at_ms AS atMs, (${messages.sql}) AS selected
      FROM post p JOIN message m ON m.root_id = p.id JOIN reading e ON e.message_id = m.id
      WHERE m.id <> p.id AND m.account_id IS NOT NULL AND ${TIMED('m')} AND e.direction <> 'outbound' AND e.intents & ${CONTEST}
        AND m.account_id NOT IN (SELECT account_id FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot'))
      ORDER BY m.created_at_ms, m.id`)
    .all(brandId, brandId, ...messages.parameters) as EntryRow[];
  if (rows.length === 0) return [];
  const sources = storedSources(project);
  return rows.map(({ containerId, importId, selected, ...entry }) => {
    const endMs = sources.place({ containerId, importId, networkId: entry.networkId }).observationEndMs;
    return { ...entry, selected: selected === 1, observedUntilMs: endMs === null || nowMs === null ? endMs : Math.min(endMs, nowMs) };
  });
}

/** Times of all messages of some accounts after a moment, ascending, by account; accounts without any are absent. */
export function messageTimesAfter({ connection }: ProjectDatabase, accountIds: Iterable<number>, afterMs: number): Map<number, number[]> {
  const rows = connection
    .prepare(`SELECT m.account_id, m.created_at_ms FROM json_each(?) wanted JOIN message m ON m.account_id = wanted.value WHERE m.created_at_ms > ? AND m.precision NOT IN ('relative', 'none') ORDER BY m.account_id, m.created_at_ms`)
    .raw()
    .iterate(JSON.stringify([...accountIds]), afterMs) as IterableIterator<[number, number]>;
  const times = new Map<number, number[]>();
  for (const [accountId, atMs] of rows) {
    const own = times.get(accountId);
    if (own === undefined) times.set(accountId, [atMs]);
    else own.push(atMs);
  }
  return times;
}

/**
 * Messages that stand as questions and are entries into a contest: under a brand's first post that twenty people enter, those read as
 * an entry and those that tag somebody ("who would I drink it with? with @..."), whatever else they are read as. One scan of the readings and one of the pieces, which need no index.
 */
export function contestQuestions({ connection }: ProjectDatabase): number[] {
  return connection.prepare(`WITH post AS MATERIALIZED (SELECT m.root_id AS id FROM reading e JOIN message m ON m.id = e.message_id JOIN message p ON p.id = m.root_id
        WHERE e.intents & ${CONTEST} AND e.direction <> 'outbound' AND m.id <> m.root_id AND m.account_id NOT IN (SELECT account_id FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot'))
          AND p.account_id IN (SELECT account_id FROM account_role WHERE role = 'voice') GROUP BY m.root_id HAVING count(DISTINCT m.account_id) >= ${LEAST_ENTRANTS})
      SELECT DISTINCT q.message_id FROM value_piece q CROSS JOIN message m ON m.id = q.message_id CROSS JOIN reading r ON r.message_id = m.id
      WHERE q.kind = 'question' AND m.root_id IN (SELECT id FROM post) AND (r.intents & ${CONTEST} OR EXISTS (SELECT 1 FROM mention x WHERE x.message_id = m.id AND (x.account_id IS NULL OR x.account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'voice'))))`).pluck().all() as number[];
}
