import { INTENTS, type Act, type Intent, type Sentiment } from '../domain/model/codes.ts';
import type { Evidence } from './evidence.ts';
import type { IntentReading } from './intent-rules.ts';

/** Probability below which no threshold of the model lies: what a rule settles against is off. */
const OFF = 0.2;
const STEP = 0.02;
const STRONG = 3;
/** A text whose every intent stays below this share of its threshold wants none of them. */
const NEARLY = 0.7;
const SARCASTIC_NEGATIVE = 0.8;

/**
 * Settles between intents that a text cannot have side by side, whatever the model makes of them: a price question is
 * purchase and no question; an order already placed is no purchase; a question about a prize is contest; a problem with a
 * question is trouble first; a sarcastic compliment is trouble; a rhetorical question asks nothing; a proposal in the form of
 * a question is a proposal; what is likely enough for none of them is `other`.
 */
export function settledIntents(chances: Readonly<Record<Intent, number>>, { evidence, byRule, isOn }: { readonly evidence: Evidence; readonly byRule: IntentReading; readonly isOn: (code: Intent, probability: number) => boolean }): Record<Intent, number> {
  const settled = { ...chances };
  const { theme } = evidence;
  const on = (code: Intent): boolean => isOn(code, settled[code]);
  const off = (code: Intent): void => { settled[code] = Math.min(settled[code], OFF); };
  if (byRule.sarcastic) {
    settled.trouble = Math.max(settled.trouble, 0.85);
    off('praise');
  }
  if (on('contest') && settled.contest >= Math.max(settled.information, settled.purchase, settled.decision) - 0.3 && theme('contest') > 0) {
    for (const code of ['information', 'purchase', 'decision'] as const) settled[code] = Math.min(settled[code], OFF);
    settled.contest = Math.max(settled.contest, 0.6);
  }
  if (evidence.denied('contest')) off('contest');
  if (theme('placed-order') > 0 && byRule.probabilities.trouble >= 0.5) settled.trouble = Math.max(settled.trouble, 0.6, settled.information + STEP);
  if (theme('placed-order') > 0) settled.purchase = Math.min(settled.purchase, Math.max(OFF, settled.information - STEP, settled.trouble - STEP));
  if (on('purchase') && theme('placed-order') === 0 && (settled.purchase >= settled.information || theme('purchase') >= STRONG)) {
    if (theme('purchase') >= STRONG) settled.purchase = Math.max(settled.purchase, settled.information);
    off('information');
  }
  if (on('decision') && settled.decision >= settled.information) off('information');
  if (on('idea') && settled.idea >= settled.information) off('information');
  if (byRule.probabilities.contest >= 0.5 && theme('contest') === 0) settled.contest = Math.max(settled.contest, 0.6, settled.other + STEP);
  if (theme('placed-order') > 0 && byRule.probabilities.trouble < 0.5 && byRule.probabilities.information >= 0.5) settled.information = Math.max(settled.information, 0.5, settled.trouble + STEP);
  if (theme('rhetorical') >= 2 && theme('purchase') < STRONG && byRule.probabilities.information < 0.5) {
    off('information');
    if (theme('trouble') === 0) off('trouble');
  }
  if (on('trouble') && on('information') && !(theme('placed-order') > 0 && byRule.probabilities.trouble < 0.5)) settled.information = Math.min(settled.information, settled.trouble - STEP);
  if (on('trouble') && on('purchase') && settled.trouble > 0.6) settled.purchase = Math.min(settled.purchase, settled.trouble - STEP);
  const known = INTENTS.filter((code) => code !== 'other');
  if (!known.some((code) => isOn(code, settled[code] / NEARLY))) settled.other = Math.max(settled.other, ...known.map((code) => settled[code] + STEP));
  // a step above another may lead above certainty; the models' own chances are below it, so the order stays
  for (const code of INTENTS) settled[code] = Math.min(1, settled[code]);
  return settled;
}

/** A sarcastic compliment is negative, however kind its words. */
export function settledSentiments(chances: Readonly<Record<Sentiment, number>>, byRule: IntentReading): Readonly<Record<Sentiment, number>> {
  if (!byRule.sarcastic || chances.negative >= SARCASTIC_NEGATIVE) return chances;
  const rest = (1 - SARCASTIC_NEGATIVE) / Math.max(1e-9, chances.neutral + chances.positive);
  return { negative: SARCASTIC_NEGATIVE, neutral: chances.neutral * rest, positive: chances.positive * rest };
}

/** A prize draw is a promotion, whatever else it asks for. */
export function settledActs(acts: Readonly<Record<Act, number>>, evidence: Evidence, byRule: Readonly<Record<Act, number>>): Readonly<Record<Act, number>> {
  if (evidence.theme('giveaway') === 0 || byRule.promotion < 0.5) return acts;
  return { ...acts, promotion: Math.max(acts.promotion, 0.6, acts.deflect + STEP, acts.ask + STEP, acts.content + STEP, acts.acknowledge + STEP) };
}
