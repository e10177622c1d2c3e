import { createHmac } from 'node:crypto';
import { z } from 'zod';
import { oneByOneListSchema, type oneByOneEntrySchema } from '../../contract/operations/one-by-one.ts';
import { localClock } from '../../domain/model/local-clock.ts';
import { PERIOD_DAYS } from '../../domain/model/one-by-one.ts';
import { planRecord, planRecords, type PlanRecord } from '../../store/plan-records.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { settingOf } from '../../store/stage-queries.ts';

/** Kind of record under which the list of a day is written down; its id is {@link listId}. */
export const LIST_KIND = 'one-by-one';
/** Where the draw of the held-back half is written down: there is one. */
export const DRAW_RECORD = { kind: 'one-by-one-draw', id: 'standing' } as const;

const PERIOD_MS = PERIOD_DAYS * 86_400_000;
const drawSchema = z.object({ on: z.boolean(), seed: z.string(), sinceMs: z.number() });

/** One name of a list as it is kept. */
export type ListEntry = z.infer<typeof oneByOneEntrySchema>;
/** The list of a day as it is kept. */
export type DayList = z.infer<typeof oneByOneListSchema>;
/** The list of a day with the day. */
export type StoredList = DayList & { readonly day: string };

/** Id of the list of a day and brand; null for all brands together. */
export function listId(day: string, brand: string | null): string {
  return `${day} ${brand ?? ''}`;
}

/** A stored list; null for a body that a newer program wrote in a way this one cannot read. */
export function listOf({ id, body }: PlanRecord): StoredList | null {
  const parsed = oneByOneListSchema.safeParse(JSON.parse(body));
  return parsed.success ? { ...parsed.data, day: id.slice(0, 10) } : null;
}

/** All lists of a brand, the oldest first. */
export function storedLists(project: ProjectDatabase, brand: string | null): StoredList[] {
  return planRecords(project, LIST_KIND).flatMap((record) => listOf(record) ?? []).filter((list) => list.brand === brand).sort((one, other) => one.dealtMs - other.dealtMs);
}

/** What names an entry within its list: the message it is about, else the person. */
export function entryKey({ kind, message, person }: Pick<ListEntry, 'kind' | 'message' | 'person'>): string {
  return `${kind} ${message ?? person ?? ''}`;
}

/** The local day of a moment in the project's zone, `2026-03-02`. */
export function localDay(project: ProjectDatabase, atMs: number): string {
  const { year, month, day } = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome')(atMs);
  return `${String(year)}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The draw that stands. */
export interface StandingDraw {
  readonly on: boolean;
  readonly seed: string;
  readonly sinceMs: number;
}

/** What was last set of the draw; null where nobody ever set it. */
export function standingDraw(project: ProjectDatabase): StandingDraw | null {
  const record = planRecord(project, DRAW_RECORD);
  const parsed = record === null ? null : drawSchema.safeParse(JSON.parse(record.body));
  return parsed?.success === true ? parsed.data : null;
}

/** The period of ninety days that a moment lies in, with the name of its draw: a person is held back or not for all of it, and drawn anew afterwards. Null where nobody is held back. */
export function drawAt(draw: StandingDraw | null, atMs: number): { readonly name: string; readonly untilMs: number } | null {
  if (draw?.on !== true) return null;
  const period = Math.max(0, Math.floor((atMs - draw.sinceMs) / PERIOD_MS));
  return { name: `${draw.seed} ${String(period)}`, untilMs: draw.sinceMs + (period + 1) * PERIOD_MS };
}

/** Whether a draw holds a person back: the first bit of a keyed hash of who they are, so that it is even, cannot be chosen and comes out the same on every copy of the project. */
export function isHeldBack(draw: string, person: string): boolean {
  return (createHmac('sha256', draw).update(person).digest()[0] ?? 0) >= 128;
}
