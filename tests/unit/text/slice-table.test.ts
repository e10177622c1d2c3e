import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sliceTable } from '../../../src/text/slice-table.ts';

describe('a memory of slices', () => {
  it('makes what is known of a slice once, wherever it stands', () => {
    const met: string[] = [];
    const table = sliceTable(100, (slice) => {
      met.push(slice);
      return { slice };
    });
    const first = table.of('the train is late', 4, 9);
    expect(first.slice).toBe('train');
    expect(table.of('no train', 3, 8)).toBe(first);
    expect(table.of('training', 0, 8).slice).toBe('training');
    expect(met).toEqual(['train', 'training']);
  });

  it('is emptied when it is full, and by hand', () => {
    let made = 0;
    const table = sliceTable(2, (slice) => {
      made += 1;
      return slice;
    });
    for (const slice of ['a', 'b', 'c', 'a']) expect(table.of(slice, 0, 1)).toBe(slice);
    expect(made).toBe(4);
    table.clear();
    table.of('a', 0, 1);
    expect(made).toBe(5);
  });

  it('gives what a map of strings gives, for any text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 40 }), (slices) => {
      const table = sliceTable(16, (slice) => slice);
      for (const slice of slices) expect(table.of(`x${slice}y`, 1, slice.length + 1)).toBe(slice);
    }));
  });
});
