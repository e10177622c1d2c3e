import { createHash } from 'node:crypto';
import type { OwnRule } from '../../domain/model/own-rule.ts';

/**
 * What of a set of rules shapes readings, as a short hash; empty for a set without rules. Names and examples are not part
 * of it: changing them alone reads nothing again.
 * @example ruleFingerprint([]) // ''
 */
export function ruleFingerprint(rules: readonly OwnRule[]): string {
  if (rules.length === 0) return '';
  const parts = rules.map(({ language, direction, code, effect, lines }) => [language, direction, code, effect, lines]);
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 16);
}
