import type { HandlerMap } from '../../contract/dispatch.ts';
import { success, type Outcome } from '../../contract/outcome.ts';
import type { Scope } from '../../contract/selection.ts';
import type { AppContext } from '../context.ts';
import { withFailures } from '../failure-of.ts';
import { resolvedScope, type ResolvedScope } from '../read/scope.ts';
import { setWeights } from './set-weights.ts';
import { statementCsv, statementOf } from './statement.ts';
import { valueClaim } from './value-claim.ts';
import { valueInequality } from './value-inequality.ts';
import { valueRobustness } from './value-robustness.ts';
import { weightsEffect, weightsView } from './weights-view.ts';

type Names = 'value.weights' | 'value.weightsEffect' | 'value.setWeights' | 'value.statement' | 'value.statementCsv' | 'value.inequality' | 'value.robustness' | 'value.claim';

/** The books behind the map: weights by version, statements, inequality, and the essay's claim. */
export function ledgerHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const scoped = <Input extends Scope, Value>(answer: (scope: ResolvedScope, input: Input) => Outcome<Value>) => (input: Input): Promise<Outcome<Value>> =>
    withFailures(() => {
      const scope = resolvedScope(context, input);
      return scope.ok ? answer(scope.value, input) : scope;
    });
  return {
    'value.weights': scoped((scope) => success(weightsView(scope))),
    'value.weightsEffect': scoped((scope, input) => success(weightsEffect(scope, input))),
    'value.setWeights': (input) => withFailures(() => setWeights(context, input)),
    'value.statement': scoped(statementOf),
    'value.statementCsv': scoped(statementCsv),
    'value.inequality': scoped((scope, input) => success(valueInequality(scope, input))),
    'value.robustness': scoped((scope) => success(valueRobustness(scope))),
    'value.claim': scoped((scope) => success(valueClaim(scope))),
  };
}
