import type { OperationValue } from '../../contract/operations.ts';
import { INTENTS } from '../../domain/model/codes.ts';
import type { ValueRuleCode } from '../../domain/model/value-codes.ts';
import { IMPUTATIONS } from '../../domain/reading-check/label-imputation.ts';
import type { PooledEstimate } from '../../domain/stats/pooled-estimate.ts';
import { correctedBookings, type Books, type ReadableRule } from '../../domain/value/corrected-bookings.ts';
import { DETAIL_CHARACTERS } from '../../domain/value/value-rules.ts';
import { messagesOfLength, readableBookings, readLabelCounts } from '../../store/readable-bookings.ts';
import type { CheckedDonors } from '../check/correction.ts';
import { RULE_LABELS, type WrongShares } from '../check/wrong-shares.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView } from './ledger-view.ts';

type Rule = OperationValue<'value.books'>['rules'][number];

/** A rule's bookings and points as they would be with every label right, or why that is not said. */
export type RuleCorrection = Pick<Rule, 'corrected' | 'uncorrected'>;

/** Rules that ask for a length: the reader errs otherwise on short texts, so only checked texts of that length speak for them. */
const DETAILED: ReadonlySet<ValueRuleCode> = new Set(['fault-report', 'review']);

/** True labels with which a rule books; a contest entry is no discount. */
function booksOf(rule: ValueRuleCode): Books {
  const wanted = new Set<string>(RULE_LABELS[rule]);
  return (labels) => labels.some((label) => wanted.has(label)) && !(rule === 'discount' && labels.includes('contest'));
}

/**
 * Answers for each rule what it would book and how many points that would be without the reader's mistakes. Rules that rest on no
 * label have neither a figure nor a reason. No figure before the check, under a hundred labels of it, where it holds fewer than
 * ten messages that the reader gave the rule's label, and under a filter that itself chooses by what was read. Counted once for
 * a scope and remembered; points follow the weights.
 */
export function ruleCorrections(scope: ResolvedScope, { state, donors }: CheckedDonors, wrong: WrongShares): (rule: ValueRuleCode) => RuleCorrection {
  const { ledger, weights, seed } = ledgerView(scope);
  const { filters, brandId } = scope.messages;
  const isByLabel = [filters?.intents, filters?.primaryIntents].some((chosen) => chosen !== undefined);
  const found = donors === null || isByLabel ? null : cachedAnswer(scope.project, { name: 'value.corrected', input: { brand: ledger.brandId, named: brandId ?? null, filters } }, () => {
    const rules = readableBookings(scope.project, ledger, RULE_LABELS);
    const long = messagesOfLength(scope.project, donors.map(({ messageId }) => messageId), DETAIL_CHARACTERS);
    const drawn = (chosen: readonly ReadableRule[], detailed: boolean): [ValueRuleCode, PooledEstimate][] => [...correctedBookings(chosen, booksOf, {
      donors: detailed ? donors.filter(({ messageId }) => long.has(messageId)) : donors, labels: INTENTS, seed,
      whole: readLabelCounts(scope.project, { leastCharacters: detailed ? DETAIL_CHARACTERS : 0 }),
    })];
    return Object.fromEntries<PooledEstimate>([...drawn(rules.filter(({ rule }) => !DETAILED.has(rule)), false), ...drawn(rules.filter(({ rule }) => DETAILED.has(rule)), true)]);
  });
  return (rule) => {
    const labels = RULE_LABELS[rule];
    if (labels === undefined) return { corrected: null, uncorrected: null };
    if (donors === null) return { corrected: null, uncorrected: state.reason === 'few-checked' ? 'few-checked' : 'not-drawn' };
    const { reason } = wrong(labels);
    const bookings = found?.[rule];
    if (found === null || bookings === undefined) return { corrected: null, uncorrected: 'label-filter' };
    if (reason !== null) return { corrected: null, uncorrected: reason };
    const weight = weights[rule];
    return { corrected: { bookings: bookings.estimate, points: bookings.estimate * weight, low: bookings.low * weight, high: bookings.high * weight, imputations: IMPUTATIONS }, uncorrected: null };
  };
}
