import { failed } from '../contract/outcome.ts';
import type { JobRunner } from './job-runner.ts';

/** Jobs that are known to have come, and cancels that came before their job. */
const KEPT = 1_000;

function keep(kept: Set<string>, id: string): void {
  kept.add(id);
  const [oldest] = kept;
  if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
}

/**
 * Jobs that may be cancelled before they come: a job that brings a file is stopped while the file is still being handed over, and
 * a cancel on its heels may overtake it. Such a job is answered as cancelled when it comes, and never begins. A cancel that comes
 * after its job has ended changes nothing, not even for a later job under the same id.
 */
export function withEarlyCancels(jobs: JobRunner): JobRunner {
  const came = new Set<string>();
  const early = new Set<string>();
  return {
    ...jobs,
    run(job, onProgress) {
      keep(came, job.jobId);
      return early.delete(job.jobId) ? Promise.resolve(failed('cancelled', 'the job was cancelled before it began')) : jobs.run(job, onProgress);
    },
    cancel(jobId) {
      if (came.has(jobId)) return jobs.cancel(jobId);
      keep(early, jobId);
      return Promise.resolve(false);
    },
  };
}
