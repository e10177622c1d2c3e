import type { Page } from 'playwright';

/** How the thread of the page kept its beat over a stretch of time. */
export interface Heartbeat {
  readonly elapsedMs: number;
  readonly beats: number;
  /** Longest time from one beat to the next. */
  readonly longestMs: number;
  /** Times from one beat to the next of more than 50 ms: a person notices them. */
  readonly missed: number;
}

/** Written as text, because it runs in the page and this file compiles without one. A beat is wanted every 10 ms. */
const START = `(() => {
  const startedAtMs = performance.now();
  let [last, beats, longestMs, missed] = [startedAtMs, 0, 0, 0];
  const timer = setInterval(() => {
    const gap = performance.now() - last;
    last += gap;
    beats += 1;
    longestMs = Math.max(longestMs, gap);
    if (gap > 50) missed += 1;
  }, 10);
  window.heartbeat = () => {
    clearInterval(timer);
    const now = performance.now();
    return { elapsedMs: now - startedAtMs, beats, longestMs: Math.max(longestMs, now - last), missed };
  };
})()`;

/** Starts to count the beats of the page's thread. What the thread does in one go stands between two beats. */
export async function startHeartbeat(page: Page): Promise<void> {
  await page.evaluate(START);
}

/** Stops counting and tells what was counted since {@link startHeartbeat}. */
export function stopHeartbeat(page: Page): Promise<Heartbeat> {
  return page.evaluate<Heartbeat>('window.heartbeat()');
}

/** Beats a second. */
export function beatRate({ beats, elapsedMs }: Heartbeat): number {
  return elapsedMs === 0 ? 0 : (1000 * beats) / elapsedMs;
}

/** A heartbeat as one line. */
export function heartbeatLine(what: string, heartbeat: Heartbeat): string {
  return `${what}: ${(heartbeat.elapsedMs / 1000).toFixed(1)} s, ${beatRate(heartbeat).toFixed(1)} beats a second, longest ${heartbeat.longestMs.toFixed(0)} ms, ${String(heartbeat.missed)} over 50 ms`;
}
