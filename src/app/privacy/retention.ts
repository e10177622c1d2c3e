import { z } from 'zod';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { removeSetting, settingOf, storeSetting } from '../../store/stage-queries.ts';

/** Name of the setting that holds until when imports may be kept. */
export const RETENTION_SETTING = 'retention';
/** Its shape: UTC ms by import. */
export const retentionSchema = z.record(z.string().regex(/^\d+$/), z.number().int());

/** What the journal keeps of a change to one import's date. */
export interface RetentionChange {
  readonly importId: number;
  readonly before: number | null;
  readonly after: number | null;
}

/** Until when imports may be kept (UTC ms), by import; those without a date are absent. */
export function retentionDates(project: ProjectDatabase): ReadonlyMap<number, number> {
  const kept = settingOf(project, RETENTION_SETTING);
  const parsed = kept === null ? null : retentionSchema.safeParse(JSON.parse(kept));
  return new Map(parsed?.success === true ? Object.entries(parsed.data).map(([importId, untilMs]) => [Number(importId), untilMs]) : []);
}

function store(project: ProjectDatabase, dates: ReadonlyMap<number, number>): void {
  if (dates.size === 0) removeSetting(project, RETENTION_SETTING);
  else storeSetting(project, RETENTION_SETTING, JSON.stringify(Object.fromEntries(dates)));
}

/** Gives imports the date until which they may be kept, or none. To be called inside a transaction. */
export function storeRetention(project: ProjectDatabase, importIds: readonly number[], untilMs: number | null): void {
  const dates = new Map(retentionDates(project));
  for (const importId of importIds) {
    if (untilMs === null) dates.delete(importId);
    else dates.set(importId, untilMs);
  }
  store(project, dates);
}

/** Makes one side of a change stand. To be called inside a transaction. */
export function putRetention(project: ProjectDatabase, { importId, ...change }: RetentionChange, side: 'before' | 'after'): void {
  storeRetention(project, [importId], change[side]);
}
