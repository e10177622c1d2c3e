/** One month of a strip: the calendar key `YYYY-MM`, and how many messages carry each code. */
export interface StripMonth {
  readonly key: string;
  readonly counts: Readonly<Record<string, number>>;
}

/**
 * A moment inside a calendar month in any time zone; used for labels only, never to select.
 */
export function monthLabelDate(key: string): Date {
  const [year = '1970', month = '1'] = key.split('-');
  return new Date(Date.UTC(Number(year), Number(month) - 1, 15));
}

/** How many days a month has, by its key. @example monthDays('2024-02') // 29 */
export function monthDays(key: string): number {
  const [year = '1970', month = '1'] = key.split('-');
  return new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
}

/**
 * The codes a strip stacks: `order` reduced to those that occur, so that absent ones take no room in the legend.
 */
export function occurringCodes<Code extends string>(months: readonly StripMonth[], order: readonly Code[]): Code[] {
  return order.filter((code) => months.some(({ counts }) => (counts[code] ?? 0) > 0));
}

/** Months worth drawing, and what was left out before them. */
export interface DrawnMonths<Month> {
  readonly months: readonly Month[];
  readonly earlier: number;
}

/**
 * Leaves out leading months that together hold at most a two-hundredth of all messages, when the strip is longer than
 * three years: a few stray old dates would otherwise press the years that matter into a corner. What is left out is
 * counted, so that the strip can say it.
 */
export function drawnMonths<Month extends { readonly total: number }>(months: readonly Month[]): DrawnMonths<Month> {
  if (months.length <= 36) return { months, earlier: 0 };
  const total = months.reduce((sum, month) => sum + month.total, 0);
  let first = 0;
  let earlier = 0;
  for (; first < months.length - 12; first += 1) {
    const next = earlier + (months[first]?.total ?? 0);
    if (next > total / 200) break;
    earlier = next;
  }
  return { months: months.slice(first), earlier };
}
