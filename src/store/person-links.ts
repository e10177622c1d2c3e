import { personComponents } from '../domain/identity/person-components.ts';
import type { AccountKey } from '../domain/identity/account-key.ts';
import { identityDecisions } from './identity-decisions.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Tables whose rows name who wrote, reacted or is mentioned. */
const LINKED = ['message', 'reaction', 'mention'] as const;

/**
 * Brands an account speaks for, as one text, '' for none; null when the account is not in the project. Dates do not count,
 * and roles held through another account neither.
 */
export function voiceReader({ connection }: ProjectDatabase): (account: AccountKey) => string | null {
  const voices = connection
    .prepare(`SELECT COALESCE((SELECT group_concat(brand) FROM (SELECT DISTINCT COALESCE(r.brand_id, 0) AS brand FROM account_role r WHERE r.account_id = a.id AND r.role = 'voice' AND r.source_account_id IS NULL ORDER BY 1)), '')
      FROM account a JOIN network n ON n.id = a.network_id WHERE n.code = ? AND a.native_id = ?`)
    .pluck();
  return ({ network, nativeId }) => (voices.get(network, nativeId) as string | undefined) ?? null;
}

/** Persons of several accounts among those in the project, the leading account first: the first of them by network code and id. Where roles part what decisions join, those who speak for one brand stay together. */
function presentPersons(project: ProjectDatabase): number[][] {
  const same = identityDecisions(project).filter(({ verdict }) => verdict === 'same');
  if (same.length === 0) return [];
  const idOf = project.connection.prepare('SELECT a.id FROM account a JOIN network n ON n.id = a.network_id WHERE n.code = ? AND a.native_id = ?').pluck();
  const voiceOf = voiceReader(project);
  return personComponents(same).persons.flatMap((members) => {
    const byVoice = new Map<string, number[]>();
    for (const account of members) {
      const id = idOf.get(account.network, account.nativeId) as number | undefined;
      const voice = voiceOf(account);
      if (id === undefined || voice === null) continue;
      const group = byVoice.get(voice);
      if (group === undefined) byVoice.set(voice, [id]);
      else group.push(id);
    }
    return [...byVoice.values()].filter(({ length }) => length > 1);
  });
}

function inTransaction({ connection }: ProjectDatabase, work: () => void): void {
  if (connection.inTransaction) work();
  else connection.transaction(work).immediate();
}

/**
 * Parts every person into its accounts: messages, reactions and mentions name the accounts that the sources say, and roles
 * held through another account go. The records are then as they were imported. Costs a few look-ups where nobody is joined.
 */
export function unlinkPersons(project: ProjectDatabase): void {
  const { connection } = project;
  inTransaction(project, () => {
    for (const table of LINKED) connection.exec(`UPDATE ${table} SET account_id = source_account_id, source_account_id = NULL WHERE source_account_id IS NOT NULL`);
    connection.exec('DELETE FROM account_role WHERE source_account_id IS NOT NULL');
    connection.exec('DELETE FROM person_account');
  });
}

/**
 * Makes the records agree with the decisions: whatever a person's accounts wrote, gave or were named by stands under the
 * person's leading account, with the real account beside it, and the leading account holds the roles of all, so that
 * every figure counts persons. Whatever already agrees is not written. Of two roles of one kind, brand and origin the
 * leading account's own dates stand. One transaction; every change of decisions, accounts or roles is followed by it.
 */
export function linkPersons(project: ProjectDatabase): void {
  const { connection } = project;
  const persons = presentPersons(project);
  if (persons.length === 0) return unlinkPersons(project);
  inTransaction(project, () => {
    // 1. who is who
    connection.exec('DELETE FROM account_role WHERE source_account_id IS NOT NULL; DELETE FROM person_account');
    const join = connection.prepare('INSERT INTO person_account (account_id, person_id) VALUES (?, ?)');
    for (const members of persons) for (const account of members) join.run(account, members[0]);
    // 2. rows that stand under somebody else's account go back, rows of joined accounts follow
    for (const table of LINKED) {
      connection.exec(`UPDATE ${table} SET account_id = source_account_id, source_account_id = NULL
        WHERE source_account_id IS NOT NULL AND account_id IS NOT (SELECT person_id FROM person_account p WHERE p.account_id = source_account_id AND p.person_id <> p.account_id)`);
    }
    for (const table of ['message', 'reaction'] as const) {
      const follow = connection.prepare(`UPDATE ${table} SET source_account_id = account_id, account_id = ? WHERE account_id = ?`);
      for (const [leader, ...others] of persons) for (const account of others) follow.run(leader, account);
    }
    connection.exec('UPDATE mention SET source_account_id = mention.account_id, account_id = p.person_id FROM person_account p WHERE p.account_id = mention.account_id AND p.person_id <> p.account_id');
    // 3. roles
    const hold = connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, from_ms, to_ms, origin, source_account_id)
      SELECT @leader, r.brand_id, r.role, r.from_ms, r.to_ms, r.origin, r.account_id FROM account_role r WHERE r.account_id = @account AND r.source_account_id IS NULL
        AND NOT EXISTS (SELECT 1 FROM account_role k WHERE k.account_id = @leader AND k.brand_id IS r.brand_id AND k.role = r.role AND k.origin = r.origin)`);
    for (const [leader, ...others] of persons) for (const account of others) hold.run({ leader, account });
  });
}

/** Runs a change of records or roles on accounts as the sources say them, and joins persons again after it. */
export function withPersonsApart<Value>(project: ProjectDatabase, change: () => Value): Value {
  unlinkPersons(project);
  const value = change();
  linkPersons(project);
  return value;
}
