import { failed, type Outcome } from '../contract/outcome.ts';
import { taskQueue, type JobRunner } from './job-runner.ts';

interface OrderedJobsOptions {
  /** Runs jobs in the engine's own thread, on the connection that commands write with. */
  readonly own: JobRunner;
  /** Runs all others. */
  readonly others: JobRunner;
  readonly isOwn: (operation: string) => boolean;
}

/**
 * One line for the jobs of two runners: a job of the one begins when that of the other has ended, in the order they came. A job
 * that still waits is cancelled at once, whatever it waits for.
 */
export function orderedJobs({ own, others, isOwn }: OrderedJobsOptions): JobRunner {
  const next = taskQueue();
  const waiting = new Map<string, (outcome: Outcome<never>) => void>();
  return {
    async run(job, onProgress) {
      const { jobId } = job;
      if (waiting.has(jobId)) return failed('invalid-input', `a job is already waiting under this id: ${jobId.slice(0, 80)}`);
      const left = new Promise<Outcome<never>>((resolve) => waiting.set(jobId, resolve));
      const whole = next(async () => {
        // who left the line was answered already
        if (!waiting.delete(jobId)) return failed('cancelled', 'the job was cancelled before it began');
        if (!isOwn(job.operation)) return others.run(job, onProgress);
        // one that was stopped is answered before what it changed is put back
        await others.settled();
        return own.run(job, onProgress);
      });
      return Promise.race([whole, left]);
    },
    async cancel(jobId) {
      const leave = waiting.get(jobId);
      if (leave !== undefined) {
        waiting.delete(jobId);
        leave(failed('cancelled', 'the job was cancelled before it began'));
        return true;
      }
      return (await own.cancel(jobId)) || others.cancel(jobId);
    },
    busy: () => waiting.size > 0 || own.busy() || others.busy(),
    settled: () => others.settled(),
    async close() {
      for (const leave of waiting.values()) leave(failed('cancelled', 'the job was cancelled before it began'));
      waiting.clear();
      await own.close();
      await others.close();
      await next(() => Promise.resolve());
    },
  };
}
