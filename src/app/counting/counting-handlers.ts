import type { HandlerMap } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { zoneShift } from '../../domain/model/zone-shift.ts';
import { recordCommand } from '../../store/journal.ts';
import { MOMENT_STRETCH_MS, momentCounts } from '../../store/moment-counts.ts';
import type { AppContext } from '../context.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { projectSummary } from '../project/project-summary.ts';
import { keptFloors, keptWeekStart, keptZone, putFloors, putWeekStart, putZone, type FloorsChange, type WeekStartChange, type ZoneChange } from './kept-counting.ts';

type Names = 'counting.settings' | 'counting.setZone' | 'counting.setWeekStart' | 'counting.setFloors';

/** The name of a zone as calendars write it; null for one that none knows. Offsets such as `+02:00` are none: they have no summer. */
function knownZone(name: string): string | null {
  if (/^[+-]/u.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

const unknownZone = (name: string): Outcome<never> => failed('invalid-input', `no calendar knows a time zone called ${name}: choose one such as Europe/Rome`);

/** The zone and the weeks in which a project counts. */
export function countingHandlers(context: AppContext): Pick<HandlerMap, Names> {
  const writable = (): Outcome<NonNullable<AppContext['project']>> => {
    const { project } = context;
    if (project === null) return failed('not-found', 'no project is open');
    return project.readOnly ? failed('read-only-project', 'this project is open for reading only; save a copy to change how it counts') : success(project);
  };
  return {
    'counting.settings'({ zone }) {
      const { project } = context;
      if (project === null) return failed('not-found', 'no project is open');
      const { timeZone } = keptZone(project);
      const asked = zone === undefined ? null : knownZone(zone);
      if (zone !== undefined && asked === null) return unknownZone(zone);
      const stretches = asked === null || asked === timeZone ? [] : momentCounts(project).map(({ quarter, messages }) => ({ atMs: quarter * MOMENT_STRETCH_MS, messages }));
      return success({
        timeZone, weekStart: keptWeekStart(project),
        effect: asked === null || asked === timeZone ? null : { timeZone: asked, ...zoneShift(stretches, { from: timeZone, to: asked }) },
      });
    },
    'counting.setZone'({ timeZone }) {
      const project = writable();
      if (!project.ok) return project;
      const asked = knownZone(timeZone);
      if (asked === null) return unknownZone(timeZone);
      const change: ZoneChange = { before: keptZone(project.value), after: { timeZone: asked, isSet: true } };
      if (change.before.timeZone === asked) return success(projectSummary(project.value));
      project.value.connection.transaction(() => {
        putZone(project.value, change.after);
        recordCommand(project.value, { command: 'counting.setZone', label: `counting.setZone:${asked}`, forward: '{}', inverse: JSON.stringify(change), atMs: context.now() });
        raiseDataVersion(project.value);
      }).immediate();
      const summary = projectSummary(project.value);
      context.emit({ type: 'project-changed', dataVersion: summary.dataVersion });
      return success(summary);
    },
    'counting.setFloors'(floors) {
      const project = writable();
      if (!project.ok) return project;
      const change: FloorsChange = { before: keptFloors(project.value), after: floors };
      if (change.before.people !== floors.people || change.before.cases !== floors.cases) {
        project.value.connection.transaction(() => {
          putFloors(project.value, floors);
          recordCommand(project.value, { command: 'counting.setFloors', label: `counting.setFloors:${String(floors.people)}, ${String(floors.cases)}`, forward: '{}', inverse: JSON.stringify(change), atMs: context.now() });
        }).immediate();
      }
      return success(projectSummary(project.value));
    },
    'counting.setWeekStart'({ weekStart }) {
      const project = writable();
      if (!project.ok) return project;
      const change: WeekStartChange = { before: keptWeekStart(project.value), after: weekStart };
      if (change.before !== weekStart) {
        project.value.connection.transaction(() => {
          putWeekStart(project.value, weekStart);
          recordCommand(project.value, { command: 'counting.setWeekStart', label: `counting.setWeekStart:${String(weekStart)}`, forward: '{}', inverse: JSON.stringify(change), atMs: context.now() });
        }).immediate();
      }
      return success(projectSummary(project.value));
    },
  };
}
