import type { SameKeys } from '../../../domain/wording/same-keys.ts';
import type { sceptic as italian } from '../it/sceptic.ts';

/** English words of the sceptic. */
export const sceptic: SameKeys<typeof italian> = {
  open: 'Sceptic',
  openOf: 'Sceptic: {{sentence}}',
  subtitle: 'What would make this sentence false, and how its figure moves when what it rests on changes. Nothing in the project changes.',
  gone: 'The figure can no longer be computed on these data: the sentence has to be looked at again before it is used.',
  noClaim: 'Today the data give no number on which the sentence could be false: how far to trust it cannot be told.',
  threshold: {
    direction: 'The sentence would be false if the difference came to zero.',
    majority: 'The sentence would be false if the share fell to 50 in 100.',
    minority: 'The sentence would be false if the share rose to 50 in 100.',
    interval: 'The sentence would be false if the figure left its interval, {{low}} – {{high}}.',
    size: 'The sentence would be false if the number were half or double: {{low}} or {{high}}.',
    lead: 'The sentence would be false if another zone drew level with this one. What is measured is the lead over the second, as a share of the people who have a zone.',
  },
  distance: 'The data are {{distance}} away.',
  distanceErrors: 'The data are {{distance}} away, that is {{errors}} standard errors.',
  verdict: {
    holds: 'It holds: {{held}} of {{tried}} changes leave it true{{joint}}. It can be used as it stands, with its interval beside it.',
    depends: 'It depends: {{held}} of {{tried}} changes leave it true{{joint}}. It can be used when said together with what it depends on: {{which}}.',
    falls: 'It does not hold: {{held}} of {{tried}} changes leave it true{{joint}}. Better not to rest the strategy on it: {{which}}.',
    untried: 'For this figure nothing can be changed yet: there are only the interval and the distance above.',
  },
  joint: ', and {{held}} of {{draws}} draws in which everything changes at once',
  jointOnly: 'the draws in which everything changes at once',
  drawnNote: 'Each draw changes at once: {{list}}. Definitions tried: {{definitions}}. 95% of the draws lie between {{low}} and {{high}}; seed {{seed}}.',
  fewerDraws: 'Draws made: {{draws}} instead of {{asked}}, because there are many messages.',
  drawn: { definition: 'what a request and an answer are', clock: 'the clock', horizon: 'the horizon', reader: 'the reader’s errors', threshold: 'the reader’s thresholds', people: 'the people drawn', weights: 'the weights', border: 'the border of the even band', verdicts: 'the uncertain verdicts' },
  chart: 'One thing at a time',
  everything: 'everything at once',
  today: 'as it is today',
  zero: 'here the sentence is false',
  below: 'below the threshold',
  above: 'above the threshold',
  noFigure: 'no figure',
  standing: { holds: 'stays true', unclear: 'stays true, but is not clear', fails: 'becomes false', gone: 'there is no figure any more' },
  more: 'Other weights that move the figure less than those shown: {{count}}.',
  unvaried: 'What could not be changed',
  reason: {
    'not-resting': 'the figure does not rest on it', 'no-hours': 'no opening hours are set', 'not-checked': 'the reading is not verified on these data', 'nothing-inferred': 'there are no inferred answers', 'nothing-unread': 'there are no unread messages',
    'no-waits': 'it is not known what unread messages ask', 'no-probabilities': 'probabilities are not kept', 'too-large': 'the project is too large to find requests anew each time', 'already-so': 'it is so already', 'nothing-open': 'there are no promises that cannot be verified', unsupported: 'not provided for this figure',
  },
  change: {
    'follow-ups-apart': 'follow-ups apart', 'window-shorter': 'window of follow-ups: 12 hours', 'window-longer': 'window of follow-ups: 72 hours', 'direct-answers': 'direct answers only', 'inferred-answers': 'inferred answers the other way', 'opening-hours': 'the other clock',
    'horizon-shorter': 'horizon at three sevenths', 'horizon-longer': 'horizon doubled', 'stricter-reading': 'a stricter reader', 'looser-reading': 'a looser reader', 'reader-corrected': 'reader’s errors corrected', 'unread-answered': 'unread: all answered', 'unread-silent': 'unread: none answered',
    'weight-lower': 'weight halved', 'weight-higher': 'weight half as much again', 'border-lower': 'border of the even band halved', 'border-higher': 'border of the even band doubled', 'late-kept': 'late counts as kept', 'unverifiable-broken': 'unverifiable: all broken', 'unverifiable-kept': 'unverifiable: all kept',
  },
  ofRule: '{{rule}}: {{change}}',
  columns: { change: 'what changes', figure: 'figure', standing: 'the sentence', n: 'cases' },
};
