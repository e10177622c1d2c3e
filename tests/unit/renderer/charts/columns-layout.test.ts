import { describe, expect, it } from 'vitest';
import { columnsScale, columnTicks, nameLines } from '../../../../src/renderer/charts/columns-layout.ts';

const column = (key: string, estimate: number | null, high: number | null): Parameters<typeof columnsScale>[0][number] => ({ key, estimate, low: estimate, high });

describe('the axis of columns', () => {
  it('starts at 0 and ends at a round value above everything drawn', () => {
    expect(columnsScale([column('a', 0.31, 0.42), column('b', null, null)], [100, 0]).domain).toEqual([0, 0.5]);
    expect(columnsScale([column('a', 0.9, 0.99)], [100, 0]).domain).toEqual([0, 1]);
    expect(columnsScale([{ ...column('a', 0.3, 0.4), chanceHigh: 0.7 }], [100, 0]).domain).toEqual([0, 0.75]);
    expect(columnsScale([{ ...column('a', 0.3, 0.4), corrected: { estimate: 0.5, low: 0.4, high: 0.51 } }], [100, 0]).domain).toEqual([0, 0.75]);
  });

  it('never makes small shares look large', () => {
    expect(columnsScale([column('a', 0.01, 0.02)], [100, 0]).domain).toEqual([0, 0.1]);
    expect(columnsScale([], [100, 0]).domain).toEqual([0, 0.1]);
  });

  it('has few marks, all inside', () => {
    const ticks = columnTicks(columnsScale([column('a', 0.6, 0.74)], [100, 0]));
    expect(ticks.length).toBeGreaterThan(1);
    expect(ticks.length).toBeLessThanOrEqual(5);
    expect(ticks.every((tick) => tick >= 0 && tick <= 0.75)).toBe(true);
  });
});

describe('names under columns', () => {
  it('break between words into at most two lines', () => {
    expect(nameLines('Potenziali clienti', 12)).toEqual(['Potenziali', 'clienti']);
    expect(nameLines('Tutti', 12)).toEqual(['Tutti']);
    expect(nameLines('Troppo poche tracce', 14)).toEqual(['Troppo poche', 'tracce']);
    expect(nameLines('gelato limone pistacchio nocciola', 10)).toEqual(['gelato', 'limone…']);
    expect(nameLines('Straordinariamente', 10)).toEqual(['Straordin…']);
  });
});
