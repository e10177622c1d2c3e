import type { SameKeys } from '../../../domain/wording/same-keys.ts';
import type { sameness as italian } from '../it/sameness.ts';

/** English words of how alike the programmes of brands are. */
export const sameness: SameKeys<typeof italian> = {
  compared: { label: 'Compared is', posts: 'what the brands publish', all: 'everything they write' },
  title: {
    one: 'One brand alone has enough messages: there is nothing to compare it with',
    none: 'No brand has enough messages for a comparison',
    few: 'No two brands have enough messages on the same networks in the same months',
    same: 'The programme of {{one}} cannot be told from that of {{other}}',
    later: 'The programme nearest to that of {{one}} is {{other}}’s: distance {{distance}}; whether chance would give as much is still being counted',
    near: 'The programme nearest to that of {{one}} is {{other}}’s: distance {{distance}} (between {{low}} and {{high}})',
  },
  subtitle: 'Distance between the shares of what messages do: 0 the same programme, 1 nothing in common. Only networks and months that both have; {{draws}} draws of threads',
  pair: '{{one}} and {{other}}', label: 'Distance between programmes', zero: 'the same programme', farther: 'more different',
  value: '{{distance}}', tooFew: 'too few messages', range: 'Distance {{distance}}, between {{low}} and {{high}}', chance: 'Two samples of one programme would give {{chance}}, at most {{high}}', pairOf: 'Messages compared: {{a}} and {{b}}', apart: 'Left out: {{a}} and {{b}}, on networks or in months that the other does not have', gap: 'More of it at {{one}}: {{act}} ({{points}} in 100 more)', gapLess: 'Less of it at {{one}}: {{act}} ({{points}} in 100 fewer)',
  columns: { pair: 'Brands', distance: 'Distance', range: 'Interval', chance: 'By chance, at most', n: 'Messages' },
  key: 'The mark is the distance that two samples of one programme stay under 97 times in 100.',
  few: 'Not compared, for too few messages ({{least}} read is the least): {{list}}.', fewOne: '{{brand}} ({{n}})', leftOut_one: '{{n}} brand with fewer messages is left out.', leftOut_other: '{{n}} brands with fewer messages are left out.', fewMore_one: '{{n}} more', fewMore_other: '{{n}} more',
  mix: { title: 'What every brand does', subtitle: 'Of 100 messages read; a message that does two things is divided between them', brand: 'Brand', n: 'Messages', unread: '{{n}} not read', cell: '{{brand}}, {{act}}: {{share}} in 100' },
  again: { title: 'The same message again', subtitle: 'How many messages say nearly word for word what stands elsewhere', elsewhere: 'On another network', repeated: 'On the same network', others: 'By another brand', oneNetwork: 'one network alone', cell: '{{brand}}, {{what}}: {{figure}}', alone: 'one brand alone' },
  tones: { title: 'Emotion and information', subtitle: 'Of content and promotion in which the reader recognises either', emotional: 'Emotion alone', informative: 'Information alone', both: 'Both' },
  kOfN: '{{k}} of {{n}}', inHundred: '{{share}} in 100 (between {{low}} and {{high}})',
};
