import type { RecordedAccount, RecordedContainer } from '../domain/model/record.ts';
import { highestAccountId } from './account-ids.ts';
import { ACCOUNT_VALUES, CONTAINER_VALUES, accountValues, containerValues, mergedAccount, mergedContainer, type AccountValues, type ContainerValues } from './account-merge.ts';
import { metRecords, type MetRecord } from './met-records.ts';
import type { ProjectDatabase } from './project-database.ts';

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

/** Records by key in bounded memory: of two generations the older is dropped when the younger is full. */
function memoryOf<Value>(): { get(key: string): Value | undefined; set(key: string, value: Value): void } {
  let younger = new Map<string, Value>();
  let older = new Map<string, Value>();
  return {
    get: (key) => younger.get(key) ?? older.get(key),
    set(key, value) {
      younger.set(key, value);
      if (younger.size < REMEMBERED) return;
      older = younger;
      younger = new Map();
    },
  };
}

/**
 * Creates the writer of one import. Whoever and wherever it names belongs to it where nobody named them before; what it
 * says of others is a sighting of its own. One writer at a time: it gives out account ids itself.
 */
export function createAccountWriter(project: ProjectDatabase, importId: number): AccountWriter {
  const { connection } = project;
  const networks = new Map<string, number>();
  const containers = memoryOf<MetRecord<ContainerValues>>();
  const accounts = memoryOf<MetRecord<AccountValues>>();
  let nextId = highestAccountId(project) + 1;
  let added = 0;
  const insertNetwork = connection.prepare('INSERT INTO network (code) VALUES (?) ON CONFLICT DO NOTHING');
  const selectNetwork = connection.prepare('SELECT id FROM network WHERE code = ?').pluck();
  const insertContainer = connection.prepare('INSERT INTO container (import_id, network_id, native_id, name, kind) VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING');
  const insertAccount = connection.prepare(`INSERT INTO account (id, import_id, network_id, native_id, ${ACCOUNT_VALUES.join(', ')}) VALUES (?, ?, ?, ?, ${ACCOUNT_VALUES.map(() => '?').join(', ')}) ON CONFLICT DO NOTHING`);
  const places = metRecords<(typeof CONTAINER_VALUES)[number], ContainerValues>(project, importId, {
    kind: 'container', columns: CONTAINER_VALUES, merged: mergedContainer,
    add(networkId, nativeId, { name, kind }) {
      const { changes, lastInsertRowid } = insertContainer.run(importId, networkId, nativeId, name, kind);
      return changes === 1 ? Number(lastInsertRowid) : null;
    },
  });
  const people = metRecords<(typeof ACCOUNT_VALUES)[number], AccountValues>(project, importId, {
    kind: 'account', columns: ACCOUNT_VALUES, merged: mergedAccount,
    add(networkId, nativeId, said) {
      if (insertAccount.run(nextId, importId, networkId, nativeId, ...ACCOUNT_VALUES.map((column) => said[column])).changes === 0) return null;
      added += 1;
      nextId += 1;
      return nextId - 1;
    },
  });

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
    containerId(networkId, container) {
      const key = `${String(networkId)} ${container.nativeId}`;
      const said = containerValues(container);
      let known = containers.get(key);
      if (known === undefined) {
        known = places.find(networkId, container.nativeId, said);
        containers.set(key, known);
      }
      places.say(known, said);
      return known.id;
    },
    accountId(networkId, account) {
      const key = `${String(networkId)} ${account.nativeId}`;
      const said = accountValues(account);
      let known = accounts.get(key);
      if (known === undefined) {
        known = people.find(networkId, account.nativeId, said);
        accounts.set(key, known);
      }
      people.say(known, said);
      return known.id;
    },
    rememberedAccount: (networkId, handle) => accounts.get(`${String(networkId)} ${handle}`)?.id ?? null,
  };
}
