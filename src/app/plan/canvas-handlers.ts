import type { z } from 'zod';
import type { HandlerMap } from '../../contract/dispatch.ts';
import { canvasOperations } from '../../contract/operations/canvas.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { costPerPerson } from '../../domain/strategy/engaged-cost.ts';
import { planRecord, planRecords, type PlanRecord } from '../../store/plan-records.ts';
import type { AppContext } from '../context.ts';
import type { AskAgain } from './finding-handlers.ts';
import { changePlan, writableProject } from './plan-change.ts';

type Names = 'canvas.list' | 'canvas.one' | 'canvas.save' | 'canvas.remove';
type Canvas = Omit<OperationValue<'canvas.one'>, 'tribe' | 'exists' | 'size' | 'perPerson' | 'massPerPerson' | 'standings'>;

/** Kind of a canvas's record; the id is the tribe. */
export const CANVAS_KIND = 'canvas';
const EMPTY: Canvas = { lines: {}, owner: '', dueMs: null, state: 'draft', cost: null, mass: null, target: '', currency: '€' };
const bodySchema: z.ZodType<Canvas> = canvasOperations['canvas.one'].output.pick({ lines: true, owner: true, dueMs: true, state: true, cost: true, mass: true, target: true, currency: true });

/** A stored canvas; null for a body that a newer program wrote in a way this one cannot read. */
export function canvasOf({ body }: PlanRecord): Canvas | null {
  const parsed = bodySchema.safeParse({ ...EMPTY, ...(JSON.parse(body) as object) });
  return parsed.success ? parsed.data : null;
}

/** Canvases of tribes: one page each, whose lines may rest on findings. `ask` answers the reads they are held against. */
export function canvasHandlers(context: AppContext, ask: AskAgain): Pick<HandlerMap, Names> {
  return {
    'canvas.list'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      return success({
        canvases: planRecords(context.project, CANVAS_KIND).flatMap((record) => {
          const canvas = canvasOf(record);
          return canvas === null ? [] : [{ tribe: record.id, task: canvas.lines.task?.text ?? '', activity: canvas.lines.activity?.text ?? '', owner: canvas.owner, dueMs: canvas.dueMs, state: canvas.state, filled: Object.values(canvas.lines).filter(({ text }) => text !== '').length, changedMs: record.changedMs }];
        }),
      });
    },
    async 'canvas.one'({ tribe, brand }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const record = planRecord(project, { kind: CANVAS_KIND, id: tribe });
      const canvas = (record === null ? null : canvasOf(record)) ?? EMPTY;
      const listed = await ask('tribes.list', brand === undefined ? {} : { brand });
      if (!listed.ok) return listed;
      const size = (listed.value as OperationValue<'tribes.list'>).tribes.find(({ id }) => id === tribe)?.size ?? null;
      const wanted = new Set(Object.values(canvas.lines).flatMap(({ findingId }) => findingId ?? []));
      const findings = wanted.size === 0 ? [] : await standingsOf(wanted);
      return success({
        tribe, exists: record !== null, ...canvas, size,
        perPerson: canvas.cost === null || size === null || size === 0 ? null : costPerPerson(canvas.cost, { low: size, high: size }),
        massPerPerson: canvas.mass === null ? null : costPerPerson(canvas.mass.cost, canvas.mass.people),
        standings: findings,
      });
    },
    'canvas.save'({ tribe, ...changes }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const backwards = [changes.cost, changes.mass?.cost, changes.mass?.people].some((range) => range != null && range.low > range.high);
      if (backwards) return failed('invalid-input', 'a range ends before it begins: give the lower number first');
      const record = planRecord(project.value, { kind: CANVAS_KIND, id: tribe });
      const before = (record === null ? null : canvasOf(record)) ?? EMPTY;
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined)) as Partial<Canvas>;
      const next: Canvas = { ...before, ...given, lines: { ...before.lines, ...given.lines } };
      if (record !== null && JSON.stringify(next) === JSON.stringify(before)) return success({ changed: false });
      changePlan(context, project.value, { command: 'canvas.save', kind: CANVAS_KIND, id: tribe, body: next, label: tribe });
      return success({ changed: true });
    },
    'canvas.remove'({ tribe }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (planRecord(project.value, { kind: CANVAS_KIND, id: tribe }) === null) return success({ removed: false });
      changePlan(context, project.value, { command: 'canvas.remove', kind: CANVAS_KIND, id: tribe, body: null, label: tribe });
      return success({ removed: true });
    },
  };

  async function standingsOf(wanted: ReadonlySet<string>): Promise<OperationValue<'canvas.one'>['standings']> {
    const [list, check] = [await ask('findings.list', {}), await ask('findings.check', {})];
    const sentences = new Map(list.ok ? (list.value as OperationValue<'findings.list'>).findings.map(({ id, sentence }) => [id, sentence]) : []);
    const standings = new Map(check.ok ? (check.value as OperationValue<'findings.check'>).standings.map(({ id, standing }) => [id, standing]) : []);
    return [...wanted].map((findingId) => ({ findingId, sentence: sentences.get(findingId) ?? '', standing: sentences.has(findingId) ? (standings.get(findingId) ?? 'unlinked') : 'gone' }));
  }
}
