import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placedLabels } from '../../../../src/domain/drawing/label-placement.ts';

const label = (key: string, wanted: number, height = 14) => ({ key, wanted, height });

describe('placedLabels', () => {
  it('leaves labels that do not collide where they want to be', () => {
    expect(placedLabels([label('a', 20), label('b', 80)], { low: 0, high: 100 }).map(({ at }) => at)).toEqual([20, 80]);
  });
  it('spreads colliding labels evenly around their middle', () => {
    const placed = placedLabels([label('a', 50), label('b', 50), label('c', 50)], { low: 0, high: 100, gap: 2 });
    expect(placed.map(({ at }) => at)).toEqual([34, 50, 66]);
  });
  it('pushes from an edge and keeps the order of wanted places', () => {
    const placed = placedLabels([label('low', 99), label('high', 95)], { low: 0, high: 100, gap: 2 });
    expect(placed.map(({ key }) => key)).toEqual(['high', 'low']);
    expect(placed.map(({ at }) => at)).toEqual([77, 93]);
  });
  it('never overlaps and stays inside when the labels fit', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -50, max: 350, noNaN: true }), { minLength: 1, maxLength: 12 }), (wanted) => {
        const placed = placedLabels(wanted.map((at, position) => label(String(position), at)), { low: 0, high: 300, gap: 2 });
        for (const [position, { at, height }] of placed.entries()) {
          expect(at - height / 2).toBeGreaterThanOrEqual(-1e-6);
          expect(at + height / 2).toBeLessThanOrEqual(300 + 1e-6);
          const next = placed[position + 1];
          if (next !== undefined) expect(next.at - at).toBeGreaterThanOrEqual(16 - 1e-6);
        }
      }),
      { seed: 7, numRuns: 300 },
    );
  });
});
