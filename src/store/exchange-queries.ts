import type { ProjectDatabase } from './project-database.ts';
import type { TrustScope } from './trust-queries.ts';

/** One message of one party to the other. */
export interface Exchange {
  readonly messageId: number;
  /** Of the first party to the second. */
  readonly forth: boolean;
  /** Null where the time is not known, or only how long ago it was. */
  readonly atMs: number | null;
  /** The conversation it stands in. */
  readonly rootId: number;
}

/** All exchanges of two parties; `second` is null for the brand. People stand in order of their numbers. */
export interface ExchangeGroup {
  readonly first: number;
  readonly second: number | null;
  readonly exchanges: readonly Exchange[];
}

const PEOPLE = 'SELECT account_id FROM account_balance';
/** The time of a message (alias `m`) as far as it can be told, UTC ms; null where it is not known or only how long ago it was. */
export const KNOWN_TIME = `CASE WHEN m.precision IN ('relative', 'none') THEN NULL ELSE m.created_at_ms END`;
const ROOT = 'COALESCE(m.root_id, m.id)';

type Row = [first: number, second: number | null, messageId: number, forth: number, atMs: number | null, rootId: number];

function* grouped(rows: IterableIterator<Row>): Generator<ExchangeGroup> {
  let exchanges: Exchange[] = [];
  let pair: readonly [number, number | null] | null = null;
  for (const [first, second, messageId, forth, atMs, rootId] of rows) {
    if (pair === null || pair[0] !== first || pair[1] !== second) {
      if (pair !== null) yield { first: pair[0], second: pair[1], exchanges };
      pair = [first, second];
      exchanges = [];
    }
    exchanges.push({ messageId, forth: forth === 1, atMs, rootId });
  }
  if (pair !== null) yield { first: pair[0], second: pair[1], exchanges };
}

/**
 * Exchanges between people, pair by pair: replies, and mentions of somebody who is not the one replied to. A message counts once
 * for each person it goes to. People have a balance: nobody who speaks for a brand, no partner, no program. One scan, sorted by the
 * database.
 */
export function peopleExchanges({ connection }: ProjectDatabase, { messages }: TrustScope): Generator<ExchangeGroup> {
  const columns = (other: string): string => `min(m.account_id, ${other}), max(m.account_id, ${other}), m.id, m.account_id < ${other}, ${KNOWN_TIME}, ${ROOT}`;
  const rows = connection
    .prepare(`SELECT ${columns('p.account_id')} FROM message m JOIN message p ON p.id = m.parent_id
        WHERE m.account_id <> p.account_id AND m.account_id IN (${PEOPLE}) AND p.account_id IN (${PEOPLE}) AND (${messages.sql})
      UNION SELECT ${columns('x.account_id')} FROM mention x JOIN message m ON m.id = x.message_id LEFT JOIN message p ON p.id = m.parent_id
        WHERE m.account_id <> x.account_id AND p.account_id IS NOT x.account_id AND m.account_id IN (${PEOPLE}) AND x.account_id IN (${PEOPLE}) AND (${messages.sql})
      ORDER BY 1, 2, 3, 4`)
    .raw().iterate(...messages.parameters, ...messages.parameters) as IterableIterator<Row>;
  return grouped(rows);
}

/**
 * Exchanges of each person with a brand (null: with any of them): what the person wrote to it, by reply, mention or as a request or
 * compliment, and what it wrote to the person, by reply, mention or as the answer to a request. `forth` is the person's word.
 */
export function brandExchanges({ connection }: ProjectDatabase, { brandId, messages }: TrustScope): Generator<ExchangeGroup> {
  const ofBrand = brandId === null ? '' : `AND brand_id = ${brandId}`;
  const voices = `SELECT account_id FROM account_role WHERE role = 'voice' ${ofBrand}`;
  const columns = (person: string, forth: 0 | 1): string => `SELECT ${person}, NULL, m.id, ${forth}, ${KNOWN_TIME}, ${ROOT}`;
  const parts = [
    `${columns('m.account_id', 1)} FROM message m JOIN message p ON p.id = m.parent_id WHERE m.account_id IN (${PEOPLE}) AND p.account_id IN (${voices})`,
    `${columns('m.account_id', 1)} FROM mention x JOIN message m ON m.id = x.message_id WHERE m.account_id IN (${PEOPLE}) AND x.account_id IN (${voices})`,
    `${columns('m.account_id', 1)} FROM message m WHERE m.account_id IN (${PEOPLE}) AND m.id IN (SELECT message_id FROM request WHERE listed_apart IS NULL ${ofBrand} UNION SELECT message_id FROM compliment WHERE listed_apart IS NULL ${ofBrand})`,
    `${columns('p.account_id', 0)} FROM message m JOIN message p ON p.id = m.parent_id WHERE m.account_id IN (${voices}) AND p.account_id IN (${PEOPLE})`,
    `${columns('x.account_id', 0)} FROM mention x JOIN message m ON m.id = x.message_id WHERE m.account_id IN (${voices}) AND x.account_id IN (${PEOPLE})`,
    `${columns('q.account_id', 0)} FROM request q JOIN message m ON m.id = q.answer_message_id WHERE q.account_id IN (${PEOPLE}) ${ofBrand}`,
  ];
  const rows = connection
    .prepare(`${parts.map((part) => `${part} AND (${messages.sql})`).join('\n UNION ')} ORDER BY 1, 3, 4`)
    .raw().iterate(...parts.flatMap(() => messages.parameters)) as IterableIterator<Row>;
  return grouped(rows);
}

/** What a message of an exchange says, as far as it is read: its text where it is words. */
export interface ExchangeWords {
  readonly language: string;
  readonly text: string | null;
}

const A_TIME = 5000;

/** Words of messages by number; at most 5,000 at a time are held by the database. */
export function exchangeWords({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, ExchangeWords> {
  const select = connection
    .prepare(`SELECT m.id, COALESCE(r.language, 'unknown'), CASE WHEN r.text_kind = 'text' THEN m.text END
      FROM json_each(?) wanted JOIN message m ON m.id = wanted.value LEFT JOIN reading r ON r.message_id = m.id`)
    .raw();
  const words = new Map<number, ExchangeWords>();
  for (let from = 0; from < messageIds.length; from += A_TIME) {
    const rows = select.all(JSON.stringify(messageIds.slice(from, from + A_TIME))) as [number, string, string | null][];
    for (const [messageId, language, text] of rows) words.set(messageId, { language, text });
  }
  return words;
}

/** Names of accounts by number. */
export function accountNames({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, { readonly name: string; readonly network: string }> {
  const rows = connection
    .prepare(`SELECT a.id, COALESCE(a.name, a.handle, a.native_id), n.code FROM json_each(?) wanted JOIN account a ON a.id = wanted.value JOIN network n ON n.id = a.network_id`)
    .raw().all(JSON.stringify(accountIds)) as [number, string, string][];
  return new Map(rows.map(([id, name, network]) => [id, { name, network }]));
}
