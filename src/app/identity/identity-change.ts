import type { AccountKey } from '../../domain/identity/account-key.ts';
import type { IdentityDecision } from '../../domain/identity/identity-decision.ts';
import { putIdentityDecisions } from '../../store/identity-decisions.ts';
import { linkPersons } from '../../store/person-links.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf, storeSetting } from '../../store/stage-queries.ts';

/** What the journal keeps of decisions about accounts: the pairs touched, and what stood on them before and after. */
export interface IdentityChange {
  readonly pairs: readonly (readonly [AccountKey, AccountKey])[];
  readonly before: readonly IdentityDecision[];
  readonly after: readonly IdentityDecision[];
}

/** What the journal keeps of saying that identities are reviewed. */
export interface ReviewChange {
  readonly before: boolean;
  readonly after: boolean;
}

const REVIEWED = 'identity_reviewed';

/** Makes one side of a change stand, and persons with it. To be called inside a transaction. */
export function putIdentityChange(project: ProjectDatabase, change: IdentityChange, side: 'before' | 'after'): void {
  putIdentityDecisions(project, change.pairs, change[side]);
  linkPersons(project);
}

/** True once somebody said that identities are reviewed: only then are counts of accounts counts of people. */
export function identityReviewed(project: ProjectDatabase): boolean {
  return settingOf(project, REVIEWED) === 'yes';
}

/** Keeps whether identities are reviewed. */
export function putIdentityReviewed(project: ProjectDatabase, reviewed: boolean): void {
  storeSetting(project, REVIEWED, reviewed ? 'yes' : '');
}
