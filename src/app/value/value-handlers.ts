import type { HandlerMap } from '../../contract/dispatch.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { AppContext } from '../context.ts';
import { wrongShares } from '../check/wrong-shares.ts';
import { withFailures } from '../failure-of.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { tribesList } from './tribes-list.ts';
import { valueAccounts } from './value-accounts.ts';
import { valueBooks } from './value-books.ts';
import { valueMap } from './value-map.ts';

/** Read operations over the ledger, its map and the tribes. */
export function valueHandlers(context: AppContext): Pick<HandlerMap, 'value.accounts' | 'value.books' | 'value.map' | 'tribes.list'> {
  const scoped = <Input extends Scope, Value>(answer: (scope: ResolvedScope, input: Input) => Value | Promise<Value>) => (input: Input): Promise<Outcome<Value>> =>
    withFailures(async () => {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(await answer(scope.value, input)) : scope;
    });
  return {
    'value.accounts': scoped(valueAccounts),
    'value.books': scoped(async (scope) => valueBooks(scope, await wrongShares(scope.project))),
    'value.map': scoped(valueMap),
    'tribes.list': scoped(tribesList),
  };
}
