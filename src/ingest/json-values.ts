import { calendarMs } from './local-time.ts';
import type { JsonObject } from './json-item.ts';
import { NO_TIME, storedTime, type StoredTime } from './stored-time.ts';
import { writtenCount } from './written-number.ts';
import { writtenTime } from './written-time.ts';

/** The value as an object, or null for anything else, arrays included. */
export function objectOf(value: unknown): JsonObject | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : null;
}

/** The value as an array; an empty one for anything else. */
export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/**
 * The value at a path of own members; undefined where a step is missing. Never reaches a prototype.
 * @example valueAt({ a: { b: 1 } }, 'a', 'b') // 1
 */
export function valueAt(value: unknown, ...path: readonly (string | number)[]): unknown {
  let at: unknown = value;
  for (const step of path) {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    at = (at as Record<string | number, unknown>)[step];
  }
  return at;
}

/** Object at a path, or null. */
export function objectAt(value: unknown, ...path: readonly (string | number)[]): JsonObject | null {
  return objectOf(valueAt(value, ...path));
}

/** Text at a path that is not blank, untouched; null for anything else. */
export function textAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = valueAt(value, ...path);
  return typeof found === 'string' && found.trim() !== '' ? found : null;
}

/** An id at a path as text: a text, or a whole number that JavaScript holds exactly; null for anything else, `0` and `-1` included. */
export function idAt(value: unknown, ...path: readonly (string | number)[]): string | null {
  const found = valueAt(value, ...path);
  const id = typeof found === 'number' && Number.isSafeInteger(found) ? String(found) : typeof found === 'string' ? found.trim() : '';
  return id === '' || id === '0' || id === '-1' || id === 'null' ? null : id;
}

/** A count at a path, as number or as text with thousands marks; null for anything else and for negative ones. */
export function countAt(value: unknown, ...path: readonly (string | number)[]): number | null {
  const found = valueAt(value, ...path);
  if (typeof found === 'number') return Number.isFinite(found) && found >= 0 && found <= Number.MAX_SAFE_INTEGER ? Math.round(found) : null;
  return typeof found === 'string' ? writtenCount(found.trim()) : null;
}

/** A yes or no at a path; null for anything else. */
export function flagAt(value: unknown, ...path: readonly (string | number)[]): boolean | null {
  const found = valueAt(value, ...path);
  return typeof found === 'boolean' ? found : null;
}

/** An ISO or Twitter time at a path; one without a zone is read by `utcOf` (default: as UTC). No time for anything else. */
export function timeAt(value: unknown, path: readonly (string | number)[], utcOf?: (wallMs: number) => number): StoredTime {
  const text = textAt(value, ...path);
  if (text === null) return NO_TIME;
  return storedTime(writtenTime(text, 'iso') ?? writtenTime(text, 'twitter'), utcOf);
}

/** A Unix time at a path, as number or text, in seconds or milliseconds as its size says (1990 to 2100). No time for anything else. */
export function epochAt(value: unknown, ...path: readonly (string | number)[]): StoredTime {
  const found = valueAt(value, ...path);
  const number = typeof found === 'number' ? found : typeof found === 'string' && /^\d{9,14}(?:\.\d+)?$/.test(found.trim()) ? Number(found) : Number.NaN;
  if (!Number.isFinite(number)) return NO_TIME;
  const inMs = number >= 100_000_000_000;
  const ms = Math.floor(inMs ? number : number * 1000);
  const earliest = calendarMs({ year: 1990, month: 1, day: 1, hour: 0, minute: 0, second: 0, millisecond: 0 }) ?? 0;
  if (ms < earliest || ms > 4_102_444_800_000) return NO_TIME;
  return { ms, precision: inMs ? 'ms' : 's' };
}
