import type { AnswerSelection } from '../../contract/operations/answers.ts';
import { FIRST_ITEMS } from '../../domain/answers/first-page.ts';
import { isAnswerOf } from '../../domain/answers/answer-quality.ts';
import { voiceSide } from '../../domain/answers/criticism-gap.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { addressedVoices } from './addressed-replies.ts';
import { placePages } from './first-page.ts';
import { judgedAnswers } from './judged-answers.ts';
import { quarterReader } from './quality.ts';
import { tracedOf } from './vanished.ts';

/** Ids of the messages that a number of the view of answers stands for; as many as the number says. */
export function answerSetIds(scope: ResolvedScope, selection: AnswerSelection): number[] {
  const { set, intent, quarter, answered, openingOnly = false, container, network, criticismOnly = false } = selection;
  switch (set) {
    case 'criticism':
    case 'praise':
      return addressedVoices(scope).filter((voice) => voice.observable && voiceSide(voice) === set && (answered === undefined || voice.answered === answered) && !(openingOnly && voice.afterAnswer)).map(({ messageId }) => messageId);
    case 'first-page':
      return placePages(scope, FIRST_ITEMS).filter((place) => (container === undefined || place.container === container) && (network === undefined || place.network === network)).flatMap(({ page }) => page.open);
    case 'vanished':
    case 'still-there':
    case 'not-re-exported':
      return tracedOf(scope).filter((row) => row.state === set && (!criticismOnly || row.criticism) && (container === undefined || row.container === container) && (network === undefined || row.network === network)).map(({ messageId }) => messageId);
    default: {
      const answers = judgedAnswers(scope, {});
      const { keyOf } = quarterReader(scope, answers);
      return answers.filter((answer) => (set === 'answered' || isAnswerOf(answer, set)) && (intent === undefined || answer.intents.includes(intent)) && (quarter === undefined || keyOf(answer) === quarter)).map(({ messageId }) => messageId);
    }
  }
}
