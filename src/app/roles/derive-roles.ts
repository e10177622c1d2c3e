import type { AccountSign } from '../../domain/roles/bot-signs.ts';
import type { RoleSignal, SuggestedRole } from '../../domain/roles/role-signal.ts';
import { suggestedRoles } from '../../domain/roles/suggested-roles.ts';
import { nameKey } from '../../domain/roles/written-name.ts';
import { beginPart, endPart, followedUp, lastPlaceOf, wholeUpTo } from '../../store/derive-marks.ts';
import { linkPersons } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { applyRoleDecisions } from '../../store/role-application.ts';
import { namedBrands, namedPlaces, roleAccounts, statedRoles, type AmongAccounts } from '../../store/role-evidence.ts';
import { replaceRoleResults } from '../../store/role-results.ts';
import { dropAccounts, layOutAccounts, restatedAccounts, voicesStated } from '../../store/role-scope.ts';
import { roleFindings, type RoleProgress } from './role-signals.ts';

/** Version of what the rules of roles mean; raised with every change of a rule, a word list or a threshold. */
export const ROLES_DEFINITION_VERSION = 'roles 2';

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

/** What it took to bring roles up to date: how many accounts were looked at, all of them or some, and how many suggestions they got. */
export interface RoleWork {
  readonly whole: boolean;
  readonly accounts: number;
  readonly suggestions: number;
}

const EVERYBODY: AmongAccounts = { laidOut: false };
const LAID_OUT: AmongAccounts = { laidOut: true };
/** Where so many of the accounts are touched, looking at all costs less. */
const MOST_TOUCHED_SHARE = 1 / 3;
const LEAST_WORTH_WHOLE = 1000;
/** What is followed up is one transaction, and nobody else writes meanwhile: above this it would last longer than they wait. */
const MOST_AT_ONCE = 50_000;

/** What every role rests on, whoever's it is. */
function basisOf(project: ProjectDatabase): string {
  return JSON.stringify([ROLES_DEFINITION_VERSION, namedBrands(project), voicesStated(project)]);
}

/** Accounts that bear the name of a place that was not there before. */
function namedAfterNewPlaces(project: ProjectDatabase): number[] {
  const last = lastPlaceOf(project, 'roles');
  const keys = new Set(namedPlaces(project).flatMap(({ id, networkId, name, nativeId }) => (id <= last ? [] : [`${networkId} ${nameKey(name)}`, `${networkId} ${nameKey(nativeId)}`])));
  if (keys.size === 0) return [];
  const found: number[] = [];
  for (const { id, networkId, nativeId, handle, name } of roleAccounts(project, EVERYBODY)) {
    if ([nativeId, handle, name].some((written) => written !== null && keys.has(`${networkId} ${nameKey(written)}`))) found.push(id);
  }
  return found;
}

function found(project: ProjectDatabase, scope: AmongAccounts, progress: RoleProgress): number {
  const { signals, flags } = roleFindings(project, scope, progress);
  return project.connection.transaction(() => {
    const suggestions = replaceRoleResults(project, { roles: rolesOf(signals, statedRoles(project)), flags: flagsOf(flags) }, scope);
    applyRoleDecisions(project);
    linkPersons(project);
    return suggestions;
  })();
}

function followed(project: ProjectDatabase, lastId: number, progress: RoleProgress): RoleWork | null {
  const most = Math.max(LEAST_WORTH_WHOLE, Math.min(MOST_AT_ONCE, recordCounts(project).accounts * MOST_TOUCHED_SHARE));
  const accounts = layOutAccounts(project, { lastId, most, further: [...namedAfterNewPlaces(project), ...restatedAccounts(project)] });
  if (accounts === null) return null;
  try {
    const suggestions = found(project, LAID_OUT, progress);
    followedUp(project, 'roles');
    return { whole: false, accounts, suggestions };
  } finally {
    dropAccounts(project);
  }
}

/**
 * Brings up to date what rules and evidence say of accounts: roles with their dates and reasons, proposals for what a person
 * must confirm, flags. Where brands, their names and who speaks for them are as they were, only accounts that something touched
 * are looked at; the result is that of looking at all. Decisions are laid over it. Throws what `progress` throws.
 */
export function deriveRoles(project: ProjectDatabase, progress: RoleProgress): RoleWork {
  const basis = basisOf(project);
  const lastId = wholeUpTo(project, 'roles', basis);
  const work = lastId === null ? null : project.connection.transaction(() => followed(project, lastId, progress)).immediate();
  if (work !== null) return work;
  beginPart(project, 'roles', basis);
  project.connection.transaction(() => restatedAccounts(project)).immediate();
  const suggestions = found(project, EVERYBODY, progress);
  endPart(project, 'roles');
  return { whole: true, accounts: recordCounts(project).accounts, suggestions };
}
