import { calendarMs } from '../local-time.ts';

/** Which of three numbers of a date is which. `year-day-first` is year, day, month. */
const CHAT_ORDERS = ['day-first', 'month-first', 'year-first', 'year-day-first'] as const;
export type ChatOrder = (typeof CHAT_ORDERS)[number];

type WrittenDate = readonly [first: string, second: string, third: string];

/** The program exists since 2009: an earlier date is a misreading. */
const FIRST_YEAR = 2009;
const LAST_YEAR = 2100;
const DAY_MS = 86_400_000;

/** Midnight of a date read in an order, ms as if UTC; null when there is no such date. */
export function chatDateMs([first, second, third]: WrittenDate, order: ChatOrder): number | null {
  const yearIsFirst = order === 'year-first' || order === 'year-day-first';
  const [year, day, month] = order === 'day-first' ? [third, first, second] : order === 'month-first' ? [third, second, first] : order === 'year-first' ? [first, third, second] : [first, second, third];
  if (year.length < 2 || (yearIsFirst ? third.length > 2 : first.length > 2)) return null;
  const fullYear = year.length === 2 ? 2000 + Number(year) : Number(year);
  if (fullYear < FIRST_YEAR || fullYear > LAST_YEAR) return null;
  return calendarMs({ year: fullYear, month: Number(month), day: Number(day), hour: 0, minute: 0, second: 0, millisecond: 0 });
}

/** What a whole file says of the order of its dates: `ambiguous` when day and month fit both ways, null when nothing fits. */
export interface DateOrderFinding {
  readonly order: ChatOrder | null;
  readonly ambiguous: boolean;
}

interface Tally {
  readonly order: ChatOrder;
  invalid: number;
  backward: number;
  previous: number | null;
}

/** Lines a person sent while another phone's clock ran ahead stand out of order; so few of them decide nothing. */
function isClearlyBetter(one: Tally, other: Tally): boolean {
  return one.backward < other.backward && one.backward * 4 <= other.backward;
}

/**
 * Collects the dates of a file in the order they stand, in flat memory, and tells how they are written: a number no month
 * can have decides; else the order under which time does not run backwards; else the part that changes faster is the day;
 * else it is ambiguous. Two digits at the front are taken for a year only when no other reading works as well.
 */
export function createDateOrderFinder(latestMs: number | null): { add(date: WrittenDate): void; found(): DateOrderFinding } {
  const tallies = CHAT_ORDERS.map((order): Tally => ({ order, invalid: 0, backward: 0, previous: null }));
  let changes = 0;
  let firstChanges = 0;
  let secondChanges = 0;
  let differ = false;
  let last: WrittenDate | null = null;
  const tallyOf = (order: ChatOrder): Tally => tallies.find((tally) => tally.order === order) ?? { order, invalid: 0, backward: 0, previous: null };

  return {
    add(date) {
      if (last !== null && date[0] === last[0] && date[1] === last[1] && date[2] === last[2]) return;
      changes += 1;
      if (last !== null && date[0] !== last[0]) firstChanges += 1;
      if (last !== null && date[1] !== last[1]) secondChanges += 1;
      if (Number(date[0]) !== Number(date[1])) differ = true;
      last = date;
      for (const tally of tallies) {
        const ms = chatDateMs(date, tally.order);
        if (ms === null || (latestMs !== null && ms > latestMs + DAY_MS)) {
          tally.invalid += 1;
          continue;
        }
        if (tally.previous !== null && ms < tally.previous) tally.backward += 1;
        tally.previous = ms;
      }
    },
    found() {
      const least = Math.min(...tallies.map(({ invalid }) => invalid));
      if (changes === 0 || least * 2 > changes) return { order: null, ambiguous: false };
      const viable = tallies.filter(({ invalid }) => invalid <= least + changes / 100);
      const usual = viable.filter(({ order }) => order === 'day-first' || order === 'month-first');
      const yearFirst = viable.filter(({ order }) => order === 'year-first' || order === 'year-day-first');
      const smoothest = (some: readonly Tally[]): Tally | null => some.reduce<Tally | null>((best, tally) => (best === null || isClearlyBetter(tally, best) ? tally : best), null);
      const [bestUsual, bestYearFirst] = [smoothest(usual), smoothest(yearFirst)];
      const yearWins = bestYearFirst !== null && (bestUsual === null || (changes >= 5 && bestUsual.backward * 10 > changes && isClearlyBetter(bestYearFirst, bestUsual)));
      if (yearWins) return { order: bestYearFirst.order, ambiguous: false };
      const [only, second] = usual;
      if (only === undefined) return { order: null, ambiguous: false };
      if (second === undefined || !differ) return { order: only.order, ambiguous: false };
      const [dayFirst, monthFirst] = [tallyOf('day-first'), tallyOf('month-first')];
      if (isClearlyBetter(dayFirst, monthFirst)) return { order: 'day-first', ambiguous: false };
      if (isClearlyBetter(monthFirst, dayFirst)) return { order: 'month-first', ambiguous: false };
      if (firstChanges >= 3 && firstChanges >= secondChanges * 3) return { order: 'day-first', ambiguous: false };
      if (secondChanges >= 3 && secondChanges >= firstChanges * 3) return { order: 'month-first', ambiguous: false };
      return { order: 'day-first', ambiguous: true };
    },
  };
}
