import { ACTS, type Act } from '../domain/model/codes.ts';
import type { PreparedText } from './analysis.ts';
import { probabilityOf, type Evidence } from './evidence.ts';

/** Probability from which an act is on, as printed in the model card. */
export const ACT_THRESHOLDS: Readonly<Record<Act, number>> = {
  answer: 0.5, care: 0.5, ask: 0.5, acknowledge: 0.5, promise: 0.5, deflect: 0.5, template: 0.5, promotion: 0.5, content: 0.5, personal: 0.5,
};

const capped = (value: number, most: number): number => Math.min(value, most);

/**
 * Acts of a text written in a brand's name. `template` needs the brand's other replies and stays 0 here. A text that
 * addresses somebody leans to answer, one that addresses nobody to content.
 */
export function actProbabilities(evidence: Evidence, prepared: PreparedText, promised: boolean): Readonly<Record<Act, number>> {
  const { theme } = evidence;
  const asks = evidence.questions > 0 ? 1 : 0;
  const reply = prepared.startsWithMention || theme('address') > 0 ? 1 : 0;
  const broadcast = reply === 1 ? 0 : 1;
  const deflect = theme('deflect');
  const logits: Record<Act, number> = {
    answer: -1.9 + 0.75 * capped(theme('answer'), 4.5) + 0.8 * reply,
    care: -3 + 0.95 * capped(theme('care'), 4.5) - 0.15 * capped(theme('promotion'), 4),
    ask: -3.1 + 1.05 * capped(theme('ask'), 4.5) + 0.9 * asks,
    acknowledge: -2.2 + 0.95 * capped(theme('acknowledge'), 5),
    promise: promised ? 0.6 : -4,
    deflect: -3.2 + 1.2 * capped(deflect, 5),
    template: Number.NEGATIVE_INFINITY,
    promotion: -3.6 + 1 * capped(theme('promotion'), 5.5) - 1.6 * reply,
    content: -1.9 + 0.7 * capped(theme('content'), 4) + 1.5 * broadcast + (prepared.hashtags.length > 0 ? 0.4 : 0) - 0.3 * theme('ask'),
    personal: -3.6 + 1.15 * capped(theme('personal'), 4.5),
  };
  if (logits.deflect > 0) {
    logits.ask = Math.min(logits.ask, logits.deflect - 0.3);
    logits.answer = Math.min(logits.answer, logits.deflect - 0.6);
    logits.care = Math.min(logits.care, logits.deflect - 0.3);
    logits.acknowledge = Math.min(logits.acknowledge, logits.deflect - 0.5);
    logits.content -= 1.5;
  }
  if (logits.promotion > 0) {
    logits.content = Math.min(logits.content, logits.promotion - 0.3);
    logits.ask = Math.min(logits.ask, logits.promotion - 0.3);
    logits.answer = Math.min(logits.answer, logits.promotion - 0.4);
  }
  if (logits.ask > 0) logits.answer = Math.min(logits.answer, logits.ask - 0.3);
  const others = Math.max(logits.deflect, logits.ask, logits.care, logits.acknowledge, logits.personal);
  if (promised && logits.promise < others) logits.promise = Math.min(logits.promise, others - 0.1);
  const probabilities: Record<Act, number> = { answer: 0, care: 0, ask: 0, acknowledge: 0, promise: 0, deflect: 0, template: 0, promotion: 0, content: 0, personal: 0 };
  for (const act of ACTS) probabilities[act] = probabilityOf(logits[act]);
  return probabilities;
}
