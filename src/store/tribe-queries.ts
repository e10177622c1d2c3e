import { TRIBE_ROLES } from '../domain/tribes/tribe-catalogue.ts';
import type { TribeFigures } from '../domain/tribes/tribe-figures.ts';
import { NAMED_ZONES } from '../domain/value/value-zone.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A word over-represented in a tribe: how many of its people use it, and how far beyond chance. */
export interface TribeWord {
  readonly word: string;
  readonly z: number;
  readonly authors: number;
}

/** What is stored of a tribe over the whole period. */
export interface TribeResult {
  readonly figures: TribeFigures;
  readonly words: readonly TribeWord[];
}

const quoted = (codes: readonly string[]): string => codes.map((code) => `'${code}'`).join(', ');

/**
 * Puts every account that has a balance into the tribes that rules make: the zone it holds under other weights, and its
 * roles around the brand, by decision, rule or evidence (a review or a ticket makes a customer, unless a person denied it).
 * A role that ended before the last message is no membership. Replaces what was there.
 */
export function replaceTribeMembers({ connection }: ProjectDatabase, brandId: number | null): void {
  connection.transaction(() => {
    connection.exec(`DELETE FROM tribe_member WHERE tribe LIKE 'value:%' OR tribe LIKE 'role:%'`);
    connection.exec(`INSERT INTO tribe_member SELECT 'value:' || zone, account_id FROM account_balance WHERE zone IN (${quoted(NAMED_ZONES)})`);
    connection
      .prepare(`INSERT OR IGNORE INTO tribe_member SELECT 'role:' || r.role, r.account_id FROM account_role r JOIN account_balance b ON b.account_id = r.account_id
        WHERE r.role IN (${quoted(TRIBE_ROLES)}) AND (@brandId IS NULL OR r.brand_id IS NULL OR r.brand_id = @brandId) AND (r.to_ms IS NULL OR r.to_ms > (SELECT max(created_at_ms) FROM message))`)
      .run({ brandId });
    connection
      .prepare(`INSERT OR IGNORE INTO tribe_member SELECT 'role:customer', b.account_id FROM account_balance b WHERE b.account_id IN (
        SELECT m.account_id FROM message m LEFT JOIN container c ON c.id = m.container_id WHERE m.kind IN ('review', 'ticket') AND (@brandId IS NULL OR c.brand_id IS NULL OR c.brand_id = @brandId))
        AND NOT EXISTS (SELECT 1 FROM account a JOIN network n ON n.id = a.network_id JOIN role_decision d ON d.network = n.code AND d.account = a.native_id AND d.role = 'customer' AND d.verdict = 'is-not'
          WHERE a.id = b.account_id AND (d.brand = '' OR @brandId IS NULL OR d.brand = (SELECT name FROM brand WHERE id = @brandId) COLLATE NOCASE))
        AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = b.account_id AND r.role = 'customer' AND (@brandId IS NULL OR r.brand_id IS NULL OR r.brand_id = @brandId))`)
      .run({ brandId });
  }).immediate();
}

/** Members of every tribe, account ids ascending. */
export function tribeMembers({ connection }: ProjectDatabase): Map<string, number[]> {
  const members = new Map<string, number[]>();
  for (const [tribe, accountId] of connection.prepare('SELECT tribe, account_id FROM tribe_member ORDER BY tribe, account_id').raw().iterate() as IterableIterator<[string, number]>) {
    const accounts = members.get(tribe);
    if (accounts === undefined) members.set(tribe, [accountId]);
    else accounts.push(accountId);
  }
  return members;
}

/** A tribe whose results are stored. */
export interface StoredTribe {
  readonly id: string;
  readonly lens: string;
  readonly name: string;
}

/** Tribes that were found in what people share or in their ties, largest first within a lens; with the name the program gave, empty where no word tells them apart. */
export function foundTribes({ connection }: ProjectDatabase): { readonly id: string; readonly lens: 'interests' | 'communities'; readonly name: string }[] {
  return connection
    .prepare(`SELECT t.id, t.lens, t.name FROM tribe t WHERE t.lens IN ('interests', 'communities') ORDER BY t.lens DESC, (SELECT count(*) FROM tribe_member m WHERE m.tribe = t.id) DESC, t.id`)
    .all() as { id: string; lens: 'interests' | 'communities'; name: string }[];
}

/** Replaces the stored results of tribes made by rules, those of the user among them; tribes without a result are forgotten. */
export function storeTribeResults({ connection }: ProjectDatabase, tribes: readonly StoredTribe[], results: ReadonlyMap<string, TribeResult>): void {
  const insert = connection.prepare('INSERT OR REPLACE INTO tribe (id, lens, name, result) VALUES (?, ?, ?, ?)');
  connection.transaction(() => {
    connection.exec(`DELETE FROM tribe WHERE lens IN ('value', 'roles')`);
    for (const { id, lens, name } of tribes) {
      const result = results.get(id);
      if (result !== undefined) insert.run(id, lens, name, JSON.stringify(result));
    }
  }).immediate();
}

/** Writes the results of some tribes and leaves the others. To be called inside a transaction. */
export function putTribeResults({ connection }: ProjectDatabase, tribes: readonly StoredTribe[], results: ReadonlyMap<string, TribeResult>): void {
  const insert = connection.prepare('INSERT OR REPLACE INTO tribe (id, lens, name, result) VALUES (?, ?, ?, ?)');
  for (const { id, lens, name } of tribes) {
    const result = results.get(id);
    if (result !== undefined) insert.run(id, lens, name, JSON.stringify(result));
  }
}

/** Stored results by tribe; empty before the first analysis. */
export function storedTribeResults({ connection }: ProjectDatabase): Map<string, TribeResult> {
  const rows = connection.prepare('SELECT id, result FROM tribe').raw().all() as [string, string][];
  return new Map(rows.map(([id, result]) => [id, JSON.parse(result) as TribeResult]));
}

/** Messages of each tribe's people under a condition on alias `m`. */
export function tribeMessageCounts({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): Map<string, number> {
  return new Map(
    connection.prepare(`SELECT t.tribe, count(*) FROM tribe_member t JOIN message m ON m.account_id = t.account_id WHERE ${sql} GROUP BY t.tribe`).raw().all(...parameters) as [string, number][],
  );
}

/** People of each tribe by network: an account stands on one, a person of several accounts on each of theirs. */
export function tribeNetworks({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): Map<string, { network: string; people: number }[]> {
  const rows = connection
    .prepare(`SELECT t.tribe, n.code, count(DISTINCT t.account_id) FROM tribe_member t LEFT JOIN person_account p ON p.person_id = t.account_id JOIN account a ON a.id = COALESCE(p.account_id, t.account_id) JOIN network n ON n.id = a.network_id
      WHERE ${sql === '1' ? '1' : `EXISTS (SELECT 1 FROM message m WHERE m.account_id = t.account_id AND COALESCE(m.source_account_id, m.account_id) = a.id AND (${sql}))`} GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`)
    .raw().all(...parameters) as [string, string, number][];
  const networks = new Map<string, { network: string; people: number }[]>();
  for (const [tribe, network, people] of rows) networks.set(tribe, [...(networks.get(tribe) ?? []), { network, people }]);
  return networks;
}

/** One observable request of a tribe: of a value tribe when the asker stood in its zone before asking, else of a member. */
export interface TribeRequest {
  readonly tribe: string;
  readonly accountId: number;
  readonly waitedSeconds: number;
  readonly answered: boolean;
}

/** Requests of every tribe whose answers the data can show and whose times are known, under a condition on alias `m`. */
export function tribeRequests({ connection }: ProjectDatabase, { brandId, messages }: { brandId: number | null; messages: SqlCondition }): TribeRequest[] {
  const requests = `FROM request q JOIN message m ON m.id = q.message_id`;
  const kept = `${brandId === null ? 'q.leads = 1' : 'q.brand_id = @brandId'} AND q.listed_apart IS NULL AND q.observability = 'observable' AND q.precision <> 'count' AND q.account_id IS NOT NULL AND q.waited_s IS NOT NULL AND (${positional(messages.sql)})`;
  const rows = connection
    .prepare(`SELECT q.tribe_before, q.account_id, q.waited_s, q.censored ${requests} WHERE q.tribe_before IS NOT NULL AND ${kept}
      UNION ALL SELECT t.tribe, q.account_id, q.waited_s, q.censored ${requests} JOIN tribe_member t ON t.account_id = q.account_id AND t.tribe NOT LIKE 'value:%' WHERE ${kept}`)
    .raw().all({ ...(brandId === null ? {} : { brandId }), ...named(messages.parameters) }) as [string, number, number, number][];
  return rows.map(([tribe, accountId, waitedSeconds, censored]) => ({ tribe, accountId, waitedSeconds, answered: censored === 0 }));
}

/** Numbers the `?` of a condition, so that it can stand twice in one statement. */
export function positional(sql: string): string {
  let position = 0;
  return sql.replace(/\?/gu, () => `@p${++position}`);
}

/** The values of a condition under the names that {@link positional} gives. */
export function named(parameters: readonly (string | number)[]): Record<string, string | number> {
  return Object.fromEntries(parameters.map((value, position) => [`p${position + 1}`, value]));
}

const hasMessage = (account: string, sql: string): string => (sql === '1' ? '1' : `EXISTS (SELECT 1 FROM message m WHERE m.account_id = ${account} AND (${sql}))`);

/** People with a balance who wrote a message under a condition on alias `m`; all of them when it selects everything. */
export function peopleCount({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition): number {
  return connection.prepare(`SELECT count(*) FROM account_balance b WHERE ${hasMessage('b.account_id', sql)}`).pluck().get(...parameters) as number;
}

/** Those of them in no tribe whose id is like `pattern`. */
export function unassignedCount({ connection }: ProjectDatabase, { sql, parameters }: SqlCondition, pattern: string): number {
  return connection
    .prepare(`SELECT count(*) FROM account_balance b WHERE NOT EXISTS (SELECT 1 FROM tribe_member t WHERE t.account_id = b.account_id AND t.tribe LIKE ?) AND ${hasMessage('b.account_id', sql)}`)
    .pluck().get(pattern, ...parameters) as number;
}
