import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { answerReuse, type AnswerGiven } from '../../domain/value/answer-reuse.ts';
import { jaccardLikeness } from '../../domain/terms/min-hash.ts';
import { tokenHashes, tokenRuns } from '../../domain/terms/token-runs.ts';
import { messagesById, type StoredMessage } from '../../store/message-queries.ts';
import { messageCondition, type SqlCondition } from '../../store/selection-sql.ts';
import { topicPage } from '../../store/topic-pages.ts';
import { topicAnswers } from '../../store/topic-queries.ts';
import { askersAfter, standingCards, type StandingCard } from '../../store/question-cards.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { comparedText } from '../../text/compared-text.ts';
import type { ResolvedScope } from '../read/scope.ts';

type Questions = OperationValue<'lost.questions'>;
type Question = Questions['questions'][number];

const SAME_WORDING = 0.5;
const MOST_WORDINGS = 20;

const runsOf = (text: string): Int32Array => tokenRuns(tokenHashes(comparedText(text)));

function shownCondition({ sql, parameters }: SqlCondition, show: OperationRequest<'lost.questions'>['show'], dropped: readonly string[]): SqlCondition {
  if (show === 'all') return { sql, parameters };
  return { sql: `(${sql}) AND k.id ${show === 'kept' ? 'NOT IN' : 'IN'} (SELECT value FROM json_each(?))`, parameters: [...parameters, JSON.stringify(dropped)] };
}

/** The questions that recur as a knowledge base: the answer to give, who gave it, how often it served again, what a person decided. */
export function lostQuestions({ project, brand, messages: { brandId: _brandId, ...messages } }: ResolvedScope, { show, page, size, orderBy }: Pick<OperationRequest<'lost.questions'>, 'show' | 'page' | 'size' | 'orderBy'>): Questions {
  const cards = standingCards(project);
  const dropped = [...cards.values()].flatMap(({ topic, kept }) => (kept ? [] : [topic]));
  const condition = shownCondition(messageCondition(messages), show, dropped);
  const { total, topics } = topicPage(project, { kind: 'question', brandId: brand?.id ?? null, messages: condition }, { page, size, orderBy });
  const chosenId = (id: string, found: number | null): number | null => cards.get(id)?.answerId ?? found;
  const shown = new Map(messagesById(project, topics.flatMap(({ id, typicalId, bestAnswerId }) => [typicalId, chosenId(id, bestAnswerId)].filter((one) => one !== null))).map((message) => [message.messageId, message]));
  const given = answersGiven(project);
  return {
    total, dropped: dropped.length,
    questions: topics.map((topic): Question => {
      const { id, messages: count, observable, answeredInPublic, sentToPrivate, typicalId, bestAnswerId, bestAnswerReason } = topic;
      const card = cards.get(id);
      const answerId = chosenId(id, bestAnswerId);
      const best = answerId === null ? undefined : shown.get(answerId);
      const reason = card?.answerId === undefined || card.answerId === null ? (bestAnswerReason ?? 'latest') : 'chosen';
      const n = observable ?? 0;
      return {
        id, brand: topic.brand, text: (typicalId === null ? null : shown.get(typicalId)?.text) ?? topic.label, typicalId, messages: count, people: topic.people, firstMs: topic.firstMs, lastMs: topic.lastMs,
        answers: { n, inPublic: answeredInPublic ?? 0, sentToPrivate: sentToPrivate ?? 0, unobservable: count - n },
        kept: card?.kept ?? true, official: card?.text ?? '',
        best: best === undefined ? null : { ...answerOf(best), reason, ...reuseOf(best, given(id)), askersAfter: best.atMs === null ? null : askersAfter(project, id, best.atMs) },
      };
    }),
  };
}

/** The answers to one question, one of each wording, the commonest first. */
export function questionAnswers(project: ProjectDatabase, topic: string): OperationValue<'lost.answers'>['answers'] {
  const wordings: { messageId: number; runs: Int32Array; times: number; thanked: boolean }[] = [];
  for (const { messageId, text, thanked } of topicAnswers(project)(topic)) {
    const runs = runsOf(text);
    const known = wordings.find((wording) => jaccardLikeness(wording.runs, runs) >= SAME_WORDING);
    if (known === undefined) wordings.push({ messageId, runs, times: 1, thanked: thanked === 1 });
    else {
      known.times += 1;
      known.thanked = known.thanked || thanked === 1;
    }
  }
  const most = wordings.toSorted((one, other) => other.times - one.times).slice(0, MOST_WORDINGS);
  const shown = new Map(messagesById(project, most.map(({ messageId }) => messageId)).map((message) => [message.messageId, message]));
  return most.flatMap(({ messageId, times, thanked }) => {
    const message = shown.get(messageId);
    return message === undefined ? [] : [{ ...answerOf(message), times, thanked }];
  });
}

function answerOf({ messageId, text, authorName, voice, atMs }: StoredMessage): { messageId: number; text: string; authorName: string | null; byBrand: boolean; atMs: number | null } {
  return { messageId, text: text ?? '', authorName, byBrand: voice, atMs };
}

function answersGiven(project: ProjectDatabase): (topic: string) => AnswerGiven[] {
  const read = topicAnswers(project);
  return (topic) => {
    const answers = read(topic);
    const authors = new Map(messagesById(project, answers.map(({ messageId }) => messageId)).map(({ messageId, accountId }) => [messageId, accountId]));
    return answers.map(({ messageId, atMs, text }) => ({ messageId, atMs, authorId: authors.get(messageId) ?? null, runs: runsOf(text) }));
  };
}

function reuseOf(best: StoredMessage, given: readonly AnswerGiven[]): { again: number; byOthers: number } {
  return answerReuse({ messageId: best.messageId, authorId: best.accountId, atMs: best.atMs, runs: runsOf(best.text ?? '') }, given);
}

/** What a person said of one topic, or nothing yet. */
export function cardOfTopic(project: ProjectDatabase, topic: string): StandingCard | null {
  return standingCards(project).get(topic) ?? null;
}
