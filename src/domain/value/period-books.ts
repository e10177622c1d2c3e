import type { Points } from './balance.ts';
import type { ValueWeights } from './value-rules.ts';
import { isValueRuleCode } from './value-rules.ts';

/** Units of one rule on one side of a person's books in one period; `quarter` is the period's place in its list. */
export interface PeriodEntry {
  readonly accountId: number;
  readonly quarter: number;
  readonly side: 'created' | 'consumed';
  readonly rule: string;
  readonly units: number;
  readonly bookings: number;
}

/** What one person's books hold in a period, in points. */
export interface PersonBooks extends Points {
  readonly bookings: number;
}

/** Whether a period holds what was booked in it, or all up to its end. */
export type PeriodMode = 'within' | 'until';

type Writable<Value> = { -readonly [Key in keyof Value]: Value[Key] };

/**
 * The books of every person, period by period, under a table of weights: first those of period 0, last those of period
 * `periods - 1`; entries in any order. With `until` each map goes on from the one before and is the same map, so a caller
 * takes what it needs before asking for the next. One pass; entries of an unknown rule are left out.
 */
export function* periodBooks(entries: Iterable<PeriodEntry>, { periods, weights, mode }: { readonly periods: number; readonly weights: ValueWeights; readonly mode: PeriodMode }): Generator<ReadonlyMap<number, PersonBooks>> {
  const byPeriod = Array.from({ length: periods }, (): PeriodEntry[] => []);
  for (const entry of entries) byPeriod[entry.quarter]?.push(entry);
  let books = new Map<number, Writable<PersonBooks>>();
  for (const own of byPeriod) {
    if (mode === 'within') books = new Map();
    for (const { accountId, side, rule, units, bookings } of own) {
      if (!isValueRuleCode(rule)) continue;
      let person = books.get(accountId);
      if (person === undefined) {
        person = { created: 0, consumed: 0, bookings: 0 };
        books.set(accountId, person);
      }
      person[side] += units * weights[rule];
      person.bookings += bookings;
    }
    yield books;
  }
}
