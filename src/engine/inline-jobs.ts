import type { Dispatch } from '../contract/dispatch.ts';
import { failed } from '../contract/outcome.ts';
import { taskQueue, type JobRunner } from './job-runner.ts';

/** Jobs in the engine's own thread, for hosts that have nothing else to do meanwhile; handlers yield between batches. */
export function createInlineJobs(dispatch: Dispatch): JobRunner {
  const controllers = new Map<string, AbortController>();
  const next = taskQueue();
  return {
    async run({ jobId, operation, input }, onProgress) {
      if (controllers.has(jobId)) return failed('invalid-input', `a job is already running under this id: ${jobId.slice(0, 80)}`);
      const controller = new AbortController();
      controllers.set(jobId, controller);
      try {
        return await next(async () => (controller.signal.aborted ? failed('cancelled', 'the job was cancelled before it began') : dispatch(operation, input, { signal: controller.signal, onProgress })));
      } finally {
        controllers.delete(jobId);
      }
    },
    cancel(jobId) {
      const controller = controllers.get(jobId);
      controller?.abort();
      return Promise.resolve(controller !== undefined);
    },
    busy: () => controllers.size > 0,
    settled: () => Promise.resolve(),
    async close() {
      for (const controller of controllers.values()) controller.abort();
      await next(() => Promise.resolve());
    },
  };
}
