import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { success } from '../../contract/outcome.ts';
import { messagesById, type StoredMessage } from '../../store/message-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { askedCount, topicPage, type CountedTopic } from '../../store/topic-pages.ts';
import type { AppContext } from '../context.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { borrowedOf } from './borrowed.ts';
import { distinctiveOf } from './distinctive.ts';

type Topic = OperationValue<'topics.list'>['topics'][number];

/** What people write about: terms that tell groups apart, texts and questions that recur. */
export function termHandlers(context: AppContext): Pick<HandlerMap, 'terms.distinctive' | 'terms.borrowed' | 'topics.list'> {
  return {
    'terms.distinctive': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return success(cachedAnswer(scope.value.project, { name: 'terms.distinctive', input }, () => distinctiveOf(scope.value, input)));
    },
    'terms.borrowed': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return success(cachedAnswer(scope.value.project, { name: 'terms.borrowed', input }, () => borrowedOf(scope.value, input)));
    },
    'topics.list': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return success(cachedAnswer(scope.value.project, { name: 'topics.list', input }, () => topicsOf(scope.value, input)));
    },
  };
}

/** One page of topics under a scope, with what is shown of each. */
function topicsOf({ project, brand, messages: { brandId, ...messages } }: ResolvedScope, input: OperationRequest<'topics.list'>): OperationValue<'topics.list'> {
  const { kind, page, size, orderBy } = input;
  // a question belongs to the brand that was asked; copies belong to nobody, so a brand that was named picks their messages
  const isQuestion = kind === 'question';
  const condition = messageCondition(isQuestion ? messages : { ...messages, brandId });
  const asker = { brandId: isQuestion ? (brand?.id ?? null) : null, messages: condition };
  const { topics, ...totals } = topicPage(project, { kind, ...asker }, { page, size, orderBy });
  const shown = new Map(messagesById(project, topics.flatMap(({ typicalId, bestAnswerId }) => [typicalId, bestAnswerId].filter((id) => id !== null))).map((message) => [message.messageId, message]));
  return { ...totals, asked: isQuestion ? askedCount(project, asker) : null, topics: topics.map((topic) => listed(topic, kind, shown)) };
}

function listed({ id, brand, label, terms, messages, people, firstMs, lastMs, observable, answeredInPublic, sentToPrivate, typicalId, bestAnswerId, bestAnswerReason }: CountedTopic, kind: Topic['kind'], shown: ReadonlyMap<number, StoredMessage>): Topic {
  const typical = typicalId === null ? undefined : shown.get(typicalId);
  const best = bestAnswerId === null ? undefined : shown.get(bestAnswerId);
  return {
    id, kind, brand, label, terms: [...terms], messages, people, firstMs, lastMs,
    typical: typical === undefined ? null : { messageId: typical.messageId, text: typical.text ?? '' },
    answers: observable === null || answeredInPublic === null || sentToPrivate === null ? null : { n: observable, inPublic: answeredInPublic, sentToPrivate, unobservable: messages - observable },
    best: best === undefined || bestAnswerReason === null ? null : { messageId: best.messageId, text: best.text ?? '', authorName: best.authorName, byBrand: best.voice, atMs: best.atMs, reason: bestAnswerReason },
  };
}
