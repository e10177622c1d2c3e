import { success, failed, type Outcome } from '../../contract/outcome.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { companyKey, companyOf } from '../../domain/companies/company-of.ts';
import { companyAccounts } from '../../store/company-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { companyId, COMPANY_KIND, decidedCompanies } from '../companies/company-records.ts';
import type { AppContext } from '../context.ts';
import { changePlans, type PlanWriting } from '../plan/plan-change.ts';
import { SIDES_RECORD } from './mirror-records.ts';

/** Fewest letters of a name that may be found inside a domain: shorter ones stand in too many. */
const LEAST_PART = 4;

/** Whether a company or a person is one of the agency's names; a name also fits the domain that begins with it (`Studio Lume` and `studiolume.it`). */
function isNamed(written: string | null, names: readonly string[], isDomain: boolean): boolean {
  const key = written === null ? '' : companyKey(written);
  return key !== '' && names.some((name) => name === key || (isDomain && name.length >= LEAST_PART && key.startsWith(name)));
}

/**
 * Takes the people of some imports for the two sides of a correspondence, as one change: whoever has one of the agency's names, by
 * company, domain or name, is the agency's, everybody else the client's. Whoever has no known company is given one: the agency's
 * first name, the client's. Failures: `not-found` where these imports hold nobody, `invalid-input` where nobody is the agency's, or everybody.
 */
export function mirrorFromImport(context: AppContext, project: ProjectDatabase, { importIds, agency, client }: OperationRequest<'mirror.fromImport'>): Outcome<OperationValue<'mirror.fromImport'>> {
  const accounts = companyAccounts(project, { sql: 'm.import_id IN (SELECT value FROM json_each(?))', parameters: [JSON.stringify(importIds)] });
  if (accounts.length === 0) return failed('not-found', 'nobody writes in these imports; they may have been undone');
  const names = agency.map(companyKey).filter((name) => name !== '');
  const decided = decidedCompanies(project);
  const people = accounts.map((account) => {
    const found = companyOf({ link: account.link, profile: account.profile, given: account.company, decided: decided.get(companyId(account)) ?? null });
    return { account, company: found.name, isAgency: isNamed(found.name, names, found.basis === 'domain') || isNamed(account.name, names, false) };
  });
  const ofAgency = people.filter(({ isAgency }) => isAgency).length;
  if (ofAgency === 0 || ofAgency === people.length) {
    const examples = people.slice(0, 5).map(({ account, company }) => company ?? account.name ?? '').filter((name) => name !== '');
    return failed('invalid-input', `${ofAgency === 0 ? 'nobody' : 'everybody'} in these imports is the agency's; they are written by ${[...new Set(examples)].join(', ')}`);
  }
  const label = (isAgency: boolean): string => (isAgency ? (agency[0] ?? '') : client);
  const sides = { agency: new Set<string>(), client: new Set<string>() };
  const writings: PlanWriting[] = people.flatMap(({ account, company, isAgency }) => {
    const own = isAgency ? sides.agency : sides.client;
    const other = isAgency ? sides.client : sides.agency;
    // a company that has people of both, a shared domain say, belongs to whoever came first: the others are moved
    const stays = company !== null && companyKey(company) !== '' && !other.has(companyKey(company));
    own.add(companyKey(stays ? company : label(isAgency)));
    return stays ? [] : [{ kind: COMPANY_KIND, id: companyId(account), body: { company: label(isAgency) } }];
  });
  const body = { agency: [...sides.agency].sort(), client: [...sides.client].sort() };
  changePlans(context, project, { command: 'mirror.setSides', label: '', writings: [...writings, { ...SIDES_RECORD, body }] });
  return success({ agency: ofAgency, client: people.length - ofAgency });
}
