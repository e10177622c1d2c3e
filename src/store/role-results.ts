import type { AccountSign } from '../domain/roles/bot-signs.ts';
import type { SuggestedRole } from '../domain/roles/role-signal.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { AmongAccounts } from './role-evidence.ts';

/** What the analysis found of roles, account by account. */
export interface RoleResults {
  readonly roles: Iterable<{ readonly accountId: number; readonly role: SuggestedRole; readonly stated: boolean }>;
  readonly flags: Iterable<{ readonly accountId: number; readonly sign: AccountSign }>;
}

/**
 * Replaces everything that rules and evidence say of roles, and the flags: of all, or of the accounts that are laid out. Suggestions are kept with their reasons whether
 * they are applied or not; an applied one is a role as well, unless it is stated already or a person denied it. One
 * transaction. Returns how many suggestions there are.
 */
export function replaceRoleResults({ connection }: ProjectDatabase, { roles, flags }: RoleResults, { laidOut }: AmongAccounts): number {
  const among = laidOut ? 'account_id IN (SELECT id FROM temp.role_account)' : '1';
  let count = 0;
  const propose = connection.prepare('INSERT INTO role_proposal (account_id, brand_id, role, applied, reason, detail, confidence, from_ms, to_ms) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const apply = connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, from_ms, to_ms, origin) SELECT @accountId, @brandId, @role, @fromMs, @toMs, @origin
    WHERE NOT EXISTS (SELECT 1 FROM role_decision d JOIN network n ON n.code = d.network JOIN account a ON a.network_id = n.id AND a.native_id = d.account
      WHERE a.id = @accountId AND d.role = @role AND d.verdict = 'is-not' AND (d.brand = '' OR d.brand = (SELECT name FROM brand WHERE id = @brandId) COLLATE NOCASE))`);
  const flag = connection.prepare('INSERT INTO account_flag (account_id, flag, reason, detail, confidence) VALUES (?, ?, ?, ?, ?)');
  connection.transaction(() => {
    connection.exec(`DELETE FROM account_role WHERE ${among} AND (origin IN ('rule', 'evidence') OR (origin = 'source' AND role = 'bot')); DELETE FROM role_proposal WHERE ${among}; DELETE FROM account_flag WHERE ${among};`);
    for (const { accountId, stated, role: { role, brandId, suggestedBrand, origin, applied, confidence, fromMs, toMs, reasons } } of roles) {
      propose.run(accountId, brandId, role, applied ? 1 : 0, reasons[0]?.rule ?? '', JSON.stringify({ suggestedBrand, reasons }), confidence, fromMs, toMs);
      if (applied && !stated) apply.run({ accountId, brandId, role, fromMs, toMs, origin });
      count += 1;
    }
    for (const { accountId, sign: { flag: code, reason, confidence, figures, messageIds } } of flags) flag.run(accountId, code, reason, JSON.stringify({ figures, messageIds }), confidence);
  })();
  return count;
}
