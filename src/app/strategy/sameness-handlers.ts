import type { HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import type { AppContext } from '../context.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { samenessView } from './sameness-view.ts';

/** How alike the programmes of the imported brands are. */
export function samenessHandlers(context: AppContext): Pick<HandlerMap, 'strategy.sameness'> {
  return {
    'strategy.sameness'(input) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(cachedAnswer(scope.value.project, { name: 'strategy.sameness', input }, () => samenessView(scope.value, input))) : scope;
    },
  };
}
