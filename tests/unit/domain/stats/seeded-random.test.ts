import { describe, expect, it } from 'vitest';
import { randomNumbers, randomPlaces, seededRandom } from '../../../../src/domain/stats/seeded-random.ts';

describe('randomPlaces', () => {
  it('gives the numbers of the stream with the same seed, whatever the blocks they are asked for in', () => {
    for (const [seed, below] of [[1, 7], [0, 1], [-3, 100_003], [2 ** 40, 4_000_000]] as const) {
      const random = seededRandom(seed);
      const expected = Array.from({ length: 1000 }, () => Math.floor(random() * below));
      const fill = randomPlaces(seed);
      const found = [1, 0, 499, 500].flatMap((length) => {
        const block = new Uint32Array(length);
        fill(block, below);
        return [...block];
      });
      expect(found).toEqual(expected);
    }
  });

  it('refuses a seed that is no whole number', () => {
    expect(() => randomPlaces(0.5)).toThrow('invalid seed: 0.5');
  });
});

describe('randomNumbers', () => {
  it('gives the numbers of the stream, however many are taken at once', () => {
    const random = seededRandom(11);
    const draw = randomNumbers(11);
    for (const size of [1, 7, 2048, 3]) {
      const numbers = new Float64Array(size);
      draw(numbers);
      expect([...numbers]).toEqual(Array.from({ length: size }, () => random()));
    }
  });
});
