import { WEEK_STARTS, type WeekStart } from '../../domain/model/week-start.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Name of the setting that holds the day on which weeks begin; absent while it is Monday. */
export const WEEK_START_SETTING = 'week_start';
/** Name of the setting that holds the zone a person set; absent while the project counts in the zone it was made in. */
const ZONE_SET = 'time_zone_set';
const ZONE = 'time_zone';

/** What the journal keeps of a change to the zone. */
export interface ZoneChange {
  readonly before: KeptZone;
  readonly after: KeptZone;
}

/** A project's zone, and whether a person set it. */
export interface KeptZone {
  readonly timeZone: string;
  readonly isSet: boolean;
}

/** What the journal keeps of a change to the day on which weeks begin. */
export interface WeekStartChange {
  readonly before: WeekStart;
  readonly after: WeekStart;
}

/** The zone in which a project counts. */
export function keptZone(project: ProjectDatabase): KeptZone {
  return { timeZone: settingOf(project, ZONE) ?? 'UTC', isSet: settingOf(project, ZONE_SET) !== null };
}

/** Makes a zone stand. To be called inside a transaction that raises the data version. */
export function putZone(project: ProjectDatabase, { timeZone, isSet }: KeptZone): void {
  storeSetting(project, ZONE, timeZone);
  if (isSet) storeSetting(project, ZONE_SET, timeZone);
  else removeSetting(project, ZONE_SET);
}

/** The ISO weekday on which this project's weeks begin: Monday unless a person set another. */
export function keptWeekStart(project: ProjectDatabase): WeekStart {
  const kept = Number(settingOf(project, WEEK_START_SETTING) ?? '1');
  return WEEK_STARTS.find((day) => day === kept) ?? 1;
}

/** Makes a beginning of weeks stand; Monday leaves no setting behind. Answers carry it in their version. */
export function putWeekStart(project: ProjectDatabase, weekStart: WeekStart): void {
  if (weekStart === 1) removeSetting(project, WEEK_START_SETTING);
  else storeSetting(project, WEEK_START_SETTING, String(weekStart));
}
