import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { zoneCheck } from '../../../../src/domain/account/zone-check.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe('zoneCheck', () => {
  it('says nothing of nothing, and leaves five minutes of skew alone', () => {
    expect(zoneCheck([])).toEqual({ pairs: 0, preceding: 0, share: null, shiftMinutes: null, mended: 0 });
    expect(zoneCheck([-5 * MINUTE, 0, HOUR])).toEqual({ pairs: 3, preceding: 0, share: 0, shiftMinutes: null, mended: 0 });
    expect(zoneCheck([-5 * MINUTE - 1, 0])).toMatchObject({ preceding: 1, share: 0.5, shiftMinutes: null });
  });
  it('finds whole and half hours', () => {
    expect(zoneCheck([10, 20, 30].map((minutes) => minutes * MINUTE - HOUR))).toMatchObject({ preceding: 3, shiftMinutes: 60, mended: 3 });
    expect(zoneCheck([1, 2, 3, 400].map((minutes) => minutes * MINUTE - 5.5 * HOUR))).toMatchObject({ pairs: 4, preceding: 3, shiftMinutes: 330, mended: 3 });
  });
  it('finds none where single stamps are wrong by anything, or by more than any zone', () => {
    expect(zoneCheck([-HOUR, -2 * HOUR, HOUR]).shiftMinutes).toBeNull();
    expect(zoneCheck([-20 * HOUR, -21 * HOUR, -22 * HOUR]).shiftMinutes).toBeNull();
    expect(zoneCheck([-1, -1, -1, -200].map((hours) => hours * HOUR))).toMatchObject({ preceding: 4, shiftMinutes: null, mended: 0 });
  });
  it('mends what a shift moved, whatever the shift', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 28 }), fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 3, maxLength: 40 }), (steps, minutes) => {
      const { shiftMinutes, mended, preceding } = zoneCheck(minutes.map((minute) => minute * MINUTE - steps * 30 * MINUTE));
      expect(preceding).toBeGreaterThanOrEqual(mended);
      if (shiftMinutes !== null) {
        expect(shiftMinutes).toBeLessThanOrEqual(steps * 30);
        expect(shiftMinutes).toBeGreaterThanOrEqual(steps * 30 - 30);
      }
    }), { seed: 3 });
  });
});
