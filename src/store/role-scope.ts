import { changedAccounts, changedMessages } from './derive-marks.ts';
import type { ProjectDatabase } from './project-database.ts';

const STATED = `(origin IN ('argument', 'hand') OR (origin = 'source' AND role <> 'bot'))`;

/** What, besides names of brands and places, everybody's roles rest on: who speaks for a brand, who is said not to, and who is one person, as one text. */
export function voicesStated({ connection }: ProjectDatabase): string {
  const stated = connection.prepare(`SELECT account_id, brand_id, from_ms, to_ms, origin FROM account_role WHERE source_account_id IS NULL AND role = 'voice' AND ${STATED} ORDER BY 1, 2, 3, 4, 5`).raw().all();
  const decided = connection.prepare(`SELECT network, account, brand, verdict, from_ms, to_ms FROM role_decision WHERE role = 'voice' ORDER BY 1, 2, 3`).raw().all();
  const persons = connection.prepare('SELECT account_id, person_id FROM person_account ORDER BY 1').raw().all();
  return JSON.stringify([stated, decided, persons]);
}

/** What is stated and decided of accounts that speak for nobody, one text an account. */
function statedByAccount({ connection }: ProjectDatabase): Map<number, string> {
  const rows = connection.prepare(`SELECT account_id, json_group_array(said) FROM (
      SELECT account_id, json_array(role, brand_id, from_ms, to_ms, origin) AS said FROM account_role WHERE source_account_id IS NULL AND role <> 'voice' AND ${STATED}
      UNION ALL SELECT a.id, json_array(d.role, d.brand, d.verdict, d.from_ms, d.to_ms) FROM role_decision d JOIN network n ON n.code = d.network JOIN account a ON a.network_id = n.id AND a.native_id = d.account WHERE d.role <> 'voice' ORDER BY 1, 2) GROUP BY account_id`).raw().all() as [number, string][];
  return new Map(rows);
}

/** Takes down what is stated of accounts, and returns those of which it was otherwise when it was last taken down. To be called inside a transaction. */
export function restatedAccounts(project: ProjectDatabase): number[] {
  const now = statedByAccount(project);
  const { connection } = project;
  const before = new Map(connection.prepare('SELECT account_id, said FROM stated_role').raw().all() as [number, string][]);
  connection.exec('DELETE FROM stated_role');
  const keep = connection.prepare('INSERT INTO stated_role (account_id, said) VALUES (?, ?)');
  for (const row of now) keep.run(...row);
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => before.get(id) !== now.get(id));
}

/**
 * Lays out, in the temporary table `role_account`, the accounts whose roles can differ from those that are stored: those
 * that changed, that wrote, reacted or were named in what changed, that answer many in a place where something was written,
 * that `further` names, and those who bear a name of one of them. `role_author` holds those of them whose messages say
 * something of their author: all but who spoke for a brand all the time. Returns how many there are; null, without the
 * tables, when they are more than `most`. Adds messages above `lastId` to the totals of places. Inside a transaction; where it returns null places are counted anew.
 */
export function layOutAccounts(project: ProjectDatabase, { lastId, most, further }: { readonly lastId: number; readonly most: number; readonly further: readonly number[] }): number | null {
  const { connection } = project;
  dropAccounts(project);
  connection.exec('CREATE TEMP TABLE role_account (id INTEGER PRIMARY KEY); CREATE TEMP TABLE role_author (id INTEGER PRIMARY KEY); CREATE TEMP TABLE role_message (id INTEGER PRIMARY KEY)');
  const add = connection.prepare('INSERT OR IGNORE INTO temp.role_account SELECT a.id FROM json_each(?) wanted CROSS JOIN account a ON a.id = wanted.value');
  add.run(JSON.stringify([...changedAccounts(project, 'roles'), ...further]));
  connection.prepare('INSERT INTO temp.role_message SELECT value FROM json_each(?)').run(JSON.stringify(changedMessages(project, 'roles').map(({ id }) => id)));
  connection.exec(`INSERT OR IGNORE INTO temp.role_account SELECT m.account_id FROM temp.role_message t CROSS JOIN message m ON m.id = t.id WHERE m.account_id IS NOT NULL;
    INSERT OR IGNORE INTO temp.role_account SELECT x.account_id FROM temp.role_message t CROSS JOIN reaction x ON x.message_id = t.id WHERE x.kind IN ('follow', 'save') AND x.account_id IS NOT NULL;
    INSERT OR IGNORE INTO temp.role_account SELECT b.account_id FROM busy_place b WHERE (b.container_id, b.network_id) IN (SELECT DISTINCT COALESCE(m.container_id, 0), m.network_id FROM temp.role_message t CROSS JOIN message m ON m.id = t.id);
    INSERT OR IGNORE INTO temp.role_account SELECT o.id FROM account o WHERE o.name IS NOT NULL AND (o.network_id, trim(lower(o.name))) IN (SELECT a.network_id, trim(lower(a.name)) FROM temp.role_account t CROSS JOIN account a ON a.id = t.id WHERE length(trim(a.name)) >= 3);
    INSERT INTO temp.role_author SELECT id FROM temp.role_account WHERE id NOT IN (SELECT account_id FROM account_role WHERE role = 'voice' AND from_ms IS NULL AND to_ms IS NULL);`);
  // older messages neither move nor become replies without everybody being looked at
  connection.prepare(`UPDATE place_total SET posts = posts + n.more_posts, replies = replies + n.more_replies FROM (SELECT COALESCE(m.container_id, 0) AS container_id, m.network_id AS network_id, sum(m.kind = 'post') AS more_posts, sum(m.parent_native_id IS NOT NULL) AS more_replies
    FROM temp.role_message t CROSS JOIN message m ON m.id = t.id WHERE m.id > ? GROUP BY 1, 2) n WHERE place_total.container_id = n.container_id AND place_total.network_id = n.network_id`).run(lastId);
  connection.exec('DROP TABLE temp.role_message');
  const count = connection.prepare('SELECT count(*) FROM temp.role_account').pluck().get() as number;
  if (count <= most) return count;
  dropAccounts(project);
  return null;
}

/** Takes away the accounts that were laid out. */
export function dropAccounts({ connection }: ProjectDatabase): void {
  for (const table of ['role_account', 'role_author', 'role_message']) connection.exec(`DROP TABLE IF EXISTS temp.${table}`);
}
