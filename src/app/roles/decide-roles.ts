import type { OperationRequest } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { Role } from '../../domain/model/codes.ts';
import { brandNamed, brandState, storedBrands } from '../../store/brand-queries.ts';
import { recordCommand } from '../../store/journal.ts';
import { withPersonsApart } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { accountKeys } from '../../store/proposal-queries.ts';
import { applyRoleDecisions } from '../../store/role-application.ts';
import { changeRoleDecisions, type RoleChange } from '../../store/role-decisions.ts';
import { resolveBrands } from '../import/brand-resolution.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import type { BrandChange } from '../project/history-commands.ts';

/** Roles that are always at a brand. */
const AT_A_BRAND: ReadonlySet<Role> = new Set(['voice', 'employee', 'partner']);

/**
 * Writes down what a person says of accounts' roles and lays it over the project, as one change that can be undone. The
 * first brand that a project gets this way is its own. Failures: `not-found` for an unknown account; `invalid-input` for an
 * employee or partner of no brand. Returns how many decisions were written.
 */
export function decideRoles(project: ProjectDatabase, { decisions }: OperationRequest<'roles.decide'>, atMs: number): Outcome<number> {
  const accounts = accountKeys(project, [...new Set(decisions.map(({ accountId }) => accountId))]);
  const brands = storedBrands(project);
  const own = brands.find((brand) => brand.own)?.name ?? null;
  const changes: RoleChange[] = [];
  for (const { accountId, role, brand, verdict, fromMs, toMs } of decisions) {
    const key = accounts.get(accountId);
    if (key === undefined) return failed('not-found', `no account has the number ${accountId}`);
    const known = brand === undefined || brand === '' ? null : (brands.find(({ name }) => name.toLowerCase() === brand.toLowerCase())?.name ?? brand);
    const fact = { network: key.network, account: key.account, role, fromMs, toMs, atMs };
    if (verdict === null) changes.push({ ...fact, verdict, brand: known });
    else if (verdict === 'is-not' || !AT_A_BRAND.has(role)) changes.push({ ...fact, verdict, brand: role === 'bot' ? '' : (known ?? '') });
    else {
      const meant = known ?? own ?? (role === 'voice' ? key.name : null);
      if (meant === null) return failed('invalid-input', `the ${role} of which brand? The project has no own brand yet`);
      changes.push({ ...fact, verdict, brand: meant });
    }
  }
  project.connection.transaction(() => withPersonsApart(project, () => {
    const before = brandState(project);
    changeRoleDecisions(project, changes);
    const first = changes.find(({ verdict, role }) => verdict === 'is' && role === 'voice');
    if (brands.length === 0 && first !== undefined && first.brand !== null) brandNamed(project, first.brand, true);
    // a denial taken back lets what sources and arguments say hold again
    if (changes.some(({ verdict }) => verdict === null)) resolveBrands(project, { fromAccountId: 1, mappedContainers: [], onlyBrand: null });
    else applyRoleDecisions(project);
    if (changes.some(({ role }) => role === 'voice')) coverAllImports(project);
    const change: BrandChange = { before, after: brandState(project) };
    recordCommand(project, { command: 'roles.decide', label: `roles.decide:${changes.length}`, forward: JSON.stringify({ decisions }), inverse: JSON.stringify(change), atMs });
    raiseDataVersion(project);
  })).immediate();
  return success(changes.length);
}
