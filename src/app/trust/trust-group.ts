import { answeredPeople } from '../../domain/trust/answered-people.ts';
import { careTaken } from '../../domain/trust/care-taken.ts';
import { peopleReciprocity, type PeopleReciprocity, type ReciprocityOptions } from '../../domain/trust/people-reciprocity.ts';
import { promisesKept } from '../../domain/trust/promises-kept.ts';
import { tieStrengthPart, type ScoredPair } from '../../domain/trust/tie-strength-part.ts';
import type { TrustPart } from '../../domain/trust/trust-part.ts';
import { unpaidAdvocacy } from '../../domain/trust/unpaid-advocacy.ts';
import { heldAdvocates, heldTrustRequests } from '../../store/held-trust.ts';
import { standingPromises, type StandingPromise } from '../../store/promise-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { advocatePeople, trustRequests, type AdvocatePeople, type TrustRequest } from '../../store/trust-queries.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { heldProject } from '../read/held-project.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { tiesWithin, tieTable, type ScoredTie, type TieTable } from './tie-table.ts';

/** Everything that the parts of trust are counted from, under one scope. */
export interface TrustMaterial {
  readonly promises: readonly StandingPromise[];
  readonly requests: readonly TrustRequest[];
  readonly advocates: AdvocatePeople;
  readonly table: TieTable;
  /** Members of the tribes that the filters name; null where they name none. */
  readonly filtered: ReadonlySet<number> | null;
}

/** Which people. */
export type Belongs = (accountId: number) => boolean;

/**
 * Reads what the parts rest on. A filter by tribe chooses people, not authors of messages: a promise is written by the brand and
 * belongs to the one it was made to. `table`: the ties of the scope where they are known already; counting them is most of the work; `requests`: likewise.
 */
export function trustMaterial(scope: ResolvedScope, table: TieTable = tieTable(scope), requests?: readonly TrustRequest[]): TrustMaterial {
  const { project, brand, messages } = scope;
  const { tribes, ...filters } = messages.filters ?? {};
  const trust = { brandId: brand?.id ?? null, messages: messageCondition({ ...messages, filters }) };
  const members = tribes === undefined ? null : tribeMembers(project);
  const held = messages.messageIds === undefined && messages.accountIds === undefined ? heldProject(project) : null;
  const selection = held?.messages.selectionOf(filters, messages.brandId ?? null);
  return {
    promises: standingPromises(project, trust),
    requests: requests ?? (selection === undefined ? trustRequests(project, trust) : heldTrustRequests(project, selection, trust.brandId)),
    advocates: held === null || selection === undefined ? advocatePeople(project, trust) : heldAdvocates(project, { ledger: held.ledger, selection }, trust.brandId), table,
    filtered: tribes === undefined ? null : new Set(tribes.flatMap((tribe) => members?.get(tribe) ?? [])),
  };
}

/** A pair of people whose strength is known, as a group counts it. */
export function scoredPair({ first, second, forth, back, parts, strength }: ScoredTie): ScoredPair | null {
  return second === null || strength === null ? null : { first, second, forth, back, parts, strength };
}

/** The five parts of trust of a group of people, in their order. Ties: both people in the group, with the brand's own ties with them beside. */
export function groupParts({ promises, requests, advocates, table, filtered }: TrustMaterial, member: Belongs, { seed }: { readonly seed: number }): TrustPart[] {
  const belongs: Belongs = (accountId) => member(accountId) && filtered?.has(accountId) !== false;
  const counted = (ids: ReadonlySet<number>): number => [...ids].filter(belongs).length;
  const own = requests.filter(({ accountId }) => belongs(accountId));
  const pairs = table.ties.flatMap((tie) => (tie.second !== null && belongs(tie.first) && belongs(tie.second) ? (scoredPair(tie) ?? []) : []));
  const strength = tieStrengthPart(pairs);
  const withBrand = table.ties.filter(({ first, second }) => second === null && belongs(first)).flatMap((tie) => tie.strength ?? []);
  return [
    promisesKept(promises.filter(({ accountId }) => accountId !== null && belongs(accountId))),
    answeredPeople(own, { seed }),
    { ...strength, beside: { ...strength.beside, brandPairs: withBrand.length, brandStrength: withBrand.length === 0 ? null : withBrand.reduce((sum, value) => sum + value, 0) / withBrand.length } },
    careTaken(own.filter(({ watched }) => watched).map(({ accountId, answeredWell, thanked }) => ({ accountId, answered: answeredWell, thanked }))),
    unpaidAdvocacy({ active: counted(advocates.active), recommending: counted(advocates.recommending), warning: counted(advocates.warning) }),
  ];
}

/** Reciprocity among the people of a group, the brand left out. */
export function groupReciprocity({ table, filtered }: Pick<TrustMaterial, 'table' | 'filtered'>, member: Belongs, options: ReciprocityOptions): PeopleReciprocity {
  return peopleReciprocity(tiesWithin(table.acts, (accountId) => member(accountId) && filtered?.has(accountId) !== false), options);
}
