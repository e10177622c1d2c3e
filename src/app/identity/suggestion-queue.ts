import { accountText } from '../../domain/identity/account-key.ts';
import { identityCandidates, type IdentityCandidate } from '../../domain/identity/identity-candidates.ts';
import { personComponents } from '../../domain/identity/person-components.ts';
import { accountsStamp, comparedAccounts, voicesByAccount } from '../../store/identity-accounts.ts';
import { identityDecisions } from '../../store/identity-decisions.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

const known = new WeakMap<ProjectDatabase['connection'], { readonly stamp: string; readonly candidates: readonly IdentityCandidate[] }>();

/** Every pair that evidence proposes; compared again only when an import or its undo may have changed accounts. */
function candidatesOf(project: ProjectDatabase): readonly IdentityCandidate[] {
  const stamp = accountsStamp(project);
  const kept = known.get(project.connection);
  if (kept?.stamp === stamp) return kept.candidates;
  const candidates = identityCandidates(comparedAccounts(project));
  known.set(project.connection, { stamp, candidates });
  return candidates;
}

/**
 * The pairs left to decide on, surest first: without those that are one person already, those that were refused (or whose
 * persons were, through another pair of accounts), and those of which only one speaks for a brand.
 */
export function suggestionQueue(project: ProjectDatabase): IdentityCandidate[] {
  const decisions = identityDecisions(project);
  const { personOf } = personComponents(decisions.filter(({ verdict }) => verdict === 'same'));
  const refused = new Set(decisions.filter(({ verdict }) => verdict === 'different').flatMap(({ a, b }) => [`${personOf(a)}\u0000${personOf(b)}`, `${personOf(b)}\u0000${personOf(a)}`]));
  const voices = voicesByAccount(project);
  return candidatesOf(project).filter(({ a, b }) => {
    const [one, other] = [personOf(a), personOf(b)];
    return one !== other && !refused.has(`${one}\u0000${other}`) && voices.get(a.row) === voices.get(b.row) && accountText(a) !== accountText(b);
  });
}
