import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneRows, laneSums } from '../../../../src/text/model/lane-sums.ts';

const ROWS = 7;

describe('sums of rows of bytes', () => {
  it('are those of the bytes one by one, whatever is chosen and however often', () => {
    const byte = fc.oneof(fc.integer({ min: -128, max: 127 }), fc.constantFrom(-128, 127));
    fc.assert(fc.property(fc.integer({ min: 1, max: 17 }).chain((width) => fc.tuple(fc.constant(width), fc.array(byte, { minLength: ROWS * width, maxLength: ROWS * width }), fc.array(fc.integer({ min: 0, max: ROWS - 1 }), { maxLength: 600 }))), ([width, bytes, chosen]) => {
      const sums = laneSums(laneRows(Int8Array.from(bytes), width), Int32Array.from(chosen), chosen.length, new Int32Array(width).fill(99));
      const plain = Array.from({ length: width }, (_, at) => chosen.reduce((sum, row) => sum + (bytes[row * width + at] ?? 0), 0));
      expect([...sums]).toEqual(plain);
    }));
  });

  it('hold where every byte is at its end, beyond what two lanes can take at once', () => {
    for (const end of [-128, 127]) {
      const sums = laneSums(laneRows(new Int8Array(6).fill(end), 6), new Int32Array(515), 515, new Int32Array(6));
      expect([...sums]).toEqual(Array.from({ length: 6 }, () => 515 * end));
    }
  });
});
