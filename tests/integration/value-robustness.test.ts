import { beforeAll, describe, expect, it } from 'vitest';
import { suiteEngine } from '../support/suite-engine.ts';

const suite = suiteEngine({ nowMs: Date.UTC(2026, 8, 1, 12) });

beforeAll(async () => {
  await suite.ask('project.openSample', {});
}, 300_000);

describe('what is left without those who create most, in the sample', () => {
  it('is what the list of profiles says of value', async () => {
    const { losses, first, points, people, reason } = await suite.ask('value.robustness', {});
    expect(reason).toBeNull();
    expect(losses.map(({ removal, removed }) => [removal, removed])).toEqual([['one', 1], ['five', 5], ['ten', 10], ['tenth', Math.ceil(people / 10)]]);
    const { accounts } = await suite.ask('value.accounts', { page: 0, size: 10, orderBy: 'created' });
    expect(first.map(({ created }) => created)).toEqual(accounts.map(({ created }) => created));
    for (const { removed, value } of losses.slice(0, 3)) expect(value.left).toBeCloseTo(1 - accounts.slice(0, removed).reduce((sum, { created }) => sum + created, 0) / points, 10);
  });

  it('leaves less the more are gone, and at random about as much as there are people left', async () => {
    const { losses, people, largest, answers } = await suite.ask('value.robustness', {});
    for (const [at, loss] of losses.entries()) {
      const before = losses[Math.max(0, at - 1)] ?? loss;
      for (const side of ['value', 'answers', 'largest'] as const) {
        expect(loss[side]?.left ?? 1).toBeLessThanOrEqual(before[side]?.left ?? 1);
        expect(loss[side]?.chance.low ?? 1).toBeLessThanOrEqual(loss[side]?.chance.mean ?? 0);
      }
      expect(loss.value.chance.mean).toBeCloseTo(1 - loss.removed / people, 1);
    }
    expect([largest <= people, answers > 30]).toEqual([true, true]);
  });

  it('counts the answers between people that ties count, and says nothing of nobody', async () => {
    const { answers } = await suite.ask('value.robustness', {});
    const { total, pairs } = await suite.ask('trust.ties', { between: 'people', size: 100 });
    expect(pairs).toHaveLength(total);
    expect(answers).toBeGreaterThanOrEqual(pairs.reduce((sum, { exchanges }) => sum + exchanges, 0));
    const { windowStartMs } = await suite.ask('overview', {});
    expect(await suite.ask('value.robustness', { filters: { toMs: windowStartMs ?? 0 } })).toMatchObject({ people: 0, reason: 'few-people', losses: [], first: [] });
  });
});
