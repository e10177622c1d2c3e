/** Below this a run says nothing of how its cost grows: the clock, the compiler and the collector weigh more than the work. */
const FLOOR_MS = 120;
const REPETITIONS = 3;

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
 * tenth of a second counts as 1. The fastest of some repetitions counts, so that a busy machine proves nothing.
 */
export async function growthOf(work: (times: 1 | 2) => Promise<void> | void): Promise<number> {
  let twice = await fastest(() => work(2), 1);
  if (twice < FLOOR_MS) return 1;
  // a single slow run may be the machine's: what takes seconds is measured once more, the rest more often
  const repetitions = twice > 3000 ? 1 : REPETITIONS;
  const once = await fastest(() => work(1), repetitions);
  if (twice / once > 2) twice = Math.min(twice, await fastest(() => work(2), repetitions));
  return twice < FLOOR_MS ? 1 : twice / once;
}
