import type { TFunction } from 'i18next';
import { wordOf } from '../../i18n/word-of.ts';

const WARNINGS = {
  'guessed-encoding': 'guessedEncoding',
  'damaged-characters': 'damagedCharacters',
  'renamed-columns': 'renamedColumns',
  'damaged-ids': 'damagedIds',
  'computed-times': 'computedTimes',
  'days-only': 'daysOnly',
  'rounded-ids': 'roundedIds',
  'joined-ids': 'joinedIds',
  'cut-texts': 'cutTexts',
  'double-encoded': 'doubleEncoded',
  'html-entities': 'htmlEntities',
  'empty-rows': 'emptyRows',
  'withheld-texts': 'withheldTexts',
} as const;

/** A warning about a file in the reader's words; one this version does not know is shown as the program wrote it. */
export function warningText({ code, message }: { readonly code: string; readonly message: string }, t: TFunction<'importing'>): string {
  const word = wordOf(WARNINGS, code);
  if (word === null) return message;
  const isRepaired = message.includes('repaired on import') && !message.includes('not repaired');
  if (word === 'doubleEncoded' && !isRepaired) return t('warning.doubleEncodedKept', { n: /\d+/.exec(message)?.[0] ?? '' });
  return t(`warning.${word}`, { n: /\d+/.exec(message)?.[0] ?? '', names: message.slice(message.indexOf(':') + 1).trim() });
}
