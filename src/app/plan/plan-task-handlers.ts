import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { isPastDay } from '../../domain/strategy/past-day.ts';
import { planRecords } from '../../store/plan-records.ts';
import { settingOf } from '../../store/stage-queries.ts';
import type { AppContext } from '../context.ts';
import { CANVAS_KIND, canvasOf } from './canvas-handlers.ts';
import type { AskAgain } from './finding-handlers.ts';
import { hypothesisTasks, routedTasks } from './routed-tasks.ts';
import { taskCalendar } from './task-calendar.ts';
import { taskTable } from './task-table.ts';

type Names = 'plan.calendar' | 'plan.tasks';

/** Something to do: a finding that was accepted, the activity of a canvas, a piece of value on its way, a hypothesis to be judged. */
export type PlanTask = OperationValue<'plan.calendar'>['entries'][number];

/** Pieces of value on their way that fit a calendar. */
const MOST_PIECES = 1000;

/** What is to be done, by whom and until when: for a calendar in the window, a table, and calendars of other programs. */
export function planTaskHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  /** Every task by its date, those without one last. */
  const tasks = async (): Promise<Outcome<PlanTask[]>> => {
    const { project } = context;
    if (project === null) return failed('not-found', 'no project is open');
    const nowMs = context.now();
    const listed = await ask('findings.list', { state: 'accepted' });
    if (!listed.ok) return listed;
    const findings = (listed.value as OperationValue<'findings.list'>).findings.map(({ id, sentence, recommendation, tribe, owner, dueMs, state, outcome, madeMs, changedMs }): PlanTask => ({
      kind: 'finding', id, text: recommendation === '' ? sentence : recommendation, tribe, owner, dueMs, state, outcome, madeMs, changedMs, late: dueMs !== null && outcome === '' && isPastDay(dueMs, nowMs),
    }));
    const canvases = planRecords(project, CANVAS_KIND).flatMap((record): PlanTask[] => {
      const canvas = canvasOf(record);
      if (canvas === null || (canvas.owner === '' && canvas.dueMs === null)) return [];
      const { owner, dueMs, state } = canvas;
      return [{ kind: 'canvas', id: record.id, text: canvas.lines.activity?.text ?? '', tribe: record.id, owner, dueMs, state, outcome: '', madeMs: record.madeMs, changedMs: record.changedMs, late: dueMs !== null && state !== 'closed' && isPastDay(dueMs, nowMs) }];
    });
    const pieces = await ask('lost.pieces', { routed: true, once: true, orderBy: 'due', kinds: [], states: [], departments: [], page: 0, size: MOST_PIECES });
    const hypotheses = await ask('hypotheses.list', {});
    // a project without an analysis has neither pieces nor measures: the rest of the plan stands
    const routed = pieces.ok ? routedTasks((pieces.value as OperationValue<'lost.pieces'>).pieces, nowMs) : [];
    const judged = hypotheses.ok ? hypothesisTasks((hypotheses.value as OperationValue<'hypotheses.list'>).hypotheses, nowMs) : [];
    return success([...findings, ...canvases, ...routed, ...judged].sort((one, other) => (one.dueMs ?? Infinity) - (other.dueMs ?? Infinity) || (one.id < other.id ? -1 : 1)));
  };
  return {
    async 'plan.calendar'() {
      const found = await tasks();
      return found.ok ? success({ entries: found.value }) : found;
    },
    async 'plan.tasks'({ format, separator, language, tribes }) {
      const found = await tasks();
      if (!found.ok) return found;
      const names = new Map(tribes.map(({ id, name }) => [id, name]));
      const { project } = context;
      if (format === 'csv') return success(taskTable(found.value, { separator, language, names }));
      const made = project === null ? null : settingOf(project, 'created_at_ms');
      return success(taskCalendar(found.value, { language, names, calendar: (project === null ? null : settingOf(project, 'name')) ?? '', projectKey: made ?? '0' }));
    },
  };
}
