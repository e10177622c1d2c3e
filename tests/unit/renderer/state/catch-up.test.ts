import { describe, expect, it } from 'vitest';
import { createCatchUp } from '../../../../src/renderer/state/catch-up.ts';

/** Work that ends when told to, with whether it went through and whether something is left to do. */
function desk(): { readonly ask: () => Promise<void>; readonly end: (went: boolean, isLeft: boolean) => Promise<void>; readonly runs: () => number } {
  let [isDue, runs] = [true, 0];
  let running: ((went: boolean) => void) | null = null;
  const ask = createCatchUp({
    isRunning: () => running !== null,
    isDue: () => isDue,
    run: () => new Promise((resolve) => {
      runs += 1;
      running = resolve;
    }),
  });
  const end = async (went: boolean, isLeft: boolean): Promise<void> => {
    isDue = isLeft;
    const resolve = running;
    running = null;
    resolve?.(went);
    for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
  };
  return { ask, end, runs: () => runs };
}

describe('catching up', () => {
  it('runs once more for whoever asked while it ran, where something is left', async () => {
    const { ask, end, runs } = desk();
    const first = ask();
    await Promise.all([ask(), ask()]);
    expect(runs()).toBe(1);
    await end(true, true);
    expect(runs()).toBe(2);
    await end(true, true);
    await first;
    expect(runs()).toBe(2);
  });

  it('does not where nothing is left, nobody asked, or it failed or was stopped', async () => {
    for (const [asks, went, isLeft] of [[true, true, false], [false, true, true], [true, false, true]] as const) {
      const { ask, end, runs } = desk();
      const first = ask();
      if (asks) await ask();
      await end(went, isLeft);
      await first;
      expect(runs()).toBe(1);
    }
  });

  it('does nothing where there is nothing to do', async () => {
    const { ask, end, runs } = desk();
    const first = ask();
    await end(true, false);
    await first;
    await ask();
    expect(runs()).toBe(1);
  });
});
