import { openingHoursSchema } from '../../contract/operations/clock.ts';
import type { OpeningHours } from '../../domain/model/opening-hours.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';
import { forgetAnswers } from '../read/answer-cache.ts';

/** Name of the setting that holds the opening hours of every brand. */
export const HOURS_SETTING = 'opening_hours';

/** Opening hours as kept: a brand by its name, null where the project has no own brand and all stand together. */
export interface KeptHours {
  readonly brand: string | null;
  readonly hours: OpeningHours;
}

/** What the journal keeps of a change of opening hours: the setting before and after, null where there was none. */
export interface HoursChange {
  readonly before: string | null;
  readonly after: string | null;
}

const isSame = (one: string | null, other: string | null): boolean => one?.toLowerCase() === other?.toLowerCase();

/** The opening hours of every brand that has its own. */
export function hoursKept(project: ProjectDatabase): KeptHours[] {
  const text = settingOf(project, HOURS_SETTING);
  if (text === null) return [];
  const parsed = JSON.parse(text) as { readonly brand: string | null; readonly hours: unknown }[];
  // what a later edition wrote and this one cannot read counts as not set
  return parsed.flatMap(({ brand, hours }) => {
    const known = openingHoursSchema.safeParse(hours);
    return known.success ? [{ brand, hours: known.data }] : [];
  });
}

/** The opening hours a person set for a brand, letter case aside; null where nobody did. */
export function standingHours(project: ProjectDatabase, brand: string | null): OpeningHours | null {
  return hoursKept(project).find((one) => isSame(one.brand, brand))?.hours ?? null;
}

/** The IANA zone that opening hours are read in: the project's. */
export function hoursZone(project: ProjectDatabase): string {
  return settingOf(project, 'time_zone') ?? 'Europe/Rome';
}

/** The change that makes these hours a brand's, or takes its hours back with null. */
export function hoursChange(project: ProjectDatabase, brand: string | null, hours: OpeningHours | null): HoursChange {
  const others = hoursKept(project).filter((one) => !isSame(one.brand, brand));
  const after = hours === null ? others : [...others, { brand, hours }];
  return { before: settingOf(project, HOURS_SETTING), after: after.length === 0 ? null : JSON.stringify(after) };
}

/** Makes one side of a change stand. Answers on the clock of opening hours carry the hours in their question; none has to be forgotten but what rests on them by name. To be called inside a transaction. */
export function putHours(project: ProjectDatabase, change: HoursChange, side: 'before' | 'after'): void {
  const value = change[side];
  if (value === null) removeSetting(project, HOURS_SETTING);
  else storeSetting(project, HOURS_SETTING, value);
  forgetAnswers(project, 'promises.implicit');
}
