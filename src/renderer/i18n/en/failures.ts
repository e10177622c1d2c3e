import type { failures as italian } from '../it/failures.ts';
import type { SameKeys } from '../../../domain/wording/same-keys.ts';

/** What went wrong and what to do, for every failure code. */
export const failures = {
  whatWhere: '{{what}}: {{where}}',
  what: {
    'invalid-input': 'The request is not valid',
    'unreadable-file': 'The file cannot be read',
    'unknown-format': 'The format is not recognised',
    'newer-project': 'The project was written by a newer version',
    'corrupt-project': 'The project is damaged',
    'locked-project': 'The project is open elsewhere',
    'read-only-project': 'The project is read-only',
    'wrong-passphrase': 'The passphrase does not match',
    'disk-full': 'The disk is full',
    'io-error': 'Reading or writing did not succeed',
    'missing-capability': 'Not possible here',
    'unsupported-runtime': 'This version of Node is not enough',
    cancelled: 'Stopped',
    'not-found': 'Not found',
    internal: 'Program error',
  },
  advice: {
    'invalid-input': 'Correct the values named and try again. Nothing was changed.',
    'unreadable-file': 'Check that it is the right file and that it is neither empty nor binary, then choose it again. Nothing was changed.',
    'unknown-format': 'Choose the format by hand and say what each column is.',
    'newer-project': 'Update Tribuna, or ask whoever saved the project for a copy. The file was not touched.',
    'corrupt-project': 'Open a backup copy. The file was not touched.',
    'locked-project': 'Close the other window or program that holds it open, then try again.',
    'read-only-project': 'Save a copy in a folder that can be written. Reading and figures stay available.',
    'wrong-passphrase': 'Check capitals and spaces, then try again.',
    'disk-full': 'Free some space and try again. The project is as it was before.',
    'io-error': 'Check that the disk or folder can be reached, then try again.',
    'missing-capability': 'This needs the desktop window of Tribuna.',
    'unsupported-runtime': 'Install Node 22.18 or later.',
    cancelled: 'The project is as it was before.',
    'not-found': 'It may have been moved or removed. Refresh the page and try again.',
    internal: 'Nothing was changed and the rest can be used. If it happens again, restart Tribuna.',
  },
  room: 'This part cannot be shown',
  roomAdvice: 'The rest can be used. Try again, or go to another room.',
} as const satisfies SameKeys<typeof italian>;
