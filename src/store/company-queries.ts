import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** An account that wrote under a scope, with what may tell its company. */
export interface CompanyAccount {
  readonly accountId: number;
  readonly network: string;
  readonly nativeId: string;
  readonly name: string | null;
  readonly link: string | null;
  readonly profile: string | null;
  /** What the source gives as its company. */
  readonly company: string | null;
  readonly speaksForBrand: number;
  /** The source marks it as a brand's account. */
  readonly messages: number;
}

/** Accounts that wrote one of the selected messages (condition on alias `m`), programs left out, most messages first. */
export function companyAccounts({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): CompanyAccount[] {
  return connection.prepare(`SELECT a.id AS accountId, n.code AS network, a.native_id AS nativeId, COALESCE(a.name, a.handle) AS name, a.link, a.profile, a.company, EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = a.id AND v.role = 'voice') AS speaksForBrand, count(*) AS messages
    FROM message m JOIN account a ON a.id = m.account_id JOIN network n ON n.id = a.network_id WHERE ${sql} AND a.source_is_bot IS NOT 1 AND NOT EXISTS (SELECT 1 FROM account_role b WHERE b.account_id = a.id AND b.role = 'bot') GROUP BY a.id ORDER BY count(*) DESC, a.id`).all(...parameters) as CompanyAccount[];
}

/** A message of a correspondence. */
export interface CorrespondenceMessage {
  readonly messageId: number;
  readonly network: string;
  readonly nativeId: string;
  readonly threadId: number;
  readonly atMs: number;
  readonly accountId: number;
  readonly parentId: number | null;
  readonly text: string;
}

/** Messages of some accounts under a condition on alias `m`, with their time and conversation, in time order; those without an exact time are left out. */
export function correspondence({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition, accountIds: readonly number[]): CorrespondenceMessage[] {
  return connection.prepare(`SELECT m.id AS messageId, n.code AS network, m.native_id AS nativeId, COALESCE(m.root_id, m.id) AS threadId, m.created_at_ms AS atMs, m.account_id AS accountId, m.parent_id AS parentId, COALESCE(m.text, '') AS text
    FROM message m JOIN network n ON n.id = m.network_id WHERE ${sql} AND m.created_at_ms IS NOT NULL AND m.precision NOT IN ('relative', 'none') AND m.account_id IN (SELECT value FROM json_each(?)) ORDER BY m.created_at_ms, m.id`).all(...parameters, JSON.stringify(accountIds)) as CorrespondenceMessage[];
}

/** What the source calls an account. */
export function accountNames({ connection }: ProjectDatabase, accountIds: readonly number[]): { readonly accountId: number; readonly network: string; readonly nativeId: string }[] {
  return connection.prepare('SELECT a.id AS accountId, n.code AS network, a.native_id AS nativeId FROM account a JOIN network n ON n.id = a.network_id WHERE a.id IN (SELECT value FROM json_each(?))').all(JSON.stringify(accountIds)) as { accountId: number; network: string; nativeId: string }[];
}
