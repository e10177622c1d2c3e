/** Days on which a week can begin, as ISO weekdays: Monday, Saturday, Sunday. */
export const WEEK_STARTS = [1, 6, 7] as const;

/** The ISO weekday on which weeks begin. */
export type WeekStart = (typeof WEEK_STARTS)[number];

/** The weekdays in the order in which a week is read, as ISO weekdays. @example weekdaysFrom(7) // [7, 1, 2, 3, 4, 5, 6] */
export function weekdaysFrom(start: WeekStart): readonly number[] {
  return Array.from({ length: 7 }, (_, place) => ((start - 1 + place) % 7) + 1);
}

/** How many days a weekday (ISO) lies after the beginning of its week, 0 to 6. @example daysIntoWeek(1, 7) // 1 */
export function daysIntoWeek(weekday: number, start: WeekStart): number {
  return (weekday - start + 7) % 7;
}
