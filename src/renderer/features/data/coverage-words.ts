import type { TFunction } from 'i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Formats } from '../../../domain/wording/formats.ts';
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

const UNSEEN = {
  'authors-missing': 'authorsMissing',
  'texts-missing': 'textsMissing',
  'relative-times': 'relativeTimes',
  'unread-languages': 'unreadLanguages',
  'likes-anonymous': 'likesAnonymous',
  'private-answers': 'privateAnswers',
  'display-order': 'displayOrder',
} as const;

/** One thing these data do not see, in the reader's words. */
export function unseenItemText({ code, count }: OperationValue<'overview'>['unseen'][number], { t, formats }: { readonly t: TFunction<'data'>; readonly formats: Formats }): string {
  const word = wordOf(UNSEEN, code);
  return word === null ? t('unseenItems.other') : t(`unseenItems.${word}`, { n: formats.count(count ?? 0) });
}
