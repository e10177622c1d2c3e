import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import type { PromiseState } from '../../domain/model/promise-state.ts';
import { quantile } from '../../domain/stats/quantile.ts';
import { accountNames } from '../../store/exchange-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import type { TieTable } from './tie-table.ts';
import { trustMaterial, type TrustMaterial } from './trust-group.ts';
import { shownTies } from './trust-ties.ts';

type Person = OperationValue<'trust.people'>['people'][number];

/**
 * What the parts of trust are made of for single people: counts, never a share or an interval, because one person is no group.
 * `cannot` says what stays unsaid. `table`: the ties of the scope. Fails with `not-found` for an account that does not exist.
 */
export function trustPeople(scope: ResolvedScope, { accountIds }: OperationRequest<'trust.people'>, table: TieTable): Outcome<OperationValue<'trust.people'>> {
  const names = accountNames(scope.project, accountIds);
  const unknown = accountIds.find((accountId) => !names.has(accountId));
  if (unknown !== undefined) return failed('not-found', `no account has the number ${unknown}`);
  const material = trustMaterial(scope, table);
  return success({ people: accountIds.map((accountId) => ({ accountId, name: names.get(accountId)?.name ?? '', network: names.get(accountId)?.network ?? '', ...countsOf(scope, material, accountId) })) });
}

function countsOf(scope: ResolvedScope, { promises, requests, advocates, table }: TrustMaterial, accountId: number): Omit<Person, 'accountId' | 'name' | 'network'> {
  const made = promises.filter((promise) => promise.accountId === accountId);
  const state = (wanted: PromiseState): number => made.filter((promise) => promise.state === wanted).length;
  const own = requests.filter((request) => request.accountId === accountId);
  const watched = own.filter((request) => request.watched);
  const to = new Set(table.acts.flatMap(({ from, to: other }) => (from === accountId ? [other] : [])));
  const by = new Set(table.acts.flatMap(({ from, to: other }) => (other === accountId ? [from] : [])));
  const ties = table.ties.filter(({ first, second }) => second !== null && (first === accountId || second === accountId));
  const strengths = ties.flatMap(({ strength }) => strength ?? []).sort((one, other) => one - other);
  const [brand = null] = shownTies(scope, table.ties.filter(({ first, second }) => second === null && first === accountId));
  const active = advocates.active.has(accountId);
  const cannot: Person['cannot'] = ['share-of-one', 'chance-of-one'];
  if (made.length === 0) cannot.push('no-promise');
  if (own.length === 0) cannot.push('no-request');
  else if (watched.length === 0) cannot.push('no-watched-request');
  if (ties.length === 0) cannot.push('no-scored-tie');
  if (brand === null) cannot.push('no-tie-with-brand');
  if (!active) cannot.push('not-active');
  return {
    promises: { open: state('open'), kept: state('kept'), late: state('late'), broken: state('broken'), unverifiable: state('unverifiable'), messageIds: [...new Set(made.map(({ messageId }) => messageId))] },
    requests: { n: own.length, answered: own.filter(({ answered }) => answered).length, messageIds: own.map(({ messageId }) => messageId) },
    care: { watched: watched.length, answered: watched.filter(({ answeredWell }) => answeredWell).length, thanked: watched.filter(({ answeredWell, thanked }) => answeredWell && thanked).length },
    among: { addressed: to.size, addressedBy: by.size, both: [...to].filter((other) => by.has(other)).length, scoredTies: ties.length, medianStrength: quantile(strengths, 0.5) },
    brand, advocacy: { active, recommends: advocates.recommending.has(accountId), warns: advocates.warning.has(accountId) }, cannot,
  };
}
