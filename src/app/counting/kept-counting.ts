import { HIGHEST_FLOORS, isRaised, LEAST_FLOORS, type Floors } from '../../domain/model/floors.ts';
import { WEEK_STARTS, type WeekStart } from '../../domain/model/week-start.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Name of the setting that holds the day on which weeks begin; absent while it is Monday. */
export const WEEK_START_SETTING = 'week_start';
/** Name of the setting that holds the zone a person set; absent while the project counts in the zone it was made in. */
const ZONE_SET = 'time_zone_set';
const ZONE = 'time_zone';

/** Name of the setting that holds raised floors; absent while they are those of the definitions. */
export const FLOORS_SETTING = 'floors';

/** What the journal keeps of a change to the floors. */
export interface FloorsChange {
  readonly before: Floors;
  readonly after: Floors;
}

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

const within = (value: unknown, least: number, highest: number): number => (typeof value === 'number' && Number.isInteger(value) ? Math.min(highest, Math.max(least, value)) : least);

/** From how many people and cases on this project tells figures; never below the floors of the definitions, whatever the file says. */
export function keptFloors(project: ProjectDatabase): Floors {
  const kept = settingOf(project, FLOORS_SETTING);
  if (kept === null) return LEAST_FLOORS;
  const { people, cases } = JSON.parse(kept) as Partial<Record<keyof Floors, unknown>>;
  return { people: within(people, LEAST_FLOORS.people, HIGHEST_FLOORS.people), cases: within(cases, LEAST_FLOORS.cases, HIGHEST_FLOORS.cases) };
}

/** Makes floors stand; those of the definitions leave no setting behind. Answers are kept without them and told under them. */
export function putFloors(project: ProjectDatabase, floors: Floors): void {
  if (isRaised(floors)) storeSetting(project, FLOORS_SETTING, JSON.stringify(floors));
  else removeSetting(project, FLOORS_SETTING);
}
