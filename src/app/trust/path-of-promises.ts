import type { OperationValue } from '../../contract/operations.ts';
import type { PathPromise } from '../../domain/trust/path-places.ts';
import { promisePath } from '../../domain/trust/promise-path.ts';
import { accountNames } from '../../store/exchange-queries.ts';
import { firstMoments, placedPromises } from '../../store/promise-course-queries.ts';
import { pathMessages } from '../../store/promise-path-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { observationEnds } from './observation-ends.ts';
import { openableMessages } from './openable-messages.ts';
import { promiseScope } from './promise-scope.ts';

/** People who went the whole way, shown by name at most. */
const MOST_SHOWN = 50;

/**
 * From promises with a due time to compliments to recommendations by the same person. The filters of the scope choose the promises;
 * what the people wrote afterwards is looked for in the whole project. Memory: the messages of the people promised to.
 */
export function pathOfPromises(scope: ResolvedScope, { days, seed, nowMs }: { readonly days: number; readonly seed: number; readonly nowMs: number | null }): OperationValue<'promises.path'> {
  const { project, brand } = scope;
  const endOf = observationEnds(project, nowMs);
  const firstMs = firstMoments(project);
  const promises = placedPromises(project, promiseScope(scope)).flatMap(({ promiseId, messageId, personId, network, state, named, atMs, judgedMs, rootId, containerId }): PathPromise[] =>
    personId === null || !named || (state !== 'kept' && state !== 'broken') ? [] : [{ promiseId, messageId, personId, side: state, madeMs: atMs, indexMs: judgedMs, rootId, fromMs: firstMs.get(network) ?? atMs, endMs: endOf(containerId) }]);
  const messages = pathMessages(project, { brandId: brand?.id ?? null, personIds: [...new Set(promises.map(({ personId }) => personId))] });
  const { sides, ...found } = promisePath({ promises, messages, days, seed });
  const names = accountNames(project, sides.flatMap(({ paths }) => paths.slice(0, MOST_SHOWN).map(({ personId }) => personId)));
  return {
    ...found, seed,
    sides: sides.map(({ promiseMessageIds, praiseMessageIds, adviceMessageIds, paths, ...side }) => ({
      ...side, promiseMessageIds: openableMessages(promiseMessageIds), praiseMessageIds: openableMessages(praiseMessageIds), adviceMessageIds: openableMessages(adviceMessageIds),
      paths: paths.slice(0, MOST_SHOWN).map(({ personId, promiseMessageId, praiseMessageId, adviceMessageId }) => ({ accountId: personId, name: names.get(personId)?.name ?? '', network: names.get(personId)?.network ?? '', messageIds: [promiseMessageId, praiseMessageId, adviceMessageId] })),
    })),
  };
}
