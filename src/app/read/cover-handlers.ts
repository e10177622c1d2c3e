import type { HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import { coverStretches } from '../../domain/response/cover-stretches.ts';
import { importWindows } from '../../store/listening-queries.ts';
import type { AppContext } from '../context.ts';
import { cachedAnswer } from './answer-cache.ts';
import { resolvedScope } from './scope.ts';

/** What was imported, over time: the ground on which every chart over time stands. */
export function coverHandlers(context: AppContext): Pick<HandlerMap, 'coverage.stretches'> {
  return {
    'coverage.stretches'(input) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const { networks = [], containers = [] } = input.filters ?? {};
      return success(cachedAnswer(project, { name: 'cover-stretches', input: { networks, containers } }, () => {
        const chosen = importWindows(project).filter(({ network, container }) => (networks.length === 0 || networks.includes(network)) && (containers.length === 0 || (container !== null && containers.includes(container))));
        return {
          stretches: coverStretches(chosen).map((stretch) => ({ ...stretch })), imports: new Set(chosen.map(({ importId }) => importId)).size,
          places: new Set(chosen.map(({ networkId, containerId }) => `${String(networkId)} ${String(containerId)}`)).size,
        };
      }));
    },
  };
}
