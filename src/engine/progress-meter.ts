import type { CallContext } from '../contract/dispatch.ts';
import type { JobProgress } from '../contract/events.ts';

const EVENT_EVERY_MS = 100;
const RATE_AFTER_MS = 500;

interface MeterOptions {
  readonly jobId: string;
  /** UTC ms. */
  readonly now: () => number;
  readonly emit: (progress: JobProgress) => void;
}

/**
 * Turns a job's own reports into events: at most ten a second, but always the first of a phase and its end. The rate is
 * the phase's average so far, null in the first half second, where it would mean nothing.
 */
export function progressMeter({ jobId, now, emit }: MeterOptions): CallContext['onProgress'] {
  let phase: string | null = null;
  let startedAtMs = 0;
  let startedDone = 0;
  let lastEventAtMs = Number.NEGATIVE_INFINITY;
  let lastDone = -1;
  return (progress) => {
    const atMs = now();
    if (progress.phase !== phase) {
      phase = progress.phase;
      startedAtMs = atMs;
      startedDone = progress.done;
      lastEventAtMs = Number.NEGATIVE_INFINITY;
      lastDone = -1;
    }
    const ended = progress.total !== null && progress.done >= progress.total;
    if (ended ? progress.done === lastDone : atMs - lastEventAtMs < EVENT_EVERY_MS) return;
    lastDone = progress.done;
    lastEventAtMs = atMs;
    const elapsedMs = atMs - startedAtMs;
    const moved = progress.done - startedDone;
    const perSecond = elapsedMs >= RATE_AFTER_MS && moved > 0 ? (moved * 1000) / elapsedMs : null;
    const remainingSeconds = perSecond === null || progress.total === null ? null : Math.max(0, progress.total - progress.done) / perSecond;
    emit({ type: 'job-progress', jobId, ...progress, perSecond, remainingSeconds });
  };
}
