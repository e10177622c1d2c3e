import type { OperationInput, OperationValue } from '../../../contract/operations.ts';

/** A profile as the list shows it. */
export type ListedProfile = OperationValue<'people.list'>['people'][number];
/** A profile with everything known of it. */
export type Profile = OperationValue<'people.one'>;
/** A role a profile holds, with its origin and dates. */
export type HeldRole = ListedProfile['roles'][number];
/** A flag of a profile in the list. */
export type ListedFlag = ListedProfile['flags'][number];
/** A role that signs suggest, on a profile's page. */
export type Suggestion = Profile['suggestions'][number];
/** A decision made by hand on a profile's role. */
export type RoleDecision = Profile['decisions'][number];
/** Signs of one rule, added up. */
export type Reason = Suggestion['reasons'][number];
/** A role to confirm, in the list of proposals. */
export type Proposal = OperationValue<'roles.proposals'>['proposals'][number];
/** A rule of roles with its examples. */
export type RoleRule = OperationValue<'roles.rules'>['rules'][number];
/** What a person says of one role of one profile. */
export type NewDecision = OperationInput<'roles.decide'>['decisions'][number];
/** Two profiles that may be one person. */
export type Pair = OperationValue<'identity.suggestions'>['suggestions'][number];
/** A profile as it is compared with another. */
export type AccountCard = Pair['a'];
/** What joining two profiles would change. */
export type Effect = OperationValue<'identity.effect'>;

/** The names by which a profile can be called. */
export type Named = Pick<AccountCard, 'name' | 'handle' | 'nativeId'>;
