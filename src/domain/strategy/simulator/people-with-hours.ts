/** People by hour of the week after whole hours were added or taken away, and how many hours that came to. */
export interface ChangedPeople {
  readonly people: Uint16Array;
  readonly hours: number;
}

const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * Adds whole hours of work to the hours of the week in which somebody works already, spread evenly over them; negative hours are
 * taken away, down to nobody. Hours are rounded to whole ones, because the simulator knows whole people. They are spread by the
 * golden section, so that fewer hours are a part of more hours: a team with more of them never has fewer people at any time. Where
 * nobody works nothing can be added. O(n log n) over staffed hours. Source: Sos 1958, Annales Universitatis Scientiarum Budapestinensis 1:127-134.
 * @example [...peopleWithHours([1, 1, 0, 2], 2).people] // [2, 1, 0, 3]
 */
export function peopleWithHours(people: ArrayLike<number>, hours: number): ChangedPeople {
  const changed = Uint16Array.from(people);
  // one entry for every hour that one person works, in the order of the week
  const staffed = [...changed].flatMap((count, cell) => Array.from({ length: count }, () => cell));
  const order = staffed.map((cell, at) => ({ cell, place: (at * GOLDEN) % 1 })).sort((one, other) => one.place - other.place);
  const wanted = Math.round(Math.abs(hours));
  const moved = hours < 0 ? Math.min(wanted, order.length) : order.length === 0 ? 0 : wanted;
  const step = Math.sign(hours);
  for (let at = 0; at < moved; at += 1) {
    const cell = order[at % order.length]?.cell ?? 0;
    changed[cell] = (changed[cell] ?? 0) + step;
  }
  return { people: changed, hours: moved === 0 ? 0 : step * moved };
}
