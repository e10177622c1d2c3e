import { describe, expect, it } from 'vitest';
import { afterOpenSeconds, awake, instantOfRome, isoInRome, promiseDueMs } from '../../../scripts/make-sample/calendar.ts';
import { timeAgo } from '../../../scripts/make-sample/youtube-year.ts';

const at = (iso: string): number => Date.parse(iso);

describe('the sample calendar', () => {
  it('writes Rome with its summer and winter offsets', () => {
    expect(isoInRome(at('2025-07-01T10:00:00Z'))).toBe('2025-07-01T12:00:00+02:00');
    expect(isoInRome(at('2025-10-26T00:59:59Z'))).toBe('2025-10-26T02:59:59+02:00');
    expect(isoInRome(at('2025-10-26T01:00:00Z'))).toBe('2025-10-26T02:00:00+01:00');
    expect(instantOfRome(Date.UTC(2026, 2, 29, 9))).toBe(at('2026-03-29T07:00:00Z'));
    expect(instantOfRome(Date.UTC(2026, 2, 28, 9))).toBe(at('2026-03-28T08:00:00Z'));
  });

  it('counts waits only while the team is at work', () => {
    expect(isoInRome(afterOpenSeconds(at('2025-09-12T17:50:00+02:00'), 1_200))).toBe('2025-09-15T09:10:00+02:00');
    expect(isoInRome(afterOpenSeconds(at('2025-09-06T08:00:00+02:00'), 60))).toBe('2025-09-06T09:01:00+02:00');
    expect(isoInRome(afterOpenSeconds(at('2025-12-23T20:00:00+01:00'), 60))).toBe('2025-12-29T09:01:00+01:00');
  });

  it('moves the deep night to the morning', () => {
    expect(isoInRome(awake(at('2025-09-12T03:00:00+02:00')))).toBe('2025-09-12T08:45:00+02:00');
    expect(awake(at('2025-09-12T12:00:00+02:00'))).toBe(at('2025-09-12T12:00:00+02:00'));
  });

  it('finds when a promise falls due', () => {
    const wednesday = at('2025-11-05T10:00:00+01:00');
    expect(isoInRome(promiseDueMs('entro venerdì', wednesday))).toBe('2025-11-07T23:59:59+01:00');
    expect(isoInRome(promiseDueMs('domani', wednesday))).toBe('2025-11-06T23:59:59+01:00');
    expect(isoInRome(promiseDueMs('in giornata', wednesday))).toBe('2025-11-05T23:59:59+01:00');
    expect(isoInRome(promiseDueMs('entro lunedì', wednesday))).toBe('2025-11-10T23:59:59+01:00');
    expect(promiseDueMs('entro 24 ore', wednesday) - wednesday).toBe(86_400_000);
    expect(() => promiseDueMs('presto', wednesday)).toThrow('unknown due words: presto');
  });

  it('words past times as the site does', () => {
    const now = at('2026-07-06T08:00:00Z');
    expect(timeAgo(at('2026-07-05T07:00:00Z'), now)).toBe('1 day ago');
    expect(timeAgo(at('2026-06-20T07:00:00Z'), now)).toBe('2 weeks ago');
    expect(timeAgo(at('2025-09-01T07:00:00Z'), now)).toBe('10 months ago');
    expect(timeAgo(at('2025-07-02T07:00:00Z'), now)).toBe('1 year ago');
  });
});
