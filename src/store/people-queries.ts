import type { Role } from '../domain/model/codes.ts';
import type { RoleReason } from '../domain/roles/role-signal.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Where a role comes from: the source's mark, an argument of an import, a rule, evidence, a person's hand. */
export type RoleOrigin = 'source' | 'rule' | 'evidence' | 'argument' | 'hand';

/** A role an account holds; from inclusive, to exclusive, UTC ms, null where open. */
export interface HeldRole {
  readonly role: Role;
  readonly brand: string | null;
  readonly origin: RoleOrigin;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** A flag of an account with its figures. */
export interface HeldFlag {
  readonly flag: 'bot' | 'duplicate';
  readonly reason: string;
  readonly confidence: number;
  readonly figures: Readonly<Record<string, number>>;
  readonly messageIds: readonly number[];
}

/** An account as a list of people shows it; `accounts` counts those of the person it leads, itself included. */
export interface ListedPerson {
  readonly accountId: number;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly network: string;
  readonly accounts: number;
  readonly messages: number;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly roles: readonly HeldRole[];
  readonly flags: readonly Pick<HeldFlag, 'flag' | 'reason' | 'confidence'>[];
}

/** Which people a list holds. */
export interface PeopleSelection {
  readonly role?: Role | undefined;
  readonly brandId?: number | undefined;
  readonly flag?: 'bot' | 'duplicate' | undefined;
  readonly network?: string | undefined;
  readonly text?: string | undefined;
}

const ORDERS = {
  messages: 'messages DESC, a.id', first: 'firstMs IS NULL, firstMs, a.id', last: 'lastMs IS NULL, lastMs DESC, a.id', name: 'COALESCE(a.name, a.handle, a.native_id) COLLATE NOCASE, a.id',
} as const;

/** How people can be ordered. */
export type PeopleOrder = keyof typeof ORDERS;

function condition({ role, brandId, flag, network, text }: PeopleSelection): { sql: string; parameters: Record<string, string | number> } {
  // a person's other accounts stand under the leading one
  const parts: string[] = ['NOT EXISTS (SELECT 1 FROM person_account p WHERE p.account_id = a.id AND p.person_id <> p.account_id)'];
  const parameters: Record<string, string | number> = {};
  if (role === 'unknown') parts.push('NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id)');
  else if (role !== undefined || brandId !== undefined) {
    parts.push(`EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id${role === undefined ? '' : ' AND r.role = @role'}${brandId === undefined ? '' : ' AND r.brand_id = @brandId'})`);
    if (role !== undefined) parameters['role'] = role;
    if (brandId !== undefined) parameters['brandId'] = brandId;
  }
  if (flag !== undefined) {
    parts.push('EXISTS (SELECT 1 FROM account_flag f WHERE f.account_id = a.id AND f.flag = @flag)');
    parameters['flag'] = flag;
  }
  if (network !== undefined) {
    parts.push('a.network_id = (SELECT id FROM network WHERE code = @network)');
    parameters['network'] = network;
  }
  if (text !== undefined && text.trim() !== '') {
    parts.push(`(a.name LIKE @text ESCAPE '\\' OR a.handle LIKE @text ESCAPE '\\' OR a.native_id LIKE @text ESCAPE '\\' OR a.profile LIKE @text ESCAPE '\\')`);
    // what a person types is never a pattern
    parameters['text'] = `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
  }
  return { sql: parts.join(' AND '), parameters };
}

/** How many people a selection holds. */
export function peopleTotal({ connection }: ProjectDatabase, selection: PeopleSelection): number {
  const { sql, parameters } = condition(selection);
  return connection.prepare(`SELECT count(*) FROM account a WHERE ${sql}`).pluck().get(parameters) as number;
}

/** One page of people. Times are those of their messages. One pass over an index of messages, about half a second a million. */
export function peoplePage(project: ProjectDatabase, selection: PeopleSelection, { page, size, orderBy }: { readonly page: number; readonly size: number; readonly orderBy: PeopleOrder }): ListedPerson[] {
  const { sql, parameters } = condition(selection);
  const rows = project.connection
    .prepare(`SELECT a.id AS accountId, a.native_id AS nativeId, a.handle AS handle, a.name AS name, n.code AS network, max(1, (SELECT count(*) FROM person_account p WHERE p.person_id = a.id)) AS accounts, COALESCE(t.messages, 0) AS messages, t.firstMs AS firstMs, t.lastMs AS lastMs
      FROM account a JOIN network n ON n.id = a.network_id
      LEFT JOIN (SELECT account_id, count(*) AS messages, min(created_at_ms) AS firstMs, max(created_at_ms) AS lastMs FROM message WHERE account_id IS NOT NULL GROUP BY account_id) t ON t.account_id = a.id
      WHERE ${sql} ORDER BY ${ORDERS[orderBy]} LIMIT @limit OFFSET @offset`)
    .all({ ...parameters, limit: size, offset: page * size }) as Omit<ListedPerson, 'roles' | 'flags'>[];
  return rows.map((row) => ({ ...row, roles: rolesOfAccount(project, row.accountId), flags: flagsOfAccount(project, row.accountId).map(({ flag, reason, confidence }) => ({ flag, reason, confidence })) }));
}

/** Roles of an account, by code, brand and origin. */
export function rolesOfAccount({ connection }: ProjectDatabase, accountId: number): HeldRole[] {
  return connection.prepare('SELECT r.role AS role, b.name AS brand, r.origin AS origin, r.from_ms AS fromMs, r.to_ms AS toMs FROM account_role r LEFT JOIN brand b ON b.id = r.brand_id WHERE r.account_id = ? ORDER BY r.role, b.name, r.origin').all(accountId) as HeldRole[];
}

/** Flags of an account, the surest first. */
export function flagsOfAccount({ connection }: ProjectDatabase, accountId: number): HeldFlag[] {
  const rows = connection.prepare('SELECT flag, reason, confidence, detail FROM account_flag WHERE account_id = ? ORDER BY flag, confidence DESC, reason').all(accountId) as { flag: HeldFlag['flag']; reason: string; confidence: number; detail: string }[];
  return rows.map(({ detail, ...row }) => ({ ...row, ...(JSON.parse(detail) as Pick<HeldFlag, 'figures' | 'messageIds'>) }));
}

/** What rules and evidence say of one account's roles, with their reasons. */
export interface AccountSuggestion {
  readonly role: Role;
  readonly brand: string | null;
  readonly suggestedBrand: string | null;
  readonly applied: boolean;
  readonly confidence: number;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly reasons: readonly RoleReason[];
}

/** Suggestions for one account, applied or not, by role. */
export function suggestionsOfAccount({ connection }: ProjectDatabase, accountId: number): AccountSuggestion[] {
  const rows = connection.prepare('SELECT p.role AS role, b.name AS brand, p.applied AS applied, p.confidence AS confidence, p.from_ms AS fromMs, p.to_ms AS toMs, p.detail AS detail FROM role_proposal p LEFT JOIN brand b ON b.id = p.brand_id WHERE p.account_id = ? ORDER BY p.role, b.name').all(accountId) as (Omit<AccountSuggestion, 'applied' | 'reasons' | 'suggestedBrand'> & { applied: number; detail: string })[];
  return rows.map(({ detail, applied, ...row }) => ({ ...row, applied: applied === 1, ...(JSON.parse(detail) as Pick<AccountSuggestion, 'reasons' | 'suggestedBrand'>) }));
}

/** One account with its own figures. */
export interface AccountProfile {
  readonly accountId: number;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly network: string;
  readonly profile: string | null;
  readonly link: string | null;
  readonly followers: number | null;
  readonly sourceSaysBrand: boolean;
  readonly sourceSaysBot: boolean;
  readonly firstMs: number | null;
  readonly lastMs: number | null;
  readonly messages: number;
  /** The accounts of the person it is one of, itself among them; empty where it stands alone. The first leads. */
  readonly accounts: { accountId: number; network: string; name: string; leads: boolean }[];
  readonly kinds: { kind: string; network: string; messages: number }[];
  readonly places: { container: string; messages: number }[];
  readonly reactions: { kind: string; count: number }[];
}

const MOST_PLACES = 20;

/** One account, or null. */
export function accountProfile({ connection }: ProjectDatabase, accountId: number): AccountProfile | null {
  const account = connection.prepare(`SELECT a.id AS accountId, a.native_id AS nativeId, a.handle AS handle, a.name AS name, n.code AS network, a.profile AS profile, a.link AS link, a.followers AS followers, COALESCE(a.source_is_brand, 0) AS brand, COALESCE(a.source_is_bot, 0) AS bot,
      (SELECT count(*) FROM message m WHERE m.account_id = a.id) AS messages, (SELECT min(created_at_ms) FROM message m WHERE m.account_id = a.id) AS firstMs, (SELECT max(created_at_ms) FROM message m WHERE m.account_id = a.id) AS lastMs
    FROM account a JOIN network n ON n.id = a.network_id WHERE a.id = ?`).get(accountId) as (Omit<AccountProfile, 'sourceSaysBrand' | 'sourceSaysBot' | 'accounts' | 'kinds' | 'places' | 'reactions'> & { brand: number; bot: number }) | undefined;
  if (account === undefined) return null;
  const { brand, bot, ...rest } = account;
  return {
    ...rest, sourceSaysBrand: brand === 1, sourceSaysBot: bot === 1,
    accounts: (connection.prepare(`SELECT p.account_id AS accountId, n.code AS network, COALESCE(a.name, a.handle, a.native_id) AS name, p.person_id = p.account_id AS leads FROM person_account p JOIN account a ON a.id = p.account_id JOIN network n ON n.id = a.network_id
      WHERE p.person_id = (SELECT person_id FROM person_account WHERE account_id = ?) ORDER BY leads DESC, p.account_id`).all(accountId) as { accountId: number; network: string; name: string; leads: number }[]).map(({ leads, ...one }) => ({ ...one, leads: leads === 1 })),
    kinds: connection.prepare('SELECT m.kind AS kind, n.code AS network, count(*) AS messages FROM message m JOIN network n ON n.id = m.network_id WHERE m.account_id = ? GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2').all(accountId) as AccountProfile['kinds'],
    places: connection.prepare(`SELECT c.name AS container, count(*) AS messages FROM message m JOIN container c ON c.id = m.container_id WHERE m.account_id = ? GROUP BY c.id ORDER BY 2 DESC, 1 LIMIT ${MOST_PLACES}`).all(accountId) as AccountProfile['places'],
    reactions: connection.prepare('SELECT kind, sum(count) AS count FROM reaction WHERE account_id = ? GROUP BY kind ORDER BY 2 DESC, 1').all(accountId) as AccountProfile['reactions'],
  };
}
