import type { OperationValue } from '../../contract/operations.ts';
import type { ValueRuleCode } from '../../domain/model/value-codes.ts';
import type { ValueWeights } from '../../domain/value/value-rules.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { dataVersionOf } from '../../store/stage-queries.ts';
import { bookingStamp, ledgerTotals, type LedgerTotals } from '../../store/value-ledger.ts';
import { recountedLedger, type Recount } from '../../store/value-recount.ts';
import { RULE_LABELS, type WrongShares } from '../check/wrong-shares.ts';
import type { ResolvedScope } from '../read/scope.ts';
import type { RuleCorrection } from './corrected-books.ts';
import { ledgerView } from './ledger-view.ts';

/** Points are sums of decimal weights: two totals agree when they differ by less than a billionth of their size. */
const TOLERANCE = 1e-9;

/** The second count of a whole ledger, with what it was counted from. */
export interface KnownRecount {
  readonly of: string;
  readonly recount: Recount;
  /** Of the whole ledger. */
  readonly totals: LedgerTotals;
}

const recounts = new WeakMap<ProjectDatabase['connection'], KnownRecount>();

/** Totals and recount of a whole ledger do not change until the ledger or the weights do: they are kept as long as the project is open. */
export function knownRecount(project: ProjectDatabase, weights: ValueWeights): KnownRecount {
  const of = JSON.stringify([dataVersionOf(project), bookingStamp(project), weights]);
  const known = recounts.get(project.connection);
  if (known?.of === of) return known;
  const found = { of, recount: recountedLedger(project, weights), totals: ledgerTotals(project, { brandId: null, condition: null }) };
  recounts.set(project.connection, found);
  return found;
}

/** Takes in what another connection counted; it is used as long as ledger and weights are those it was counted from. */
export function takeRecount({ connection }: ProjectDatabase, recount: KnownRecount): void {
  recounts.set(connection, recount);
}

/**
 * The trial balance of the whole ledger and its second count. Filters narrow the sums by rule; credits, debits, commons
 * and the recount are always the whole project's, because books that balance in part prove nothing. Beside each rule that
 * rests on a label of the reader stands the share of its bookings that the check expects to be wrong, and what it would book
 * without the reader's mistakes.
 */
export function valueBooks(scope: ResolvedScope, wrong: WrongShares, correctionOf: (rule: ValueRuleCode) => RuleCorrection): OperationValue<'value.books'> {
  const view = ledgerView(scope);
  const { totals, recount: { recounted, differences } } = knownRecount(scope.project, view.weights);
  const narrowed = view.whole && view.ledger.brandId === null ? totals : ledgerTotals(scope.project, view.ledger);
  const near = (first: number, second: number): boolean => Math.abs(first - second) <= TOLERANCE * Math.max(1, Math.abs(first));
  return {
    credits: totals.credits, debits: totals.debits, commons: totals.commons, recounted,
    agree: differences === 0 && near(totals.credits, totals.debits) && near(totals.credits, recounted),
    bookings: narrowed.bookings, rules: narrowed.rules.map((rule) => {
      const labels = RULE_LABELS[rule.rule];
      return { ...rule, weight: view.weights[rule.rule], reading: labels === undefined ? null : wrong(labels), ...correctionOf(rule.rule) };
    }),
  };
}
