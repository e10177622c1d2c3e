import type { HandlerMap } from '../../contract/dispatch.ts';
import { success } from '../../contract/outcome.ts';
import { journalStamp } from '../../store/journal-stamp.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { DECISION_RULES_VERSION } from '../../text/decision-question.ts';
import type { AppContext } from '../context.ts';
import { drawStamp } from '../check/check-sample.ts';
import { toneDrawing } from '../check/tone-drawing.ts';
import { cachedAnswer, cachedOutcome } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { brandAssociations } from '../tribes/brand-associations.ts';
import { needMap } from '../tribes/need-map.ts';
import { choiceFigures, choicePage } from './choice-view.ts';

/** What the answers rest on besides the data: the draw of the check, and what people decided of tribes, routes and labels. */
const stamps = (project: ProjectDatabase): { readonly draw: string; readonly changes: string } => ({ draw: drawStamp(project), changes: journalStamp(project) });

/** A brand in people's minds, what tribes need, and the moments in which people ask others what to choose. */
export function choiceHandlers(context: AppContext): Pick<HandlerMap, 'tribes.associations' | 'tribes.needs' | 'response.decisions'> {
  return {
    'tribes.associations': async (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return cachedOutcome(scope.value.project, { name: 'tribes.associations', input: { ...input, ...stamps(scope.value.project) } }, () => brandAssociations(scope.value, input));
    },
    'tribes.needs': (input) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      return success(cachedAnswer(scope.value.project, { name: 'tribes.needs', input: { ...input, ...stamps(scope.value.project) } }, () => needMap(scope.value, input)));
    },
    'response.decisions': async ({ page, size, show, ...input }) => {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const { project } = scope.value;
      const found = await cachedOutcome(project, { name: 'response.decisions', input: { ...input, ...stamps(project), rules: DECISION_RULES_VERSION } }, async () => {
        const { state, drawing } = await toneDrawing(project, input.seed);
        return success({ correction: state, ...choiceFigures(scope.value, { seed: input.seed, maxSteps: input.maxSteps, drawing }) });
      });
      if (!found.ok) return found;
      const { rows, ...figures } = found.value;
      return success({ ...figures, ...choicePage(project, rows, { page, size, show }) });
    },
  };
}
