import { roundTicks } from './scale.ts';

/**
 * Ticks for differences of waits, seconds: whole days, hours or minutes, whichever gives at most about `wanted`.
 * @example waitDifferenceTicks({ domain: [0, 172800], wanted: 4 }) // [0, 43200, 86400, 129600, 172800]
 */
export function waitDifferenceTicks({ domain, wanted }: { readonly domain: readonly [number, number]; readonly wanted: number }): number[] {
  const [low, high] = domain;
  const span = high - low;
  if (!(span > 0)) return [];
  const steps = [60, 300, 600, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400, 172_800, 604_800, 2_592_000];
  const step = steps.find((seconds) => span / seconds <= wanted);
  if (step === undefined || span < 60) return roundTicks({ domain, wanted });
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + 1e-6; index += 1) ticks.push(index === 0 ? 0 : index * step);
  return ticks;
}
