import { expect, it } from 'vitest';
import { drawnFilters } from '../../../src/cli/drawn-filters.ts';
import { filtersSchema } from '../../../src/contract/selection.ts';

const options = {
  networks: [{ value: 'x', messages: 9 }, { value: 'facebook', messages: 3 }], containers: [{ value: 'Page', messages: 4 }], languages: [{ value: 'it', messages: 5 }], brands: ['Aurora'],
  fromMs: 1_000_000, toMs: 9_000_000, tribes: [],
};

it('draws the same combinations from the same seed, each a filter the contract takes and within the span of the project', () => {
  const drawn = drawnFilters(options, { count: 200, seed: 4 });
  expect(drawnFilters(options, { count: 200, seed: 4 })).toEqual(drawn);
  expect(drawnFilters(options, { count: 200, seed: 5 })).not.toEqual(drawn);
  for (const { filters, brand } of drawn) {
    expect(filtersSchema.safeParse(filters).success).toBe(true);
    expect(brand ?? 'Aurora').toBe('Aurora');
    expect(Object.keys(filters).length + (brand === undefined ? 0 : 1)).toBeGreaterThan(0);
    if (filters.fromMs === undefined) continue;
    expect(filters.fromMs).toBeGreaterThanOrEqual(options.fromMs);
    expect(filters.toMs).toBeLessThanOrEqual(options.toMs);
    expect((filters.toMs ?? 0) - filters.fromMs).toBeGreaterThanOrEqual(0.05 * (options.toMs - options.fromMs) - 1);
  }
});

it('draws every kind of filter', () => {
  const kinds = new Set(drawnFilters(options, { count: 200, seed: 1 }).flatMap(({ filters, brand }) => [...Object.keys(filters), ...(brand === undefined ? [] : ['brand'])]));
  expect([...kinds].sort()).toEqual(['brand', 'containers', 'fromMs', 'intents', 'languages', 'networks', 'sentiments', 'text', 'toMs', 'tribes']);
});
