import type { NewDecision, Proposal } from './people-types.ts';

/** What tells a proposal from another: one profile may wait for several roles. */
export function proposalKey({ accountId, role, brand }: Pick<Proposal, 'accountId' | 'role' | 'brand'>): string {
  return `${String(accountId)} ${role} ${brand ?? ''}`;
}

/**
 * What accepting or refusing a proposal says. Accepting keeps its dates and makes the brand it suggests; refusing speaks of
 * its brand, of every brand where it has none. Null for a role that cannot be decided.
 */
export function proposalDecision({ accountId, role, brand, suggestedBrand, fromMs, toMs }: Proposal, verdict: 'is' | 'is-not'): NewDecision | null {
  if (role === 'unknown') return null;
  const at = verdict === 'is' ? (brand ?? suggestedBrand) : brand;
  return { accountId, role, verdict, ...(at === null ? {} : { brand: at }), ...(verdict === 'is' ? { fromMs, toMs } : {}) };
}
