import type { ProjectDatabase } from './project-database.ts';

/** A row of a table of decisions, by column. */
export type DecisionRow = Readonly<Record<string, string | number | null>>;

interface DecisionTable {
  readonly table: string;
  /** Columns that name what is decided, in the order of the table's key. */
  readonly key: readonly string[];
  readonly rest: readonly string[];
}

/** The tables that hold what people decide, with the columns that name each row by content. */
const TABLES = {
  labels: { table: 'label_verdict', key: ['network', 'kind', 'message'], rest: ['intents', 'primary_intent', 'acts', 'primary_act', 'sentiment', 'origin', 'at_ms'] },
  identities: { table: 'identity_decision', key: ['network_a', 'account_a', 'network_b', 'account_b'], rest: ['verdict', 'reason', 'at_ms'] },
  duplicates: { table: 'duplicate_decision', key: ['network_a', 'kind_a', 'message_a', 'network_b', 'kind_b', 'message_b'], rest: ['verdict', 'at_ms'] },
  promises: { table: 'promise_verdict', key: ['network', 'kind', 'message', 'start'], rest: ['end', 'state', 'note', 'at_ms'] },
  routes: { table: 'piece_route', key: ['network', 'kind', 'message', 'piece', 'scope'], rest: ['department', 'owner', 'due_ms', 'state', 'note', 'at_ms'] },
  'route-steps': { table: 'piece_route_step', key: ['network', 'kind', 'message', 'piece', 'scope', 'position'], rest: ['state', 'at_ms'] },
  pairs: { table: 'piece_pair', key: ['network', 'kind', 'message', 'other_network', 'other_kind', 'other_message', 'piece'], rest: ['together', 'position', 'at_ms'] },
  questions: { table: 'question_card', key: ['network', 'kind', 'message'], rest: ['kept', 'text', 'answer_network', 'answer_kind', 'answer_message', 'at_ms'] },
  tribes: { table: 'own_tribe', key: ['code'], rest: ['name', 'rule', 'source', 'origin', 'at_ms'] },
  'tribe-edits': { table: 'tribe_edit', key: ['tribe'], rest: ['name', 'color', 'shape', 'notes', 'task', 'output', 'basis', 'hidden', 'at_ms'] },
  judgements: { table: 'tribe_judgement', key: ['tribe', 'network', 'account'], rest: ['verdict', 'rule', 'at_ms'] },
  weights: { table: 'weight_version', key: ['version'], rest: ['points', 'note', 'at_ms'] },
  rules: { table: 'dictionary', key: ['version'], rest: ['rules', 'fingerprint', 'at_ms'] },
  settings: { table: 'setting', key: ['key'], rest: ['value'] },
  plan: { table: 'plan_record', key: ['kind', 'id'], rest: ['body', 'made_ms', 'changed_ms'] },
} as const satisfies Readonly<Record<string, DecisionTable>>;

/** A table of decisions, by the name it has here. */
export type DecisionTableName = keyof typeof TABLES;

const quoted = (column: string): string => `"${column}"`;

/** Every row of a table of decisions, in the order of its key. */
export function decisionRows({ connection }: ProjectDatabase, name: DecisionTableName): DecisionRow[] {
  const { table, key, rest } = TABLES[name];
  return connection.prepare(`SELECT ${[...key, ...rest].map(quoted).join(', ')} FROM ${table} ORDER BY ${key.map(quoted).join(', ')}`).all() as DecisionRow[];
}

/** What names a row within its table, as one text. */
export function decisionRowKey(name: DecisionTableName, row: DecisionRow): string {
  return JSON.stringify(TABLES[name].key.map((column) => row[column] ?? null));
}

/** Takes rows out of a table of decisions, by their keys, and puts others in, as they are. To be called inside a transaction. */
export function putDecisionRows({ connection }: ProjectDatabase, name: DecisionTableName, { remove, add }: { readonly remove: readonly DecisionRow[]; readonly add: readonly DecisionRow[] }): void {
  const { table, key, rest } = TABLES[name];
  const columns = [...key, ...rest];
  const forget = connection.prepare(`DELETE FROM ${table} WHERE ${key.map((column) => `${quoted(column)} = ?`).join(' AND ')}`);
  const insert = connection.prepare(`INSERT INTO ${table} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
  for (const row of remove) forget.run(...key.map((column) => row[column] ?? null));
  for (const row of add) insert.run(...columns.map((column) => row[column] ?? null));
}

/** Drops the readings of messages that were labelled, so that the next analysis reads them again. */
export function forgetLabelledReadings({ connection }: ProjectDatabase, labels: readonly DecisionRow[]): void {
  const forget = connection.prepare('DELETE FROM reading WHERE message_id = (SELECT m.id FROM message m JOIN network n ON n.id = m.network_id WHERE n.code = ? AND m.native_id = ? AND m.kind = ?)');
  for (const { network, kind, message } of labels) forget.run(network ?? null, message ?? null, kind ?? null);
}
