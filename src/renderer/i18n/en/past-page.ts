import type { SameKeys } from '../../../domain/wording/same-keys.ts';
import type { pastPage as italian } from '../it/past-page.ts';

/** English words of the first page on any past day. */
export const pastPage: SameKeys<typeof italian> = {
  title_zero: 'On {{date}} whoever opened the pages found no unanswered criticism among the first {{most}} items',
  title_one: 'On {{date}} whoever opened the pages found {{n}} unanswered criticism among the first {{most}} items',
  title_other: 'On {{date}} whoever opened the pages found {{n}} unanswered criticisms among the first {{most}} items',
  empty: 'No page of the brand with known dates: the first page of a past day cannot be shown',
  subtitle: 'The page by date, with only what existed then. The network decides the true order; what was removed before the export is not seen here.',
  day: 'Day', slider: 'Day of the page',
  column: { container: 'Page', open: 'Open criticism', oldest: 'The oldest', own: 'The brand’s posts', items: 'Items looked at', hidden: 'Hidden or undated' },
  unknown: 'answers not in the data', of: '{{n}} of {{total}}',
  shown: {
    title: 'What was seen: {{container}}', subtitle: 'The first {{n}} items on {{date}}, newest first.', list: 'Items of the page', own: 'The brand', public: 'The public', noText: 'text not in the data',
    below_one: '{{n}} message below', below_other: '{{n}} messages below', open_one: '{{n}} unanswered criticism', open_other: '{{n}} unanswered criticisms', gone: 'vanished: an export of {{date}} no longer holds it',
    mixTitle: 'What the brand showed there', mix: '{{act}}: {{n}}', mixNone: 'No post of the brand among the first items.', against_zero: 'On the same page, no unanswered criticism.', against_one: 'On the same page, {{n}} unanswered criticism.', against_other: 'On the same page, {{n}} unanswered criticisms.', unread: 'not read', openAll: 'Open the open criticism',
  },
  weeks: {
    title_zero: 'In no week was there open criticism on the first page', title_one: 'At most {{n}} open criticism on the first page, in the week of {{date}}', title_other: 'At most {{n}} open criticisms on the first page, in the week of {{date}}',
    subtitle_one: 'Unanswered criticism among the first {{most}} items at the end of every week, on {{n}} page.', subtitle_other: 'Unanswered criticism among the first {{most}} items at the end of every week, on {{n}} pages.', label: 'Open criticism on the first page at the end of the week', week: 'Week', open: 'Open', came: 'Came', openOn_one: '{{n}} open', openOn_other: '{{n}} open', cameOn_one: '{{n}} came in the week', cameOn_other: '{{n}} came in the week',
    left_one: '{{n}} page is left out: its answers are not in the data.', left_other: '{{n}} pages are left out: their answers are not in the data.', undated_one: '{{n}} item without a date is left out.', undated_other: '{{n}} items without a date are left out.',
    stay: 'Half of the criticism leaves the first page within {{time}} (between {{low}} and {{high}}).', stayOpen: 'Half of the criticism leaves the first page within {{time}}.', stayMore: 'More than half of the criticism still stands on the first page after {{time}}.', stayFew: 'Too little criticism on the first page to say how long it stays ({{n}}).',
    ends: 'Of {{n}}: {{answered}} answered, {{pushed}} pushed down unanswered, {{vanished}} vanished, {{open}} still there.', openStays: 'Open the messages', definition: 'How long it stays on the first page',
  },
};
