import { expect, test } from 'vitest';
import type { Dispatch } from '../../../src/contract/dispatch.ts';
import { success } from '../../../src/contract/outcome.ts';
import { createInlineJobs } from '../../../src/engine/inline-jobs.ts';
import { taskQueue } from '../../../src/engine/job-runner.ts';

const silent = (): void => undefined;

test('tasks run one after another, also after one that failed', async () => {
  const next = taskQueue();
  const order: string[] = [];
  const first = next(async () => {
    await Promise.resolve();
    order.push('first');
    throw new Error('fails');
  });
  const second = next(() => {
    order.push('second');
    return Promise.resolve(2);
  });
  await expect(first).rejects.toThrow('fails');
  expect(await second).toBe(2);
  expect(order).toEqual(['first', 'second']);
});

test('a waiting job that is cancelled never starts; a running one sees its signal', async () => {
  const started: unknown[] = [];
  const dispatch: Dispatch = (_operation, input, context) => {
    started.push(input);
    return new Promise((resolve) => context?.signal?.addEventListener('abort', () => resolve(success('stopped'))));
  };
  const jobs = createInlineJobs(dispatch);
  const running = jobs.run({ jobId: 'a', operation: 'analyse.run', input: 1 }, silent);
  const waiting = jobs.run({ jobId: 'b', operation: 'analyse.run', input: 2 }, silent);
  expect(jobs.busy()).toBe(true);
  expect(await jobs.cancel('b')).toBe(true);
  expect(await jobs.cancel('a')).toBe(true);
  expect(await running).toEqual(success('stopped'));
  expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(started).toEqual([1]);
  expect(jobs.busy()).toBe(false);
  expect(await jobs.cancel('a')).toBe(false);
});

test('two jobs under one id: the second is refused', async () => {
  const jobs = createInlineJobs(() => Promise.resolve(success(null)));
  const first = jobs.run({ jobId: 'a', operation: 'analyse.run', input: {} }, silent);
  expect(await jobs.run({ jobId: 'a', operation: 'analyse.run', input: {} }, silent)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  expect(await first).toEqual(success(null));
});
