import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { accountProfile, flagsOfAccount, peoplePage, peopleTotal, rolesOfAccount, suggestionsOfAccount } from '../../store/people-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { proposalCounts, proposalPage } from '../../store/proposal-queries.ts';
import { roleDecisionsOf } from '../../store/role-decisions.ts';
import { storedBrands } from '../../store/brand-queries.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { decideRoles } from './decide-roles.ts';
import { roleRules } from './role-rules.ts';

type Names = 'roles.proposals' | 'roles.decide' | 'roles.rules' | 'people.list' | 'people.one';

/** The open project and the number of a brand by name; undefined where none was named. */
function placed({ project }: AppContext, brand: string | undefined): Outcome<{ project: ProjectDatabase; brandId: number | undefined }> {
  if (project === null) return failed('not-found', 'no project is open');
  const named = brand === undefined ? undefined : storedBrands(project).find(({ name }) => name.toLowerCase() === brand.toLowerCase());
  return brand !== undefined && named === undefined ? failed('not-found', `no brand of this project is called ${brand}`) : success({ project, brandId: named?.id });
}

/** Roles and people: proposals, decisions, rules, lists. */
export function roleHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'roles.proposals': ({ role, brand, page, size }) => {
      const place = placed(context, brand);
      if (!place.ok) return place;
      const selection = { role, brandId: place.value.brandId };
      const byRole = proposalCounts(place.value.project, selection);
      return success({ total: byRole.reduce((sum, { proposals }) => sum + proposals, 0), byRole, proposals: proposalPage(place.value.project, selection, { page, size }).map((proposal) => ({ ...proposal, reasons: proposal.reasons.map(writable) })) });
    },
    'roles.decide': (input) => withFailures(() => {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      if (project.readOnly) return failed('read-only-project', 'this project is open for reading only; save a copy to decide on roles');
      const decided = decideRoles(project, input, context.now());
      if (!decided.ok) return decided;
      context.emit({ type: 'project-changed', dataVersion: dataVersionOf(project) });
      return success({ changed: decided.value, dataVersion: dataVersionOf(project) });
    }),
    'roles.rules': ({ role }) => success(roleRules(role)),
    'people.list': ({ brand, page, size, orderBy, ...selection }) => {
      const place = placed(context, brand);
      if (!place.ok) return place;
      const { project, brandId } = place.value;
      const people = peoplePage(project, { ...selection, brandId }, { page, size, orderBy });
      return success({ total: peopleTotal(project, { ...selection, brandId }), people: people.map((person) => ({ ...person, roles: [...person.roles], flags: [...person.flags] })) });
    },
    'people.one': ({ accountId }) => {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const account = accountProfile(project, accountId);
      if (account === null) return failed('not-found', `no account has the number ${accountId}`);
      return success({
        ...account,
        roles: rolesOfAccount(project, accountId),
        suggestions: suggestionsOfAccount(project, accountId).map((suggestion) => ({ ...suggestion, reasons: suggestion.reasons.map(writable) })),
        decisions: roleDecisionsOf(project, accountId),
        flags: flagsOfAccount(project, accountId).map(({ messageIds, ...flag }) => ({ ...flag, messageIds: [...messageIds] })),
      });
    },
  };
}

const writable = <Reason extends { readonly messageIds: readonly number[] }>({ messageIds, ...reason }: Reason): Omit<Reason, 'messageIds'> & { messageIds: number[] } => ({ ...reason, messageIds: [...messageIds] });
