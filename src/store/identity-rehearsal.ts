import { migrate } from './migrations.ts';
import { databaseConstructor } from './native-addon.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Threads up to so many messages are rehearsed whole; of longer ones what touches the accounts. */
const WHOLE_THREAD = 2000;

/** Tables copied whole, and those of which the rehearsed messages' or accounts' rows are copied. Derived results are made again. */
const WHOLE = ['setting', 'network', 'brand', 'container', 'import', 'coverage', 'weight_version'];
const BY_MESSAGE = ['reading', 'mention', 'reaction', 'inferred_parent'];
const BY_ACCOUNT = ['account_role', 'account_flag', 'person_account'];
const VOICES = `SELECT account_id FROM account_role WHERE role = 'voice'`;

/**
 * Lays out the messages that a change of these accounts can touch, in a temporary table: every thread they wrote in, were
 * named in or reacted in. Returns how many there are.
 */
function layOut({ connection }: ProjectDatabase, accountIds: readonly number[]): number {
  const ids = accountIds.map(String).join(', ');
  connection.exec(`DROP TABLE IF EXISTS temp.rehearsed_root; DROP TABLE IF EXISTS temp.rehearsed;
    CREATE TEMP TABLE rehearsed_root (id INTEGER PRIMARY KEY, size INTEGER NOT NULL DEFAULT 0);
    CREATE TEMP TABLE rehearsed (id INTEGER PRIMARY KEY);
    INSERT OR IGNORE INTO temp.rehearsed_root (id) SELECT COALESCE(root_id, id) FROM message WHERE account_id IN (${ids});
    INSERT OR IGNORE INTO temp.rehearsed_root (id) SELECT COALESCE(m.root_id, m.id) FROM mention x JOIN message m ON m.id = x.message_id WHERE x.account_id IN (${ids});
    INSERT OR IGNORE INTO temp.rehearsed_root (id) SELECT COALESCE(m.root_id, m.id) FROM reaction x JOIN message m ON m.id = x.message_id WHERE x.account_id IN (${ids});
    UPDATE temp.rehearsed_root SET size = (SELECT count(*) FROM message m WHERE m.root_id = rehearsed_root.id);
    INSERT OR IGNORE INTO temp.rehearsed SELECT m.id FROM temp.rehearsed_root r JOIN message m ON m.root_id = r.id WHERE r.size <= ${String(WHOLE_THREAD)};
    INSERT OR IGNORE INTO temp.rehearsed SELECT id FROM temp.rehearsed_root;
    INSERT OR IGNORE INTO temp.rehearsed SELECT id FROM message WHERE account_id IN (${ids});
    INSERT OR IGNORE INTO temp.rehearsed SELECT message_id FROM mention WHERE account_id IN (${ids});
    INSERT OR IGNORE INTO temp.rehearsed SELECT message_id FROM reaction WHERE account_id IN (${ids}) AND message_id IS NOT NULL;
    INSERT OR IGNORE INTO temp.rehearsed SELECT c.id FROM message m JOIN message c ON c.parent_id = m.id WHERE m.account_id IN (${ids});
    INSERT OR IGNORE INTO temp.rehearsed SELECT m.id FROM temp.rehearsed_root r JOIN message m ON m.root_id = r.id WHERE r.size > ${String(WHOLE_THREAD)} AND m.account_id IN (${VOICES});
    WITH RECURSIVE above(id) AS (SELECT id FROM temp.rehearsed UNION SELECT m.parent_id FROM above JOIN message m ON m.id = above.id WHERE m.parent_id IS NOT NULL) INSERT OR IGNORE INTO temp.rehearsed SELECT id FROM above`);
  connection.exec('DELETE FROM temp.rehearsed WHERE id NOT IN (SELECT id FROM message)');
  return connection.prepare('SELECT count(*) FROM temp.rehearsed').pluck().get() as number;
}

/**
 * A small copy of a project in memory that holds everything a change of these accounts can touch, and nothing else, so that
 * the change can be made and measured there without a trace in the project. Figures of the whole project follow by the
 * difference. What rests on the whole of an import stands as the whole says it: until when it watched. Closed by the
 * caller. Memory: about a kilobyte a message of the threads concerned.
 */
export function identityRehearsal(project: ProjectDatabase, accountIds: readonly number[]): { readonly copy: ProjectDatabase; readonly messages: number; readonly close: () => void } {
  const { connection } = project;
  const Constructor = databaseConstructor();
  const memory = new Constructor(':memory:');
  try {
    migrate(memory);
    memory.pragma('foreign_keys = OFF');
    const messages = layOut(project, accountIds);
    const chosen = 'IN (SELECT id FROM temp.rehearsed)';
    const involved = `(SELECT account_id FROM message WHERE id ${chosen} UNION SELECT source_account_id FROM message WHERE id ${chosen} UNION SELECT account_id FROM mention WHERE message_id ${chosen} UNION SELECT source_account_id FROM mention WHERE message_id ${chosen}
      UNION SELECT account_id FROM reaction WHERE message_id ${chosen} UNION SELECT source_account_id FROM reaction WHERE message_id ${chosen} UNION ${VOICES} UNION SELECT value FROM json_each('${JSON.stringify(accountIds)}'))`;
    connection.exec(`DROP TABLE IF EXISTS temp.rehearsed_account; CREATE TEMP TABLE rehearsed_account (id INTEGER PRIMARY KEY); INSERT INTO temp.rehearsed_account SELECT * FROM ${involved} WHERE account_id IS NOT NULL`);
    const copyRows = (table: string, where: string): void => {
      const columns = (connection.pragma(`table_info(${table})`) as { name: string }[]).map(({ name }) => name);
      const insert = memory.prepare(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`);
      for (const row of connection.prepare(`SELECT ${columns.join(', ')} FROM ${table} WHERE ${where}`).raw().iterate() as IterableIterator<unknown[]>) insert.run(...row);
    };
    memory.transaction(() => {
      for (const table of WHOLE) copyRows(table, '1');
      copyRows('account', 'id IN (SELECT id FROM temp.rehearsed_account)');
      for (const table of BY_ACCOUNT) copyRows(table, 'account_id IN (SELECT id FROM temp.rehearsed_account)');
      copyRows('message', `id ${chosen}`);
      for (const table of BY_MESSAGE) copyRows(table, `message_id ${chosen}`);
      // an import that does not say when it was collected watched until its latest message, which need not be among these
      const ends = connection.prepare(`SELECT i.id, max(m.created_at_ms) FROM import i JOIN message m ON m.import_id = i.id WHERE i.collected_at_ms IS NULL AND m.precision NOT IN ('relative', 'none') GROUP BY i.id`).raw().all() as [number, number][];
      const watched = memory.prepare('UPDATE import SET collected_at_ms = ? WHERE id = ?');
      for (const [importId, endMs] of ends) watched.run(endMs, importId);
    })();
    return { copy: { connection: memory, path: ':memory:', readOnly: false, journalMode: 'delete' }, messages, close: () => memory.close() };
  } catch (error) {
    memory.close();
    throw error;
  } finally {
    connection.exec('DROP TABLE IF EXISTS temp.rehearsed_root; DROP TABLE IF EXISTS temp.rehearsed; DROP TABLE IF EXISTS temp.rehearsed_account');
  }
}
