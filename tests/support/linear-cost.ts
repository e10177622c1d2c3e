/** Below this a run says nothing of how its cost grows: the clock, the compiler and the collector weigh more than the work. */
const FLOOR_MS = 120;
const REPETITIONS = 2;
const ATTEMPTS = 3;

async function fastest(run: () => Promise<void> | void, repetitions: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  for (let repetition = 0; repetition < repetitions; repetition += 1) {
    const startedAt = performance.now();
    await run();
    best = Math.min(best, performance.now() - startedAt);
  }
  return best;
}

/**
 * How often the time of twice the work holds the time of once: 2 for linear cost, 4 for quadratic. Work done in less than a
 * tenth of a second counts as 1. What looks worse than linear is measured again, and the mildest ratio counts: a busy
 * machine proves nothing.
 */
export async function growthOf(work: (times: 1 | 2) => Promise<void> | void): Promise<number> {
  const first = await fastest(() => work(2), 1);
  if (first < FLOOR_MS) return 1;
  const repetitions = first > 500 ? 1 : REPETITIONS;
  let growth = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < ATTEMPTS && growth > 2.5; attempt += 1) {
    const once = await fastest(() => work(1), repetitions);
    const twice = await fastest(() => work(2), repetitions);
    growth = Math.min(growth, twice < FLOOR_MS ? 1 : twice / once);
  }
  return growth;
}
