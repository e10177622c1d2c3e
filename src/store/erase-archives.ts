import { cleanedJson } from '../domain/privacy/cleaned-json.ts';
import type { EraseCounts } from './erase-counts.ts';
import { cleanedProfile, cleanedValues } from './erase-statements.ts';
import { archivedImports, archivedParts, replacePart, type ArchivePart, type ArchivedValue } from './import-archive.ts';
import type { PersonAccount, PersonMessage } from './person-records.ts';
import type { PersonTraces } from './person-traces.ts';
import type { ProjectDatabase } from './project-database.ts';

type Row = readonly ArchivedValue[];

/** What an archive says of the person, collected over its parts. */
interface ArchivedPerson {
  readonly accounts: Set<ArchivedValue>;
  /** Messages that the archive itself holds: their ids may be those of others in the project by now. */
  readonly messages: Set<ArchivedValue>;
  /** Messages of the project that the archive says something of. */
  readonly met: Set<ArchivedValue>;
  readonly networks: ReadonlyMap<ArchivedValue, string>;
  readonly isAccount: (networkId: ArchivedValue, nativeId: ArchivedValue) => boolean;
}

function keyOf(networkId: ArchivedValue, nativeId: ArchivedValue): string {
  return `${String(networkId)} ${String(nativeId)}`;
}

function objectOf({ columns }: ArchivePart, row: Row): Record<string, ArchivedValue> {
  return Object.fromEntries(columns.map((column, place) => [column, row[place] ?? null]));
}

/** Notes which of an archive's own rows are the person's, by what sources call them. */
function collect(part: ArchivePart, person: ArchivedPerson): void {
  for (const row of part.rows) {
    if (part.table === 'account') {
      const { id = null, network_id: networkId = null, native_id: nativeId = null } = objectOf(part, row);
      if (person.isAccount(networkId, nativeId)) person.accounts.add(id);
    } else if (/^#(?:handed|met):account$/.test(part.table) && typeof row[4] === 'string') {
      const { network_id: networkId = null, native_id: nativeId = null } = JSON.parse(row[4]) as Record<string, ArchivedValue>;
      if (person.isAccount(networkId, nativeId)) person.accounts.add(row[0] ?? null);
    }
  }
}

/** Messages of an archive that the person wrote, by whom it names as their author. */
function collectMessages(part: ArchivePart, person: ArchivedPerson): void {
  for (const row of part.rows) {
    if (part.table === 'message') {
      const { id = null, account_id: author = null, source_account_id: source = null } = objectOf(part, row);
      if (person.accounts.has(author) || (source !== null && person.accounts.has(source))) person.messages.add(id);
    } else if (/^#(?:handed|met):message$|^#message$/.test(part.table)) {
      const stated = row[part.table === '#message' ? 1 : 4];
      if (typeof stated === 'string' && person.accounts.has((JSON.parse(stated) as Record<string, ArchivedValue>)['account_id'] ?? null)) person.met.add(row[0] ?? null);
    }
  }
}

function text(value: ArchivedValue | undefined): string | null {
  return typeof value === 'string' ? value : null;
}

/** What some accounts wrote in removed imports, from their archives; `id` is that of the archive. Reads every archive twice. */
export function archivedMessages(project: ProjectDatabase, accounts: readonly PersonAccount[]): PersonMessage[] {
  const networks = new Map<ArchivedValue, string>(project.connection.prepare('SELECT id, code FROM network').raw().all() as [number, string][]);
  const keys = new Set(accounts.map(({ networkId, nativeId }) => keyOf(networkId, nativeId)));
  return archivedImports(project).flatMap((importId) => {
    const person: ArchivedPerson = { accounts: new Set(accounts.map(({ id }) => id)), messages: new Set(), met: new Set(), networks, isAccount: (networkId, nativeId) => keys.has(keyOf(networkId, nativeId)) };
    for (const { part } of archivedParts(project, importId)) collect(part, person);
    return [...archivedParts(project, importId)].flatMap(({ part }) => {
      collectMessages(part, person);
      return part.table !== 'message' ? [] : part.rows.map((row) => objectOf(part, row)).filter(({ id }) => person.messages.has(id ?? null)).map((row) => ({
        id: Number(row['id']), networkId: Number(row['network_id']), network: networks.get(row['network_id'] ?? null) ?? '', kind: String(row['kind']), nativeId: String(row['native_id']), text: text(row['text']), url: text(row['url']), address: text(row['address']),
      }));
    });
  });
}

/** A row of an archive without the person; null for one that is about them, the row itself where nothing changes. */
function leftOf(part: ArchivePart, row: Row, person: ArchivedPerson, traces: PersonTraces): Row | null {
  const { table, columns } = part;
  const at = (name: string): ArchivedValue => row[columns.indexOf(name)] ?? null;
  const networkOf = (networkId: ArchivedValue): string => person.networks.get(networkId) ?? '';
  const put = (position: number, clean: (values: Record<string, ArchivedValue>) => Record<string, ArchivedValue>): Row => {
    const stated = row[position];
    if (typeof stated !== 'string') return row;
    const values = JSON.parse(stated) as Record<string, ArchivedValue>;
    const left = clean(values);
    return left === values ? row : row.map((value, place) => (place === position ? JSON.stringify(left) : value));
  };
  if (table.endsWith(':reaction')) return row;
  if (/^#(?:handed|met)?:?account$/.test(table)) return person.accounts.has(row[0] ?? null) ? null : put(table === '#account' ? 1 : 4, (values) => cleanedProfile(values, traces));
  if (/^#(?:handed|met)?:?message$/.test(table)) return person.met.has(row[0] ?? null) ? null : put(table === '#message' ? 1 : 4, (values) => [...person.networks].reduce((left, [networkId, network]) => cleanedValues(left, { networkId: Number(networkId), network, withQuotes: true }, traces), values));
  if (table === 'account') return person.accounts.has(at('id')) ? null : mended(columns, row, cleanedProfile(objectOf(part, row), traces));
  if (table === 'message') {
    if (person.messages.has(at('id'))) return null;
    return mended(columns, row, cleanedValues(objectOf(part, row), { networkId: Number(at('network_id')), network: networkOf(at('network_id')), withQuotes: true }, traces));
  }
  if (columns.includes('message_id') && person.messages.has(at('message_id'))) return null;
  if (table === 'mention') return traces.names.some(({ network }) => traces.isHandle(network, String(at('handle')))) ? null : row;
  if (columns.includes('account_id') && at('account_id') !== null && person.accounts.has(at('account_id'))) return null;
  const { value, changed, isGone } = cleanedJson(objectOf(part, row), traces.json);
  return isGone ? null : changed ? mended(columns, row, value as Record<string, ArchivedValue>) : row;
}

function mended(columns: readonly string[], row: Row, values: Record<string, ArchivedValue>): Row {
  const left = columns.map((column) => values[column] ?? null);
  return left.every((value, place) => value === (row[place] ?? null)) ? row : left;
}

/**
 * Takes a person out of the archives of removed imports, so that bringing one back does not bring them back: what they
 * wrote, gave and are there goes, rows of others are cleaned as those in the project are. Reads every archive three times.
 * To be called inside a transaction.
 */
export function eraseFromArchives(project: ProjectDatabase, traces: PersonTraces, counts: EraseCounts): void {
  const { connection } = project;
  const networks = new Map(connection.prepare('SELECT id, code FROM network').raw().all() as [number, string][]);
  const keys = new Set(traces.accounts.map(({ networkId, nativeId }) => keyOf(networkId, nativeId)));
  for (const importId of archivedImports(project)) {
    const person: ArchivedPerson = {
      accounts: new Set(traces.accounts.map(({ id }) => id)), messages: new Set(), met: new Set(traces.messages.map(({ id }) => id)), networks,
      isAccount: (networkId, nativeId) => keys.has(keyOf(networkId, nativeId)),
    };
    for (const { part } of archivedParts(project, importId)) collect(part, person);
    for (const { part } of archivedParts(project, importId)) collectMessages(part, person);
    for (const { number, part } of archivedParts(project, importId)) {
      const rows = part.rows.map((row) => leftOf(part, row, person, traces));
      const changes = rows.filter((row, position) => row !== part.rows[position]).length;
      if (changes === 0) continue;
      counts.add('archivedRows', changes);
      replacePart(project, importId, { number, part: { ...part, rows: rows.filter((row) => row !== null) } });
    }
  }
}
