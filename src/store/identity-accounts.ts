import type { AccountKey } from '../domain/identity/account-key.ts';
import type { ComparedAccount } from '../domain/identity/identity-candidates.ts';
import type { ProjectDatabase } from './project-database.ts';

/** An account as a person judges whether it is somebody: who it says it is, and what it left. Times UTC ms. */
export interface AccountCard {
  readonly accountId: number;
  readonly network: string;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly followers: number | null;
  /** Messages it wrote and reactions it gave itself, whoever it is joined with. */
  readonly messages: number;
  readonly reactions: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  /** Its latest messages with a text, at most three. */
  readonly sampleMessageIds: readonly number[];
  /** The leading account of the person it belongs to; null while it stands alone. */
  readonly personId: number | null;
}

/** Every account as suggestions compare it. About 300 bytes each. */
export function comparedAccounts({ connection }: ProjectDatabase): ComparedAccount[] {
  return connection
    .prepare('SELECT a.id AS row, n.code AS network, a.native_id AS nativeId, a.handle AS handle, a.name AS name, a.profile AS profile, a.link AS link, a.mail_hash AS mailHash FROM account a JOIN network n ON n.id = a.network_id ORDER BY a.id')
    .all() as ComparedAccount[];
}

/** Changes whenever accounts may have: which imports are in, and how many accounts there are. */
export function accountsStamp({ connection }: ProjectDatabase): string {
  return JSON.stringify(connection.prepare(`SELECT (SELECT count(*) FROM account), (SELECT max(id) FROM account), (SELECT group_concat(id || state) FROM (SELECT id, state FROM import ORDER BY id))`).raw().get());
}

/** Brands each account speaks for, as one text; accounts that speak for none are absent. */
export function voicesByAccount({ connection }: ProjectDatabase): Map<number, string> {
  const rows = connection
    .prepare(`SELECT account_id, group_concat(brand) FROM (SELECT DISTINCT account_id, COALESCE(brand_id, 0) AS brand FROM account_role WHERE role = 'voice' AND source_account_id IS NULL ORDER BY account_id, brand) GROUP BY account_id`)
    .raw().all() as [number, string][];
  return new Map(rows);
}

/** What accounts are called in sources, by id; unknown ids are absent. */
export function accountKeys({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, AccountKey> {
  const rows = connection.prepare('SELECT a.id AS id, n.code AS network, a.native_id AS nativeId FROM json_each(?) w JOIN account a ON a.id = w.value JOIN network n ON n.id = a.network_id').all(JSON.stringify(accountIds)) as (AccountKey & { id: number })[];
  return new Map(rows.map(({ id, network, nativeId }) => [id, { network, nativeId }]));
}

/** Cards of accounts by id; unknown ids are absent. A few look-ups an account: meant for a page of them. */
export function accountCards({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, AccountCard> {
  const written = `(SELECT id, created_at_ms, precision, text FROM message WHERE account_id = @id AND source_account_id IS NULL UNION ALL SELECT id, created_at_ms, precision, text FROM message WHERE source_account_id = @id)`;
  const who = connection.prepare(`SELECT a.id AS accountId, n.code AS network, a.native_id AS nativeId, a.handle AS handle, a.name AS name, a.followers AS followers, (SELECT person_id FROM person_account p WHERE p.account_id = a.id) AS personId,
    (SELECT count(*) FROM reaction x WHERE x.source_account_id = a.id OR (x.account_id = a.id AND x.source_account_id IS NULL)) AS reactions FROM account a JOIN network n ON n.id = a.network_id WHERE a.id = ?`);
  const left = connection.prepare(`SELECT count(*) AS messages, min(CASE WHEN precision NOT IN ('relative', 'none') THEN created_at_ms END) AS firstMs, max(CASE WHEN precision NOT IN ('relative', 'none') THEN created_at_ms END) AS lastMs FROM ${written}`);
  const samples = connection.prepare(`SELECT id FROM ${written} WHERE text IS NOT NULL AND text <> '' ORDER BY created_at_ms DESC, id DESC LIMIT 3`).pluck();
  const cards = new Map<number, AccountCard>();
  for (const id of new Set(accountIds)) {
    const account = who.get(id) as Omit<AccountCard, 'messages' | 'firstMs' | 'lastMs' | 'sampleMessageIds'> | undefined;
    if (account === undefined) continue;
    cards.set(id, { ...account, ...(left.get({ id }) as Pick<AccountCard, 'messages' | 'firstMs' | 'lastMs'>), sampleMessageIds: samples.all({ id }) as number[] });
  }
  return cards;
}

/** A person of several accounts by account ids, the leading one first. */
export interface StoredPerson {
  readonly personId: number;
  readonly accountIds: readonly number[];
}

/** One page of persons of several accounts, by network code and id of their leading account, and how many there are in all. */
export function personPage({ connection }: ProjectDatabase, { page, size }: { readonly page: number; readonly size: number }): { readonly total: number; readonly persons: StoredPerson[] } {
  const total = connection.prepare('SELECT count(DISTINCT person_id) FROM person_account').pluck().get() as number;
  const leaders = connection
    .prepare('SELECT a.id FROM person_account p JOIN account a ON a.id = p.person_id JOIN network n ON n.id = a.network_id WHERE p.account_id = p.person_id ORDER BY n.code, a.native_id LIMIT ? OFFSET ?')
    .pluck().all(size, page * size) as number[];
  const members = connection.prepare('SELECT p.account_id FROM person_account p JOIN account a ON a.id = p.account_id JOIN network n ON n.id = a.network_id WHERE p.person_id = ? ORDER BY p.account_id <> p.person_id, n.code, a.native_id').pluck();
  return { total, persons: leaders.map((personId) => ({ personId, accountIds: members.all(personId) as number[] })) };
}

/** The accounts of the persons that accounts belong to, themselves included, ids ascending. */
export function accountsOfPersons({ connection }: ProjectDatabase, accountIds: readonly number[]): number[] {
  return connection
    .prepare(`SELECT o.account_id FROM person_account p JOIN person_account o ON o.person_id = p.person_id WHERE p.account_id IN (SELECT value FROM json_each(@ids)) UNION SELECT a.id FROM account a WHERE a.id IN (SELECT value FROM json_each(@ids)) ORDER BY 1`)
    .pluck().all({ ids: JSON.stringify(accountIds) }) as number[];
}
