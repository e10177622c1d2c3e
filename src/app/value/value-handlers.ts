import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { AppContext } from '../context.ts';
import { responseCorrection } from '../check/correction.ts';
import { PART_LABELS, wrongShares, type WrongShares } from '../check/wrong-shares.ts';
import { withFailures } from '../failure-of.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { tribesList } from './tribes-list.ts';
import { trustParts } from './trust-parts.ts';
import { valueAccounts } from './value-accounts.ts';
import { valueBooks } from './value-books.ts';
import { valueMap } from './value-map.ts';

/** Read operations over the ledger, its map, the tribes and the parts of trust. */
export function valueHandlers(context: AppContext): Pick<HandlerMap, 'value.accounts' | 'value.books' | 'value.map' | 'tribes.list' | 'trust.parts'> {
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
    'trust.parts': scoped(async (scope) => withWrongShares(trustParts(scope, await responseCorrection(scope.project)), await wrongShares(scope.project))),
  };
}

/** Parts of trust with the share of what they count that the check of the reading expects to be wrong; null where it is not known. */
function withWrongShares({ tribes }: OperationValue<'trust.parts'>, wrong: WrongShares): OperationValue<'trust.parts'> {
  return {
    tribes: tribes.map((tribe) => ({
      ...tribe,
      parts: tribe.parts.map((part) => {
        const labels = PART_LABELS[part.part];
        if (labels === undefined) return part;
        const { estimate, low, high } = wrong(labels);
        return { ...part, beside: { ...part.beside, readingWrong: estimate, readingWrongLow: low, readingWrongHigh: high } };
      }),
    })),
  };
}
