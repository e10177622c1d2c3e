import type { Act, Intent } from '../../../src/domain/model/codes.ts';
import type { Reading } from '../../../src/domain/model/reading.ts';
import type { Answer } from './task.ts';

/** What an unread text is counted as: a wrong answer everywhere. */
export const UNREAD = 'unread';

const unread: Answer = { code: UNREAD, probability: 1 };

/** The primary intent. */
export const primaryIntent = ({ intent, intents }: Reading): Answer => (intent === null || intents === null ? unread : { code: intent, probability: intents[intent] });

/** The primary act. */
export const primaryAct = ({ act, acts }: Reading): Answer => (act === null || acts === null ? unread : { code: act, probability: acts[act] });

/** The likeliest sentiment. */
export const likeliestSentiment = ({ sentiment, sentiments }: Reading): Answer => (sentiment === null || sentiments === null ? unread : { code: sentiment, probability: sentiments[sentiment] });

/** `yes` when one of the intents passes its threshold, else `no`; an unread text says `no`. */
export function intentOn(intents: readonly Intent[]): (reading: Reading) => Answer {
  return (reading) => {
    if (reading.intents === null) return { code: 'no', probability: 1 };
    const most = Math.max(...intents.map((intent) => reading.intents?.[intent] ?? 0));
    return intents.some((intent) => reading.labels.includes(intent)) ? { code: 'yes', probability: most } : { code: 'no', probability: 1 - most };
  };
}

/** `yes` when a promise was found in the text. */
export function promiseFound({ promises, acts }: Reading): Answer {
  const held = acts?.['promise' satisfies Act] ?? 0;
  return promises.length > 0 ? { code: 'yes', probability: held } : { code: 'no', probability: 1 - held };
}

/** `named` when one of the promises found names a time. */
export function timeNamed({ promises }: Reading): Answer {
  return { code: promises.some(({ dueText }) => dueText !== null) ? 'named' : 'none', probability: 1 };
}

const bareWords = (words: string): string => words.toLowerCase().replaceAll('’', "'").replaceAll(/\s+/gu, ' ').replaceAll(/^[\s\p{P}]+|[\s\p{P}]+$/gu, '');

/** `same` when each wording of a due time (several are joined with ` | `) is found word for word, else `different`; case and outer marks aside. */
export function sameDueWords({ promises }: Reading, wordings: string): Answer {
  const found = new Set(promises.flatMap(({ dueText }) => (dueText === null ? [] : [bareWords(dueText)])));
  return { code: wordings.split(' | ').every((words) => found.has(bareWords(words))) ? 'same' : 'different', probability: 1 };
}
