import { companyKey, companyOf } from '../../domain/companies/company-of.ts';
import type { CompanyBasis } from '../../domain/model/company.ts';
import { companyAccounts, type CompanyAccount } from '../../store/company-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { companyId, decidedCompanies } from './company-records.ts';

/** An account with the company it writes for. */
export type CompanyMember = CompanyAccount & { readonly basis: CompanyBasis };

/** A company with its people, the busiest first. */
export interface KnownCompany {
  readonly key: string;
  readonly name: string;
  readonly members: readonly CompanyMember[];
}

/** Companies of a scope, those with most people first, and the people of none. */
export interface KnownCompanies {
  readonly companies: readonly KnownCompany[];
  readonly without: readonly CompanyMember[];
}

/** Rolls the accounts that wrote under a scope up to companies; one name in several spellings is one company. */
export function knownCompanies({ project, messages }: ResolvedScope): KnownCompanies {
  const decided = decidedCompanies(project);
  const companies = new Map<string, { name: string; members: CompanyMember[] }>();
  const without: CompanyMember[] = [];
  for (const account of companyAccounts(project, messageCondition(messages))) {
    const { name, basis } = companyOf({ link: account.link, profile: account.profile, given: account.company, decided: decided.get(companyId(account)) ?? null });
    const key = name === null ? '' : companyKey(name);
    if (name === null || key === '') {
      without.push({ ...account, basis });
      continue;
    }
    const company = companies.get(key) ?? { name, members: [] };
    // a name a person gave is the one shown
    if (basis === 'hand') company.name = name;
    company.members.push({ ...account, basis });
    companies.set(key, company);
  }
  const sorted = [...companies].map(([key, company]) => ({ key, ...company })).sort((one, other) => other.members.length - one.members.length || (one.key < other.key ? -1 : 1));
  return { companies: sorted, without };
}
