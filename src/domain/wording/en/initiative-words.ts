import type { initiativeWords as italian } from '../it/initiative-words.ts';
import type { SameKeys } from '../same-keys.ts';

/** English sentences of the account of an initiative. */
export const initiativeWords: SameKeys<typeof italian> = {
  sentence: {
    people: {
      none: 'The data do not hold the whole time of “{{name}}”.',
      above_one: 'During “{{name}}” {{n}} person wrote, more than usual: in a time as long there are between {{low}} and {{high}}.',
      above_other: 'During “{{name}}” {{n}} people wrote, more than usual: in a time as long there are between {{low}} and {{high}}.',
      below_one: 'During “{{name}}” {{n}} person wrote, fewer than usual: in a time as long there are between {{low}} and {{high}}.',
      below_other: 'During “{{name}}” {{n}} people wrote, fewer than usual: in a time as long there are between {{low}} and {{high}}.',
      usual_one: 'During “{{name}}” {{n}} person wrote, as usual: in a time as long there are between {{low}} and {{high}}.',
      usual_other: 'During “{{name}}” {{n}} people wrote, as usual: in a time as long there are between {{low}} and {{high}}.',
      short_one: 'During “{{name}}” {{n}} person wrote; the series before is too short to say whether that is more than usual.',
      short_other: 'During “{{name}}” {{n}} people wrote; the series before is too short to say whether that is more than usual.',
    },
    pace: {
      fell_one: 'From the peak on {{date}} messages fell by half in {{n}} day.',
      fell_other: 'From the peak on {{date}} messages fell by half in {{n}} days.',
      fellBetween_one: 'From the peak on {{date}} messages fell by half in {{n}} day (between {{low}} and {{high}}).',
      fellBetween_other: 'From the peak on {{date}} messages fell by half in {{n}} days (between {{low}} and {{high}}).',
      still_one: 'From the peak on {{date}} messages did not fall by half in the {{n}} day watched.',
      still_other: 'From the peak on {{date}} messages did not fall by half in the {{n}} days watched.',
    },
    stayed: {
      counted_one: 'Of {{n}} person who came with the initiative, {{k}} still wrote after 30 days.',
      counted_other: 'Of {{n}} people who came with the initiative, {{k}} still wrote after 30 days.',
      more: 'After 30 days {{share}} in 100 of those who came with the initiative still wrote, and {{other}} in 100 of those who came otherwise in the same days: more.',
      less: 'After 30 days {{share}} in 100 of those who came with the initiative still wrote, and {{other}} in 100 of those who came otherwise in the same days: fewer.',
      unclear: 'After 30 days {{share}} in 100 of those who came with the initiative still wrote, and {{other}} in 100 of those who came otherwise in the same days: the difference is not clear.',
    },
    prediction: {
      reached: 'The prediction registered before was reached.', 'not-reached': 'The prediction registered before was not reached.', 'no-effect': 'The prediction registered before: no clear effect.',
      undecided: 'Of the prediction registered before it cannot be told.', 'too-few': 'The prediction registered before has too few cases for a verdict.', waiting: 'The prediction registered before has not been judged yet.',
      late: 'The target linked to it was registered when the initiative had begun: it does not count as a prediction.', void: 'The target linked to it was no test, or was withdrawn: it does not count as a prediction.',
    },
  },
};
