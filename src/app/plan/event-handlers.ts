import { z } from 'zod';
import type { HandlerMap } from '../../contract/dispatch.ts';
import type { OperationValue } from '../../contract/operations.ts';
import { failed, success } from '../../contract/outcome.ts';
import { EVENT_KINDS } from '../../domain/model/event-kind.ts';
import { planRecord, planRecords } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import type { AppContext } from '../context.ts';
import { changePlan, newPlanId, writableProject } from './plan-change.ts';

type Names = 'events.list' | 'events.save' | 'events.remove';

/** Kind of an event's record. */
const EVENT_KIND = 'event';
const bodySchema = z.object({ name: z.string(), kind: z.enum(EVENT_KINDS), fromMs: z.number().int(), toMs: z.number().int().nullable().default(null), note: z.string().default('') });

/** Events that stand on the time line of a project, the earliest first. */
export function standingEvents(project: ProjectDatabase): OperationValue<'events.list'>['events'] {
  return planRecords(project, EVENT_KIND).flatMap(({ id, body }) => {
    const parsed = bodySchema.safeParse(JSON.parse(body));
    return parsed.success ? [{ id, ...parsed.data }] : [];
  }).sort((one, other) => one.fromMs - other.fromMs || (one.id < other.id ? -1 : 1));
}

/** What happened around the brand, as a person knows it: campaigns, prices, outages; drawn over every course of time. */
export function eventHandlers(context: AppContext): Pick<HandlerMap, Names> {
  return {
    'events.list'() {
      return context.project === null ? failed('not-found', 'no project is open') : success({ events: standingEvents(context.project) });
    },
    'events.save'({ id, ...body }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      if (body.toMs !== null && body.toMs <= body.fromMs) return failed('invalid-input', 'the event ends before it begins: choose a last day that is not before the first one');
      if (id !== undefined && planRecord(project.value, { kind: EVENT_KIND, id }) === null) return failed('not-found', 'this event is no longer there: add it again');
      const target = id ?? newPlanId();
      changePlan(context, project.value, { command: 'events.save', kind: EVENT_KIND, id: target, body, label: body.name });
      return success({ id: target });
    },
    'events.remove'({ id }) {
      const project = writableProject(context);
      if (!project.ok) return project;
      const event = standingEvents(project.value).find((candidate) => candidate.id === id);
      if (event === undefined) return success({ removed: false });
      changePlan(context, project.value, { command: 'events.remove', kind: EVENT_KIND, id, body: null, label: event.name });
      return success({ removed: true });
    },
  };
}
