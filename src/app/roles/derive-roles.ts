import type { AccountSign } from '../../domain/roles/bot-signs.ts';
import type { RoleSignal, SuggestedRole } from '../../domain/roles/role-signal.ts';
import { suggestedRoles } from '../../domain/roles/suggested-roles.ts';
import { linkPersons } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { applyRoleDecisions } from '../../store/role-application.ts';
import { statedRoles } from '../../store/role-evidence.ts';
import { replaceRoleResults } from '../../store/role-results.ts';
import { roleFindings, type RoleProgress } from './role-signals.ts';

/** Version of what the rules of roles mean; raised with every change of a rule, a word list or a threshold. */
export const ROLES_DEFINITION_VERSION = 'roles 1';

function* rolesOf(signals: ReadonlyMap<number, readonly RoleSignal[]>, stated: ReadonlyMap<number, ReadonlySet<string>>): Generator<{ accountId: number; role: SuggestedRole; stated: boolean }> {
  for (const accountId of [...signals.keys()].sort((one, other) => one - other)) {
    const own = stated.get(accountId);
    for (const role of suggestedRoles(signals.get(accountId) ?? [])) {
      const isStated = own?.has(`${role.role} ${role.brandId ?? ''}`) === true;
      // who speaks for a brand is not its employee by name, nor a second voice of it
      const isSpoken = role.role === 'employee' && own?.has(`voice ${role.brandId ?? ''}`) === true;
      if ((isStated || isSpoken) && !role.applied) continue;
      if (role.role === 'voice' && role.brandId === null && own !== undefined && [...own].some((key) => key.startsWith('voice '))) continue;
      yield { accountId, role, stated: isStated };
    }
  }
}

function* flagsOf(flags: ReadonlyMap<number, readonly AccountSign[]>): Generator<{ accountId: number; sign: AccountSign }> {
  for (const accountId of [...flags.keys()].sort((one, other) => one - other)) for (const sign of flags.get(accountId) ?? []) yield { accountId, sign };
}

/**
 * Makes again what rules and evidence say of every account: roles with their dates and reasons, proposals for what a person
 * must confirm, flags. Decisions are laid over the result. Returns the number of suggestions.
 */
export function deriveRoles(project: ProjectDatabase, progress: RoleProgress): number {
  const { signals, flags } = roleFindings(project, progress);
  const count = replaceRoleResults(project, { roles: rolesOf(signals, statedRoles(project)), flags: flagsOf(flags) });
  project.connection.transaction(() => {
    applyRoleDecisions(project);
    linkPersons(project);
  }).immediate();
  return count;
}
