import type { EraseCounts } from './erase-counts.ts';
import type { PersonTraces } from './person-traces.ts';
import type { ProjectDatabase } from './project-database.ts';

type Value = string | number | null;
type Values = Record<string, Value>;

/** Columns that name a message by the source's own id. */
export const NAMING_COLUMNS = ['parent_native_id', 'root_native_id', 'quoted_native_id'] as const;

/** What one import says of a message of somebody else, without the person; the same object where nothing of them is in it. */
export function cleanedValues(values: Values, { networkId, network, withQuotes }: { readonly networkId: number; readonly network: string; readonly withQuotes: boolean }, traces: PersonTraces): Values {
  const left: Values = { ...values };
  let changed = false;
  const put = (column: string, value: Value): void => {
    if (left[column] === value) return;
    left[column] = value;
    changed = true;
  };
  for (const column of NAMING_COLUMNS) {
    const name = left[column];
    if (typeof name === 'string') put(column, traces.standIn(networkId, name) ?? name);
  }
  if (typeof left['text'] === 'string') put('text', traces.cleanedText(left['text'], network, withQuotes));
  for (const column of ['url', 'address']) {
    const address = left[column];
    if (typeof address === 'string') put(column, traces.cleanedAddress(address, network));
  }
  for (const column of ['account_id', 'source_account_id']) if (typeof left[column] === 'number' && traces.json.isRow('account_id', left[column])) put(column, null);
  if (typeof left['mentions'] === 'string') {
    const pairs = JSON.parse(left['mentions']) as [string, number][];
    const others = pairs.filter(([handle]) => !traces.isHandle(network, handle));
    if (others.length < pairs.length) put('mentions', JSON.stringify(others));
  }
  return changed ? left : values;
}

/** What sources say of an account or a place of somebody else, without the person in what it says of itself. */
export function cleanedProfile(values: Values, traces: PersonTraces): Values {
  const left: Values = { ...values };
  let changed = false;
  for (const column of ['profile', 'link']) {
    const text = left[column];
    if (typeof text !== 'string') continue;
    const cleaned = traces.cleanedNote(text);
    if (cleaned === text) continue;
    left[column] = cleaned;
    changed = true;
  }
  return changed ? left : values;
}

interface StatementRow {
  readonly record: string;
  readonly id: number;
  readonly importId: number | null;
  readonly stated: string;
  readonly networkId: number | null;
  readonly network: string | null;
}

/**
 * Takes a person out of what imports say of records: statements about them and what they wrote go, those about others are
 * cleaned. `linked` are messages that answer, quote or mention them. To be called inside a transaction, while the person's
 * rows are still there. One pass over all statements.
 */
export function eraseStatements({ connection }: ProjectDatabase, { traces, linked, counts }: { readonly traces: PersonTraces; readonly linked: ReadonlySet<number>; readonly counts: EraseCounts }): void {
  const accountIds = new Set(traces.accounts.map(({ id }) => id));
  const messageIds = new Set(traces.messages.map(({ id }) => id));
  for (const table of ['own_statement', 'sighting'] as const) {
    const importColumn = table === 'sighting' ? 's.import_id' : 'NULL';
    const forget = connection.prepare(`DELETE FROM ${table} WHERE record = ? AND record_id = ?`);
    for (const id of accountIds) counts.add('statements', forget.run('account', id).changes);
    for (const id of messageIds) counts.add('statements', forget.run('message', id).changes);
    const rows = connection.prepare(`SELECT s.record, s.record_id AS id, ${importColumn} AS importId, s.stated, m.network_id AS networkId, n.code AS network FROM ${table} s LEFT JOIN message m ON s.record = 'message' AND m.id = s.record_id LEFT JOIN network n ON n.id = m.network_id WHERE s.stated IS NOT NULL`).all() as StatementRow[];
    const put = connection.prepare(`UPDATE ${table} SET stated = ? WHERE record = ? AND record_id = ?${table === 'sighting' ? ' AND import_id = ?' : ''}`);
    for (const { record, id, importId, stated, networkId, network } of rows) {
      const values = JSON.parse(stated) as Values;
      const left = record === 'message' && networkId !== null && network !== null ? cleanedValues(values, { networkId, network, withQuotes: linked.has(id) }, traces) : cleanedProfile(values, traces);
      if (left === values) continue;
      put.run(JSON.stringify(left), record, id, ...(table === 'sighting' ? [importId] : []));
      counts.add('statements', 1);
    }
  }
}
