import { expect, test } from 'vitest';
import { success, type Outcome } from '../../../src/contract/outcome.ts';
import { withEarlyCancels } from '../../../src/engine/early-cancels.ts';
import { createInlineJobs } from '../../../src/engine/inline-jobs.ts';

const nothing = (): void => undefined;

/** Jobs that tell which of them began. */
function jobsAt(): { readonly jobs: ReturnType<typeof withEarlyCancels>; readonly began: unknown[] } {
  const began: unknown[] = [];
  return {
    began,
    jobs: withEarlyCancels(createInlineJobs((_operation, input) => {
      began.push(input);
      return Promise.resolve<Outcome<unknown>>(success(input));
    })),
  };
}
const job = (jobId: string, input: string): { jobId: string; operation: string; input: string } => ({ jobId, operation: 'import.run', input });

test('a job that is cancelled before it comes is answered as cancelled and never begins; others do', async () => {
  const { jobs, began } = jobsAt();
  expect(await jobs.cancel('a')).toBe(false);
  expect(await jobs.run(job('b', 'other'), nothing)).toEqual(success('other'));
  expect(await jobs.run(job('a', 'late'), nothing)).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
  expect(began).toEqual(['other']);
  expect(jobs.busy()).toBe(false);
});

test('a cancel that comes after its job has ended stops no later job under the same id', async () => {
  const { jobs, began } = jobsAt();
  await jobs.run(job('a', 'first'), nothing);
  expect(await jobs.cancel('a')).toBe(false);
  expect(await jobs.run(job('a', 'again'), nothing)).toEqual(success('again'));
  expect(began).toEqual(['first', 'again']);
});

test('of very many cancels without a job the oldest are forgotten', async () => {
  const { jobs, began } = jobsAt();
  for (let at = 0; at < 1_001; at += 1) await jobs.cancel(`early-${String(at)}`);
  await jobs.run(job('early-0', 'forgotten'), nothing);
  await jobs.run(job('early-1', 'kept'), nothing);
  expect(began).toEqual(['forgotten']);
});
