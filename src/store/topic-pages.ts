import type { BestAnswerReason, TopicKind } from '../domain/model/topic.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';
import { QUESTION_INTENTS } from './topic-queries.ts';
import { named, positional } from './tribe-queries.ts';

/** Which topics, of which brand's questions (null: all of the kind), counted over which messages. */
export interface TopicScope {
  readonly kind: TopicKind;
  readonly brandId: number | null;
  /** A condition on alias `m`. */
  readonly messages: SqlCondition;
}

/** What a list of topics may be ordered by. */
export type TopicOrder = 'people' | 'messages' | 'latest' | 'unanswered';

/** A topic with what is counted of it under the scope's messages. */
export interface CountedTopic {
  readonly id: string;
  readonly brand: string | null;
  readonly label: string;
  readonly terms: readonly string[];
  readonly messages: number;
  readonly people: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Requests whose answers the data can show, and how many of them were answered, in public or by a word in private; null for copies. */
  readonly observable: number | null;
  readonly answeredInPublic: number | null;
  readonly sentToPrivate: number | null;
  readonly typicalId: number | null;
  readonly bestAnswerId: number | null;
  readonly bestAnswerReason: BestAnswerReason | null;
}

/** A page of topics with how many there are, and how many messages lie in them. */
export interface TopicPage {
  readonly total: number;
  readonly grouped: number;
  readonly topics: readonly CountedTopic[];
}

/** One message is no topic under a filter: it takes two that say the same. */
const LEAST_UNDER_FILTERS = 2;
const ORDERS: Readonly<Record<TopicOrder, string>> = {
  people: 'people DESC, messages DESC, id', messages: 'messages DESC, people DESC, id', latest: 'lastMs DESC, people DESC, id', unanswered: 'observable - answeredInPublic - sentToPrivate DESC, people DESC, id',
};

/**
 * One page of topics under a condition on their messages. Times known only roughly do not count for first and last. The
 * typical message is the shortest of those most like the middle.
 */
export function topicPage({ connection }: ProjectDatabase, { kind, brandId, messages }: TopicScope, { page, size, orderBy }: { readonly page: number; readonly size: number; readonly orderBy: TopicOrder }): TopicPage {
  const where = `k.kind = @kind AND (@brandId IS NULL OR k.brand_id = @brandId) AND (${positional(messages.sql)})`;
  const values = { kind, brandId, ...named(messages.parameters) };
  const exact = `CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END`;
  const counted = `SELECT k.id AS id, count(*) AS messages, count(DISTINCT m.account_id) AS people, min(${exact}) AS firstMs, max(${exact}) AS lastMs,
      COALESCE(sum(q.observability = 'observable'), 0) AS observable, COALESCE(sum(q.observability = 'observable' AND q.outcome = 'public'), 0) AS answeredInPublic, COALESCE(sum(q.observability = 'observable' AND q.outcome = 'private'), 0) AS sentToPrivate
    FROM topic k JOIN topic_message t ON t.topic = k.id JOIN message m ON m.id = t.message_id LEFT JOIN request q ON q.message_id = t.message_id AND +q.brand_id = k.brand_id
    WHERE ${where} GROUP BY k.id HAVING count(*) >= ${LEAST_UNDER_FILTERS}`;
  const typical = `SELECT t.message_id FROM topic_message t JOIN message m ON m.id = t.message_id WHERE t.topic = c.id AND (${positional(messages.sql)}) ORDER BY t.likeness DESC, length(m.text), m.text, m.id LIMIT 1`;
  const rows = connection
    .prepare(`SELECT c.*, b.name AS brand, k.label AS label, k.terms AS terms, k.best_answer_id AS bestAnswerId, CASE WHEN k.best_answer_id IS NOT NULL THEN k.best_answer_reason END AS bestAnswerReason, (${typical}) AS typicalId
      FROM (SELECT *, count(*) OVER () AS total, sum(messages) OVER () AS grouped FROM (${counted}) ORDER BY ${ORDERS[orderBy]} LIMIT @size OFFSET @offset) c JOIN topic k ON k.id = c.id LEFT JOIN brand b ON b.id = k.brand_id ORDER BY ${ORDERS[orderBy].replace(/\bid$/u, 'c.id')}`)
    .all({ ...values, size, offset: page * size }) as (Omit<CountedTopic, 'terms'> & { terms: string; total: number; grouped: number })[];
  const [first] = rows;
  // a page beyond the last has no row that could carry the totals
  const { total, grouped } = first ?? (connection.prepare(`SELECT count(*) AS total, COALESCE(sum(messages), 0) AS grouped FROM (${counted})`).get(values) as { total: number; grouped: number });
  return {
    total,
    grouped,
    topics: rows.map(({ terms, total: _total, grouped: _grouped, ...topic }) => ({ ...topic, terms: JSON.parse(terms) as string[], ...(kind === 'copies' ? { observable: null, answeredInPublic: null, sentToPrivate: null } : {}) })),
  };
}

/** How many requests of a brand (null: of all, each message once) ask something, under a condition on alias `m`: what recurring questions are a part of. */
export function askedCount({ connection }: ProjectDatabase, { brandId, messages }: Omit<TopicScope, 'kind'>): number {
  return connection
    .prepare(`SELECT count(*) FROM request q JOIN message m ON m.id = q.message_id JOIN reading r ON r.message_id = q.message_id
      WHERE q.intents & ${QUESTION_INTENTS} AND q.listed_apart IS NULL AND r.language IN ('it', 'en') AND m.text IS NOT NULL AND (@brandId IS NULL OR q.brand_id = @brandId) AND (${positional(messages.sql)})`)
    .pluck().get({ brandId, ...named(messages.parameters) }) as number;
}
