import { initiativeWords } from '../../../domain/wording/en/initiative-words.ts';
import type { SameKeys } from '../../../domain/wording/same-keys.ts';
import type { initiatives as italian } from '../it/initiatives.ts';

/** English words of initiatives. */
export const initiatives: SameKeys<typeof italian> = {
  ...initiativeWords,
  title_zero: 'No initiative written down so far',
  title_one: '{{n}} initiative',
  title_other: '{{n}} initiatives',
  subtitle: 'A campaign, a contest or a service with a first and a last day. The account says what happened before, during and after; not why.',
  add: 'Add an initiative', edit: 'Change', remove: 'Remove', open: 'Open the account of “{{name}}”', editNamed: 'Change “{{name}}”', removeNamed: 'Remove “{{name}}”',
  kinds: { campaign: 'campaign', contest: 'contest', service: 'service' },
  span: '{{from}} – {{to}}',
  dialog: {
    add: 'New initiative', edit: 'Change the initiative', name: 'Name', kind: 'Kind', from: 'First day', to: 'Last day', aim: 'Aim, in words', prediction: 'Prediction (a registered hypothesis)', noPrediction: 'none',
    posts: 'The posts that carry it', containers: 'Of a page', anyContainer: 'no choice by page', words: 'With these words', wordsHint: 'The posts of the initiative’s days on the chosen page, with the words written; and those picked by hand, earlier ones too. Without posts the account looks at the whole channel and does not say who came with the initiative.',
    chosen_one: '{{n}} post chosen', chosen_other: '{{n}} posts chosen', byRule: 'by rule', untitled: 'without text', save: 'Save', cancel: 'Cancel', wrongDays: 'The last day cannot come before the first.', needs: 'A name, the first and the last day are needed.', noPosts: 'No post of the brand in these days.',
  },
  account: {
    lead: 'Account of “{{name}}”', subtitle: '{{kind}} from {{from}} to {{to}}. {{posts}}', aim: 'Aim: {{aim}}',
    posts_zero: 'No post chosen: the whole channel is looked at.', posts_one: '{{n}} post carries it.', posts_other: '{{n}} posts carry it.', missing_one: '{{n}} post picked by hand is not in the data.', missing_other: '{{n}} posts picked by hand are not in the data.',
    paceLabel: 'Messages a day from the start', underPosts: 'under its posts', all: 'of the whole channel', day: 'Day', messages: 'Messages', messagesOn_one: '{{n}} message', messagesOn_other: '{{n}} messages', few: 'too few messages from the peak on ({{n}})', during: 'during the initiative', later: 'after',
    openPosts: 'Open the posts', openMessages: 'Open the messages', peak: 'Peak: {{date}}, {{n}} messages.', base: 'Before: {{n}} messages a day on average.',
  },
  windows: { title: 'Before, during, after', subtitle: 'Three times of equal length: {{days}} days each.', measure: 'Measure', before: 'Before', during: 'During', after: 'After', usual: 'Usually', verdictDuring: 'During, against what is usual or before', verdictAfter: 'After', part: 'the data do not hold it whole', outside: 'outside the data', openDuring: 'Open the messages written during “{{name}}”',
    short_one: 'The data hold {{n}} window of this length before the start: {{least}} are needed to say what is usual.', short_other: 'The data hold {{n}} windows of this length before the start: {{least}} are needed to say what is usual.', base: 'Usually: from the {{n}} windows of this length before the start.' },
  amounts: { people: 'People', 'new-people': 'New people', requests: 'Requests', created: 'Points created', consumed: 'Points received' },
  shares: { 'answered-day': 'Answered within a day', negative: 'Negative messages', positive: 'Positive messages' },
  verdicts: { above: 'more than usual', below: 'less than usual', usual: 'as usual', short: 'cannot be told', more: 'more than before', less: 'less than before', unclear: 'not told apart from before', few: 'too few cases' },
  between: 'between {{low}} and {{high}}', inHundred: '{{share}} in 100', ofN: '{{k}} of {{n}}', interval: '{{value}} (between {{low}} and {{high}})', none: '–',
  stayed: { title: 'Who stayed', subtitle: '{{withIt}} new people came with the initiative, {{otherwise}} otherwise in the same days.', noPosts: 'Without chosen posts nobody can be said to have come with the initiative.', after: 'Still writes', days: 'after {{n}} days', withIt: 'Came with the initiative', otherwise: 'Came otherwise', difference: 'Difference', few: 'too few ({{n}})', notWatched: 'not watched yet', signed: '{{share}} in 100 (between {{low}} and {{high}})' },
};
