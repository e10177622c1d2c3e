import type { OperationValue } from '../../contract/operations.ts';
import { ledgerTotals } from '../../store/value-ledger.ts';
import { recountedLedger } from '../../store/value-recount.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';

/** Points are sums of decimal weights: two totals agree when they differ by less than a billionth of their size. */
const TOLERANCE = 1e-9;

/**
 * The trial balance of the whole ledger and its second count. Filters narrow the sums by rule; credits, debits, commons
 * and the recount are always the whole project's, because books that balance in part prove nothing.
 */
export function valueBooks(scope: ResolvedScope): OperationValue<'value.books'> {
  const view = ledgerView(scope);
  const totals = ledgerTotals(scope.project, { brandId: null, condition: null });
  const narrowed = view.whole && view.ledger.brandId === null ? totals : ledgerTotals(scope.project, view.ledger);
  const { recounted, differences } = recountedLedger(scope.project, view.weights);
  const near = (first: number, second: number): boolean => Math.abs(first - second) <= TOLERANCE * Math.max(1, Math.abs(first));
  return {
    credits: totals.credits, debits: totals.debits, commons: totals.commons, recounted,
    agree: differences === 0 && near(totals.credits, totals.debits) && near(totals.credits, recounted),
    bookings: narrowed.bookings, rules: narrowed.rules.map((rule) => ({ ...rule, weight: view.weights[rule.rule] })),
  };
}
