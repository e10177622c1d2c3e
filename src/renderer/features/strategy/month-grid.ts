import { daysIntoWeek, type WeekStart } from '../../../domain/model/week-start.ts';

const DAY_MS = 86_400_000;
const WEEK = 7;

/** A day of a calendar month; `dayMs` is its midnight in UTC. */
export interface GridDay {
  readonly dayMs: number;
  /** Of the month itself, not of the weeks around it. */
  readonly inMonth: boolean;
}

/** The month that a moment lies in, in UTC: `2026-03`. */
export function monthOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 7);
}

/** The month so many months after one. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, place = 1] = month.split('-').map(Number);
  return monthOf(Date.UTC(year, place - 1 + months, 1));
}

/** Whole weeks that cover a month, from the day on which weeks begin: four to six of them. */
export function monthGrid(month: string, weekStart: WeekStart = 1): GridDay[][] {
  const [year = 0, place = 1] = month.split('-').map(Number);
  const [first, next] = [Date.UTC(year, place - 1, 1), Date.UTC(year, place, 1)];
  // Sunday is 0
  const start = first - daysIntoWeek(new Date(first).getUTCDay(), weekStart) * DAY_MS;
  const weeks = Math.ceil((next - start) / (WEEK * DAY_MS));
  return Array.from({ length: weeks }, (_, week) => Array.from({ length: WEEK }, (__, day): GridDay => {
    const dayMs = start + (week * WEEK + day) * DAY_MS;
    return { dayMs, inMonth: dayMs >= first && dayMs < next };
  }));
}

/** The midnight in UTC of the day that a moment lies in. */
export function dayOf(atMs: number): number {
  return Math.floor(atMs / DAY_MS) * DAY_MS;
}

/** The day that a key leads to from another one; null for keys that lead nowhere. */
export function dayByKey(dayMs: number, key: string): number | null {
  const steps: Readonly<Record<string, number>> = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -WEEK, ArrowDown: WEEK };
  const step = steps[key];
  if (step !== undefined) return dayMs + step * DAY_MS;
  if (key !== 'PageUp' && key !== 'PageDown') return null;
  const [from, day] = [new Date(dayMs), new Date(dayMs).getUTCDate()];
  const [year, month] = [from.getUTCFullYear(), from.getUTCMonth() + (key === 'PageUp' ? -1 : 1)];
  // the thirty-first leads to the last day of a shorter month
  return Math.min(Date.UTC(year, month, day), Date.UTC(year, month + 1, 0));
}
