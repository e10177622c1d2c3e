import type { OperationInput } from '../../../../contract/operations.ts';

/** What is filtered while pages are shown; empty for a page as it is written. */
export type LiveFilters = OperationInput<'present.filtered'>['by'];

/** Where a presentation stands: the same in both windows. */
export interface ShowState {
  /** Rises by one with every change; of two states the higher is the later. */
  readonly revision: number;
  readonly page: string;
  /** Of this page alone: turning the page ends it. */
  readonly live: LiveFilters;
  /** When the presentation began, UTC ms. */
  readonly startedMs: number;
}

/** What one window says to the other. */
export type ShowMessage =
  | { readonly kind: 'hello'; readonly from: string }
  | { readonly kind: 'state'; readonly from: string; readonly state: ShowState }
  /** The two windows change places. */
  | { readonly kind: 'swap'; readonly from: string }
  | { readonly kind: 'end'; readonly from: string };

const isText = (value: unknown): value is string => typeof value === 'string' && value.length <= 4000;
const isTime = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);
const texts = (value: unknown): readonly string[] => (Array.isArray(value) ? value.filter(isText).slice(0, 50) : []);

function readLive(value: unknown): LiveFilters {
  if (typeof value !== 'object' || value === null) return {};
  const { networks, intents, fromMs, toMs } = value as Record<string, unknown>;
  const [some, kinds] = [texts(networks), texts(intents)];
  return {
    ...(some.length === 0 ? {} : { networks: [...some] }),
    // whoever asks with a kind that is none is refused by the operation
    ...(kinds.length === 0 ? {} : { intents: [...kinds] as NonNullable<LiveFilters['intents']> }),
    ...(isTime(fromMs) ? { fromMs } : {}),
    ...(isTime(toMs) ? { toMs } : {}),
  };
}

/** A message of the other window; null for anything else that stands in the channel. */
export function readShowMessage(value: unknown): ShowMessage | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, from, state } = value as Record<string, unknown>;
  if (!isText(from)) return null;
  if (kind === 'hello' || kind === 'swap' || kind === 'end') return { kind, from };
  if (kind !== 'state' || typeof state !== 'object' || state === null) return null;
  const { revision, page, live, startedMs } = state as Record<string, unknown>;
  return isTime(revision) && isText(page) && isTime(startedMs) ? { kind, from, state: { revision, page, live: readLive(live), startedMs } } : null;
}

/** The state with another page, as it is written. The state itself where nothing changes. */
export function turnedTo(state: ShowState, page: string): ShowState {
  return page === state.page ? state : { ...state, revision: state.revision + 1, page, live: {} };
}

/** The state with the page filtered otherwise; an empty list filters nothing. */
export function filteredBy(state: ShowState, { networks, intents, fromMs, toMs }: { readonly [Key in keyof LiveFilters]: LiveFilters[Key] | undefined }): ShowState {
  const live: LiveFilters = { ...(networks === undefined || networks.length === 0 ? {} : { networks }), ...(intents === undefined || intents.length === 0 ? {} : { intents }), ...(fromMs === undefined ? {} : { fromMs }), ...(toMs === undefined ? {} : { toMs }) };
  return { ...state, revision: state.revision + 1, live };
}

/** True while a page is shown otherwise than it is written. */
export function isFiltered({ live }: Pick<ShowState, 'live'>): boolean {
  return Object.keys(live).length > 0;
}

/** The later of two states; of two that are equally late the one that was there. */
export function laterState(here: ShowState, other: ShowState): ShowState {
  return other.revision > here.revision ? other : here;
}

/**
 * Time since a presentation began, in minutes and seconds, hours where there are any.
 * @example elapsedText(3_723_000) // '1:02:03'
 */
export function elapsedText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (value: number): string => String(value).padStart(2, '0');
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return hours === 0 ? `${String(minutes)}:${two(seconds % 60)}` : `${String(hours)}:${two(minutes)}:${two(seconds % 60)}`;
}
