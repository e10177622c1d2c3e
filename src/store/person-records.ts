import type { ProjectDatabase } from './project-database.ts';

/** An account of a person, with what sources say of it. */
export interface PersonAccount {
  readonly id: number;
  readonly networkId: number;
  readonly network: string;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly profile: string | null;
  readonly link: string | null;
  readonly mailHash: string | null;
}

/** A message of a person. */
export interface PersonMessage {
  readonly id: number;
  readonly networkId: number;
  readonly network: string;
  readonly kind: string;
  readonly nativeId: string;
  readonly text: string | null;
  readonly url: string | null;
  readonly address: string | null;
}

/** Ids of all accounts of the person that an account belongs to, itself among them; empty when there is no such account. */
export function accountsOfPerson({ connection }: ProjectDatabase, accountId: number): number[] {
  return connection.prepare(`SELECT a.id FROM account a WHERE a.id = @accountId OR a.id IN (SELECT o.account_id FROM person_account p JOIN person_account o ON o.person_id = p.person_id WHERE p.account_id = @accountId) ORDER BY a.id`).pluck().all({ accountId }) as number[];
}

/** Accounts by id. */
export function personAccounts({ connection }: ProjectDatabase, accountIds: readonly number[]): PersonAccount[] {
  return connection.prepare(`SELECT a.id, a.network_id AS networkId, n.code AS network, a.native_id AS nativeId, a.handle, a.name, a.profile, a.link, a.mail_hash AS mailHash FROM account a JOIN network n ON n.id = a.network_id WHERE a.id IN (SELECT value FROM json_each(?)) ORDER BY a.id`).all(JSON.stringify(accountIds)) as PersonAccount[];
}

/**
 * Everything that some accounts wrote, by what stands in the project or by what any import says of its author. To be asked
 * while messages name the accounts that the sources say and none is set aside. One pass over what imports say of messages.
 */
export function personMessages({ connection }: ProjectDatabase, accountIds: readonly number[]): PersonMessage[] {
  return connection.prepare(`WITH who AS (SELECT value AS id FROM json_each(?)), told AS (
      SELECT m.id FROM who w JOIN message m ON m.account_id = w.id
      UNION SELECT record_id FROM own_statement WHERE record = 'message' AND stated ->> '$.account_id' IN (SELECT id FROM who)
      UNION SELECT record_id FROM sighting WHERE record = 'message' AND stated IS NOT NULL AND stated ->> '$.account_id' IN (SELECT id FROM who))
    SELECT m.id, m.network_id AS networkId, n.code AS network, m.kind, m.native_id AS nativeId, m.text, m.url, m.address FROM told t JOIN message m ON m.id = t.id JOIN network n ON n.id = m.network_id ORDER BY m.id`).all(JSON.stringify(accountIds)) as PersonMessage[];
}

/** Texts that other imports say of some messages, and of those that are set aside: a longer or an earlier wording. */
export function otherWordings({ connection }: ProjectDatabase, messageIds: readonly number[]): string[] {
  return connection.prepare(`WITH told AS (SELECT value AS id FROM json_each(?)) SELECT DISTINCT text FROM (SELECT stated ->> '$.text' AS text FROM own_statement WHERE record = 'message' AND record_id IN (SELECT id FROM told)
    UNION SELECT stated ->> '$.text' FROM sighting WHERE record = 'message' AND record_id IN (SELECT id FROM told)) WHERE text IS NOT NULL`).pluck().all(JSON.stringify(messageIds)) as string[];
}

/** Messages that hold a word, those of some accounts and the times it is written as a mention left out: how usual a word it is. One look into the search index. */
export function usualUses({ connection }: ProjectDatabase, word: string, accountIds: readonly number[]): number {
  const phrase = `"${word.replaceAll('"', '""')}"`;
  const uses = connection.prepare(`SELECT count(*) FROM message_search s JOIN message m ON m.id = s.rowid WHERE message_search MATCH ? AND (m.account_id IS NULL OR m.account_id NOT IN (SELECT value FROM json_each(?)))`).pluck().get(phrase, JSON.stringify(accountIds)) as number;
  return uses - (connection.prepare('SELECT count(*) FROM mention WHERE handle = ?').pluck().get(word) as number);
}

/** Brands that some accounts speak for by their roles. */
export function voicesAmong({ connection }: ProjectDatabase, accountIds: readonly number[]): string[] {
  return connection.prepare(`SELECT DISTINCT b.name FROM account_role r JOIN brand b ON b.id = r.brand_id WHERE r.role = 'voice' AND r.account_id IN (SELECT value FROM json_each(?)) ORDER BY b.name`).pluck().all(JSON.stringify(accountIds)) as string[];
}

/** Accounts whose handle, name or own id is a text, whatever its case: at most 20, by network. */
export function accountsCalled({ connection }: ProjectDatabase, text: string): { readonly accountId: number; readonly network: string; readonly name: string; readonly messages: number }[] {
  return connection.prepare(`SELECT a.id AS accountId, n.code AS network, COALESCE(a.handle, a.name, a.native_id) AS name, (SELECT count(*) FROM message m WHERE m.account_id = a.id) AS messages FROM account a JOIN network n ON n.id = a.network_id
    WHERE a.handle = @text COLLATE NOCASE OR a.native_id = @text COLLATE NOCASE OR a.name = @text COLLATE NOCASE ORDER BY n.code, a.native_id LIMIT 20`).all({ text }) as ReturnType<typeof accountsCalled>;
}
