import { ACTS, INTENTS, codeSet } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** Whose messages (null: any brand's), and which are selected (a condition on alias `m`). */
export interface StrategyScope {
  readonly brandId: number | null;
  readonly messages: SqlCondition;
}

/** A first post of a brand, with what became of it. Times UTC ms. */
export interface OwnPost {
  readonly messageId: number;
  readonly networkId: number;
  readonly acts: number | null;
  readonly atMs: number | null;
  readonly text: string | null;
  /** Comments below it by other people. */
  readonly comments: number;
  /** The brand wrote below it within 48 hours; null where that cannot be told. */
  readonly repliedSoon: number | null;
  /** The brand wrote below it at any time. */
  readonly replied: number;
}

const VOICE = `voice AS MATERIALIZED (SELECT DISTINCT account_id FROM account_role WHERE role = 'voice' AND brand_id IS NOT NULL AND (@brand IS NULL OR brand_id = @brand))`;
const HOURS_48_MS = 172_800_000;

function bound(condition: SqlCondition): { readonly sql: string; readonly values: Record<string, unknown> } {
  let place = 0;
  const values: Record<string, unknown> = {};
  const sql = condition.sql.replaceAll('?', () => {
    const name = `p${String(place)}`;
    values[name] = condition.parameters[place];
    place += 1;
    return `@${name}`;
  });
  return { sql, values };
}

/** First posts of a brand with the answers below them, by number. One look at every thread of the brand. */
export function ownPosts({ connection }: ProjectDatabase, { brandId, messages }: StrategyScope): OwnPost[] {
  const { sql, values } = bound(messages);
  return connection.prepare(`WITH ${VOICE}
    SELECT m.id AS messageId, m.network_id AS networkId, r.acts AS acts, CASE WHEN m.precision IN ('ms', 's', 'min') THEN m.created_at_ms END AS atMs, m.text AS text,
      (SELECT count(*) FROM message c WHERE c.root_id = m.id AND c.id <> m.id AND (c.account_id IS NULL OR c.account_id NOT IN (SELECT account_id FROM voice))) AS comments,
      CASE WHEN m.precision IN ('ms', 's', 'min') THEN EXISTS (SELECT 1 FROM message c WHERE c.root_id = m.id AND c.id <> m.id AND c.account_id IN (SELECT account_id FROM voice) AND c.created_at_ms <= m.created_at_ms + ${String(HOURS_48_MS)}) END AS repliedSoon,
      EXISTS (SELECT 1 FROM message c WHERE c.root_id = m.id AND c.id <> m.id AND c.account_id IN (SELECT account_id FROM voice)) AS replied
    FROM voice v JOIN message m ON m.account_id = v.account_id JOIN reading r ON r.message_id = m.id
    WHERE COALESCE(m.root_id, m.id) = m.id AND m.parent_native_id IS NULL AND r.direction = 'outbound' AND (${sql}) ORDER BY m.id`).all({ brand: brandId, ...values }) as OwnPost[];
}

/** A place of a brand with whether it answers there: requests whose answers the data can show, and those answered. */
export interface OwnPlace {
  readonly containerId: number;
  readonly requests: number;
  readonly answered: number;
}

/** Places that a brand owns, by number. */
export function ownPlaces({ connection }: ProjectDatabase, { brandId, messages }: StrategyScope): OwnPlace[] {
  const { sql, values } = bound(messages);
  return connection.prepare(`SELECT c.id AS containerId, count(q.id) AS requests, COALESCE(sum(q.outcome IN ('public', 'private')), 0) AS answered
    FROM container c LEFT JOIN (SELECT q.* FROM request q JOIN message m ON m.id = q.message_id WHERE q.leads = 1 AND q.listed_apart IS NULL AND q.observability = 'observable' AND (@brand IS NULL OR q.brand_id = @brand) AND (${sql})) q ON q.container_id = c.id
    WHERE c.brand_id IS NOT NULL AND (@brand IS NULL OR c.brand_id = @brand) GROUP BY c.id ORDER BY c.id`).all({ brand: brandId, ...values }) as OwnPlace[];
}

/** Trouble of one person in one conversation, with how it ended. */
export interface TroubleEnd {
  readonly messageId: number;
  /** The brand took care of it, or the person thanked. */
  readonly ended: number;
}

/** Requests with trouble whose answers the data can show; ended = an answer that takes care, or thanks by the asker afterwards in the same conversation. */
export function troubleEnds({ connection }: ProjectDatabase, { brandId, messages }: StrategyScope): TroubleEnd[] {
  const { sql, values } = bound(messages);
  const care = codeSet(ACTS, ['care']);
  const trouble = codeSet(INTENTS, ['trouble']);
  return connection.prepare(`SELECT q.message_id AS messageId,
      COALESCE((SELECT a.acts & ${String(care)} FROM reading a WHERE a.message_id = q.answer_message_id), 0) <> 0
        OR EXISTS (SELECT 1 FROM message t JOIN reading tr ON tr.message_id = t.id WHERE q.answered_at_ms IS NOT NULL AND t.root_id = q.root_id AND t.account_id = q.account_id AND t.created_at_ms > q.answered_at_ms AND tr.thanks = 1) AS ended
    FROM request q JOIN message m ON m.id = q.message_id
    WHERE q.leads = 1 AND q.listed_apart IS NULL AND q.observability = 'observable' AND q.intents & ${String(trouble)} AND (@brand IS NULL OR q.brand_id = @brand) AND (${sql}) ORDER BY q.id`).all({ brand: brandId, ...values }) as TroubleEnd[];
}

/** A question, with the group of questions it recurs in and the text of its answer. */
export interface AnsweredQuestion {
  readonly messageId: number;
  readonly atMs: number | null;
  /** Null where nobody else asks the same. */
  readonly topic: string | null;
  readonly answer: string | null;
}

/** Requests that ask something, oldest first, with the group they recur in and their answer. */
export function answeredQuestions({ connection }: ProjectDatabase, { brandId, messages }: StrategyScope): AnsweredQuestion[] {
  const { sql, values } = bound(messages);
  const asks = codeSet(INTENTS, ['information', 'purchase', 'decision']);
  return connection.prepare(`SELECT q.message_id AS messageId, q.at_ms AS atMs, (SELECT min(t.topic) FROM topic_message t JOIN topic o ON o.id = t.topic WHERE o.kind = 'question' AND t.message_id = q.message_id) AS topic, a.text AS answer
    FROM request q JOIN message m ON m.id = q.message_id LEFT JOIN message a ON a.id = q.answer_message_id AND q.outcome = 'public'
    WHERE q.leads = 1 AND q.listed_apart IS NULL AND q.intents & ${String(asks)} AND (@brand IS NULL OR q.brand_id = @brand) AND (${sql}) ORDER BY q.at_ms, q.id`).all({ brand: brandId, ...values }) as AnsweredQuestion[];
}

/** A piece of value that somebody sent to a department, with how long that took, in seconds. */
export interface HandOver {
  readonly messageId: number;
  readonly seconds: number;
}

/** Pieces of the public that were routed by hand, with the time from the message to the routing. */
export function handOvers({ connection }: ProjectDatabase, { brandId, messages }: StrategyScope): HandOver[] {
  const { sql, values } = bound(messages);
  return connection.prepare(`SELECT p.message_id AS messageId, (p.routed_ms - p.at_ms) / 1000.0 AS seconds FROM value_piece p JOIN message m ON m.id = p.message_id
    WHERE p.routed IS NOT NULL AND p.at_ms IS NOT NULL AND p.routed_ms >= p.at_ms AND (@brand IS NULL OR p.brand_id = @brand) AND (${sql}) ORDER BY p.id`).all({ brand: brandId, ...values }) as HandOver[];
}

/** Ideas of the public whose fate the data show, and those the brand took up in an answer. */
export function ideasTakenUp({ connection }: ProjectDatabase, { brandId, messages }: StrategyScope): { readonly messageId: number; readonly taken: number }[] {
  const { sql, values } = bound(messages);
  const acknowledge = codeSet(ACTS, ['acknowledge']);
  const idea = codeSet(INTENTS, ['idea']);
  return connection.prepare(`SELECT q.message_id AS messageId, COALESCE((SELECT a.acts & ${String(acknowledge)} FROM reading a WHERE a.message_id = q.answer_message_id), 0) <> 0 AS taken
    FROM request q JOIN message m ON m.id = q.message_id WHERE q.leads = 1 AND q.listed_apart IS NULL AND q.observability = 'observable' AND q.intents & ${String(idea)} AND (@brand IS NULL OR q.brand_id = @brand) AND (${sql}) ORDER BY q.id`).all({ brand: brandId, ...values }) as { messageId: number; taken: number }[];
}
