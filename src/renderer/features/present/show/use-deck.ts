import { useMemo } from 'react';
import type { OperationValue } from '../../../../contract/operations.ts';
import type { Failure } from '../../../../contract/outcome.ts';
import { useLocation, useScope } from '../../../state/navigation.ts';
import { useOperation } from '../../../state/use-operation.ts';
import { pictureAddresses, type PageValue, type Pictures, type ReportValue } from '../report-view.ts';
import { isFiltered, type ShowState } from './show-state.ts';

type Filtered = OperationValue<'present.filtered'>;

/** A page as it is shown: with its report, its pictures, and what it is filtered by; empty where it stands as written. */
interface ShownPage {
  readonly page: PageValue;
  readonly report: ReportValue;
  readonly pictures: Pictures;
  readonly mark: string;
}

/** What became of the filter. `none`: nothing is filtered; `edition`: a closed edition stays as it was closed. */
export type LiveStanding = 'none' | 'waiting' | 'failed' | 'edition' | Filtered['state'];

/** The pages that are presented. */
export type Deck =
  | { readonly status: 'loading' }
  | { readonly status: 'failed'; readonly failure: Failure; readonly retry: () => void }
  | { readonly status: 'value'; readonly report: ReportValue; readonly pictures: Pictures; readonly place: number; readonly shown: ShownPage; readonly next: ShownPage | null; readonly standing: LiveStanding };

const NO_PICTURES: Pictures = new Map();

/**
 * The client's report that the address names (today's, or an edition), whichever audience the room was set to: a screen is seen
 * by people. The page of `state` is asked again under its filter; until the answer is there it stands as written.
 */
export function useDeck(state: ShowState, language: 'it' | 'en'): Deck {
  const { parameters } = useLocation();
  const scope = useScope();
  const edition = parameters['edition'] ?? '';
  const today = useOperation('present.report', edition === '' ? { ...scope, language, audience: 'client' } : null);
  const closed = useOperation('editions.one', edition === '' ? null : { id: edition, language });
  const drawn = useOperation('present.pictures', edition === '' ? { ...scope, language, audience: 'client' } : { language, edition });
  const hasFilter = isFiltered(state);
  const filtered = useOperation('present.filtered', hasFilter && edition === '' ? { ...scope, language, page: state.page, by: state.live } : null);
  const pictures = useMemo(() => (drawn.status === 'value' ? pictureAddresses(drawn.value) : NO_PICTURES), [drawn]);
  const answer = hasFilter && filtered.status === 'value' && !filtered.refreshing ? filtered.value : null;
  const live = useMemo(() => (answer === null ? NO_PICTURES : pictureAddresses(answer)), [answer]);

  const source = edition === '' ? today : closed;
  if (source.status !== 'value') return source.status === 'loading' ? source : { status: 'failed', failure: source.failure, retry: source.retry };
  const report = 'report' in source.value ? source.value.report : source.value;
  const place = Math.max(0, report.pages.findIndex(({ key }) => key === state.page));
  const page = report.pages[place];
  if (page === undefined) return { status: 'loading' };
  const following = report.pages[place + 1];
  const made = answer?.report?.pages[0];
  const standing: LiveStanding = !hasFilter ? 'none' : edition !== '' ? 'edition' : filtered.status === 'failed' ? 'failed' : (answer?.state ?? 'waiting');
  const shown: ShownPage = answer?.report && made !== undefined ? { page: made, report: answer.report, pictures: live, mark: answer.mark } : { page, report, pictures, mark: '' };
  return { status: 'value', report, pictures, place, shown, next: following === undefined ? null : { page: following, report, pictures, mark: '' }, standing };
}
