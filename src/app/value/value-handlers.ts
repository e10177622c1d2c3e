import type { HandlerMap } from '../../contract/dispatch.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { AppContext } from '../context.ts';
import { checkedDonors } from '../check/correction.ts';
import { wrongShares } from '../check/wrong-shares.ts';
import { withFailures } from '../failure-of.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { ruleCorrections } from './corrected-books.ts';
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
    'value.books': scoped(async (scope) => {
      const wrong = await wrongShares(scope.project);
      return valueBooks(scope, wrong, ruleCorrections(scope, await checkedDonors(scope.project), wrong));
    }),
    'value.map': scoped(valueMap),
    'tribes.list': scoped(tribesList),
  };
}
