import { INTENTS, type Intent } from '../domain/model/codes.ts';
import type { PreparedText } from './analysis.ts';
import { probabilityOf, type Evidence } from './evidence.ts';
import type { ReadLanguage } from './lexicon.ts';

/** Probabilities of the ten intents, with what the tie rules saw on the way. */
export interface IntentReading {
  readonly probabilities: Readonly<Record<Intent, number>>;
  readonly sarcastic: boolean;
  readonly thanks: boolean;
  readonly recommendationSign: 1 | -1 | null;
}

type Logits = Record<Exclude<Intent, 'other'>, number>;

// Patterns above this weight name the failure themselves; those at it need other signs of one.
const SARCASM_FLOOR = 3;
const FAILURE_FLOOR = 2.4;
const REQUESTS = ['information', 'trouble', 'idea', 'purchase', 'decision'] as const;
const MOST_TAG_WORDS = 2;
const TOPICS = ['trouble', 'information', 'purchase', 'idea', 'help', 'praise', 'recommend', 'avoid', 'decision', 'thanks', 'opinion'] as const;
const capped = (value: number, most: number): number => Math.min(value, most);

/** Friends tagged with a word or two and nothing else said: how entries under a prize draw look. */
const tagsFriends = (evidence: Evidence, prepared: PreparedText): boolean =>
  prepared.mentions >= 2 && evidence.words <= MOST_TAG_WORDS && evidence.questions === 0
  && (prepared.mentions > 2 || evidence.theme('tag-word') > 0) && evidence.theme('look-word') === 0
  && TOPICS.every((topic) => evidence.theme(topic) === 0) && evidence.negative === 0;

const rawLogits = (evidence: Evidence, prepared: PreparedText, language: ReadLanguage, polarity: number): Logits => {
  const { theme } = evidence;
  const asks = evidence.questions > 0 ? 1 : 0;
  const service = capped(evidence.hits('service').length, 4);
  const personal = language === 'it' || theme('experience') > 0 ? 1 : 0;
  const negative = capped(evidence.negative, 9);
  const positive = capped(evidence.positive, 9);
  const advert = theme('advert') > 0 ? 1 : 0;
  const balance = positive - negative;
  const dislike = Math.max(0, -balance);
  const brief = evidence.words <= 6 ? 1 : 0;
  return {
    information: -2.6 + 0.85 * capped(theme('information'), 4.5) + 1.5 * asks - 0.8 * theme('rhetorical') - 0.12 * dislike,
    trouble: language === 'it'
      ? -2.75 + 0.85 * capped(theme('trouble'), 7) + 0.24 * capped(service, 3) + 0.16 * dislike + 0.5 * (theme('placed-order') > 0 ? 1 : 0) - 1.3 * advert - 0.5 * capped(theme('praise'), 4) - 0.3 * capped(theme('idea'), 4)
      : -2.05 + 0.66 * capped(theme('trouble'), 7) + 0.3 * service + 0.2 * dislike - (theme('trouble') > 0 ? 0 : 0.6 * polarity) + 0.5 * capped(theme('follow-up'), 3.5) + 0.5 * personal + 0.3 * (theme('placed-order') > 0 ? 1 : 0) - 0.5 * capped(theme('praise'), 4) - 0.25 * capped(theme('idea'), 4) - 0.7 * capped(theme('solved'), 3) - 0.9 * advert,
    idea: -3.15 + 1.05 * capped(theme('idea'), 5.5) - (language === 'en' ? 0.2 : 0.15) * capped(theme('trouble'), 5) - 0.15 * capped(theme('praise'), 2),
    purchase: -3.6 + 1.05 * capped(theme('purchase'), 5) + 0.5 * asks - 1.2 * capped(theme('placed-order'), 2) - 0.25 * capped(theme('trouble'), 5),
    praise: -1.95 + 0.75 * capped(theme('praise'), 6) + 0.75 * capped(theme('thanks'), 3) + 0.22 * positive - 0.35 * negative - 0.3 * capped(theme('trouble'), 6) + 0.5 * capped(theme('solved'), 3) + 0.5 * brief * (balance > 0 ? 1 : 0) - 0.6 * asks,
    recommendation: -3.6 + 1.25 * capped(Math.max(theme('recommend'), theme('avoid')), 5) - 0.3 * asks,
    help: -3.4 + 0.95 * capped(theme('help'), 5) - 1.6 * asks - 0.35 * negative + (prepared.startsWithMention ? 0.2 : 0) - 0.5 * capped(theme('trouble'), 4) - 0.35 * capped(theme('praise'), 4) - 0.3 * capped(theme('thanks'), 3),
    decision: -3.9 + 1.15 * capped(theme('decision'), 5) + 0.4 * asks - 0.35 * capped(theme('trouble'), 5),
    contest: Math.max(-3.8 + 1.15 * capped(theme('contest'), 5) + (prepared.mentions >= 3 ? 0.3 : 0), tagsFriends(evidence, prepared) ? 0.25 : Number.NEGATIVE_INFINITY),
  };
};

/**
 * Settles what several intents claim: a prize question is contest, a price question is purchase and not information,
 * an order already placed is information or trouble, a problem with a question is trouble first, a sarcastic
 * compliment is trouble, thanks inside a request are not praise, a rhetorical question asks nothing, a plain opinion
 * is none of them.
 */
const settled = (logits: Logits, evidence: Evidence, sarcastic: boolean): void => {
  const { theme } = evidence;
  const asks = evidence.questions > 0;
  if (sarcastic) {
    logits.trouble = Math.max(logits.trouble + 1.5, 0.9);
    logits.praise -= 5;
  }
  if (logits.contest > 0) {
    logits.information -= 3;
    logits.purchase -= 2.5;
    logits.decision -= 2;
    logits.praise -= 0.8;
  }
  if (theme('rhetorical') >= 2 && theme('purchase') < 3) logits.information -= 1.2;
  if (theme('placed-order') > 0 && logits.trouble < 0 && (asks || theme('information') >= 2.5)) {
    logits.information = Math.max(logits.information, 0.7);
    logits.purchase -= 2;
  }
  if (asks && theme('trouble') >= 3) logits.trouble += 0.3;
  else if (asks && theme('information') >= 3) logits.trouble -= 0.6;
  if (theme('purchase') >= 3 && theme('placed-order') === 0 && theme('trouble') < 3) logits.trouble -= 0.8;
  if (theme('idea') >= 3) {
    logits.praise -= 1.2;
    logits.idea += 0.2;
  }
  if (logits.recommendation > 0) logits.praise = Math.min(logits.praise, logits.recommendation - 0.2);
  if (logits.decision > 0) logits.information -= 2;
  if (logits.purchase > 0) logits.information -= 3;
  if (logits.idea > 0) logits.information -= 1.8;
  if (theme('opinion') > 0 && theme('trouble') < 5 && theme('placed-order') === 0) logits.trouble -= 1.5;
  if (logits.trouble > 0) {
    logits.information = Math.min(logits.information, logits.trouble - 0.3);
    logits.purchase = Math.min(logits.purchase, logits.trouble - 0.6);
  }
  const request = Math.max(logits.information, logits.trouble, logits.idea, logits.purchase, logits.decision);
  if (request > 0) {
    const courteous = 0.75 * capped(theme('thanks'), 3) + 0.5;
    logits.praise = Math.min(logits.praise - courteous, request - 0.2);
  } else if (theme('courtesy-thanks') + theme('closing-thanks') > 0 && theme('praise') < 2.5) logits.praise -= evidence.words > 6 ? 1.5 : 0;
};

/** Reads the intents of an inbound text from its evidence. `polarity` is the tagger's own, in [-1, 1]. */
export function intentReading(evidence: Evidence, prepared: PreparedText, language: ReadLanguage, polarity: number): IntentReading {
  const logits = rawLogits(evidence, prepared, language, polarity);
  const { theme } = evidence;
  const broken = theme('trouble') + 0.4 * evidence.negative;
  const strongest = evidence.hits('sarcasm')[0]?.weight ?? 0;
  const sarcastic = strongest > SARCASM_FLOOR || (strongest === SARCASM_FLOOR && broken >= FAILURE_FLOOR);
  settled(logits, evidence, sarcastic);
  const probabilities: Record<Intent, number> = { information: 0, trouble: 0, idea: 0, purchase: 0, praise: 0, recommendation: 0, help: 0, decision: 0, contest: 0, other: 0 };
  let likeliest = 0;
  for (const intent of INTENTS) {
    if (intent === 'other') continue;
    probabilities[intent] = probabilityOf(logits[intent]);
    likeliest = Math.max(likeliest, probabilities[intent]);
  }
  probabilities.other = 1 - likeliest;
  const recommends = probabilities.recommendation >= 0.5;
  const requests = REQUESTS.some((intent) => logits[intent] > 0) || evidence.questions > 0 || theme('request-word') > 0;
  // Thanks that end a request are its courtesy; the same words after an answer are thanks.
  const closes = theme('closing-thanks') + theme('last-thanks') > 0 && requests;
  const grateful = theme('thanks') + theme('gratitude') > 0 && theme('no-thanks') === 0 && theme('courtesy-thanks') === 0 && !closes;
  const thankful = !sarcastic && (theme('solved') > 0 || grateful);
  return { probabilities, sarcastic, thanks: thankful, recommendationSign: recommends ? (theme('avoid') >= theme('recommend') ? -1 : 1) : null };
}
