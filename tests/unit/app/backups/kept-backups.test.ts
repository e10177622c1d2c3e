import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keptBackups, type WeighedBackup } from '../../../../src/app/backups/kept-backups.ts';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const NOW_MS = Date.UTC(2026, 5, 20, 18);
const day = (ms: number): string => new Date(ms).toISOString().slice(0, 10);
const backup = (atMs: number, bytes = 1000): WeighedBackup => ({ name: new Date(atMs).toISOString(), atMs, bytes });
const kept = (backups: readonly WeighedBackup[]): number[] => keptBackups(backups, { nowMs: NOW_MS, day }).map(({ atMs }) => (NOW_MS - atMs) / HOUR_MS);

describe('copies that are kept', () => {
  it('are three of today and the latest of each day before', () => {
    expect(kept([1, 2, 3, 4, 20, 22, 26, 49].map((hours) => backup(NOW_MS - hours * HOUR_MS)))).toEqual([1, 2, 3, 20, 49]);
  });
  it('are ten in all', () => {
    expect(kept(Array.from({ length: 30 }, (_, days) => backup(NOW_MS - days * DAY_MS)))).toEqual(Array.from({ length: 10 }, (_, days) => days * 24));
  });
  it('take four GiB together at most, the latest whatever its size', () => {
    const gib = 2 ** 30;
    expect(kept([backup(NOW_MS - HOUR_MS, 9 * gib), backup(NOW_MS - 2 * HOUR_MS, 1)])).toEqual([1]);
    expect(kept([backup(NOW_MS - HOUR_MS, 3 * gib), backup(NOW_MS - DAY_MS, 2 * gib), backup(NOW_MS - 2 * DAY_MS, gib)])).toEqual([1, 48]);
  });
  it('hold the one just made even where the clock was put back and ten of them come from the future', () => {
    const ahead = Array.from({ length: 10 }, (_, days) => backup(NOW_MS + (days + 1) * DAY_MS));
    const some = keptBackups([...ahead, backup(NOW_MS)], { nowMs: NOW_MS, day });
    expect(some.map(({ atMs }) => (atMs - NOW_MS) / DAY_MS)).toEqual([0, 10, 9, 8, 7, 6, 5, 4, 3, 2]);
    // later on that day: those of the day go on as ever, those from the future only fill what is left
    expect(keptBackups([...some, ...[1, 2, 3].map((hours) => backup(NOW_MS - hours * HOUR_MS))], { nowMs: NOW_MS, day }).map(({ atMs }) => (atMs - NOW_MS) / HOUR_MS).slice(0, 4)).toEqual([0, -1, -2, 240]);
  });
  it('always hold the latest one, and never more than the rule says', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 0, max: 400 }), { minLength: 1, maxLength: 60 }), (hours) => {
      const all = [...new Set(hours)].map((each) => backup(NOW_MS - each * HOUR_MS));
      const some = keptBackups(all, { nowMs: NOW_MS, day });
      const days = some.map(({ atMs }) => day(atMs));
      expect(Math.max(...some.map(({ atMs }) => atMs))).toBe(Math.max(...all.map(({ atMs }) => atMs)));
      expect(some.length).toBeLessThanOrEqual(10);
      expect(days.filter((each) => each === day(NOW_MS)).length).toBeLessThanOrEqual(3);
      expect(new Set(days.filter((each) => each !== day(NOW_MS))).size).toBe(days.filter((each) => each !== day(NOW_MS)).length);
    }), { numRuns: 200, seed: 3 });
  });
});
