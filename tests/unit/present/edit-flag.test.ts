import { describe, expect, it } from 'vitest';
import type { LinkedFigure } from '../../../src/domain/model/report.ts';
import { editFlag } from '../../../src/present/edit-flag.ts';

const figure = (key: string, value: number | null, written = String(value)): LinkedFigure => ({ key, value, low: null, high: null, n: 40, written });

describe('editFlag', () => {
  it('says nothing while the rounded values stand', () => {
    expect(editFlag([figure('gap', 12.31, '12')], [figure('gap', 12.44, '12')])).toBeNull();
    expect(editFlag([], [figure('gap', 1)])).toBeNull();
  });
  it('says that a rounded value is another one', () => expect(editFlag([figure('gap', 12.4, '12')], [figure('gap', 13.2, '13')])).toBe('value'));
  it('says that the sign is another one before anything else', () => expect(editFlag([figure('gap', 2, '2'), figure('other', 1)], [figure('gap', -2, '−2'), figure('other', 1)])).toBe('sign'));
  it('says that the order is another one, figures that came later left out', () => {
    expect(editFlag([figure('a', 2), figure('b', 1)], [figure('a', 1), figure('b', 2), figure('c', 9)])).toBe('order');
    expect(editFlag([figure('a', 2), figure('b', 1)], [figure('a', 2), figure('b', 1), figure('c', 9)])).toBeNull();
  });
  it('says that a figure is gone, or can no longer be given', () => {
    expect(editFlag([figure('a', 2)], [])).toBe('gone');
    expect(editFlag([figure('a', 2)], [figure('a', null)])).toBe('gone');
  });
});
