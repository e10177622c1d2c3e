/** Rows of a long list that are on screen, as positions in the whole list; `last` inclusive. */
export interface VisibleRows {
  readonly first: number;
  readonly last: number;
}

/**
 * The pages that hold the visible rows plus one page ahead, within the list. Empty for an empty list.
 * @example pagesFor({ first: 95, last: 110 }, { size: 100, total: 1000 }) // [0, 1, 2]
 */
export function pagesFor({ first, last }: VisibleRows, { size, total }: { readonly size: number; readonly total: number }): number[] {
  if (total <= 0) return [];
  const lastPage = Math.floor((total - 1) / size);
  const from = Math.min(lastPage, Math.max(0, Math.floor(first / size)));
  const to = Math.min(lastPage, Math.max(0, Math.floor(last / size)) + 1);
  return Array.from({ length: to - from + 1 }, (_, position) => from + position);
}
