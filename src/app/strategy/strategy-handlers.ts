import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { FORMATION_LINES } from '../../domain/model/formation-line.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from '../plan/finding-handlers.ts';
import { changePlan, writableProject } from '../plan/plan-change.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { resolvedScope } from '../read/scope.ts';
import { activitiesView } from './activities-view.ts';
import { breadthView } from './breadth-view.ts';
import { causesView } from './causes-view.ts';
import { debatesView } from './debates-view.ts';
import { formationView } from './formation-view.ts';
import { mindsetView } from './mindset-view.ts';
import { placesView } from './places-view.ts';
import { DECLARED_KIND, FORMATION_RECORD, standingBoard, standingDeclared } from './strategy-settings.ts';

type Names = 'strategy.formation' | 'strategy.setFormation' | 'strategy.breadth' | 'strategy.places' | 'strategy.debates' | 'strategy.activities' | 'strategy.causes' | 'strategy.mindset' | 'strategy.declare';

const DEFAULT_SEED = 1;
const SUM_ROUNDING = 1e-6;

/** Strategy read from the data, and what people set and declare for it. `ask` answers the reads that others are made of. */
export function strategyHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    'strategy.formation'({ seed = DEFAULT_SEED, ...input }) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(formationView(scope.value, seed)) : scope;
    },
    'strategy.setFormation'({ target, minutes }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const total = target === undefined || target === null ? 1 : FORMATION_LINES.reduce((sum, line) => sum + target[line], 0);
      if (Math.abs(total - 1) > SUM_ROUNDING) return failed('invalid-input', `the shares of a target must add up to 1; these add up to ${total.toFixed(3)}`);
      const backwards = FORMATION_LINES.find((line) => (minutes?.[line]?.low ?? 0) > (minutes?.[line]?.high ?? Infinity));
      if (backwards !== undefined) return failed('invalid-input', `the minutes of ${backwards} end before they begin: give the lower number first`);
      const board = standingBoard(project.value);
      const next = { target: target === undefined ? board.target : target, minutes: minutes ?? board.minutes };
      if (JSON.stringify(next) === JSON.stringify(board)) return success({ changed: false });
      changePlan(context, project.value, { command: 'strategy.setFormation', ...FORMATION_RECORD, body: next, label: '' });
      return success({ changed: true });
    },
    async 'strategy.breadth'({ seed = DEFAULT_SEED, abandonedDays, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const survival = await ask('response.survival', { ...input, by: 'network', horizonSeconds: 604_800, maxSteps: 10, seed });
      if (!survival.ok) return survival;
      return success(breadthView(scope.value, { seed, abandonedDays, survival: survival.value as OperationValue<'response.survival'> }));
    },
    'strategy.places'({ lens, ...input }) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(cachedAnswer(scope.value.project, { name: 'strategy.places', input: { ...input, lens, by: 'tribe' } }, () => placesView(scope.value, { lens }))) : scope;
    },
    'strategy.debates'(input) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(cachedAnswer(scope.value.project, { name: 'strategy.debates', input }, () => debatesView(scope.value))) : scope;
    },
    'strategy.activities'(input) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(activitiesView(scope.value)) : scope;
    },
    async 'strategy.causes'({ seed = DEFAULT_SEED, ...input }) {
      const scope = resolvedScope(context, input);
      if (!scope.ok) return scope;
      const quality = await ask('response.quality', { ...input, horizonSeconds: 604_800, seed });
      if (!quality.ok) return quality;
      const criticism = await ask('response.criticism', { ...input, seed });
      if (!criticism.ok) return criticism;
      return success(causesView(scope.value, { quality: quality.value as OperationValue<'response.quality'>, criticism: criticism.value as OperationValue<'response.criticism'> }));
    },
    'strategy.mindset'({ seed: _seed, ...input }) {
      const scope = resolvedScope(context, input);
      return scope.ok ? success(mindsetView(scope.value)) : scope;
    },
    'strategy.declare'({ statement, declared, stance, note }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const before = standingDeclared(project.value, statement);
      const next = { declared: declared === undefined ? before.declared : declared, stance: stance === undefined ? before.stance : stance, note: note.trim() };
      if (JSON.stringify(next) === JSON.stringify(before)) return success({ changed: false });
      changePlan(context, project.value, { command: 'strategy.declare', kind: DECLARED_KIND, id: statement, body: next, label: statement });
      return success({ changed: true });
    },
  };
}
