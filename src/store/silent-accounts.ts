import { keepHighestAccountId } from './account-ids.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Tables that say something of an account that is made again from the records, and the column that names it. */
const DERIVED = ['account_balance', 'tribe_member', 'account_flag', 'role_proposal', 'account_role'];

/** Roles that somebody or a source's own mark gave, as opposed to those that the analysis finds. */
const GIVEN_ROLE = `(r.origin IN ('hand', 'argument') OR (r.origin = 'source' AND r.role <> 'bot'))`;

/** Accounts that any import says wrote some messages, or copies of them that are set aside; those without one are left out. */
export function authorsOf({ connection }: ProjectDatabase, messageIds: readonly number[]): number[] {
  return connection.prepare(`WITH told AS (SELECT value AS id FROM json_each(@ids) UNION SELECT s.message_id FROM set_aside s WHERE s.copy_of IN (SELECT value FROM json_each(@ids)))
    SELECT account FROM (SELECT m.account_id AS account FROM message m JOIN told t ON t.id = m.id UNION SELECT m.source_account_id FROM message m JOIN told t ON t.id = m.id
      UNION SELECT o.stated ->> '$.account_id' FROM told t JOIN own_statement o ON o.record = 'message' AND o.record_id = t.id UNION SELECT s.stated ->> '$.account_id' FROM told t JOIN sighting s ON s.record = 'message' AND s.record_id = t.id
      UNION SELECT s.content ->> '$.message.account_id' FROM set_aside s JOIN told t ON t.id = s.message_id UNION SELECT s.copy_before ->> '$.account_id' FROM set_aside s JOIN told t ON t.id = s.copy_of) WHERE account IS NOT NULL`).pluck().all({ ids: JSON.stringify(messageIds) }) as number[];
}

/** Of some accounts those that an import names as the author of a message that has become another's, or of one set aside. */
function namedInStatements({ connection }: ProjectDatabase, accountIds: readonly number[]): Set<number> {
  return new Set(connection.prepare(`SELECT account FROM (SELECT stated ->> '$.account_id' AS account FROM own_statement WHERE record = 'message' UNION SELECT stated ->> '$.account_id' FROM sighting WHERE record = 'message' AND stated IS NOT NULL
    UNION SELECT content ->> '$.message.account_id' FROM set_aside UNION SELECT copy_before ->> '$.account_id' FROM set_aside) WHERE account IN (SELECT value FROM json_each(?))`).pluck().all(JSON.stringify(accountIds)) as number[]);
}

/**
 * Takes out accounts that nothing names any more: no message, reaction or decision. Roles that the analysis found of them
 * go with them. Nobody gets their ids. To be called inside a transaction. Returns who went. One pass over what imports say
 * of messages.
 */
export function forgetSilentAccounts(project: ProjectDatabase, accountIds: readonly number[]): number[] {
  const { connection } = project;
  const unnamed = connection.prepare(`SELECT w.value FROM json_each(?) w WHERE NOT EXISTS (SELECT 1 FROM message m WHERE m.account_id = w.value) AND NOT EXISTS (SELECT 1 FROM message m WHERE m.source_account_id = w.value)
    AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.account_id = w.value) AND NOT EXISTS (SELECT 1 FROM reaction x WHERE x.source_account_id = w.value)
    AND NOT EXISTS (SELECT 1 FROM person_account p WHERE w.value IN (p.account_id, p.person_id)) AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = w.value AND ${GIVEN_ROLE})`).pluck().all(JSON.stringify(accountIds)) as number[];
  if (unnamed.length === 0) return [];
  const named = namedInStatements(project, unnamed);
  const silent = unnamed.filter((id) => !named.has(id));
  if (silent.length > 0) keepHighestAccountId(project);
  const forget = [
    'UPDATE mention SET account_id = NULL WHERE account_id = ?', 'UPDATE promise SET account_id = NULL WHERE account_id = ?', ...DERIVED.map((table) => `DELETE FROM ${table} WHERE account_id = ?`),
    `DELETE FROM sighting WHERE record = 'account' AND record_id = ?`, `DELETE FROM own_statement WHERE record = 'account' AND record_id = ?`, 'DELETE FROM account WHERE id = ?',
  ].map((sql) => connection.prepare(sql));
  for (const id of silent) for (const statement of forget) statement.run(id);
  return silent;
}
