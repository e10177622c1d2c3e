import { z } from 'zod';
import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success } from '../../contract/outcome.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AppContext } from '../context.ts';
import { changePlan, newPlanId, writableProject } from './plan-change.ts';

type Names = 'views.list' | 'views.save' | 'views.remove';

/** Kind of a kept view's record. */
const VIEW_KIND = 'view';
const bodySchema = z.object({ name: z.string(), address: z.string().regex(/^#\//), level: z.enum(['essential', 'full']).nullable().default(null) });

type View = z.output<typeof bodySchema> & { readonly id: string; readonly changedMs: number };

function standingViews(project: ProjectDatabase): View[] {
  return planRecords(project, VIEW_KIND).flatMap(({ id, body, changedMs }) => {
    const parsed = bodySchema.safeParse(JSON.parse(body));
    return parsed.success ? [{ id, ...parsed.data, changedMs }] : [];
  });
}

const folded = (name: string): string => name.trim().toLocaleLowerCase();

/** Views that a person keeps to come back to: an address of the workbench under a name. */
export function viewHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'views.list'() {
      if (context.project === null) return failed('not-found', 'no project is open');
      return success({ views: standingViews(context.project).sort((one, other) => one.name.localeCompare(other.name) || (one.id < other.id ? -1 : 1)) });
    },
    'views.save'({ id, name, address, level, replace }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const views = standingViews(project.value);
      if (id !== undefined && !views.some((view) => view.id === id)) return failed('not-found', 'this view is no longer there: keep it under a name again');
      const namesake = views.find((view) => view.id !== id && folded(view.name) === folded(name));
      if (namesake !== undefined && (id !== undefined || !replace)) return failed('invalid-input', `a view called “${namesake.name}” is there already: choose another name, or write over it`);
      const target = id ?? namesake?.id ?? newPlanId();
      changePlan(context, project.value, { command: 'views.save', kind: VIEW_KIND, id: target, body: { name, address, level }, label: name });
      return success({ id: target });
    },
    'views.remove'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const record = planRecord(project.value, { kind: VIEW_KIND, id });
      if (record === null) return success({ removed: false });
      const parsed = bodySchema.safeParse(JSON.parse(record.body));
      changePlan(context, project.value, { command: 'views.remove', kind: VIEW_KIND, id, body: null, label: parsed.success ? parsed.data.name : '' });
      return success({ removed: true });
    },
  };
}
