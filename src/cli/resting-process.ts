import { setTimeout as pause } from 'node:timers/promises';

const LOOK_MS = 100;
/** Part of a look that the processor may be busy with: what listens and waits costs a little. */
const RESTING_SHARE = 0.25;
const LOOKS = 3;
const MOST_MS = 300_000;

/**
 * Ends when the process has been at rest for three looks of a tenth of a second: nothing goes on of its own, such as a
 * project being taken into memory; after five minutes in any case. Returns how long that took, in milliseconds; never less
 * than the looks.
 */
export async function restingProcess(): Promise<number> {
  const startedAt = performance.now();
  for (let resting = 0; resting < LOOKS && performance.now() - startedAt < MOST_MS; ) {
    const before = process.cpuUsage();
    await pause(LOOK_MS);
    const { user, system } = process.cpuUsage(before);
    resting = (user + system) / 1000 < RESTING_SHARE * LOOK_MS ? resting + 1 : 0;
  }
  return performance.now() - startedAt;
}
