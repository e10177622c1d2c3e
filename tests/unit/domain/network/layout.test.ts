import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { madeUpTies } from '../../../../scripts/bench/made-up-ties.ts';
import { forceLayout, type Layout, type Places } from '../../../../src/domain/network/force-layout.ts';
import { quadTree } from '../../../../src/domain/network/quad-tree.ts';
import { seededRandom } from '../../../../src/domain/stats/seeded-random.ts';
import { graphPart } from '../../../../src/domain/network/graph-part.ts';
import type { TieGraph } from '../../../../src/domain/network/tie-graph.ts';
import { graphOf } from './graphs.ts';

/** The push on a node by every other one, one by one. */
function exactPush(x: Float64Array, y: Float64Array, mass: Float64Array, node: number): { x: number; y: number } {
  const push = { x: 0, y: 0 };
  for (let other = 0; other < x.length; other += 1) {
    const [dx, dy] = [(x[node] ?? 0) - (x[other] ?? 0), (y[node] ?? 0) - (y[other] ?? 0)];
    const squared = dx * dx + dy * dy;
    if (other === node || squared === 0) continue;
    push.x += ((mass[other] ?? 0) * dx) / squared;
    push.y += ((mass[other] ?? 0) * dy) / squared;
  }
  return push;
}

const place = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }), mass: fc.integer({ min: 1, max: 6 }) });

describe('the tree of squares', () => {
  it('is exact between two, and pushes them apart along the line between them', () => {
    const push = quadTree(Float64Array.of(0, 3), Float64Array.of(0, 4), Float64Array.of(2, 5));
    const first = { ...push(0, 1) };
    expect(first.x).toBeCloseTo((5 * -3) / 25, 12);
    expect(first.y).toBeCloseTo((5 * -4) / 25, 12);
    const second = { ...push(1, 10) };
    expect(second.x).toBeCloseTo((10 * 2 * 3) / 25, 12);
    expect(second.y).toBeCloseTo((10 * 2 * 4) / 25, 12);
  });

  it('is exact where no square is far off: the corners of a square', () => {
    const [x, y, mass] = [Float64Array.of(0, 1, 0, 1), Float64Array.of(0, 0, 1, 1), Float64Array.of(1, 2, 3, 4)];
    const push = quadTree(x, y, mass);
    for (let node = 0; node < 4; node += 1) {
      const [found, exact] = [{ ...push(node, 1) }, exactPush(x, y, mass, node)];
      expect(found.x).toBeCloseTo(exact.x, 12);
      expect(found.y).toBeCloseTo(exact.y, 12);
    }
  });

  it('is near the sum over all others in a cloud, at a part of its cost', () => {
    for (const seed of [1, 2, 3]) {
      const random = seededRandom(seed);
      const [x, y] = [Float64Array.from({ length: 600 }, () => random() * 100), Float64Array.from({ length: 600 }, () => random() * 100)];
      const mass = Float64Array.from({ length: 600 }, () => 1 + Math.floor(random() * 5));
      const push = quadTree(x, y, mass);
      let [error, size] = [0, 0];
      for (let node = 0; node < 600; node += 1) {
        const [found, exact] = [{ ...push(node, 1) }, exactPush(x, y, mass, node)];
        error += Math.hypot(found.x - exact.x, found.y - exact.y);
        size += Math.hypot(exact.x, exact.y);
      }
      expect(error / size).toBeLessThan(0.06);
    }
  });

  it('never lets a node push itself: the same places with a heavier node push it no harder', () => {
    fc.assert(fc.property(fc.uniqueArray(place, { minLength: 2, maxLength: 40, selector: ({ x, y }) => `${String(x)} ${String(y)}` }), (places) => {
      const [x, y, mass] = [Float64Array.from(places, (one) => one.x), Float64Array.from(places, (one) => one.y), Float64Array.from(places, (one) => one.mass)];
      const plain = { ...quadTree(x, y, mass)(0, 1) };
      mass[0] = 1000;
      expect({ ...quadTree(x, y, mass)(0, 1) }).toEqual(plain);
    }));
  });

  it('lets nodes in one place not push each other, however many they are, and counts them all from afar', () => {
    const size = 200;
    const [x, y] = [new Float64Array(size + 1), new Float64Array(size + 1)];
    x[size] = 10;
    const push = quadTree(x, y, new Float64Array(size + 1).fill(1));
    expect({ ...push(size, 1) }).toEqual({ x: size / 10, y: 0 });
    const among = { ...push(0, 1) };
    expect(among.x).toBeCloseTo(-1 / 10, 9);
    expect(among.y).toBe(0);
  });
});

/** Two rings of eight, joined by one tie. */
const rings = graphOf(16, [...[0, 8].flatMap((start) => Array.from({ length: 8 }, (_, step): [number, number, number] => [start + step, start + ((step + 1) % 8), 1])), [0, 8, 1]]);
const apart = ({ x, y }: { readonly x: Float64Array; readonly y: Float64Array }, a: number, b: number): number => Math.hypot((x[a] ?? 0) - (x[b] ?? 0), (y[a] ?? 0) - (y[b] ?? 0));

describe('places by forces', () => {
  it('gives the same places to the same seed, others to another', () => {
    expect(forceLayout(rings, { seed: 4, steps: 60 })).toEqual(forceLayout(rings, { seed: 4, steps: 60 }));
    expect(forceLayout(rings, { seed: 5, steps: 60 })).not.toEqual(forceLayout(rings, { seed: 4, steps: 60 }));
  });

  it('keeps everybody in view, filling the longer side, and apart', () => {
    for (const seed of [1, 2, 3]) {
      const { x, y } = forceLayout(rings, { seed });
      for (const value of [...x, ...y]) expect(Math.abs(value)).toBeLessThanOrEqual(1 + 1e-12);
      expect(Math.max(Math.max(...x) - Math.min(...x), Math.max(...y) - Math.min(...y))).toBeCloseTo(2, 9);
      for (let a = 0; a < 16; a += 1) for (let b = 0; b < a; b += 1) expect(apart({ x, y }, a, b)).toBeGreaterThan(0.01);
    }
  });

  it('draws those who are tied nearer than those who are not', () => {
    for (const seed of [1, 2, 3]) {
      const places = forceLayout(rings, { seed });
      const tied = Array.from({ length: 8 }, (_, step) => apart(places, step, (step + 1) % 8)).reduce((sum, distance) => sum + distance, 0) / 8;
      const untied = Array.from({ length: 8 }, (_, step) => apart(places, step, 8 + ((step + 4) % 8))).reduce((sum, distance) => sum + distance, 0) / 8;
      expect(tied).toBeLessThan(untied / 2);
    }
  });

  it('draws a strong tie shorter than a weak one', () => {
    const triangle = forceLayout(graphOf(3, [[0, 1, 16], [0, 2, 1], [1, 2, 1]]), { seed: 1 });
    expect(apart(triangle, 0, 1)).toBeLessThan(apart(triangle, 0, 2));
  });

  it('puts one alone, and nobody, in the middle', () => {
    const [alone, nobody] = [forceLayout(graphOf(1, []), { seed: 1 }), forceLayout(graphOf(0, []), { seed: 1 })];
    expect([alone.x[0], alone.y[0], nobody.x.length]).toEqual([0, 0, 0]);
  });

  it('can be stopped between two steps', () => {
    let steps = 0;
    const stop = (): void => {
      steps += 1;
      if (steps > 3) throw new Error('stopped');
    };
    expect(() => forceLayout(rings, { seed: 1, check: stop })).toThrow('stopped');
    expect(steps).toBe(4);
  });
});

/** Mean distance of those who are tied over that of any two: the smaller, the better ties are seen. */
function tiedDistance({ size, offsets, neighbours }: TieGraph, places: Places): number {
  const sum = { tied: 0, ties: 0, all: 0, pairs: 0 };
  for (let node = 0; node < size; node += 1) {
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry += 1) {
      sum.tied += apart(places, node, neighbours[entry] ?? 0);
      sum.ties += 1;
    }
    for (let other = 0; other < node; other += 1) {
      sum.all += apart(places, node, other);
      sum.pairs += 1;
    }
  }
  return sum.tied / sum.ties / (sum.all / sum.pairs);
}

/** Places in the units of forces; NaN for the nodes from `known` on. */
function goingOn({ x, y, frame }: Layout, size: number, known: number): Places {
  const back = (values: Float64Array, middle: number): Float64Array => Float64Array.from({ length: size }, (_, node) => (node < known ? (values[node] ?? 0) * frame.half + middle : Number.NaN));
  return { x: back(x, frame.middleX), y: back(y, frame.middleY) };
}

describe('places that go on from earlier ones', () => {
  const after = madeUpTies(440, 2200, 5);
  const before = graphPart(after, Int32Array.from({ length: 400 }, (_, node) => node)).graph;

  it('are as good as places found anew, within a twentieth, in a fifth of the steps', () => {
    for (const seed of [1, 2, 3]) {
      let steps = 0;
      const followed = forceLayout(after, { seed, start: goingOn(forceLayout(before, { seed }), 440, 400), check: () => (steps += 1) });
      expect(steps).toBe(60);
      expect(tiedDistance(after, followed)).toBeLessThan(1.05 * tiedDistance(after, forceLayout(after, { seed })));
    }
  });

  it('leave those who were there by the same neighbours, and put newcomers beside those they are tied to', () => {
    const seed = 4;
    const earlier = forceLayout(before, { seed });
    const followed = forceLayout(after, { seed, start: goingOn(earlier, 440, 400) });
    const anew = forceLayout(after, { seed });
    // distances between people say how alike two pictures are, however they are turned
    const unlike = (picture: Places): number => {
      let sum = 0;
      for (let node = 1; node < 400; node += 1) for (let other = 0; other < node; other += 7) sum += Math.abs(apart(picture, node, other) - apart(earlier, node, other));
      return sum;
    };
    expect(unlike(followed)).toBeLessThan(0.6 * unlike(anew));
    const newcomers = Array.from({ length: 40 }, (_, place) => 400 + place).filter((node) => (after.offsets[node + 1] ?? 0) > (after.offsets[node] ?? 0));
    const toOwn = newcomers.map((node) => {
      const own = after.neighbours.subarray(after.offsets[node], after.offsets[node + 1]);
      return own.reduce((sum, other) => sum + apart(followed, node, other), 0) / own.length;
    });
    const toAll = newcomers.map((node) => Array.from({ length: 400 }, (_, other) => apart(followed, node, other)).reduce((sum, distance) => sum + distance, 0) / 400);
    expect(toOwn.reduce((sum, distance) => sum + distance, 0)).toBeLessThan(0.7 * toAll.reduce((sum, distance) => sum + distance, 0));
  });

  it('are those of the start where no step is taken', () => {
    const earlier = forceLayout(before, { seed: 1 });
    const same = forceLayout(before, { seed: 9, start: goingOn(earlier, 400, 400), steps: 0 });
    for (let node = 0; node < 400; node += 1) {
      expect(same.x[node]).toBeCloseTo(earlier.x[node] ?? Number.NaN, 9);
      expect(same.y[node]).toBeCloseTo(earlier.y[node] ?? Number.NaN, 9);
    }
  });
});
