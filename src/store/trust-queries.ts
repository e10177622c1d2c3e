import { ACTS, codeSet } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** Which brand (null: all together) and which messages, as a condition on alias `m`. */
export interface TrustScope {
  readonly brandId: number | null;
  readonly messages: SqlCondition;
}

const ANSWERING = codeSet(ACTS, ['answer', 'care']);
const WEEK_MS = 604_800_000;
const brandOf = ({ brandId }: TrustScope): string => (brandId === null ? 'q.leads = 1' : `q.brand_id = ${brandId}`);
const PEOPLE = 'SELECT account_id FROM account_balance';

/** The end of observation of the latest container; null without requests, where the latest message stands in. */
export function observationEndMs({ connection }: ProjectDatabase): number | null {
  return connection.prepare('SELECT COALESCE((SELECT max(observation_end_ms) FROM request), (SELECT max(created_at_ms) FROM message))').pluck().get() as number | null;
}

/** One observable request with how it ended. */
export interface TrustRequest {
  readonly messageId: number;
  readonly accountId: number;
  readonly answered: boolean;
  /** Observation went on for at least seven days after it. */
  readonly watched: boolean;
  readonly answeredWell: boolean;
  readonly thanked: boolean;
}

/**
 * Observable requests of people, with whether an answer or care came within seven days and whether the asker thanked in
 * the thread afterwards; those of a brand by time, of all brands in the order stored: draws follow it.
 */
export function trustRequests({ connection }: ProjectDatabase, scope: TrustScope): TrustRequest[] {
  const rows = connection
    .prepare(`WITH thanked AS MATERIALIZED (SELECT t.root_id AS root, t.account_id AS account, max(t.created_at_ms) AS at_ms FROM reading r JOIN message t ON t.id = r.message_id
        WHERE r.thanks AND t.account_id IS NOT NULL AND t.root_id IS NOT NULL GROUP BY 1, 2)
      SELECT q.message_id, q.account_id, q.censored = 0, q.precision <> 'count' AND q.at_ms IS NOT NULL AND q.observation_end_ms - q.at_ms >= ${WEEK_MS},
        q.censored = 0 AND q.waited_s <= ${WEEK_MS / 1000} AND COALESCE((SELECT r.acts & ${ANSWERING} FROM reading r WHERE r.message_id = q.answer_message_id), 0) <> 0,
        q.censored = 0 AND COALESCE(t.at_ms >= q.answered_at_ms, 0)
      FROM request q JOIN message m ON m.id = q.message_id LEFT JOIN thanked t ON t.root = q.root_id AND t.account = q.account_id
      WHERE ${brandOf(scope)} AND q.listed_apart IS NULL AND q.observability = 'observable' AND q.account_id IN (${PEOPLE}) AND (${scope.messages.sql}) ORDER BY ${scope.brandId === null ? 'q.id' : 'q.at_ms, q.id'}`)
    .raw().all(...scope.messages.parameters) as [number, number, number, number, number, number][];
  return rows.map(([messageId, accountId, answered, watched, answeredWell, thanked]) => ({ messageId, accountId, answered: answered === 1, watched: watched === 1, answeredWell: answeredWell === 1, thanked: thanked === 1 }));
}

/** People active in the scope, and which of them recommend or warn without an economic tie. */
export interface AdvocatePeople {
  readonly active: ReadonlySet<number>;
  readonly recommending: ReadonlySet<number>;
  readonly warning: ReadonlySet<number>;
}

/** Active people without employees, those with a booked recommendation or tagged friend, those who advise against. */
export function advocatePeople({ connection }: ProjectDatabase, { brandId, messages }: TrustScope): AdvocatePeople {
  const people = `${PEOPLE} WHERE account_id NOT IN (SELECT account_id FROM account_role WHERE role = 'employee')`;
  const ids = (sql: string, ...parameters: unknown[]): Set<number> => new Set(connection.prepare(sql).pluck().all(...parameters) as number[]);
  return {
    active: ids(`SELECT DISTINCT m.account_id FROM message m WHERE m.account_id IN (${people}) AND (${messages.sql})`, ...messages.parameters),
    recommending: ids(`SELECT DISTINCT b.giver_id FROM booking b JOIN message m ON m.id = b.message_id WHERE b.rule IN ('recommendation', 'tagged-friend') AND b.giver_kind = 'account' AND (? IS NULL OR b.brand_id IS NULL OR b.brand_id = ?)
      AND b.giver_id IN (${people}) AND (${messages.sql})`, brandId, brandId, ...messages.parameters),
    warning: ids(`SELECT DISTINCT m.account_id FROM reading r JOIN message m ON m.id = r.message_id WHERE r.recommendation_sign = -1 AND r.economic_tie = 0 AND m.account_id IN (${people}) AND (${messages.sql})`, ...messages.parameters),
  };
}

/** When, UTC ms, and where a request was made. */
export interface RequestMoment {
  readonly atMs: number;
  readonly containerId: number | null;
  readonly networkId: number;
}

/** When and where each request was made, by its message; those without a time of their own are left out. */
export function requestMoments({ connection }: ProjectDatabase): Map<number, RequestMoment> {
  const rows = connection.prepare(`SELECT message_id, at_ms, container_id, network_id FROM request WHERE at_ms IS NOT NULL AND precision NOT IN ('relative', 'none', 'count')`).raw().all() as [number, number, number | null, number][];
  return new Map(rows.map(([messageId, atMs, containerId, networkId]) => [messageId, { atMs, containerId, networkId }]));
}
