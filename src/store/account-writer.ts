import type { RecordedAccount, RecordedContainer } from '../domain/model/record.ts';
import type { ProjectDatabase } from './project-database.ts';

interface KnownAccount {
  readonly id: number;
  handle: string | null;
  name: string | null;
  followers: number | null;
  isBrand: boolean | null;
  profile: string | null;
  link: string | null;
  mailHash: string | null;
  isBot: boolean | null;
}

/** Finds or adds what messages refer to. Ids are kept in a bounded memory, so that most rows cost no query. */
export interface AccountWriter {
  networkId(code: string): number;
  containerId(networkId: number, container: RecordedContainer): number;
  accountId(networkId: number, account: RecordedAccount): number;
  /** The account of a handle, if it is at hand; null says nothing about the project. */
  rememberedAccount(networkId: number, handle: string): number | null;
  /** Accounts added so far. */
  readonly added: () => number;
}

const REMEMBERED = 40_000;

function first(one: string | null, other: string | null | undefined): string | null {
  if (one === null || other == null) return one ?? other ?? null;
  return one <= other ? one : other;
}

/** Yes when either says so, no when one does and the other is silent, null when neither speaks. */
function either(one: boolean | null, other: boolean | null | undefined): boolean | null {
  return one === true || other === true ? true : (one ?? other ?? null);
}

/** The longer of two texts, the first by its characters where they are equally long. */
function longer(one: string | null, other: string | null): string | null {
  if (one === null || other === null) return one ?? other;
  return one.length === other.length ? first(one, other) : one.length > other.length ? one : other;
}

function flag(value: boolean | null): number | null {
  return value === null ? null : value ? 1 : 0;
}

/** An account once met again, or null when nothing changes; the order in which two imports say it does not matter. */
function completed(known: KnownAccount, found: RecordedAccount): Omit<KnownAccount, 'id'> | null {
  const next = {
    handle: first(known.handle, found.handle), name: first(known.name, found.name), followers: found.followers === null ? known.followers : Math.max(found.followers, known.followers ?? 0),
    isBrand: either(known.isBrand, found.isBrand), profile: longer(known.profile, found.profile ?? null), link: first(known.link, found.link), mailHash: first(known.mailHash, found.mailHash), isBot: either(known.isBot, found.isBot),
  };
  const keys = ['handle', 'name', 'followers', 'isBrand', 'profile', 'link', 'mailHash', 'isBot'] as const;
  return keys.every((key) => next[key] === known[key]) ? null : next;
}

/** Creates the writer of one import; account facts it replaces are kept as sightings of that import. */
export function createAccountWriter({ connection }: ProjectDatabase, importId: number): AccountWriter {
  const networks = new Map<string, number>();
  const containers = new Map<string, number>();
  let accounts = new Map<string, KnownAccount>();
  // two generations: the older half is dropped when the younger is full
  let older = new Map<string, KnownAccount>();
  let added = 0;
  const insertNetwork = connection.prepare('INSERT INTO network (code) VALUES (?) ON CONFLICT DO NOTHING');
  const selectNetwork = connection.prepare('SELECT id FROM network WHERE code = ?').pluck();
  const insertContainer = connection.prepare(`INSERT INTO container (network_id, native_id, name, kind) VALUES (?, ?, ?, ?)
    ON CONFLICT DO UPDATE SET kind = CASE WHEN kind = 'unknown' OR (excluded.kind <> 'unknown' AND excluded.kind < kind) THEN excluded.kind ELSE kind END,
      name = CASE WHEN name = excluded.name OR excluded.name = native_id THEN name WHEN name = native_id OR excluded.name < name THEN excluded.name ELSE name END`);
  const selectContainer = connection.prepare('SELECT id FROM container WHERE network_id = ? AND native_id = ?').pluck();
  const insertAccount = connection.prepare('INSERT INTO account (network_id, native_id, handle, name, followers, source_is_brand, profile, link, mail_hash, source_is_bot) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const selectAccount = connection.prepare('SELECT id, handle, name, followers, source_is_brand AS sourceIsBrand, profile, link, mail_hash AS mailHash, source_is_bot AS sourceIsBot FROM account WHERE network_id = ? AND native_id = ?');
  const updateAccount = connection.prepare('UPDATE account SET handle = ?, name = ?, followers = ?, source_is_brand = ?, profile = ?, link = ?, mail_hash = ?, source_is_bot = ? WHERE id = ?');
  const keepBefore = connection.prepare(`INSERT INTO sighting (import_id, record, record_id, before) SELECT ?, 'account', id, json_object('handle', handle, 'name', name, 'followers', followers, 'source_is_brand', source_is_brand, 'profile', profile, 'link', link, 'mail_hash', mail_hash, 'source_is_bot', source_is_bot) FROM account WHERE id = ? ON CONFLICT DO NOTHING`);

  function remember(key: string, account: KnownAccount): void {
    accounts.set(key, account);
    if (accounts.size < REMEMBERED) return;
    older = accounts;
    accounts = new Map();
  }

  function complete(known: KnownAccount, found: RecordedAccount): void {
    const next = completed(known, found);
    if (next === null) return;
    keepBefore.run(importId, known.id);
    updateAccount.run(next.handle, next.name, next.followers, flag(next.isBrand), next.profile, next.link, next.mailHash, flag(next.isBot), known.id);
    Object.assign(known, next);
  }

  return {
    added: () => added,
    networkId(code) {
      let id = networks.get(code);
      if (id === undefined) {
        insertNetwork.run(code);
        id = selectNetwork.get(code) as number;
        networks.set(code, id);
      }
      return id;
    },
    containerId(networkId, { nativeId, name, kind }) {
      const key = `${String(networkId)} ${nativeId}`;
      let id = containers.get(key);
      if (id === undefined) {
        insertContainer.run(networkId, nativeId, name, kind);
        id = selectContainer.get(networkId, nativeId) as number;
        if (containers.size < REMEMBERED) containers.set(key, id);
      }
      return id;
    },
    accountId(networkId, account) {
      const key = `${String(networkId)} ${account.nativeId}`;
      let known = accounts.get(key) ?? older.get(key);
      if (known === undefined) {
        const { handle, name, followers, isBrand, profile = null, link = null, mailHash = null, isBot = null } = account;
        const inserted = insertAccount.run(networkId, account.nativeId, handle, name, followers, flag(isBrand), profile, link, mailHash, flag(isBot));
        if (inserted.changes === 1) {
          added += 1;
          known = { id: Number(inserted.lastInsertRowid), handle, name, followers, isBrand, profile, link, mailHash, isBot };
        } else {
          const { sourceIsBrand, sourceIsBot, ...rest } = selectAccount.get(networkId, account.nativeId) as Omit<KnownAccount, 'isBrand' | 'isBot'> & { sourceIsBrand: number | null; sourceIsBot: number | null };
          known = { ...rest, isBrand: sourceIsBrand === null ? null : sourceIsBrand === 1, isBot: sourceIsBot === null ? null : sourceIsBot === 1 };
        }
        remember(key, known);
      }
      complete(known, account);
      return known.id;
    },
    rememberedAccount(networkId, handle) {
      const key = `${String(networkId)} ${handle}`;
      return (accounts.get(key) ?? older.get(key))?.id ?? null;
    },
  };
}
