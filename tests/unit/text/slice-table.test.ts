import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_SLICE, sliceHash, sliceTable } from '../../../src/text/slice-table.ts';

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

  it('keeps what comes again and again, however many slices come once', () => {
    const made: string[] = [];
    const table = sliceTable(8, (slice) => {
      made.push(slice);
      return slice;
    });
    for (let turn = 0; turn < 50; turn += 1) {
      const rare = `rare ${String(turn)}`;
      expect(table.of(rare, 0, rare.length)).toBe(rare);
      expect(table.of('frequent', 0, 8)).toBe('frequent');
    }
    expect(made.filter((slice) => slice === 'frequent')).toHaveLength(1);
    expect(made).toHaveLength(51);
  });

  it('finds a slice by the hash that a reader made on its way', () => {
    const table = sliceTable(10, (slice) => ({ slice }));
    let hash = NO_SLICE;
    for (const unit of 'late') hash = sliceHash(hash, unit.charCodeAt(0));
    expect(table.hashed('too late now', 4, 8, hash)).toBe(table.of('late', 0, 4));
  });

  it('gives what a map of strings gives, for any text', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'binary', maxLength: 40 }), { minLength: 1, maxLength: 40 }), (slices) => {
      const table = sliceTable(16, (slice) => slice);
      for (const slice of slices) expect(table.of(`x${slice}y`, 1, slice.length + 1)).toBe(slice);
    }));
  });
});
