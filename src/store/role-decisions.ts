import type { Role } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';

/**
 * What a person said of an account's role, by content: network, the source's own id, the brand's name (empty for none; of an
 * `is-not`, for any brand). From inclusive, to exclusive, UTC ms, null where open.
 */
export interface RoleDecision {
  readonly network: string;
  readonly account: string;
  readonly brand: string;
  readonly role: Role;
  readonly verdict: 'is' | 'is-not';
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly atMs: number;
}

/** The columns of a decision under the names of {@link RoleDecision}. */
export const DECISION_COLUMNS = 'network, account, brand, role, verdict, from_ms AS fromMs, to_ms AS toMs, at_ms AS atMs';

/** Every decision about roles, in the order of their keys. */
export function roleDecisions({ connection }: ProjectDatabase): RoleDecision[] {
  return connection.prepare(`SELECT ${DECISION_COLUMNS} FROM role_decision ORDER BY network, account, brand, role`).all() as RoleDecision[];
}

/** Decisions about one account. */
export function roleDecisionsOf({ connection }: ProjectDatabase, accountId: number): Omit<RoleDecision, 'network' | 'account'>[] {
  return connection.prepare(`SELECT d.role AS role, d.brand AS brand, d.verdict AS verdict, d.from_ms AS fromMs, d.to_ms AS toMs, d.at_ms AS atMs FROM account a JOIN network n ON n.id = a.network_id JOIN role_decision d ON d.network = n.code AND d.account = a.native_id
    WHERE a.id = ? ORDER BY d.role, d.brand`).all(accountId) as Omit<RoleDecision, 'network' | 'account'>[];
}

/** A decision to write; a null verdict takes back what stands on the brand, or on every brand where it names none (null). */
export type RoleChange = RoleDecision | (Omit<RoleDecision, 'verdict' | 'brand'> & { readonly verdict: null; readonly brand: string | null });

/** Adds decisions; one about the same account, brand and role is replaced. */
export function changeRoleDecisions({ connection }: ProjectDatabase, changes: readonly RoleChange[]): void {
  const forget = connection.prepare('DELETE FROM role_decision WHERE network = @network AND account = @account AND (@brand IS NULL OR brand = @brand COLLATE NOCASE) AND role = @role');
  const forgetHand = connection.prepare(`DELETE FROM account_role WHERE origin = 'hand' AND role = @role AND account_id = (SELECT a.id FROM account a JOIN network n ON n.id = a.network_id WHERE n.code = @network AND a.native_id = @account)
    AND (@brand IS NULL OR brand_id IS (SELECT id FROM brand WHERE name = @brand COLLATE NOCASE))`);
  const add = connection.prepare('INSERT INTO role_decision (network, account, brand, role, verdict, from_ms, to_ms, at_ms) VALUES (@network, @account, @brand, @role, @verdict, @fromMs, @toMs, @atMs)');
  for (const change of changes) {
    const { network, account, brand, role } = change;
    forget.run({ network, account, brand, role });
    if (change.verdict === null) forgetHand.run({ network, account, brand, role });
    else add.run(change);
  }
}

/** Makes these the only decisions: how a change is taken back. */
export function putRoleDecisions({ connection }: ProjectDatabase, decisions: readonly RoleDecision[]): void {
  connection.exec('DELETE FROM role_decision');
  const add = connection.prepare('INSERT INTO role_decision (network, account, brand, role, verdict, from_ms, to_ms, at_ms) VALUES (@network, @account, @brand, @role, @verdict, @fromMs, @toMs, @atMs)');
  for (const decision of decisions) add.run(decision);
}

/** Takes back what says that accounts are not the voice of a brand: naming them its voice by hand says the opposite. */
export function forgetDenials({ connection }: ProjectDatabase, { brandId, role }: { readonly brandId: number; readonly role: Role }, accountIds: readonly number[]): void {
  connection.prepare(`DELETE FROM role_decision WHERE verdict = 'is-not' AND role = ? AND (brand = '' OR brand = (SELECT name FROM brand WHERE id = ?) COLLATE NOCASE)
    AND EXISTS (SELECT 1 FROM account a JOIN network n ON n.id = a.network_id WHERE n.code = role_decision.network AND a.native_id = role_decision.account AND a.id IN (SELECT value FROM json_each(?)))`)
    .run(role, brandId, JSON.stringify(accountIds));
}
