import { afterEach, expect, it } from 'vitest';
import { drawsMissed, laterAnswers } from '../../../../src/app/read/later-answers.ts';
import { success, type Outcome } from '../../../../src/contract/outcome.ts';
import { clusterBootstrapInterval, type ClusterBootstrap } from '../../../../src/domain/stats/cluster-bootstrap.ts';
import { drawElsewhere, laterFigures, type DrawnLater } from '../../../../src/domain/stats/later-draws.ts';

const values = Float64Array.from({ length: 6000 }, (_, i) => (i * 7919) % 101);
const plan = (seed: number): ClusterBootstrap => ({
  clusters: values.length, draws: 700, seed,
  statistic: (weights) => values.reduce((sum, value, at) => sum + value * (weights[at] ?? 0), 0) / values.length,
});
const small: ClusterBootstrap = { clusters: 20, draws: 200, seed: 3, statistic: (weights) => (weights[0] ?? 0) + 1 };

afterEach(() => drawElsewhere(null));

async function finished(ask: () => Promise<Outcome<unknown> & { unfinished?: true }>): Promise<Outcome<unknown>> {
  for (let tried = 0; tried < 10_000; tried += 1) {
    const outcome = await ask();
    if (!('unfinished' in outcome)) return outcome;
    await new Promise((resolve) => { setTimeout(resolve, 5); });
  }
  throw new Error('never finished');
}

it('gives a view before its heavy intervals, and then the intervals that would have been drawn at once', async () => {
  const whole = [clusterBootstrapInterval(plan(1)), clusterBootstrapInterval(plan(2)), clusterBootstrapInterval(small)];
  let asked = 0;
  const answers = laterAnswers({ version: () => '1', dispatch: () => { asked += 1; return Promise.resolve(success([clusterBootstrapInterval(plan(1)), clusterBootstrapInterval(plan(2)), clusterBootstrapInterval(small)])); } });
  const first = await answers('response.survival', {});
  expect(first).toMatchObject({ ok: true, unfinished: true, value: [null, null, null] });
  expect(await answers('response.survival', {})).toBe(first);
  expect(await finished(() => answers('response.survival', {}))).toEqual({ ok: true, value: whole });
  expect(asked).toBe(2);
});

it('draws at once what is small, and whatever is asked of a read that is whole or nothing', async () => {
  const dispatch = (): Promise<Outcome<unknown>> => Promise.resolve(success([clusterBootstrapInterval(plan(1)), drawsMissed()]));
  const answers = laterAnswers({ version: () => '1', dispatch });
  expect(await answers('present.report', {})).toEqual({ ok: true, value: [clusterBootstrapInterval(plan(1)), 0] });
  const few = laterAnswers({ version: () => '1', dispatch: () => Promise.resolve(success(clusterBootstrapInterval(small))) });
  expect(await few('response.survival', {})).toEqual({ ok: true, value: clusterBootstrapInterval(small) });
});

it('asks anew where what answers rest on has changed', async () => {
  let version = '1';
  let asked = 0;
  const answers = laterAnswers({ version: () => version, dispatch: () => { asked += 1; return Promise.resolve(success(clusterBootstrapInterval(plan(asked)))); } });
  expect(await answers('overview', {})).toMatchObject({ unfinished: true });
  version = '2';
  expect(await answers('overview', {})).toMatchObject({ unfinished: true });
  expect(asked).toBe(2);
});

it('tells plans of one size and seed apart, whichever comes first when the answer is put together again', async () => {
  const other: ClusterBootstrap = { ...plan(1), statistic: (weights) => values.reduce((sum, value, at) => sum + (at % 3) * value * (weights[at] ?? 0), 0) };
  const whole = [clusterBootstrapInterval(plan(1)), clusterBootstrapInterval(other)];
  let asked = 0;
  const answers = laterAnswers({
    version: () => '1',
    dispatch: () => {
      asked += 1;
      const turned = asked === 2 ? [clusterBootstrapInterval(other), clusterBootstrapInterval(plan(1))].reverse() : [clusterBootstrapInterval(plan(1)), clusterBootstrapInterval(other)];
      return Promise.resolve(success(turned));
    },
  });
  expect(await finished(() => answers('overview', {}))).toEqual({ ok: true, value: whole });
});

it('an answer that went without a plan which another part asked for too is not taken for whole', async () => {
  const missed: number[] = [];
  const answers = laterAnswers({
    version: () => '1',
    dispatch: () => {
      for (let part = 0; part < 2; part += 1) {
        const before = drawsMissed();
        clusterBootstrapInterval(plan(1));
        missed.push(drawsMissed() - before);
      }
      return Promise.resolve(success(null));
    },
  });
  await finished(() => answers('overview', {}));
  expect(missed).toEqual([1, 1, 0, 0]);
});

it('draws once what other answers rest on too, and goes without nothing where it is there', async () => {
  let drawn = 0;
  const common: DrawnLater = {
    cost: 1e9, key: () => 'ties of a group', isShared: true,
    * steps() {
      drawn += 1;
      for (let step = 0; step < 3; step += 1) yield null;
      return Float64Array.of(7);
    },
  };
  const answers = laterAnswers({ version: () => '1', dispatch: () => Promise.resolve(success([...laterFigures(common)])) });
  expect(await answers('trust.parts', { filters: {} })).toMatchObject({ unfinished: true, value: [] });
  expect(await finished(() => answers('trust.parts', { filters: {} }))).toEqual({ ok: true, value: [7] });
  expect(await answers('trust.parts', { filters: { sentiments: ['negative'] } })).toEqual({ ok: true, value: [7] });
  expect(drawn).toBe(1);
});
