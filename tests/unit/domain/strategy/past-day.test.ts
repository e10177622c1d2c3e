import { expect, it } from 'vitest';
import { isPastDay } from '../../../../src/domain/strategy/past-day.ts';

it('is late the day after, not in the afternoon of the day itself', () => {
  const dueMs = Date.parse('2026-06-01T12:00:00Z');
  expect(isPastDay(dueMs, Date.parse('2026-06-01T00:00:00Z'))).toBe(false);
  expect(isPastDay(dueMs, Date.parse('2026-06-01T23:59:59Z'))).toBe(false);
  expect(isPastDay(dueMs, Date.parse('2026-06-02T00:00:00Z'))).toBe(true);
});
