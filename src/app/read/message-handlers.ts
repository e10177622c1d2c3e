import type { Handler, HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { metricDefinitions } from '../../domain/metrics/metric-definitions.ts';
import { heldPage } from '../../store/held-counts.ts';
import { messageCount, messagePage, messagesById, threadOf } from '../../store/message-queries.ts';
import { brandNames, messagesBy } from '../../store/overview-queries.ts';
import { datedSpan } from '../../store/value-quarters.ts';
import { bothConditions, messageCondition, type SqlCondition } from '../../store/selection-sql.ts';
import { accountsInBox } from '../../store/value-box.ts';
import type { AppContext } from '../context.ts';
import { answerSetIds } from '../answers/answer-sets.ts';
import { cachedAnswer } from './answer-cache.ts';
import { heldProject } from './held-project.ts';
import { selectedEpisodes } from './request-source.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { resolvedScope } from './scope.ts';
import { selectedTerm } from '../terms/term-keys.ts';

type Names = 'messages.list' | 'messages.thread' | 'filters.options' | 'metrics.list';

const EVERYTHING: SqlCondition = { sql: '1', parameters: [] };

/** Reading messages: any set that a mark or a number stands for, threads, filter choices, definitions. */
export function messageHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const list: Handler<'messages.list'> = (input) => {
    const scope = resolvedScope(context, input);
    if (!scope.ok) return scope;
    const { project, messages } = scope.value;
    const held = heldProject(project);
    const { messageIds, box, requests, answers, direction, topic, except } = input;
    if (held !== null && [input.accountIds, messageIds, box, requests, answers, direction, topic, except, input.term].every((part) => part === undefined)) {
      const selection = held.messages.selectionOf(messages.filters ?? {}, messages.brandId ?? null);
      return success({ total: selection.count, messages: messagesById(project, heldPage(selection, { page: input.page, size: input.size, newestFirst: input.orderBy === 'newest' })) });
    }
    const accountIds = input.box === undefined ? input.accountIds : accountsInBox(project, input.box, input.accountIds);
    const term = input.term === undefined ? undefined : selectedTerm(project, input.term);
    if (term === null) return success({ total: 0, messages: [] });
    let condition = messageCondition({ ...messages, messageIds: input.messageIds, accountIds, direction: input.direction, term, topic: input.topic, except: input.except });
    if (input.requests !== undefined) {
      const ids = selectedEpisodes(scope.value, input.requests).map(({ messageId }) => messageId);
      condition = bothConditions(condition, messageCondition({ messageIds: ids }));
    }
    if (input.answers !== undefined) condition = bothConditions(condition, messageCondition({ messageIds: answerSetIds(scope.value, input.answers) }));
    return success({
      total: messageCount(project, condition),
      messages: messagePage(project, condition, { page: input.page, size: input.size, newestFirst: input.orderBy === 'newest' }),
    });
  };
  return {
    'messages.list': list,
    'messages.thread': ({ messageId }) => {
      if (context.project === null) return failed('not-found', 'no project is open');
      const messages = threadOf(context.project, messageId);
      return messages.length === 0 ? failed('not-found', `no message has the number ${messageId}`) : success({ messages });
    },
    'filters.options': ({ brand }) => {
      const scope = resolvedScope(context, { brand });
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const counts = cachedAnswer(project, { name: 'filter-choices', input: {} }, () => {
        const span = datedSpan(project);
        return { networks: messagesBy(project, 'network', EVERYTHING), containers: messagesBy(project, 'container', EVERYTHING), languages: messagesBy(project, 'language', EVERYTHING), fromMs: span?.fromMs ?? null, toMs: span?.toMs ?? null };
      });
      return success({
        ...counts,
        brands: brandNames(project).map(({ name }) => name),
        tribes: listedTribes(project).flatMap(({ id, name, title, origin }) => (title === null && (origin === 'ruled' || name === '') ? [] : [{ value: id, name: title ?? name }])),
      });
    },
    'metrics.list': ({ language }) => success({ metrics: metricDefinitions(language) }),
  };
}
