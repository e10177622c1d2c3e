import type { SourceAnswers } from '../../contract/operations/import-account.ts';
import type { CoverageRow, MessageTotals } from '../../store/overview-queries.ts';

/** One thing these data cannot show. `container` is null when it concerns all of them (for a rival it is the rival's name), `count` when it cannot be counted. */
export interface Unseen {
  readonly code:
    | 'replies-absent' | 'replies-partly' | 'rival-sources-missing' | 'unclaimed-desks' | 'missing-parents' | 'inferred-links' | 'vanished' | 'not-re-exported' | 'texts-dropped' | 'duplicates-open'
    | 'authors-missing' | 'texts-missing' | 'relative-times' | 'day-times' | 'unread-languages'
    | 'views-anonymous' | 'likes-anonymous' | 'private-answers' | 'private-answers-partly' | 'hidden-comments' | 'hidden-comments-known' | 'hidden-comments-excluded' | 'ads-unknown' | 'ads-excluded' | 'nested-replies-excluded' | 'most-relevant-only' | 'display-order';
  readonly count: number | null;
  readonly container: string | null;
}

/** Holes of the project, counted. */
export interface DataHoles {
  readonly missingParents: number;
  readonly inferred: number;
  readonly hidden: number;
  readonly vanished: number;
  readonly notReExported: number;
  readonly dropped: number;
  readonly dayTimes: number;
  readonly openDuplicates: number;
  /** Accounts that their source calls a firm's and that speak for no brand of the project. */
  readonly unclaimedDesks: number;
}

/** What the client answered for each source of the project, with its imports. */
export interface AnsweredSource {
  readonly imports: readonly number[];
  readonly answers: SourceAnswers;
}

/** What one of two answers says of everything: every source was answered so. */
function all(sources: readonly AnsweredSource[], holds: (answers: SourceAnswers) => boolean): boolean {
  return sources.length > 0 && sources.every(({ answers }) => holds(answers));
}

/** How many imports come from sources that were answered so. */
function importsWhere(sources: readonly AnsweredSource[], holds: (answers: SourceAnswers) => boolean): number {
  return new Set(sources.filter(({ answers }) => holds(answers)).flatMap(({ imports }) => imports)).size;
}

/** Comments hidden by the page: known where the export or the client says so, else a hole. */
function hiddenComments(sources: readonly AnsweredSource[], hidden: number): Unseen[] {
  const excluded = importsWhere(sources, ({ hiddenComments: answer }) => answer === 'excluded');
  if (excluded > 0) return [{ code: 'hidden-comments-excluded', count: excluded, container: null }];
  if (all(sources, ({ hiddenComments: answer }) => answer === 'included' || answer === 'none-hidden')) return hidden > 0 ? [{ code: 'hidden-comments-known', count: hidden, container: null }] : [];
  return hidden > 0 ? [{ code: 'hidden-comments-known', count: hidden, container: null }] : [{ code: 'hidden-comments', count: null, container: null }];
}

function adsIn(sources: readonly AnsweredSource[]): Unseen[] {
  const excluded = importsWhere(sources, ({ ads }) => ads === 'excluded');
  if (excluded > 0) return [{ code: 'ads-excluded', count: excluded, container: null }];
  return all(sources, ({ ads }) => ads === 'included' || ads === 'none-run') ? [] : [{ code: 'ads-unknown', count: null, container: null }];
}

/** Rivals without a source on some network where the project's own brand has one: nothing can be compared there. */
function missingRivals(coverage: readonly CoverageRow[], brands: readonly { readonly name: string; readonly own: boolean }[]): Unseen[] {
  const own = brands.find((brand) => brand.own)?.name;
  if (own === undefined) return [];
  const networksOf = (name: string): Set<string> => new Set(coverage.filter(({ brand }) => brand === name).map(({ network }) => network));
  const ownNetworks = networksOf(own);
  return brands.filter((brand) => !brand.own).flatMap(({ name }): Unseen[] => {
    const theirs = networksOf(name);
    const missing = [...ownNetworks].filter((network) => !theirs.has(network)).length;
    return missing > 0 ? [{ code: 'rival-sources-missing', count: missing, container: name }] : [];
  });
}

/**
 * What the imported files leave out, from the most limiting to what no export ever holds, changed where the client said
 * otherwise of its sources. Each entry is counted where it can be; the words live in the catalogue.
 */
export function unseenInData({ totals, coverage, hasNamedReactions, holes, brands, sources }: {
  totals: MessageTotals; coverage: readonly CoverageRow[]; hasNamedReactions: boolean; holes: DataHoles; brands: readonly { readonly name: string; readonly own: boolean }[]; sources: readonly AnsweredSource[];
}): Unseen[] {
  const missing = (code: Unseen['code'], count: number): Unseen[] => (count > 0 ? [{ code, count, container: null }] : []);
  return [
    ...coverage.filter(({ replies }) => replies === 'absent').map(({ container, imported }): Unseen => ({ code: 'replies-absent', count: imported, container })),
    ...coverage.filter(({ replies }) => replies === 'partly').map(({ container, imported, declared }): Unseen => ({ code: 'replies-partly', count: declared === null ? null : Math.max(0, declared - imported), container })),
    ...missing('nested-replies-excluded', importsWhere(sources, ({ nestedReplies }) => nestedReplies === 'excluded')),
    ...missing('most-relevant-only', importsWhere(sources, ({ order }) => order === 'most-relevant')),
    ...missingRivals(coverage, brands),
    ...missing('unclaimed-desks', holes.unclaimedDesks),
    ...missing('missing-parents', holes.missingParents),
    ...missing('inferred-links', holes.inferred),
    ...missing('duplicates-open', holes.openDuplicates),
    ...missing('vanished', holes.vanished),
    ...missing('not-re-exported', holes.notReExported),
    ...missing('texts-dropped', holes.dropped),
    ...missing('authors-missing', totals.withoutAuthor),
    ...missing('texts-missing', totals.withoutText),
    ...missing('relative-times', totals.relativeTimes),
    ...missing('day-times', holes.dayTimes),
    ...missing('unread-languages', totals.unread),
    { code: 'views-anonymous', count: null, container: null },
    ...(hasNamedReactions ? [] : [{ code: 'likes-anonymous', count: null, container: null } as const]),
    ...(all(sources, ({ privateMessages }) => privateMessages === 'included') ? [] : [{ code: sources.some(({ answers }) => answers.privateMessages === 'included') ? 'private-answers-partly' : 'private-answers', count: null, container: null } as const]),
    ...hiddenComments(sources, holes.hidden),
    ...adsIn(sources),
    { code: 'display-order', count: null, container: null },
  ];
}
