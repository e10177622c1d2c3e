import { messageCondition } from '../../store/selection-sql.ts';
import type { PromiseScope } from '../../store/promise-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';

/** The promises of a scope. A tribe is made of people: it selects the promises made to them, not the brand's messages. */
export function promiseScope({ brand, messages }: ResolvedScope): PromiseScope {
  const { tribes, ...filters } = messages.filters ?? {};
  return { brandId: brand?.id ?? null, messages: messageCondition({ ...messages, filters }), tribes };
}
