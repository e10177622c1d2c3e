import { basename } from 'node:path';
import type { ProjectSummary } from '../../contract/operations/project.ts';
import { storedBrands } from '../../store/brand-queries.ts';
import { firstUndone, lastDone } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { recordCounts } from '../../store/record-counts.ts';
import { dataVersionOf, settingOf } from '../../store/stage-queries.ts';
import { keptFloors, keptWeekStart } from '../counting/kept-counting.ts';
import { isAnalysed } from '../analyse/analyse-project.ts';

/** What a person should know of the open project at a glance. */
export function projectSummary(project: ProjectDatabase): ProjectSummary {
  const fileName = basename(project.path);
  return {
    name: settingOf(project, 'name') ?? fileName.replace(/\.tribuna$/i, ''), fileName, ...recordCounts(project), dataVersion: dataVersionOf(project), analysed: isAnalysed(project), readOnly: project.readOnly,
    journalMode: project.journalMode, timeZone: settingOf(project, 'time_zone') ?? 'UTC', weekStart: keptWeekStart(project), floors: keptFloors(project), brands: storedBrands(project), undo: lastDone(project)?.label ?? null, redo: firstUndone(project)?.label ?? null,
  };
}
