import type { TFunction } from 'i18next';
import { wordOf } from '../../i18n/word-of.ts';

const REASONS = {
  'brand-replies': 'brandReplies',
  'no-brand-message': 'noBrandMessage',
  'declared-above-imported': 'declaredAboveImported',
  'same-round-count': 'sameRoundCount',
  'capped-threads': 'cappedThreads',
} as const;

/** Why a source is classed as it is, in the reader's words. */
export function coverageReasonText(reason: string, t: TFunction<'data'>): string {
  const word = wordOf(REASONS, reason);
  return word === null ? reason : t(`coverageReasons.${word}`);
}
