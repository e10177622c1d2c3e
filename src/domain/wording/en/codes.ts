import type { codes as italian } from '../it/codes.ts';
import type { SameKeys } from '../same-keys.ts';

/** What stored codes are called in English. */
export const codes = {
  intent: { information: 'question', trouble: 'problem', idea: 'proposal', purchase: 'purchase interest', praise: 'compliment', recommendation: 'advice to others', help: 'help given to others', decision: 'asks for opinions', contest: 'contest', other: 'other' },
  act: { answer: 'answer', care: 'taken in charge', ask: 'question to the audience', acknowledge: 'idea taken up', promise: 'promise', deflect: 'sent to private', template: 'copy-paste reply', promotion: 'promotion', content: 'content', personal: 'personal message' },
  sentiment: { negative: 'negative', neutral: 'neutral', positive: 'positive' },
  role: { voice: 'speaks for the brand', employee: 'employee', partner: 'partner', customer: 'customer', prospect: 'prospect', talent: 'talent', investor: 'investor', press: 'press', interested: 'interested', bot: 'automatic', unknown: 'role not known' },
  kind: { post: 'post', comment: 'comment', reply: 'reply', review: 'review', ticket: 'ticket', message: 'message' },
  outcome: { public: 'public answer', private: 'sent to private', nod: 'nod', silence: 'silence' },
  replies: { present: 'replies present', partly: 'replies in part', absent: 'replies absent' },
  zone: { 'gives-more': 'gives more', even: 'even', 'receives-more': 'receives more', 'little-active': 'little active', few: 'too few cases' },
  rejection: { 'missing-id': 'the identifier is missing', 'missing-time': 'the date is missing', 'unreadable-time': 'the date cannot be read', 'wrong-column-count': 'number of columns differs from the header', 'broken-quote': 'unclosed quote', 'line-too-long': 'line too long', 'not-a-message': 'not a message', 'empty-row': 'empty row', 'broken-json': 'not valid JSON', 'too-deep': 'nested too deep', 'error-row': 'an error row of the tool', deleted: 'deleted message', withheld: 'withheld by the platform', 'unreadable-part': 'unreadable file of the archive' },
  grouping: { none: 'all together', intent: 'intent', network: 'network', container: 'page or channel', tribe: 'tribe', hour: 'hour of arrival', weekday: 'day of the week' },
  lens: { value: 'by value', roles: 'by role', interests: 'by interest', communities: 'conversation communities' },
} as const satisfies SameKeys<typeof italian>;
