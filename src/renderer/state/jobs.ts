import type { TribunaBridge, WithFiles } from '../../contract/bridge.ts';
import type { JobProgress } from '../../contract/events.ts';
import type { OperationInput, OperationValue } from '../../contract/operations.ts';
import type { Outcome } from '../../contract/outcome.ts';
import { createStore, type Store } from './store.ts';

/** Operations that take long and report progress. */
export type JobName = 'import.check' | 'import.columns' | 'import.run' | 'analyse.run' | 'network.detect' | 'project.openSample' | 'project.saveCopy' | 'privacy.rehearse' | 'privacy.erase' | 'retention.remove' | 'findings.challenge';

/** A job that is running. */
export interface RunningJob {
  readonly jobId: string;
  readonly name: JobName;
  readonly progress: JobProgress | null;
  /** A cancel was asked for and not yet answered. */
  readonly cancelling: boolean;
}

/** The jobs under way, in order of start. */
export interface Jobs {
  readonly running: Store<readonly RunningJob[]>;
  readonly isRunning: (name: JobName) => boolean;
  readonly run: <Name extends JobName>(name: Name, input: WithFiles<OperationInput<Name>>) => Promise<Outcome<OperationValue<Name>>>;
  readonly cancel: (jobId: string) => void;
  readonly accept: (progress: JobProgress) => void;
}

/** Makes the register of jobs over a bridge. */
export function createJobs(bridge: TribunaBridge): Jobs {
  const running = createStore<readonly RunningJob[]>([]);
  const change = (jobId: string, part: Partial<RunningJob>): void => {
    running.set(running.get().map((job) => (job.jobId === jobId ? { ...job, ...part } : job)));
  };
  return {
    running,
    isRunning: (name) => running.get().some((job) => job.name === name),
    async run(name, input) {
      const jobId = crypto.randomUUID();
      running.set([...running.get(), { jobId, name, progress: null, cancelling: false }]);
      try {
        return await bridge.call(name, { ...input, jobId });
      } finally {
        running.set(running.get().filter((job) => job.jobId !== jobId));
      }
    },
    cancel(jobId) {
      change(jobId, { cancelling: true });
      void bridge.call('job.cancel', { jobId });
    },
    accept(progress) {
      change(progress.jobId, { progress });
    },
  };
}
