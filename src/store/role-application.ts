import { nameKey } from '../domain/roles/written-name.ts';
import { brandNamed, ownContainer } from './brand-queries.ts';
import type { ProjectDatabase } from './project-database.ts';
import { DECISION_COLUMNS, type RoleDecision } from './role-decisions.ts';
import { holdOutDesks } from './unclaimed-desks.ts';

interface DecidedAccount extends RoleDecision {
  readonly accountId: number;
  readonly networkId: number;
  readonly handle: string | null;
  readonly name: string | null;
}

/** Whoever speaks for a brand owns the places that bear its own name and that nobody owns. */
function ownPlaces(project: ProjectDatabase, { networkId, account, handle, name }: DecidedAccount, brandId: number): void {
  const keys = new Set([account, handle, name].flatMap((written) => (written === null || nameKey(written) === '' ? [] : [nameKey(written)])));
  const places = project.connection.prepare('SELECT id, native_id AS nativeId, name FROM container WHERE brand_id IS NULL AND network_id = ?').all(networkId) as { id: number; nativeId: string; name: string }[];
  for (const place of places) if (keys.has(nameKey(place.name)) || keys.has(nameKey(place.nativeId))) ownContainer(project, place.id, brandId);
}

/**
 * Lays decisions over the roles that sources, rules and arguments give: what a person said wins. `is` leaves one row of the
 * hand's, with its dates; `is-not` leaves none. A brand that only a decision names is made. Decisions about accounts that
 * are not there wait for an import that brings them. Firms' desks that are then nobody's are held out of people.
 */
export function applyRoleDecisions(project: ProjectDatabase): void {
  layDecisions(project);
  holdOutDesks(project);
}

function layDecisions(project: ProjectDatabase): void {
  const { connection } = project;
  const decided = connection.prepare(`SELECT ${DECISION_COLUMNS.split(', ').map((column) => `d.${column}`).join(', ')}, a.id AS accountId, a.network_id AS networkId, a.handle AS handle, a.name AS name
    FROM role_decision d JOIN network n ON n.code = d.network JOIN account a ON a.network_id = n.id AND a.native_id = d.account ORDER BY a.id, d.brand, d.role`).all() as DecidedAccount[];
  if (decided.length === 0) return;
  const others = connection.prepare(`DELETE FROM account_role WHERE account_id = @accountId AND role = @role AND brand_id IS @brandId AND origin <> 'hand'`);
  const known = connection.prepare(`SELECT id FROM account_role WHERE account_id = @accountId AND role = @role AND brand_id IS @brandId AND origin = 'hand'`).pluck();
  const put = connection.prepare('UPDATE account_role SET from_ms = @fromMs, to_ms = @toMs WHERE id = @id');
  const add = connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, from_ms, to_ms, origin) VALUES (@accountId, @brandId, @role, @fromMs, @toMs, 'hand')`);
  const none = connection.prepare(`DELETE FROM account_role WHERE account_id = @accountId AND role = @role AND (@brand = '' OR brand_id = (SELECT id FROM brand WHERE name = @brand COLLATE NOCASE))`);
  // a denial first: a role at one brand stands where the role at all others is denied
  for (const { verdict, accountId, role, brand } of decided) if (verdict === 'is-not') none.run({ accountId, role, brand });
  for (const decision of decided) {
    if (decision.verdict !== 'is') continue;
    const { accountId, role, fromMs, toMs, brand } = decision;
    const brandId = brand === '' ? null : brandNamed(project, brand, false);
    others.run({ accountId, role, brandId });
    const id = known.get({ accountId, role, brandId }) as number | undefined;
    if (id === undefined) add.run({ accountId, role, brandId, fromMs, toMs });
    else put.run({ id, fromMs, toMs });
    if (role === 'voice' && brandId !== null) ownPlaces(project, decision, brandId);
  }
}
