import { INTENTS, REQUEST_INTENTS, codeSet, type MessageKind } from '../domain/model/codes.ts';
import type { NamedBrand } from '../domain/roles/brand-names.ts';
import type { ActivityFact } from '../domain/roles/bot-signs.ts';
import type { SameNamedAccount } from '../domain/roles/duplicate-accounts.ts';
import type { PlaceBehaviour } from '../domain/roles/voice-behaviour.ts';
import { nameKey, nameWords } from '../domain/roles/written-name.ts';
import type { ProjectDatabase } from './project-database.ts';
import { chancesIn } from './reading-bytes.ts';
import { heldOut } from './unclaimed-desks.ts';

/** An account with all that it and its source say of it. */
export interface RoleAccount {
  readonly id: number;
  readonly networkId: number;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly profile: string | null;
  readonly sourceSaysBrand: boolean;
  readonly sourceSaysBot: boolean;
}

/** A message of a person, for rules that read texts; `atMs` null where its time is only counted back or not known. */
export interface RoleMessage {
  readonly id: number;
  readonly accountId: number;
  readonly text: string;
  readonly atMs: number | null;
  readonly kind: MessageKind;
  readonly rootId: number;
  readonly placeBrandId: number | null;
}

/** A trace that is evidence by itself: who, at which brand, since when, in which message, how many of them. */
export interface RoleTrace {
  readonly accountId: number;
  readonly brandId: number | null;
  readonly atMs: number | null;
  readonly messageId: number | null;
  readonly times: number;
}

/** All accounts, or those laid out by {@link layOutAccounts} alone. */
export interface AmongAccounts {
  readonly laidOut: boolean;
}

/** Joins messages of everybody, or of the laid out accounts, which are looked up by their author. */
const written = ({ laidOut }: AmongAccounts): string => (laidOut ? 'temp.role_author w CROSS JOIN message m ON m.account_id = w.id' : 'message m');
const ofWritten = ({ laidOut }: AmongAccounts): string => (laidOut ? 'temp.role_author w CROSS JOIN message m ON m.account_id = w.id JOIN reading r ON r.message_id = m.id' : 'reading r JOIN message m ON m.id = r.message_id');
const among = ({ laidOut }: AmongAccounts, column: string): string => (laidOut ? `${column} IN (SELECT id FROM temp.role_account)` : '1');

const TIME = `CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END`;
const SPEAKS = `SELECT account_id FROM account_role WHERE role = 'voice'`;
const REQUESTS = codeSet(INTENTS, REQUEST_INTENTS);
const PAGE = 5000;

/**
 * Brands with the names they go by. Names of the accounts that speak for a brand and of its places count only where they
 * share a word with the brand's own: an account called like a person must not make everybody of that name its colleague.
 */
export function namedBrands({ connection }: ProjectDatabase): NamedBrand[] {
  const brands = connection.prepare('SELECT id, name FROM brand ORDER BY id').all() as { id: number; name: string }[];
  const others = connection.prepare(`SELECT a.handle, a.name FROM account_role r JOIN account a ON a.id = r.account_id WHERE r.brand_id = @id AND r.role = 'voice' AND r.origin IN ('source', 'argument', 'hand') UNION SELECT native_id, name FROM container WHERE brand_id = @id`).raw();
  return brands.map(({ id, name }) => {
    const key = nameKey(name);
    const [first = key] = nameWords(name).toSorted((one, other) => other.length - one.length);
    const names = (others.all({ id }) as (string | null)[][]).flat().filter((written): written is string => written !== null && nameKey(written).includes(first));
    return { id, names: [name, ...names] };
  });
}

/** Accounts in id order, pages of 5,000 in memory at a time. */
export function* roleAccounts({ connection }: ProjectDatabase, scope: AmongAccounts): Generator<RoleAccount> {
  const page = connection.prepare(`SELECT id, network_id AS networkId, native_id AS nativeId, handle, name, profile, COALESCE(source_is_brand, 0) AS brand, COALESCE(source_is_bot, 0) AS bot FROM account WHERE id > ? AND ${among(scope, 'id')} ORDER BY id LIMIT 5000`);
  for (let last = 0; ;) {
    const rows = page.all(last) as (Omit<RoleAccount, 'sourceSaysBrand' | 'sourceSaysBot'> & { brand: number; bot: number })[];
    for (const { brand, bot, ...row } of rows) yield { ...row, sourceSaysBrand: brand === 1, sourceSaysBot: bot === 1 };
    const end = rows.at(-1);
    if (end === undefined) return;
    last = end.id;
  }
}

/** Messages with a text and an author who did not write them in a brand's name, pages in id order. */
export function* roleMessages({ connection }: ProjectDatabase, { laidOut }: AmongAccounts): Generator<RoleMessage[]> {
  const columns = `m.id AS id, m.account_id AS accountId, m.text AS text, ${TIME} AS atMs, m.kind AS kind, COALESCE(m.root_id, m.id) AS rootId, c.brand_id AS placeBrandId`;
  const joins = 'LEFT JOIN container c ON c.id = m.container_id LEFT JOIN reading r ON r.message_id = m.id';
  const chosen = `m.account_id IS NOT NULL AND m.text IS NOT NULL AND COALESCE(r.direction, 'inbound') = 'inbound'`;
  if (laidOut) {
    const ids = connection.prepare('SELECT m.id FROM temp.role_author w CROSS JOIN message m ON m.account_id = w.id').pluck().all() as number[];
    ids.sort((one, other) => one - other);
    const some = connection.prepare(`SELECT ${columns} FROM json_each(?) wanted CROSS JOIN message m ON m.id = wanted.value ${joins} WHERE ${chosen} ORDER BY m.id`);
    for (let from = 0; from < ids.length; from += PAGE) yield some.all(JSON.stringify(ids.slice(from, from + PAGE))) as RoleMessage[];
    return;
  }
  const page = connection.prepare(`SELECT ${columns} FROM message m ${joins} WHERE m.id > ? AND ${chosen} ORDER BY m.id LIMIT ${String(PAGE)}`);
  for (let last = 0; ;) {
    const rows = page.all(last) as RoleMessage[];
    const end = rows.at(-1);
    if (end === undefined) return;
    yield rows;
    last = end.id;
  }
}

/** The brand a message is about where its place says nothing: the one brand whose accounts it names, else the brand that opened its thread. */
export function addressedBrandReader({ connection }: ProjectDatabase): (message: Pick<RoleMessage, 'id' | 'rootId'>) => number | null {
  const mentioned = connection.prepare(`SELECT DISTINCT v.brand_id FROM mention x JOIN account_role v ON v.account_id = x.account_id AND v.role = 'voice' AND v.brand_id IS NOT NULL WHERE x.message_id = ? LIMIT 2`).pluck();
  const opener = connection.prepare(`SELECT v.brand_id FROM message m JOIN account_role v ON v.account_id = m.account_id AND v.role = 'voice' AND v.brand_id IS NOT NULL WHERE m.id = ? ORDER BY v.brand_id LIMIT 1`).pluck();
  return ({ id, rootId }) => {
    const brands = mentioned.all(id) as number[];
    return (brands.length === 1 ? brands[0] : undefined) ?? (opener.get(rootId) as number | undefined) ?? null;
  };
}

/** How likely a message wants to buy where a person said so and the reader did not. */
const SAID_BY_HAND = 0.9;

/** Messages that want to buy, as read, with the probability of it (0.9 where a person said so), by id. */
export function* purchaseMessages({ connection }: ProjectDatabase, scope: AmongAccounts): Generator<Omit<RoleMessage, 'text'> & { readonly probability: number }> {
  const rows = connection.prepare(`SELECT m.id AS id, m.account_id AS accountId, ${TIME} AS atMs, m.kind AS kind, COALESCE(m.root_id, m.id) AS rootId, c.brand_id AS placeBrandId, r.probabilities AS probabilities
    FROM ${ofWritten(scope)} LEFT JOIN container c ON c.id = m.container_id WHERE r.primary_intent = 'purchase' AND r.direction = 'inbound' AND m.account_id IS NOT NULL ORDER BY m.id`).iterate() as IterableIterator<Omit<RoleMessage, 'text'> & { readonly probabilities: Uint8Array | null }>;
  for (const { probabilities, ...message } of rows) yield { ...message, probability: chancesIn(probabilities).purchase ?? SAID_BY_HAND };
}

/** Messages read as disclosing an economic tie, by id. */
export function tieMessages({ connection }: ProjectDatabase, scope: AmongAccounts): Omit<RoleMessage, 'text'>[] {
  return connection.prepare(`SELECT m.id AS id, m.account_id AS accountId, ${TIME} AS atMs, m.kind AS kind, COALESCE(m.root_id, m.id) AS rootId, c.brand_id AS placeBrandId
    FROM ${ofWritten(scope)} LEFT JOIN container c ON c.id = m.container_id WHERE r.economic_tie = 1 AND r.direction = 'inbound' AND m.account_id IS NOT NULL ORDER BY m.id`).all() as Omit<RoleMessage, 'text'>[];
}

/** Who wrote a review or a ticket: first time, first message and how many, by account and brand. */
export function customerTraces({ connection }: ProjectDatabase, scope: AmongAccounts): RoleTrace[] {
  return connection.prepare(`SELECT m.account_id AS accountId, c.brand_id AS brandId, min(${TIME}) AS atMs, min(m.id) AS messageId, count(*) AS times
    FROM ${written(scope)} LEFT JOIN container c ON c.id = m.container_id WHERE m.kind IN ('review', 'ticket') AND m.account_id IS NOT NULL AND m.account_id NOT IN (${SPEAKS}) GROUP BY 1, 2 ORDER BY 1, 2`).all() as RoleTrace[];
}

/** Who follows a brand's place or saves its content, by name of the source: first time and how many, by account and brand. */
export function followerTraces({ connection }: ProjectDatabase, scope: AmongAccounts): RoleTrace[] {
  return connection.prepare(`SELECT x.account_id AS accountId, COALESCE(c.brand_id, p.brand_id) AS brandId, min(CASE WHEN x.precision NOT IN ('relative', 'none') THEN x.created_at_ms END) AS atMs, NULL AS messageId, count(*) AS times
    FROM reaction x LEFT JOIN container c ON c.id = x.container_id LEFT JOIN message m ON m.id = x.message_id LEFT JOIN container p ON p.id = m.container_id
    WHERE x.kind IN ('follow', 'save') AND x.account_id IS NOT NULL AND COALESCE(c.brand_id, p.brand_id) IS NOT NULL AND ${among(scope, 'x.account_id')} AND x.account_id NOT IN (${SPEAKS}) GROUP BY 1, 2 ORDER BY 1, 2`).all() as RoleTrace[];
}

/** A place in which an account may answer for its owner. */
export interface BusyPlace extends Omit<PlaceBehaviour, 'signed' | 'lookedAt'> {
  readonly accountId: number;
  readonly brandId: number | null;
  readonly placeName: string | null;
  /** Latest replies of the account there, for signatures. */
  readonly texts: readonly string[];
}

const LOOKED_AT = 40;

/** Posts and replies of a place: as kept, else counted once and kept. A large place is counted in one walk over all messages, since its own lie scattered. */
function placeTotals({ connection }: Pick<ProjectDatabase, 'connection'>): (containerId: number | null, networkId: number) => { readonly placePosts: number; readonly placeReplies: number } {
  const kept = connection.prepare('SELECT posts AS placePosts, replies AS placeReplies FROM place_total WHERE container_id = ? AND network_id = ?');
  const size = connection.prepare('SELECT count(*) FROM (SELECT 1 FROM message WHERE container_id IS ? LIMIT 20000)').pluck();
  const keep = connection.prepare('INSERT INTO place_total (container_id, network_id, posts, replies) VALUES (?, ?, ?, ?)');
  return (containerId, networkId) => {
    const known = kept.get(containerId ?? 0, networkId) as { placePosts: number; placeReplies: number } | undefined;
    if (known !== undefined) return known;
    const isLarge = (size.get(containerId) as number) === 20_000;
    const totals = connection.prepare(`SELECT COALESCE(sum(kind = 'post'), 0) AS placePosts, COALESCE(sum(parent_native_id IS NOT NULL), 0) AS placeReplies FROM message ${isLarge ? 'NOT INDEXED' : ''} WHERE container_id IS ? AND network_id = ?`).get(containerId, networkId) as { placePosts: number; placeReplies: number };
    keep.run(containerId ?? 0, networkId, totals.placePosts, totals.placeReplies);
    return totals;
  };
}

/** Accounts that reply to at least `others` distinct people in one place (a container, else a network) and speak for no brand yet; they are kept, so that they are looked at again when their place changes. */
export function busyPlaces({ connection }: ProjectDatabase, others: number, scope: AmongAccounts): BusyPlace[] {
  connection.exec(`CREATE TEMP TABLE busy AS SELECT m.account_id FROM ${written(scope)} WHERE m.account_id IS NOT NULL AND m.account_id NOT IN (${SPEAKS}) GROUP BY m.account_id HAVING count(*) >= ${Math.trunc(others)}`);
  try {
    const rows = connection.prepare(`SELECT m.account_id AS accountId, m.container_id AS containerId, m.network_id AS networkId, c.brand_id AS brandId, c.name AS placeName, count(*) AS messages, sum(p.account_id IS NOT NULL AND p.account_id <> m.account_id) AS replies,
        count(DISTINCT CASE WHEN p.account_id <> m.account_id THEN p.account_id END) AS others, sum((COALESCE(r.intents, 0) & ${REQUESTS}) <> 0) AS requests, sum(m.kind = 'post') AS posts
      FROM busy b JOIN message m ON m.account_id = b.account_id LEFT JOIN message p ON p.id = m.parent_id LEFT JOIN container c ON c.id = m.container_id LEFT JOIN reading r ON r.message_id = m.id
      GROUP BY 1, 2, 3 HAVING others >= ? ORDER BY 1, 2, 3`).all(others) as (Omit<BusyPlace, 'texts' | 'placePosts' | 'placeReplies'> & { containerId: number | null; networkId: number })[];
    const totalsOf = placeTotals({ connection });
    const texts = connection.prepare('SELECT text FROM message INDEXED BY message_account WHERE account_id = @accountId AND container_id IS @containerId AND parent_native_id IS NOT NULL AND text IS NOT NULL ORDER BY created_at_ms DESC, id DESC LIMIT @limit').pluck();
    const keep = connection.prepare('INSERT INTO busy_place (account_id, container_id, network_id) VALUES (?, ?, ?)');
    connection.transaction(() => {
      connection.exec(`DELETE FROM busy_place WHERE ${among(scope, 'account_id')};${scope.laidOut ? '' : ' DELETE FROM place_total;'}`);
      for (const { accountId, containerId, networkId } of rows) keep.run(accountId, containerId ?? 0, networkId);
    })();
    return rows.map(({ containerId, networkId, ...row }) => {
      const totals = totalsOf(containerId, networkId);
      return { ...row, ...totals, texts: texts.all({ accountId: row.accountId, containerId, limit: LOOKED_AT }) as string[] };
    });
  } finally {
    connection.exec('DROP TABLE busy');
  }
}

/** Messages of each account that wrote at least `least` and speaks for no brand, account by account. */
export function* busyAccounts({ connection }: ProjectDatabase, least: number, scope: AmongAccounts): Generator<{ accountId: number; names: string[]; facts: ActivityFact[] }> {
  const namesOf = connection.prepare('SELECT handle, name FROM account WHERE id = ?').raw();
  const accounts = connection.prepare(`SELECT m.account_id FROM ${written(scope)} WHERE m.account_id IS NOT NULL AND m.account_id NOT IN (${SPEAKS}) GROUP BY m.account_id HAVING count(*) >= ? ORDER BY m.account_id`).pluck().all(least) as number[];
  const messages = connection.prepare(`SELECT id AS messageId, COALESCE(root_id, id) AS rootId, CASE WHEN precision IN ('ms', 's') THEN created_at_ms END AS atMs, text FROM message WHERE account_id = ? ORDER BY id`);
  for (const accountId of accounts) yield { accountId, names: (namesOf.get(accountId) as (string | null)[]).filter((name) => name !== null), facts: messages.all(accountId) as ActivityFact[] };
}

/** Groups of two to fifty accounts of one network that bear one name and wrote texts, with the latest 200 texts of each. */
export function* sameNamedAccounts({ connection }: ProjectDatabase, scope: AmongAccounts): Generator<SameNamedAccount[]> {
  const groups = connection.prepare(`SELECT network_id, trim(lower(name)) AS name FROM account WHERE name IS NOT NULL AND length(trim(name)) >= 3 AND ${among(scope, 'id')} AND id NOT IN (${SPEAKS}) GROUP BY 1, 2 HAVING count(*) BETWEEN 2 AND 50 ORDER BY 1, 2`).raw().all() as [number, string][];
  if (groups.length === 0) return;
  connection.exec(`CREATE TEMP TABLE named AS SELECT id, network_id, trim(lower(name)) AS name FROM account WHERE name IS NOT NULL AND ${among(scope, 'id')} AND id NOT IN (${SPEAKS}); CREATE INDEX temp.named_key ON named (network_id, name)`);
  try {
    const members = connection.prepare('SELECT id FROM named WHERE network_id = ? AND name = ? ORDER BY id').pluck();
    const texts = connection.prepare('SELECT text FROM message WHERE account_id = ? AND text IS NOT NULL ORDER BY created_at_ms DESC, id DESC LIMIT 200').pluck();
    for (const [networkId, name] of groups) yield (members.all(networkId, name) as number[]).map((accountId) => ({ accountId, texts: texts.all(accountId) as string[] }));
  } finally {
    connection.exec('DROP TABLE named');
  }
}

/** Places by the names they bear on their network; those of nobody's that are persons' profiles or subreddits are left out. */
export function namedPlaces({ connection }: ProjectDatabase): { readonly id: number; readonly networkId: number; readonly name: string; readonly nativeId: string; readonly brandId: number | null }[] {
  return connection.prepare(`SELECT id, network_id AS networkId, name, native_id AS nativeId, brand_id AS brandId FROM container WHERE brand_id IS NOT NULL OR kind NOT IN ('profile', 'subreddit') ORDER BY id`).all() as { id: number; networkId: number; name: string; nativeId: string; brandId: number | null }[];
}

/** Roles that need no rule: what sources, arguments and persons said, as `role brand` by account. That a desk is nobody's states nothing: whose it is stays proposed. */
export function statedRoles({ connection }: ProjectDatabase): Map<number, Set<string>> {
  const stated = new Map<number, Set<string>>();
  for (const [accountId, role, brandId] of connection.prepare(`SELECT account_id, role, brand_id FROM account_role WHERE origin IN ('argument', 'hand') OR (origin = 'source' AND role <> 'bot' AND NOT ${heldOut('account_role')})`).raw().iterate() as IterableIterator<[number, string, number | null]>) {
    const known = stated.get(accountId);
    const key = `${role} ${brandId ?? ''}`;
    if (known === undefined) stated.set(accountId, new Set([key]));
    else known.add(key);
  }
  return stated;
}
