/** Messages of one brand, network, kind and month: what was imported of it. `month` counts months from year 0. */
export interface BrandMonth {
  readonly brandId: number;
  readonly network: string;
  readonly kind: string;
  readonly month: number;
  readonly messages: number;
}

/** A place of a brand whose answers are not all in the data. */
export interface IncompletePlace {
  readonly brandId: number;
  readonly network: string;
  readonly container: string;
}

/** Why something stays out of a comparison. */
export type LeftOutReason = 'times-not-known' | 'network-not-shared' | 'replies-missing' | 'kind-not-shared' | 'months-not-shared';

/** What stays out, of which brand, with how many messages. */
export interface LeftOut {
  readonly brandId: number;
  readonly reason: LeftOutReason;
  readonly network: string;
  /** The kind, where a kind stays out. */
  readonly kind: string | null;
  readonly messages: number;
}

/** A network and kind with the months, both included, that all brands have. */
export interface ComparableCell {
  readonly network: string;
  readonly kind: string;
  readonly fromMonth: number;
  readonly toMonth: number;
}

/** Messages of a brand whose time is not known to the day: they belong to no month. */
export interface UndatedMessages {
  readonly brandId: number;
  readonly network: string;
  readonly messages: number;
}

/** What may be compared, and what may not. */
export interface ComparableSet {
  readonly cells: readonly ComparableCell[];
  readonly leftOut: readonly LeftOut[];
}

/**
 * The networks, kinds of message and calendar months that were imported for every brand and are equally complete. A network on
 * which some place of some brand lacks answers stays out whole: part of a page is not comparable with all of another. Of each
 * network and kind only whole months count, so the first and the last month of a brand stay out: nobody knows whether they are
 * complete; months between them count even when nothing was written. Messages without a day
 * belong to no month and stay out. O(rows x brands).
 */
export function comparableSet(rows: readonly BrandMonth[], brandIds: readonly number[], { incomplete = [], undated = [] }: { readonly incomplete?: readonly IncompletePlace[]; readonly undated?: readonly UndatedMessages[] } = {}): ComparableSet {
  const leftOut: LeftOut[] = undated.filter(({ messages }) => messages > 0).map((left) => ({ ...left, reason: 'times-not-known', kind: null }));
  const cells: ComparableCell[] = [];
  const sum = (own: readonly BrandMonth[]): number => own.reduce((total, { messages }) => total + messages, 0);
  const leave = (own: readonly BrandMonth[], reason: LeftOutReason, network: string, kind: string | null): void => {
    for (const brandId of brandIds) {
      const messages = sum(own.filter((row) => row.brandId === brandId));
      if (messages > 0) leftOut.push({ brandId, reason, network, kind, messages });
    }
  };
  for (const network of [...new Set(rows.map((row) => row.network))].sort()) {
    const here = rows.filter((row) => row.network === network && brandIds.includes(row.brandId));
    const shared = brandIds.every((brandId) => here.some((row) => row.brandId === brandId));
    if (!shared) {
      leave(here, 'network-not-shared', network, null);
      continue;
    }
    if (incomplete.some((place) => place.network === network && brandIds.includes(place.brandId))) {
      leave(here, 'replies-missing', network, null);
      continue;
    }
    for (const kind of [...new Set(here.map((row) => row.kind))].sort()) {
      const own = here.filter((row) => row.kind === kind);
      const spans = brandIds.map((brandId) => wholeMonths(own.filter((row) => row.brandId === brandId)));
      if (spans.some((span) => span === null)) {
        leave(own, 'kind-not-shared', network, kind);
        continue;
      }
      const fromMonth = Math.max(...spans.map((span) => span?.from ?? Infinity));
      const toMonth = Math.min(...spans.map((span) => span?.to ?? -Infinity));
      if (fromMonth > toMonth) {
        leave(own, 'months-not-shared', network, kind);
        continue;
      }
      leave(own.filter(({ month }) => month < fromMonth || month > toMonth), 'months-not-shared', network, kind);
      cells.push({ network, kind, fromMonth, toMonth });
    }
  }
  return { cells, leftOut };
}

/** The months between the first and the last of a brand; null without any message, from above to below without a whole month. */
function wholeMonths(rows: readonly BrandMonth[]): { readonly from: number; readonly to: number } | null {
  if (rows.length === 0) return null;
  const months = rows.map(({ month }) => month);
  return { from: Math.min(...months) + 1, to: Math.max(...months) - 1 };
}

/** Whether a message of a network, kind and month belongs to a comparable set. */
export function isComparable({ cells }: ComparableSet, { network, kind, month }: Pick<BrandMonth, 'network' | 'kind' | 'month'>): boolean {
  return cells.some((cell) => cell.network === network && cell.kind === kind && month >= cell.fromMonth && month <= cell.toMonth);
}
