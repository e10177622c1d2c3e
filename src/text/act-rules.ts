import { ACTS, type Act } from '../domain/model/codes.ts';
import type { PreparedText } from './analysis.ts';
import { probabilityOf, type Evidence } from './evidence.ts';

const capped = (value: number, most: number): number => Math.min(value, most);

// From this share of the text a commitment is the body of a message; from this evidence an act has more than one sign.
const MOSTLY_PROMISED = 0.5;
const SEVERAL = 3;

/**
 * What several acts claim: an apology with a next step is care; a suggestion or praise that is passed on is taken up;
 * a message that is little else than a commitment, to somebody or by us, is a promise.
 */
const settled = (logits: Record<Act, number>, evidence: Evidence, promisedShare: number): void => {
  const { theme } = evidence;
  const replies = Math.max(logits.answer, logits.acknowledge, logits.promise);
  if (theme('apology') > 0 && (promisedShare > 0 || theme('next-step') > 0) && theme('answer') < SEVERAL && theme('acknowledge') < SEVERAL && evidence.questions === 0 && logits.deflect <= 0) logits.care = Math.max(logits.care, replies + 0.1);
  else if (promisedShare >= MOSTLY_PROMISED && evidence.questions === 0 && logits.deflect <= 0 && theme('answer') < SEVERAL && theme('own-voice') > 0) {
    if (theme('taken-up') > 0) logits.acknowledge = Math.max(logits.acknowledge, replies + 0.1);
    else if (theme('acknowledge') < SEVERAL) logits.promise = Math.max(logits.promise, logits.answer + 0.1, logits.acknowledge + 0.1);
  }
};

/**
 * Acts of a text written in a brand's name. `template` needs the brand's other replies and stays 0 here. A text that
 * addresses somebody leans to answer, one that addresses nobody to content; a prize draw is a promotion, whatever else
 * it asks for. `promisedShare` is the part of the text that commits, 0 without promises.
 */
export function actProbabilities(evidence: Evidence, prepared: PreparedText, promisedShare: number): Readonly<Record<Act, number>> {
  const { theme } = evidence;
  const promised = promisedShare > 0;
  const asks = evidence.questions > 0 ? 1 : 0;
  const reply = prepared.startsWithMention || theme('address') > 0 ? 1 : 0;
  const broadcast = reply === 1 ? 0 : 1;
  const deflect = theme('deflect');
  const draw = theme('giveaway');
  const salutes = prepared.startsWithMention || theme('salutation') > 0 ? 1 : 0;
  const logits: Record<Act, number> = {
    answer: -1.9 + 0.75 * capped(theme('answer'), 4.5) + 0.8 * reply,
    care: -3 + 0.95 * capped(theme('care'), 4.5) - 0.15 * capped(theme('promotion'), 4),
    ask: -3.1 + 1.05 * capped(theme('ask'), 4.5) + 0.9 * asks,
    acknowledge: -2.2 + 0.95 * capped(theme('acknowledge'), 5),
    promise: promised ? 0.6 : -4,
    deflect: -3.2 + 1.2 * capped(deflect, 5),
    template: Number.NEGATIVE_INFINITY,
    promotion: Math.max(-3.6 + 1 * capped(theme('promotion'), 5.5) - 1.6 * reply, -2.9 + capped(draw, 6) - 1.5 * salutes),
    content: -1.9 + 0.7 * capped(theme('content'), 4) + 1.5 * broadcast + (prepared.hashtags.length > 0 ? 0.4 : 0) - 0.3 * theme('ask'),
    personal: -3.6 + 1.15 * capped(theme('personal'), 4.5),
  };
  const drawn = draw > 0 && logits.promotion > 0;
  if (drawn) {
    logits.deflect = Math.min(logits.deflect, logits.promotion - 0.3);
    logits.acknowledge = Math.min(logits.acknowledge, logits.promotion - 0.3);
    logits.personal = Math.min(logits.personal, logits.promotion - 0.3);
  }
  if (logits.deflect > 0 && !drawn) {
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
  const others = Math.max(logits.deflect, logits.ask, logits.care, logits.acknowledge, logits.personal, drawn ? logits.promotion : Number.NEGATIVE_INFINITY);
  if (promised && logits.promise < others) logits.promise = Math.min(logits.promise, others - 0.1);
  settled(logits, evidence, promisedShare);
  const probabilities: Record<Act, number> = { answer: 0, care: 0, ask: 0, acknowledge: 0, promise: 0, deflect: 0, template: 0, promotion: 0, content: 0, personal: 0 };
  for (const act of ACTS) probabilities[act] = probabilityOf(logits[act]);
  return probabilities;
}
