import type { Hearing } from '../domain/model/hearing.ts';
import type { RequestHeard } from '../domain/value/department-hearing.ts';
import { PIECE_DEPARTMENT, type PieceScope } from './piece-pages.ts';
import type { ProjectDatabase } from './project-database.ts';
import { joinedMessages } from './selection-sql.ts';

/**
 * Requests under a scope with the department they go to and what became of them, each request once, by its main piece. A request
 * is told of where answers can be seen and it was watched for `watchedMs` by a time that is known to the day at least.
 */
export function* requestsHeard({ connection }: ProjectDatabase, { brandId, messages }: PieceScope, watchedMs: number): Generator<RequestHeard> {
  const joined = joinedMessages(messages, 'p.message_id');
  const rows = connection.prepare(`SELECT p.message_id, ${PIECE_DEPARTMENT}, q.account_id, q.primary_intent,
      CASE WHEN q.observability <> 'observable' OR q.at_ms IS NULL OR q.precision IN ('relative', 'none') OR q.observation_end_ms - q.at_ms < ? THEN 'untold' WHEN q.outcome IN ('public', 'private') THEN 'answered' WHEN p.route_state IN ('collected', 'assessed', 'done', 'told-back') THEN 'entered' ELSE 'silent' END
    FROM value_piece p JOIN request q ON q.message_id = p.message_id AND q.brand_id = p.brand_id ${joined.join} WHERE p.leads = 1 AND q.listed_apart IS NULL AND (${joined.sql})${brandId === null ? '' : ' AND p.brand_id = ?'} ORDER BY p.message_id`)
    .raw().iterate(watchedMs, ...joined.parameters, ...(brandId === null ? [] : [brandId])) as Iterable<[number, RequestHeard['department'], number | null, RequestHeard['intent'], Hearing]>;
  for (const [messageId, department, personId, intent, hearing] of rows) yield { messageId, department, personId, intent, hearing };
}
