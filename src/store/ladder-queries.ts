import { INTENTS, codeSet } from '../domain/model/codes.ts';
import type { LadderTraces } from '../domain/tribes/ladder-rung.ts';
import type { ProjectDatabase } from './project-database.ts';

const OPINION = codeSet(INTENTS, ['trouble', 'idea', 'praise', 'recommendation']);
const CONTEST = codeSet(INTENTS, ['contest']);
const APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'partner', 'bot')`;

/** True where a source names who only looks on: somebody with a reaction by name and no message. */
export function namesSpectators({ connection }: ProjectDatabase): boolean {
  return connection.prepare('SELECT EXISTS (SELECT 1 FROM reaction x WHERE x.account_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM message m WHERE m.account_id = x.account_id))').pluck().get() === 1;
}

/**
 * What everybody with a trace left since a moment; traces without a time count when `sinceMs` would, since a reaction's
 * time is seldom known. People without one since then have zeros. A thread is started by a message that answers none; an
 * opinion is a review, or a comment or reply that complains, proposes, praises or advises.
 */
export function ladderTraces({ connection }: ProjectDatabase, sinceMs: number): Map<number, LadderTraces> {
  const traces = new Map<number, LadderTraces>();
  const none: LadderTraces = { threads: 0, opinions: 0, repliesToPeople: 0, messages: 0, contests: 0, saves: 0, follows: 0, looks: 0 };
  const written = connection
    .prepare(`SELECT m.account_id, sum(f AND m.kind = 'post' AND m.parent_id IS NULL AND m.parent_native_id IS NULL), sum(f AND (m.kind = 'review' OR (m.kind <> 'post' AND COALESCE(r.intents, 0) & ${OPINION} <> 0))),
        sum(f AND p.account_id IS NOT NULL AND p.account_id <> m.account_id AND p.account_id NOT IN (${APART})), sum(f), sum(f AND COALESCE(r.intents, 0) & ${CONTEST} <> 0)
      FROM (SELECT *, (created_at_ms IS NULL OR created_at_ms >= ?) AS f FROM message WHERE account_id IS NOT NULL) m LEFT JOIN reading r ON r.message_id = m.id LEFT JOIN message p ON p.id = m.parent_id
      WHERE m.account_id NOT IN (${APART}) GROUP BY 1`)
    .raw().all(sinceMs) as [number, number, number, number, number, number][];
  for (const [accountId, threads, opinions, repliesToPeople, messages, contests] of written) traces.set(accountId, { ...none, threads, opinions, repliesToPeople, messages, contests });
  const reacted = connection
    .prepare(`SELECT x.account_id, sum(f AND x.kind = 'save'), sum(f AND x.kind = 'follow'), sum(f AND x.kind NOT IN ('save', 'follow'))
      FROM (SELECT *, (created_at_ms IS NULL OR created_at_ms >= ?) AS f FROM reaction WHERE account_id IS NOT NULL) x WHERE x.account_id NOT IN (${APART}) GROUP BY 1`)
    .raw().all(sinceMs) as [number, number, number, number][];
  for (const [accountId, saves, follows, looks] of reacted) traces.set(accountId, { ...(traces.get(accountId) ?? none), saves, follows, looks });
  return traces;
}
