import type { PromiseState } from '../domain/model/promise-state.ts';
import type { CourseMessage, PersonCourse } from '../domain/trust/person-course.ts';
import type { ProjectDatabase } from './project-database.ts';
import { promiseCondition, STANDING_PROMISES, STANDING_STATE, type PromiseScope } from './promise-queries.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A promise with its times, its person and where it stands. */
export interface PlacedPromise {
  readonly promiseId: number;
  readonly messageId: number;
  readonly personId: number | null;
  readonly network: string;
  readonly containerId: number | null;
  readonly rootId: number;
  readonly state: PromiseState;
  readonly named: boolean;
  readonly atMs: number;
  readonly judgedMs: number;
  readonly shownMs: number | null;
}

/** Every promise of a scope with its times, in the order of the messages. `shownMs` is null where a person's word took the place of what was seen. */
export function placedPromises({ connection }: ProjectDatabase, scope: PromiseScope): PlacedPromise[] {
  const { sql, parameters } = promiseCondition(scope);
  const rows = connection
    .prepare(`SELECT p.id AS promiseId, p.message_id AS messageId, p.account_id AS personId, n.code AS network, m.container_id AS containerId, COALESCE(m.root_id, m.id) AS rootId, ${STANDING_STATE} AS state, p.due_ms IS NOT NULL AS named,
        p.at_ms AS atMs, p.judged_ms AS judgedMs, CASE WHEN ${STANDING_STATE} = p.state THEN p.shown_ms END AS shownMs
      FROM ${STANDING_PROMISES} WHERE ${sql} ORDER BY p.message_id, p.start`)
    .all(...parameters) as (Omit<PlacedPromise, 'named'> & { readonly named: number })[];
  return rows.map(({ named, ...row }) => ({ ...row, named: named === 1 }));
}

/** The verdicts by hand as one text: answers that rest on them are asked anew when it changes. */
export function verdictStamp({ connection }: ProjectDatabase): string {
  return (connection.prepare(`SELECT group_concat(network || kind || message || ' ' || start || ' ' || state) FROM (SELECT * FROM promise_verdict ORDER BY network, kind, message, start)`).pluck().get() as string | null) ?? '';
}

/** A request of a person, as an event of their course. */
export interface PlacedRequest {
  readonly requestId: number;
  readonly personId: number;
  readonly network: string;
  readonly rootId: number;
  readonly atMs: number;
  readonly endMs: number;
}

/** Observable requests of people, dated to the day or better; those listed apart are left out. `messages` is a condition on alias `m`. */
export function placedRequests({ connection }: ProjectDatabase, { brandId, messages }: { readonly brandId: number | null; readonly messages: SqlCondition }): PlacedRequest[] {
  return connection
    .prepare(`SELECT q.id AS requestId, q.account_id AS personId, n.code AS network, q.root_id AS rootId, q.at_ms AS atMs, q.observation_end_ms AS endMs FROM request q JOIN message m ON m.id = q.message_id JOIN network n ON n.id = q.network_id
      WHERE ${brandId === null ? 'q.leads = 1' : 'q.brand_id = ?'} AND q.listed_apart IS NULL AND q.observability = 'observable' AND q.account_id IS NOT NULL AND q.at_ms IS NOT NULL AND q.precision <> 'count' AND (${messages.sql}) ORDER BY q.id`)
    .all(...(brandId === null ? [] : [brandId]), ...messages.parameters) as PlacedRequest[];
}

/** Messages (alias `m`) whose time is known to the day or better. */
export const DATED = `m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none')`;
/** Messages (alias `m`) outside the places of brands other than `@brandId`. */
export const OWN_PLACE = '(@brandId IS NULL OR m.container_id IS NULL OR m.container_id NOT IN (SELECT id FROM container WHERE brand_id <> @brandId))';

/** The first dated message of each network: before it nothing is known. */
export function firstMoments({ connection }: ProjectDatabase): Map<string, number> {
  return new Map(connection.prepare(`SELECT n.code, min(m.created_at_ms) FROM message m JOIN network n ON n.id = m.network_id WHERE ${DATED} GROUP BY 1`).raw().all() as [string, number][]);
}

/**
 * What people wrote, outside the places of other brands, and what they gave by the ledger with the weights in force; dated entries
 * in time order. Memory: some 100 bytes a message of the people asked for.
 */
export function personCourses({ connection }: ProjectDatabase, { brandId, personIds }: { readonly brandId: number | null; readonly personIds: readonly number[] }): Map<number, PersonCourse> {
  const people = JSON.stringify(personIds);
  const courses = new Map<number, { personId: number; messages: CourseMessage[]; gifts: PersonCourse['gifts'][number][] }>(personIds.map((personId) => [personId, { personId, messages: [], gifts: [] }]));
  const written = connection
    .prepare(`SELECT m.account_id, m.created_at_ms, COALESCE(m.root_id, m.id), CASE r.sentiment WHEN 'positive' THEN 1 WHEN 'neutral' THEN 0 WHEN 'negative' THEN -1 END, CASE WHEN r.economic_tie = 0 THEN COALESCE(r.recommendation_sign, 0) ELSE 0 END
      FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE m.account_id IN (SELECT value FROM json_each(@people)) AND ${DATED} AND ${OWN_PLACE} ORDER BY m.created_at_ms, m.id`)
    .raw().iterate({ people, brandId }) as IterableIterator<[number, number, number, CourseMessage['tone'], CourseMessage['advice']]>;
  for (const [personId, atMs, rootId, tone, advice] of written) courses.get(personId)?.messages.push({ atMs, rootId, tone, advice });
  const given = connection
    .prepare(`SELECT b.giver_id, b.at_ms, COALESCE(m.root_id, m.id), b.points FROM booking b JOIN message m ON m.id = b.message_id
      WHERE b.giver_kind = 'account' AND b.giver_id IN (SELECT value FROM json_each(@people)) AND b.at_ms IS NOT NULL AND (@brandId IS NULL OR b.brand_id IS NULL OR b.brand_id = @brandId) ORDER BY b.at_ms, b.id`)
    .raw().iterate({ people, brandId }) as IterableIterator<[number, number, number, number]>;
  for (const [personId, atMs, rootId, points] of given) courses.get(personId)?.gifts.push({ atMs, rootId, points });
  return courses;
}
