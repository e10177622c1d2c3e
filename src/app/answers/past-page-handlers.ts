import type { HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import type { AppContext } from '../context.ts';
import { cachedOutcome } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { pastPage, pastPageWeeks } from './past-page.ts';

/** First pages as visitors saw them on any day, and open complaints on them by week. */
export function pastPageHandlers(context: AppContext): Pick<HandlerMap, 'response.pastPage' | 'response.pastPageWeeks'> {
  return {
    // a page of one day costs little: what it is cut from is remembered
    'response.pastPage': (input) => {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(pastPage(scope.value, input)) : scope;
    },
    'response.pastPageWeeks': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return cachedOutcome(scope.value.project, { name: 'past-page-weeks', input }, async () => success(pastPageWeeks(scope.value, input)));
    },
  };
}
