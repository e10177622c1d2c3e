import type { CoverageRow, MessageTotals } from '../../store/overview-queries.ts';

/** One thing these data cannot show. `container` is null when it concerns all of them, `count` when it cannot be counted. */
export interface Unseen {
  readonly code: 'replies-absent' | 'replies-partly' | 'authors-missing' | 'texts-missing' | 'relative-times' | 'unread-languages' | 'likes-anonymous' | 'private-answers' | 'display-order';
  readonly count: number | null;
  readonly container: string | null;
}

/** What the imported files leave out, from the most limiting to what no export ever holds. */
export function unseenInData({ totals, coverage, hasNamedReactions }: { totals: MessageTotals; coverage: readonly CoverageRow[]; hasNamedReactions: boolean }): Unseen[] {
  const missing = (code: Unseen['code'], count: number): Unseen[] => (count > 0 ? [{ code, count, container: null }] : []);
  return [
    ...coverage.filter(({ replies }) => replies === 'absent').map(({ container, imported }): Unseen => ({ code: 'replies-absent', count: imported, container })),
    ...coverage.filter(({ replies }) => replies === 'partly').map(({ container, imported, declared }): Unseen => ({ code: 'replies-partly', count: declared === null ? null : Math.max(0, declared - imported), container })),
    ...missing('authors-missing', totals.withoutAuthor),
    ...missing('texts-missing', totals.withoutText),
    ...missing('relative-times', totals.relativeTimes),
    ...missing('unread-languages', totals.unread),
    ...(hasNamedReactions ? [] : [{ code: 'likes-anonymous', count: null, container: null } as const]),
    { code: 'private-answers', count: null, container: null },
    { code: 'display-order', count: null, container: null },
  ];
}
