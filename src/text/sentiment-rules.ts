import type { Sentiment } from '../domain/model/codes.ts';
import type { Evidence } from './evidence.ts';
import type { IntentReading } from './intent-rules.ts';
import type { ReadLanguage } from './lexicon.ts';

const MOST_POLARITY = 9;

/**
 * Three-class sentiment: polarity of words and emoji, the tagger's own polarity (English), and what the intents say
 * (a complaint leans negative, a question neutral). `intents` is null for a brand's own messages. Sums to one.
 */
export function sentimentProbabilities(evidence: Evidence, intents: IntentReading | null, language: ReadLanguage, polarity: number): Readonly<Record<Sentiment, number>> {
  const positive = Math.min(evidence.positive, MOST_POLARITY);
  const negative = Math.min(evidence.negative, MOST_POLARITY);
  const chance = intents?.probabilities;
  const trouble = chance?.trouble ?? 0;
  const praise = chance?.praise ?? 0;
  const asking = Math.max(chance?.information ?? 0, chance?.purchase ?? 0, chance?.help ?? 0, chance?.contest ?? 0);
  const tagger = language === 'en' ? polarity : 0;
  const avoid = intents?.recommendationSign === -1 ? 1.5 : 0;
  const recommend = intents?.recommendationSign === 1 ? 1 : 0;
  const logits = {
    negative: (language === 'it' ? 0.5 : 0.4) * negative - 0.3 * positive + 1.7 * trouble + avoid - 0.9 * tagger + (intents?.sarcastic === true ? 3 : 0),
    neutral: 0.75 + 1.1 * asking - 0.1 * (positive + negative),
    positive: 0.45 * positive - 0.42 * negative + 1.9 * praise + recommend + 0.9 * tagger - 0.8 * trouble - (intents?.sarcastic === true ? 3 : 0),
  };
  const most = Math.max(logits.negative, logits.neutral, logits.positive);
  const weights = { negative: Math.exp(logits.negative - most), neutral: Math.exp(logits.neutral - most), positive: Math.exp(logits.positive - most) };
  const total = weights.negative + weights.neutral + weights.positive;
  return { negative: weights.negative / total, neutral: weights.neutral / total, positive: weights.positive / total };
}
