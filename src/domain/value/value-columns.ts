import type { Points } from './balance.ts';
import { VALUE_RULE_CODES, type ValueRuleCode } from '../model/value-codes.ts';
import type { ValueWeights } from './value-rules.ts';

/** Number of rules; a row of units holds twice as many columns: created by rule, then consumed by rule. */
export const RULE_COUNT = VALUE_RULE_CODES.length;

/** Columns of one row of units. */
export const COLUMN_COUNT = 2 * RULE_COUNT;

/** Position of every rule among the codes. */
export const RULE_POSITION: Readonly<Record<string, number>> = Object.fromEntries(VALUE_RULE_CODES.map((code, position) => [code, position]));

/** Weights in the order of the rule codes. */
export function weightVector(weights: ValueWeights): Float64Array {
  return Float64Array.from(VALUE_RULE_CODES, (code: ValueRuleCode) => weights[code]);
}

/**
 * Points of a row of units under a weight vector, summed in the order of the rules: the same units give the same points
 * to the last bit in whatever order their bookings came, so that exact parity can be told. `offset` is where the row begins.
 */
export function pointsOf(units: ArrayLike<number>, weights: Float64Array, offset = 0): Points {
  let created = 0;
  let consumed = 0;
  for (let rule = 0; rule < RULE_COUNT; rule += 1) {
    const weight = weights[rule] ?? 0;
    created += weight * (units[offset + rule] ?? 0);
    consumed += weight * (units[offset + RULE_COUNT + rule] ?? 0);
  }
  return { created, consumed };
}
