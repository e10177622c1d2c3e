import { describe, expect, test } from 'vitest';
import { success, type Outcome } from '../../../src/contract/outcome.ts';
import { createInlineJobs } from '../../../src/engine/inline-jobs.ts';
import { orderedJobs } from '../../../src/engine/ordered-jobs.ts';

/** Two runners in one line; what runs is ended by hand, in the order it began. */
function line(): { jobs: ReturnType<typeof orderedJobs>; began: string[]; end: () => void } {
  const began: string[] = [];
  const ends: (() => void)[] = [];
  const runner = (who: string): ReturnType<typeof createInlineJobs> => createInlineJobs((operation) => {
    began.push(`${who} ${operation}`);
    return new Promise<Outcome<unknown>>((resolve) => ends.push(() => resolve(success(operation))));
  });
  return { jobs: orderedJobs({ own: runner('own'), others: runner('other'), isOwn: (operation) => operation === 'project.saveCopy' }), began, end: () => ends.shift()?.() };
}
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 1));
const nothing = (): void => undefined;

describe('one line for the jobs of two runners', () => {
  test('each begins when the one before has ended, whoever runs it', async () => {
    const { jobs, began, end } = line();
    const ended: string[] = [];
    for (const [jobId, operation] of [['a', 'analyse.run'], ['b', 'project.saveCopy'], ['c', 'import.run']] as const) void jobs.run({ jobId, operation, input: {} }, nothing).then(() => ended.push(jobId));
    await turn();
    expect(began).toEqual(['other analyse.run']);
    end();
    await turn();
    expect(began).toEqual(['other analyse.run', 'own project.saveCopy']);
    expect(ended).toEqual(['a']);
    end();
    await turn();
    end();
    await turn();
    expect(ended).toEqual(['a', 'b', 'c']);
    expect(jobs.busy()).toBe(false);
  });

  test('one that waits is cancelled at once and never begins; the others go on', async () => {
    const { jobs, began, end } = line();
    const first = jobs.run({ jobId: 'a', operation: 'analyse.run', input: {} }, nothing);
    const waiting = jobs.run({ jobId: 'b', operation: 'project.saveCopy', input: {} }, nothing);
    expect(await jobs.run({ jobId: 'b', operation: 'project.saveCopy', input: {} }, nothing)).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
    await turn();
    expect(await jobs.cancel('b')).toBe(true);
    expect(await waiting).toMatchObject({ ok: false, failure: { code: 'cancelled' } });
    expect(await jobs.cancel('b')).toBe(false);
    expect(jobs.busy()).toBe(true);
    end();
    expect(await first).toMatchObject({ ok: true });
    await turn();
    expect(began).toEqual(['other analyse.run']);
    expect(jobs.busy()).toBe(false);
  });
});
