import type { HandlerMap } from '../../../contract/dispatch.ts';
import { success } from '../../../contract/outcome.ts';
import { storedWeights } from '../../../store/weight-versions.ts';
import type { AppContext } from '../../context.ts';
import { cachedAnswer } from '../../read/answer-cache.ts';
import { resolvedScope } from '../../read/scope.ts';
import { changeSide } from './change-side.ts';
import { changeView } from './change-view.ts';

/** Why a figure is another one. */
export function changeHandlers(context: AppContext): Pick<HandlerMap, 'strategy.change'> {
  return {
    'strategy.change'({ measure, by, before, after, seed, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const [first, second] = [changeSide(project, before), changeSide(project, after)];
      if (!first.ok) return first;
      if (!second.ok) return second;
      const brand = input.brand ?? first.value.edition?.brand ?? undefined;
      const own = brand === undefined ? scope : resolvedScope(context, { ...input, brand });
      if (!own.ok) return own;
      const question = { weights: storedWeights(project), measure, by, before, after, seed, brand, filters: { ...input.filters, fromMs: undefined, toMs: undefined }, editions: [first.value.edition?.closedMs ?? 0, second.value.edition?.closedMs ?? 0] };
      const view = (): ReturnType<typeof changeView> => changeView(own.value, { measure, by, seed, before: first.value, after: second.value, program: context.version });
      // verdicts on promises and weights act without the data changing
      return success(measure === 'promises-kept' || measure === 'created-per-person' ? view() : cachedAnswer(project, { name: 'change', input: question }, view));
    },
  };
}
