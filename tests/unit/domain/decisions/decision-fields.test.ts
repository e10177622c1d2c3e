import fc from 'fast-check';
import { expect, it } from 'vitest';
import { decisionDifferences } from '../../../../src/domain/decisions/decision-fields.ts';

it('names the parts that differ by their way, with what each side says', () => {
  const mine = { owner: 'Marta', dueMs: 5, lines: { insight: { text: 'a' }, kpi: { text: 'k' } }, intents: ['trouble', 'idea'] };
  const theirs = { owner: 'Luca', dueMs: 5, lines: { insight: { text: 'b' } }, intents: ['idea'] };
  expect(decisionDifferences(mine, theirs)).toEqual([
    { field: 'owner', mine: 'Marta', theirs: 'Luca' },
    { field: 'lines.insight.text', mine: 'a', theirs: 'b' },
    { field: 'lines.kpi.text', mine: 'k', theirs: null },
    { field: 'intents', mine: 'trouble, idea', theirs: 'idea' },
  ]);
});

it('finds no difference of a content with itself, and mirrors sides', () => {
  fc.assert(fc.property(fc.jsonValue(), fc.jsonValue(), (one, other) => {
    expect(decisionDifferences(one, one)).toEqual([]);
    const [there, back] = [decisionDifferences(one, other), decisionDifferences(other, one)];
    expect(back.length).toBe(there.length);
    for (const { field, mine, theirs } of there) expect(back).toContainEqual({ field, mine: theirs, theirs: mine });
  }));
});
