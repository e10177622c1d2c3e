/** Hours of a week, Monday 0-1 first. */
export const WEEK_HOURS = 168;
/** Minutes of a week. */
export const WEEK_MINUTES = 10_080;

/** Some people who work the same hours; weekdays 1 = Monday to 7, `from` and `to` in whole hours, 0-24. */
export interface Shift {
  readonly people: number;
  readonly days: readonly number[];
  readonly from: number;
  readonly to: number;
}

/**
 * How many people work in each of the 168 hours of a week. Shifts add up; one that would pass midnight is written as two. An hour
 * without a shift holds nobody.
 */
export function peopleByHour(shifts: readonly Shift[]): Uint16Array {
  const people = new Uint16Array(WEEK_HOURS);
  for (const shift of shifts) {
    for (const day of new Set(shift.days)) {
      for (let hour = shift.from; hour < shift.to; hour += 1) {
        const cell = (day - 1) * 24 + hour;
        people[cell] = (people[cell] ?? 0) + shift.people;
      }
    }
  }
  return people;
}
