import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import type { Zone } from '../../domain/model/codes.ts';
import { accountBalances } from '../../domain/value/account-balance.ts';
import { LEAST_PEOPLE } from '../../domain/value/group-balance.ts';
import { weightVector } from '../../domain/value/value-columns.ts';
import { VALUE_RULES, valueWeights, type ValueWeights } from '../../domain/value/value-rules.ts';
import { LEAST_BOOKINGS } from '../../domain/value/value-zone.ts';
import { groupZone, namedZone, zoneMoves, type NamedZone } from '../../domain/value/weights-effect.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { ledgerTotals } from '../../store/value-ledger.ts';
import { weightVersions, weightsInForce } from '../../store/weight-versions.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';

const ZONE_ORDER: readonly NamedZone[] = ['gives-more', 'even', 'receives-more', 'little-active', 'depends'];

/** The table of weights in force, what each rule booked under the scope, and every version with its date and note. */
export function weightsView(scope: ResolvedScope): OperationValue<'value.weights'> {
  const { project } = scope;
  const view = ledgerView(scope);
  const totals = new Map(ledgerTotals(project, view.ledger).rules.map((total) => [total.rule, total]));
  return {
    version: weightsInForce(project)?.version ?? null,
    rules: VALUE_RULES.map(({ code, version, defaultWeight, counts, giver, receiver, pairSide }) => ({
      rule: code, version, weight: view.weights[code], defaultWeight, bookings: totals.get(code)?.bookings ?? 0, points: totals.get(code)?.points ?? 0, counts, giver, receiver, pairSide,
    })),
    versions: weightVersions(project).map(({ version, note, atMs, points }) => ({ version, note, atMs, weights: { ...points } })),
  };
}

/**
 * What another table of weights would change, before it is kept: accounts that would be said to be in another zone, and
 * tribes whose summed points would. Tribes that are themselves a zone are left to the first list. Computed from the units,
 * with the random tables of the last analysis' seed around each of the two.
 */
export function weightsEffect(scope: ResolvedScope, { weights }: OperationRequest<'value.weightsEffect'>): OperationValue<'value.weightsEffect'> {
  const view = ledgerView(scope);
  const table = view.units();
  const proposed = valueWeights(Object.fromEntries(Object.entries(weights).filter((entry): entry is [string, number] => entry[1] !== undefined)));
  const zonesUnder = (tried: ValueWeights): (Zone | null)[] => [...accountBalances(table, { weights: tried, seed: view.seed, borderLog2: view.borderLog2 })].flatMap(({ bookings, zone }) => (bookings < LEAST_BOOKINGS ? [] : [zone]));
  const [before, after] = [zonesUnder(view.weights), zonesUnder(proposed)];
  const moves = zoneMoves(before, after);
  const counted = (zones: readonly (Zone | null)[], wanted: NamedZone): number => zones.filter((zone) => namedZone(zone) === wanted).length;
  const rowOf = new Map(Array.from(table.accountIds, (accountId, row) => [accountId, row] as const));
  const [vector, other] = [weightVector(view.weights), weightVector(proposed)];
  const tribes = [...tribeMembers(scope.project)].flatMap(([id, accounts]) => {
    const rows = accounts.flatMap((accountId) => rowOf.get(accountId) ?? []);
    return id.startsWith('value:') || rows.length < LEAST_PEOPLE ? [] : [{ id, people: rows.length, before: groupZone(table, rows, vector, view.borderLog2), after: groupZone(table, rows, other, view.borderLog2) }];
  });
  return {
    n: before.length, changed: moves.reduce((sum, { accounts }) => sum + accounts, 0), moves,
    zones: ZONE_ORDER.map((zone) => ({ zone, before: counted(before, zone), after: counted(after, zone) })),
    tribes, changedTribes: tribes.filter((tribe) => tribe.before !== tribe.after).length,
  };
}
