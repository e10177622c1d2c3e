import { INTENTS, codeSet, type Zone } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** How many messages some people wrote. */
export function messageCounts({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, number> {
  return new Map(connection.prepare('SELECT w.value, count(m.id) FROM json_each(?) w LEFT JOIN message m ON m.account_id = w.value GROUP BY 1').raw().all(JSON.stringify(accountIds)) as [number, number][]);
}

/** How many people a tribe holds. */
export function tribeSize({ connection }: ProjectDatabase, tribe: string): number {
  return connection.prepare('SELECT count(*) FROM tribe_member WHERE tribe = ?').pluck().get(tribe) as number;
}

/** One person of a tribe as a list shows it. Times known only roughly are left out. */
export interface TribeMember {
  readonly accountId: number;
  readonly nativeId: string;
  readonly name: string;
  readonly network: string;
  readonly messages: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly created: number;
  readonly consumed: number;
  readonly bookings: number;
  readonly zone: Zone | null;
}

const ORDERS = {
  messages: 'messages DESC, a.id', created: 'created DESC, a.id', first: 'firstMs IS NULL, firstMs, a.id', last: 'lastMs IS NULL, lastMs DESC, a.id', name: 'name COLLATE NOCASE, a.id',
} as const;

/** One page of a tribe's people with their messages under a condition on alias `m`, and how many there are in all. */
export function tribeMembersPage({ connection }: ProjectDatabase, tribe: string, { messages: { sql, parameters }, page, size, orderBy }: { readonly messages: SqlCondition; readonly page: number; readonly size: number; readonly orderBy: keyof typeof ORDERS }): { total: number; members: TribeMember[] } {
  const joined = sql === '1' ? 'LEFT JOIN' : 'JOIN';
  const from = `FROM tribe_member t JOIN account a ON a.id = t.account_id JOIN network n ON n.id = a.network_id JOIN account_balance b ON b.account_id = t.account_id
    ${joined} (SELECT m.account_id, count(*) AS messages, min(CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END) AS firstMs, max(CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END) AS lastMs
      FROM message m WHERE m.account_id IN (SELECT account_id FROM tribe_member WHERE tribe = ?) AND (${sql}) GROUP BY 1) w ON w.account_id = t.account_id WHERE t.tribe = ?`;
  return {
    total: connection.prepare(`SELECT count(*) ${from}`).pluck().get(tribe, ...parameters, tribe) as number,
    members: connection.prepare(`SELECT a.id AS accountId, a.native_id AS nativeId, COALESCE(a.name, a.handle, a.native_id) AS name, n.code AS network, COALESCE(w.messages, 0) AS messages, w.firstMs AS firstMs, w.lastMs AS lastMs, b.created AS created, b.observed + b.received AS consumed, b.bookings AS bookings, b.zone AS zone
      ${from} ORDER BY ${ORDERS[orderBy]} LIMIT ? OFFSET ?`).all(tribe, ...parameters, tribe, size, page * size) as TribeMember[],
  };
}

/** First and last message of each of a tribe's people under a condition on alias `m`; people without an exact time are absent. */
export function tribeSpans({ connection }: ProjectDatabase, tribe: string, { sql, parameters }: SqlCondition): { firstMs: number; lastMs: number }[] {
  return connection.prepare(`SELECT min(m.created_at_ms) AS firstMs, max(m.created_at_ms) AS lastMs FROM tribe_member t JOIN message m ON m.account_id = t.account_id
    WHERE t.tribe = ? AND m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') AND (${sql}) GROUP BY t.account_id`).all(tribe, ...parameters) as { firstMs: number; lastMs: number }[];
}

/** How many of a tribe's people are in each other tribe, with that tribe's size; tribes without a shared person are absent. */
export function tribeOverlaps({ connection }: ProjectDatabase, tribe: string): { id: string; shared: number; size: number }[] {
  return connection.prepare(`SELECT o.tribe AS id, count(*) AS shared, (SELECT count(*) FROM tribe_member s WHERE s.tribe = o.tribe) AS size FROM tribe_member t JOIN tribe_member o ON o.account_id = t.account_id AND o.tribe <> t.tribe WHERE t.tribe = ? GROUP BY 1 ORDER BY 2 DESC, 1`).all(tribe) as { id: string; shared: number; size: number }[];
}

/** Pairs of people with a direct reply between them of which at least one is in a tribe, those with both in it, and the tribe's people in any; under a condition on alias `m`. */
export function tribeTies({ connection }: ProjectDatabase, tribe: string, { sql, parameters }: SqlCondition): { pairs: number; inside: number; tied: number } {
  const own = 'SELECT account_id FROM tribe_member WHERE tribe = ?';
  const pairs = `SELECT DISTINCT min(m.account_id, p.account_id) AS one, max(m.account_id, p.account_id) AS other FROM message m JOIN message p ON p.id = m.parent_id
    WHERE m.account_id <> p.account_id AND m.account_id IN (SELECT account_id FROM account_balance) AND p.account_id IN (SELECT account_id FROM account_balance) AND (m.account_id IN (${own}) OR p.account_id IN (${own})) AND (${sql})`;
  const found = connection.prepare(`SELECT one, other, one IN (${own}) AS first, other IN (${own}) AS second FROM (${pairs})`).raw().all(tribe, tribe, tribe, tribe, ...parameters) as [number, number, number, number][];
  const tied = new Set<number>();
  for (const [one, other, first, second] of found) {
    if (first === 1) tied.add(one);
    if (second === 1) tied.add(other);
  }
  return { pairs: found.length, inside: found.filter(([, , first, second]) => first === 1 && second === 1).length, tied: tied.size };
}

/** Points received by a tribe's people, by what shows them. */
export function tribeBasis({ connection }: ProjectDatabase, tribe: string): { observed: number; received: number; estimated: number } {
  return connection.prepare('SELECT COALESCE(sum(b.observed), 0) AS observed, COALESCE(sum(b.received), 0) AS received, COALESCE(sum(b.estimated), 0) AS estimated FROM tribe_member t JOIN account_balance b ON b.account_id = t.account_id WHERE t.tribe = ?').get(tribe) as { observed: number; received: number; estimated: number };
}

/** One answer of a person that others took up. */
export interface AdoptedAnswer {
  readonly accountId: number;
  readonly messageId: number;
  /** Whom it helped, where somebody thanked; null where it was said again by somebody else. */
  readonly askerId: number | null;
}

const HELP = codeSet(INTENTS, ['help']);

/** Answers of a tribe's people for which the asker thanked, and those said again later by another person; under a condition on alias `m`. */
export function adoptedAnswers({ connection }: ProjectDatabase, tribe: string, { sql, parameters }: SqlCondition): AdoptedAnswer[] {
  const thanked = connection.prepare(`SELECT DISTINCT b.giver_id AS accountId, b.pair_message_id AS messageId, b.receiver_id AS askerId FROM booking b JOIN tribe_member t ON t.tribe = ? AND t.account_id = b.giver_id JOIN message m ON m.id = b.pair_message_id
    WHERE b.rule = 'thanked-solution' AND b.giver_kind = 'account' AND b.receiver_kind = 'account' AND (${sql}) ORDER BY 1, 2, 3`).all(tribe, ...parameters) as AdoptedAnswer[];
  const repeated = connection.prepare(`SELECT DISTINCT m.account_id AS accountId, m.id AS messageId, NULL AS askerId FROM topic k JOIN topic_message w ON w.topic = k.id JOIN message m ON m.id = w.message_id JOIN tribe_member t ON t.tribe = ? AND t.account_id = m.account_id
      JOIN reading r ON r.message_id = m.id WHERE k.kind = 'copies' AND m.parent_id IS NOT NULL AND r.intents & ${HELP} <> 0 AND (${sql})
      AND EXISTS (SELECT 1 FROM topic_message v JOIN message o ON o.id = v.message_id WHERE v.topic = k.id AND o.account_id <> m.account_id AND o.account_id IN (SELECT account_id FROM account_balance) AND o.created_at_ms > m.created_at_ms) ORDER BY 1, 2`).all(tribe, ...parameters) as AdoptedAnswer[];
  return [...thanked, ...repeated];
}

/** A condition on alias `m`: messages that name a brand, in their text or by a handle that speaks for it. */
export function namesBrand(name: string, brandId: number): SqlCondition {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const mentions = `m.id IN (SELECT message_id FROM mention WHERE account_id IN (SELECT account_id FROM account_role WHERE role = 'voice' AND brand_id = ?))`;
  return words.length === 0 ? { sql: mentions, parameters: [brandId] } : { sql: `(m.id IN (SELECT rowid FROM message_search WHERE message_search MATCH ?) OR ${mentions})`, parameters: [`"${words.join(' ')}"`, brandId] };
}
