import type { ProjectDatabase } from './project-database.ts';

const YEAR_MS = 365 * 86_400_000;
const LEAST_BOOKINGS = 5;
const MOST_GENEROUS = 2000;
const LATEST = 20;

/** An account by content (network and the source's own id), with the account that leads its person and how it is called. */
export interface NamedPerson {
  readonly key: string;
  readonly accountId: number;
  readonly name: string;
  readonly network: string;
}

const KEY = `n.code || ' ' || a.native_id`;

/** What names some accounts whatever the project, by number; of a person of several accounts the leading one is asked for. */
export function personKeys({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, string> {
  return new Map(connection.prepare(`SELECT a.id, ${KEY} FROM account a JOIN network n ON n.id = a.network_id WHERE a.id IN (SELECT value FROM json_each(?))`).raw().all(JSON.stringify(accountIds)) as [number, string][]);
}

/** The people that some keys name; those that are no longer in the data are absent. */
export function peopleNamed({ connection }: ProjectDatabase, keys: readonly string[]): Map<string, NamedPerson> {
  const select = connection.prepare(`SELECT COALESCE(p.person_id, a.id) AS accountId, COALESCE(a.name, a.handle, a.native_id) AS name, n.code AS network FROM network n JOIN account a ON a.network_id = n.id LEFT JOIN person_account p ON p.account_id = a.id WHERE n.code = ? AND a.native_id = ?`);
  return new Map(keys.flatMap((key): [string, NamedPerson][] => {
    const cut = key.indexOf(' ');
    const row = select.get(key.slice(0, cut), key.slice(cut + 1)) as Omit<NamedPerson, 'key'> | undefined;
    return row === undefined ? [] : [[key, { key, ...row }]];
  }));
}

/** Numbers of the messages that some keys (network, kind, the source's own number) name; those no longer in the data are absent. */
export function messagesNamed({ connection }: ProjectDatabase, keys: readonly string[]): Map<string, number> {
  const select = connection.prepare('SELECT m.id FROM network n JOIN message m ON m.network_id = n.id WHERE n.code = ? AND m.kind = ? AND m.native_id = ?').pluck();
  return new Map(keys.flatMap((key): [string, number][] => {
    const [network = '', kind = ''] = key.split(' ', 2);
    const id = select.get(network, kind, key.slice(network.length + kind.length + 2)) as number | undefined;
    return id === undefined ? [] : [[key, id]];
  }));
}

/** Somebody who gave, with their points in the year before the end of the ledger. */
export interface GenerousPerson {
  readonly accountId: number;
  readonly points: number;
}

/**
 * People who gave most in the year before the end of the ledger: the upper tenth by points of those with five bookings or more in
 * it, the most first, at most two thousand. Voices of a brand, employees, partners and programs are left out.
 */
export function generousPeople({ connection }: ProjectDatabase): GenerousPerson[] {
  const rows = connection.prepare(`SELECT b.giver_id AS accountId, sum(b.points) AS points FROM booking b
      WHERE b.giver_kind = 'account' AND b.at_ms >= (SELECT max(at_ms) FROM booking) - ${YEAR_MS}
        AND b.giver_id NOT IN (SELECT account_id FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot')) AND b.giver_id NOT IN (SELECT account_id FROM account_flag WHERE flag = 'bot')
      GROUP BY b.giver_id HAVING count(*) >= ${LEAST_BOOKINGS} ORDER BY points DESC, b.giver_id`).all() as GenerousPerson[];
  return rows.slice(0, Math.min(MOST_GENEROUS, Math.ceil(rows.length / 10)));
}

/** The latest messages of some accounts, at most twenty each, the newest first, with the language most of them are in; null where none was read. */
export function latestMessages({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, { readonly messageIds: number[]; readonly language: string | null }> {
  const select = connection.prepare(`SELECT m.id, r.language FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE m.account_id = ? ORDER BY m.created_at_ms DESC, m.id DESC LIMIT ${LATEST}`).raw();
  return new Map(accountIds.map((accountId) => {
    const rows = select.all(accountId) as [number, string | null][];
    const counts = new Map<string, number>();
    for (const [, language] of rows) if (language !== null) counts.set(language, (counts.get(language) ?? 0) + 1);
    return [accountId, { messageIds: rows.map(([id]) => id), language: [...counts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))[0]?.[0] ?? null }];
  }));
}

/** Everybody with a balance who wrote something dated before a moment; ids ascending. */
export function peopleBefore({ connection }: ProjectDatabase, beforeMs: number): number[] {
  return connection.prepare(`SELECT b.account_id FROM account_balance b WHERE EXISTS (SELECT 1 FROM message m WHERE m.account_id = b.account_id AND m.created_at_ms < ? AND m.precision NOT IN ('relative', 'none')) ORDER BY 1`).pluck().all(beforeMs) as number[];
}
