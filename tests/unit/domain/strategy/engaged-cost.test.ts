import { expect, it } from 'vitest';
import { costPerPerson } from '../../../../src/domain/strategy/engaged-cost.ts';

it('takes the lowest cost over the most people, and the highest over the fewest', () => {
  expect(costPerPerson({ low: 100, high: 200 }, { low: 10, high: 20 })).toEqual({ low: 5, high: 20 });
  expect(costPerPerson({ low: 100, high: 100 }, { low: 10, high: 10 })).toEqual({ low: 10, high: 10 });
});

it('says nothing without people, or for a range that ends before it begins', () => {
  expect(costPerPerson({ low: 100, high: 200 }, { low: 0, high: 20 })).toBeNull();
  expect(costPerPerson({ low: 300, high: 200 }, { low: 10, high: 20 })).toBeNull();
});
