import type { TFunction } from 'i18next';

const WARNINGS = {
  'guessed-encoding': 'guessedEncoding',
  'damaged-characters': 'damagedCharacters',
  'renamed-columns': 'renamedColumns',
  'damaged-ids': 'damagedIds',
  'computed-times': 'computedTimes',
  'days-only': 'daysOnly',
} as const;

/** A warning about a file in the reader's words; one this version does not know is shown as the program wrote it. */
export function warningText({ code, message }: { readonly code: string; readonly message: string }, t: TFunction<'importing'>): string {
  for (const [known, word] of Object.entries(WARNINGS) as [string, (typeof WARNINGS)[keyof typeof WARNINGS]][]) {
    if (known === code) return t(`warning.${word}`, { n: /\d+/.exec(message)?.[0] ?? '', names: message.slice(message.indexOf(':') + 1).trim() });
  }
  return message;
}
