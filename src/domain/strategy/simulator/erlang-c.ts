/** What queueing theory says of a service at a constant rate. */
export interface ErlangWait {
  /** Share of the requests that wait at all. */
  readonly waits: number;
  /** Mean wait before somebody begins, those who do not wait included, in the unit of the handling time. */
  readonly meanWait: number;
}

/**
 * Waiting in a service with Poisson arrivals at a constant rate, exponential handling, first come first served and nobody who
 * leaves (M/M/c). `rate` in requests a unit of time, `handling` the mean in the same unit, `people` a whole number from 1. Used to
 * check the simulator where these assumptions hold. Null where more arrives than the people can handle, for then no mean
 * exists. The blocking recursion keeps numbers small for hundreds of people. O(people).
 * Source: Erlang 1917, Elektroteknikeren 13:5-13; recursion: Cooper 1981, Introduction to Queueing Theory, 2nd ed., section 3.3.
 * @example erlangC({ people: 1, rate: 0.5, handling: 1 }) // { waits: 0.5, meanWait: 1 }
 */
export function erlangC({ people, rate, handling }: { readonly people: number; readonly rate: number; readonly handling: number }): ErlangWait | null {
  const load = rate * handling;
  if (load >= people) return null;
  let blocked = 1;
  for (let k = 1; k <= people; k += 1) blocked = (load * blocked) / (k + load * blocked);
  const waits = blocked / (1 - (load / people) * (1 - blocked));
  return { waits, meanWait: (waits * handling) / (people - load) };
}
