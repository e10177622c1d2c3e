import type { common as italian } from '../it/common.ts';
import type { SameKeys } from '../../../domain/wording/same-keys.ts';

/** Words used in more than one room. */
export const common = {
  close: 'Close',
  cancel: 'Cancel',
  back: 'Back',
  next: 'Next',
  add: 'Add',
  remove: 'Remove',
  choose: 'Choose',
  details: 'Details',
  loading: 'Loading',
  intervalsComing: 'Intervals are being computed',
  tryAgain: 'Try again',
  none: 'none',
  allBrands: 'The figures hold for all brands together: none is named as the project’s own.',
  unknown: 'not known',
  more: 'More',
  cases: '{{n}} cases',
  previous: 'Previous',
  following: 'Next',
  page: '{{from}}–{{to}} of {{total}}',
  definitionOf: 'Definition: {{name}}',
  messagesBehind: '{{name}}, {{value}}: open the messages',
  messages_one: '{{n}} message',
  messages_other: '{{n}} messages',
  profiles_one: '{{n}} profile',
  profiles_other: '{{n}} profiles',
} as const satisfies SameKeys<typeof italian>;
