import { writtenNumber } from './written-number.ts';

const UNIT_MS = { minutes: 60_000, hours: 3_600_000 };

/**
 * How long something took, in ms: a clock's `HH:MM` or `HH:MM:SS` whatever the unit, else an amount of the unit. Tools write
 * whole minutes, in which a mark before three digits separates thousands, and parts of hours, in which it is decimal. Null
 * for anything else and for less than nothing.
 * @example writtenDuration('2.125', 'hours') // 7650000
 */
export function writtenDuration(text: string, unit: keyof typeof UNIT_MS): number | null {
  const clock = /^(\d{1,6}):(\d{2})(?::(\d{2}))?$/.exec(text.trim());
  if (clock !== null) return (Number(clock[1]) * 3600 + Number(clock[2]) * 60 + Number(clock[3] ?? 0)) * 1000;
  const amount = writtenNumber(text, { oneMark: unit === 'hours' ? 'decimal' : 'thousands' });
  return amount === null || amount < 0 ? null : Math.round(amount * UNIT_MS[unit]);
}
