import { describe, expect, it } from 'vitest';
import type { TribunaBridge } from '../../../../src/contract/bridge.ts';
import { createJobs } from '../../../../src/renderer/state/jobs.ts';

describe('jobs', () => {
  it('are listed while they run, with progress and cancel', async () => {
    const calls: [string, unknown][] = [];
    let finish: (value: unknown) => void = () => undefined;
    const call = (name: string, input: unknown): Promise<unknown> => {
      calls.push([name, input]);
      return name === 'analyse.run' ? new Promise((resolve) => (finish = resolve)) : Promise.resolve({ ok: true, value: { cancelled: true } });
    };
    const jobs = createJobs({ call, onEvent: () => () => undefined } as unknown as TribunaBridge);
    const running = jobs.run('analyse.run', {});
    const [job] = jobs.running.get();
    expect(job).toMatchObject({ name: 'analyse.run', progress: null, cancelling: false });
    expect(jobs.isRunning('analyse.run')).toBe(true);
    const jobId = job?.jobId ?? '';
    expect(calls[0]).toEqual(['analyse.run', { jobId }]);
    jobs.accept({ type: 'job-progress', jobId, phase: 'read', done: 5, total: 10, unit: 'messages', perSecond: 2, remainingSeconds: 2.5 });
    expect(jobs.running.get()[0]?.progress?.done).toBe(5);
    jobs.cancel(jobId);
    expect(jobs.running.get()[0]?.cancelling).toBe(true);
    expect(calls[1]).toEqual(['job.cancel', { jobId }]);
    finish({ ok: false, failure: { code: 'cancelled', message: 'cancelled' } });
    expect(await running).toEqual({ ok: false, failure: { code: 'cancelled', message: 'cancelled' } });
    expect(jobs.running.get()).toEqual([]);
  });
});
