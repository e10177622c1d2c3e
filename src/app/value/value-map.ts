import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { wilsonInterval } from '../../domain/stats/wilson-interval.ts';
import { PRIOR_POINTS, log2Balance } from '../../domain/value/balance.ts';
import { densityCells } from '../../domain/value/density-cells.ts';
import { LEAST_BOOKINGS, NAMED_ZONES } from '../../domain/value/value-zone.ts';
import { LEAST_ZONE_SHARE } from '../../domain/value/zone-stability.ts';
import { tribeFigures } from '../../domain/tribes/tribe-figures.ts';
import { accountLabels, answeredShares } from '../../store/value-accounts.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { isInBox, ledgerView, type LedgerView } from './ledger-view.ts';
import { mapGroups, type MapDivision } from './map-groups.ts';
import { scopedTribes } from './scoped-tribes.ts';

type ValueMap = OperationValue<'value.map'>;

const MOST_MARKS = 400;
const LEAST_FOR_PERCENTAGE = 30;

/** Below 30 cases only the counts: a percentage of seven people misleads. */
function share(count: number, n: number): ValueMap['exactlyEven'] {
  const limits = n < LEAST_FOR_PERCENTAGE ? null : wilsonInterval(count, n);
  return { count, n, share: limits === null ? null : count / n, low: limits?.low ?? null, high: limits?.high ?? null };
}

/** On which evidence most of an account's consumption rests. */
function basisOf({ observed, received }: { readonly observed: number; readonly received: number }): ValueMap['marks'][number]['basis'] {
  if (observed === 0 && received === 0) return 'none';
  return received > observed ? 'received' : 'observed';
}

const logged = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : Math.log2(value));

/** Figures of the groups of a division, summed from the units of their people; kept until ledger or people change. */
function groupFigures({ project, messages }: ResolvedScope, view: LedgerView, division: MapDivision): ValueMap['groups'] {
  const groups = mapGroups(project, division);
  const input = { ...division, brand: view.ledger.brandId, filters: messages, seed: view.seed, weights: view.weights, groups: groups.map(({ id, title, people }) => [id, title, people.length]), tribes: ['all'] };
  return cachedAnswer(project, { name: 'value.map groups', input }, () => {
    const table = view.units();
    const rowOf = new Map(Array.from(table.accountIds, (accountId, row) => [accountId, row] as const));
    return groups.flatMap(({ people, ...face }) => {
      const rows = people.flatMap((accountId) => rowOf.get(accountId) ?? []);
      if (rows.length === 0) return [];
      const { size, created, consumed, balance, low, high, tooFew } = tribeFigures(table, rows, { weights: view.weights, seed: view.seed, borderLog2: view.borderLog2 });
      return [{ ...face, size, created, consumed, log2Balance: logged(balance), low: logged(low), high: logged(high), tooFew }];
    });
  });
}

/**
 * The map of created against consumed: tribes with intervals, the 400 accounts with most bookings as marks, all accounts
 * with enough bookings as density behind. `n` is everybody; those with too few bookings or none are counted, not drawn.
 */
export function valueMap(scope: ResolvedScope, { box, by, lens }: OperationRequest<'value.map'>): ValueMap {
  const view = ledgerView(scope);
  const balances = view.balances();
  const drawn = balances.filter(({ bookings }) => bookings >= LEAST_BOOKINGS);
  const booked = balances.filter(({ bookings }) => bookings > 0);
  const marked = [...drawn].sort((first, second) => second.bookings - first.bookings || first.accountId - second.accountId).slice(0, MOST_MARKS);
  const accountIds = marked.map(({ accountId }) => accountId);
  const labels = accountLabels(scope.project, accountIds);
  const answered = answeredShares(scope.project, { accountIds, brandId: view.ledger.brandId });
  const tribes = scopedTribes(scope, view, { box: undefined });
  return {
    n: balances.length,
    few: booked.length - drawn.length,
    withoutBookings: balances.length - booked.length,
    priorPoints: PRIOR_POINTS,
    zoneBorderLog2: view.borderLog2,
    basis: {
      observed: booked.filter((account) => basisOf(account) === 'observed').length,
      received: booked.filter((account) => basisOf(account) === 'received').length,
      none: booked.filter((account) => basisOf(account) === 'none').length,
    },
    cells: densityCells(drawn),
    marks: marked.map(({ accountId, created, consumed, bookings, low, high, zone, ...account }) => ({
      accountId, name: labels.get(accountId)?.name ?? '', created, consumed, bookings, log2Balance: account.log2Balance ?? log2Balance({ created, consumed }), low: low ?? 0, high: high ?? 0, zone,
      employee: labels.get(accountId)?.employee ?? false, answeredShare: answered.get(accountId) ?? null, basis: basisOf(account),
    })),
    tribes: NAMED_ZONES.map((zone) => {
      const figures = tribes.get(`value:${zone}`)?.figures;
      return {
        id: `value:${zone}`, zone, size: figures?.size ?? 0, created: figures?.created ?? 0, consumed: figures?.consumed ?? 0,
        log2Balance: logged(figures?.balance), low: logged(figures?.low), high: logged(figures?.high), tooFew: figures?.tooFew ?? true,
      };
    }),
    groups: by === undefined ? [] : groupFigures(scope, view, { by, lens }),
    exactlyEven: share(drawn.filter(({ created, consumed }) => Math.abs(created - consumed) < 1e-9).length, drawn.length),
    changingWithWeights: share(drawn.filter(({ zoneShare }) => zoneShare !== null && zoneShare < LEAST_ZONE_SHARE).length, drawn.length),
    selected: box === undefined ? balances.length : balances.filter((account) => isInBox(account, box)).length,
  };
}
