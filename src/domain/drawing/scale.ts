/** Maps a value of the data to a place in pixels, and back. */
export interface Scale {
  readonly at: (value: number) => number;
  readonly invert: (pixel: number) => number;
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/** Where a scale starts and ends, in data units and in pixels. A range may run downwards, as on a vertical axis. */
export interface ScaleExtent {
  readonly domain: readonly [number, number];
  readonly range: readonly [number, number];
}

/**
 * Straight-line scale. An empty domain maps everything to the start of the range.
 * @example linearScale({ domain: [0, 10], range: [0, 100] }).at(5) // 50
 */
export function linearScale({ domain, range }: ScaleExtent): Scale {
  const [low, high] = domain;
  const [start, end] = range;
  const slope = high === low ? 0 : (end - start) / (high - low);
  return {
    at: (value) => start + (value - low) * slope,
    invert: (pixel) => (slope === 0 ? low : low + (pixel - start) / slope),
    domain,
    range,
  };
}

/**
 * Logarithmic scale over a positive domain; values below its lower end are drawn at that end, because a wait of zero
 * seconds has no logarithm and still has to be somewhere.
 * @example logScale({ domain: [1, 100], range: [0, 10] }).at(10) // 5
 */
export function logScale({ domain, range }: ScaleExtent): Scale {
  const [low, high] = domain;
  const inner = linearScale({ domain: [Math.log10(low), Math.log10(high)], range });
  return {
    at: (value) => inner.at(Math.log10(Math.max(value, low))),
    invert: (pixel) => 10 ** inner.invert(pixel),
    domain,
    range,
  };
}

/**
 * Round values that divide a domain, about `wanted` of them, both ends inside the domain; steps are 1, 2 or 5 times a
 * power of ten. Empty for an empty domain.
 * @example roundTicks({ domain: [0, 10], wanted: 5 }) // [0, 2, 4, 6, 8, 10]
 */
export function roundTicks({ domain, wanted }: { readonly domain: readonly [number, number]; readonly wanted: number }): number[] {
  const [low, high] = domain;
  const span = high - low;
  if (!(span > 0) || wanted < 1) return [];
  const rough = span / wanted;
  const power = 10 ** Math.floor(Math.log10(rough));
  const multiple = [1, 2, 5, 10].find((candidate) => candidate * power >= rough * 0.999) ?? 10;
  const step = multiple * power;
  const ticks: number[] = [];
  for (let index = Math.ceil(low / step - 1e-9); index * step <= high + step * 1e-9; index += 1) ticks.push(Number((index * step).toPrecision(12)));
  return ticks;
}
