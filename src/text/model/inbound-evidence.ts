import type { Sentiment } from '../../domain/model/codes.ts';
import type { Analysis, PreparedText } from '../analysis.ts';
import type { Evidence } from '../evidence.ts';
import type { IntentReading } from '../intent-rules.ts';
import type { Valence } from '../valence.ts';

const RULED = ['information', 'trouble', 'idea', 'purchase', 'praise', 'recommendation', 'help', 'decision', 'contest'] as const;
const THEMES = ['information', 'trouble', 'idea', 'purchase', 'praise', 'recommend', 'avoid', 'help', 'decision', 'contest', 'thanks', 'solved', 'opinion', 'advert', 'follow-up', 'experience', 'service', 'sarcasm', 'rhetorical', 'question-word', 'placed-order'] as const;

/** What the first stage of an inbound model is mixed with, by name and in order: the model's file repeats it. */
export const INBOUND_EVIDENCE: readonly string[] = [
  ...RULED.map((code) => `rule ${code}`), 'rule negative', 'rule positive',
  ...THEMES.map((theme) => `theme ${theme}`),
  'positive', 'negative', 'polarity', 'valence up', 'valence down', 'valence', 'valence last', 'questions', 'length', 'brief', 'mention first', 'mentions', 'link', 'sarcastic', 'emoji',
];

const MOST_RULE_LOGIT = 4;
const logitOf = (probability: number): number => Math.max(-MOST_RULE_LOGIT, Math.min(MOST_RULE_LOGIT, Math.log((probability + 1e-6) / (1 - probability + 1e-6))));

/** What an inbound text shows besides its n-grams. */
export interface InboundSight {
  readonly evidence: Evidence;
  readonly intents: IntentReading;
  readonly sentiments: Readonly<Record<Sentiment, number>>;
  readonly valence: Valence;
  readonly analysis: Analysis;
  readonly prepared: PreparedText;
}

/** Fills `into` with the evidence of {@link INBOUND_EVIDENCE}, all of it roughly within -4 and 4. */
export function inboundEvidence({ evidence, intents, sentiments, valence, analysis, prepared }: InboundSight, into: Float64Array): Float64Array {
  let at = 0;
  const put = (value: number): void => {
    into[at] = value;
    at += 1;
  };
  for (const code of RULED) put(logitOf(intents.probabilities[code]));
  put(logitOf(sentiments.negative));
  put(logitOf(sentiments.positive));
  for (const theme of THEMES) put(Math.min(4, evidence.theme(theme)) / 2);
  put(Math.log1p(Math.min(12, evidence.positive)));
  put(Math.log1p(Math.min(12, evidence.negative)));
  put(analysis.polarity);
  put(Math.log1p(valence.up));
  put(Math.log1p(valence.down));
  put(valence.compound);
  put(valence.last);
  put(Math.min(2, evidence.questions));
  put(Math.log2(1 + evidence.words) / 3);
  put(evidence.words <= 4 ? 1 : 0);
  put(prepared.startsWithMention ? 1 : 0);
  put(Math.min(3, prepared.mentions) / 2);
  put(prepared.links > 0 ? 1 : 0);
  put(intents.sarcastic ? 1 : 0);
  put(prepared.emoji.length > 0 ? 1 : 0);
  return into;
}
