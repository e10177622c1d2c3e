import { collectionEdges, type CollectionEdge } from '../../domain/response/collection-edges.ts';
import { importWindows, type ImportWindow } from '../../store/listening-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { cachedAnswer } from './answer-cache.ts';

/** Where a request stands. */
export type RequestPlace = Pick<ImportWindow, 'containerId' | 'networkId'>;

/** What was collected of the places that hold the requests of a figure. */
export interface ProjectCollection {
  /** What imports hold of those places, with the name of each place. */
  readonly windows: readonly (ImportWindow & { readonly place: string })[];
  /** Where the collection of one of them begins or ends, in time order. */
  readonly edges: readonly CollectionEdge[];
}

/** A place with a smaller share of the requests cannot move a weekly figure by itself. */
const TELLING_PLACE = 0.05;

const placeOf = ({ containerId, networkId }: RequestPlace): string => (containerId === null ? `network ${String(networkId)}` : `container ${String(containerId)}`);

/**
 * The collection behind weekly figures: windows of the places with at least a twentieth of the requests, and their edges. Where a
 * figure changes its level at an edge, the data changed and perhaps not the brand. One pass over the messages, once for all filters.
 */
export function projectCollection(project: ProjectDatabase, requests: readonly RequestPlace[]): ProjectCollection {
  const counts = new Map<string, number>();
  for (const request of requests) counts.set(placeOf(request), (counts.get(placeOf(request)) ?? 0) + 1);
  const held = cachedAnswer(project, { name: 'import-windows', input: {} }, () => importWindows(project));
  const telling = held.filter((window) => (counts.get(placeOf(window)) ?? 0) >= Math.max(1, requests.length * TELLING_PLACE));
  const placeName = placeNames(telling);
  const windows = telling.map((window) => ({ ...window, place: placeName(window) }));
  return { windows, edges: collectionEdges(windows.map(({ place, fromMs, toMs, format, replies }) => ({ place, fromMs, toMs, manner: `${format} ${replies ?? ''}` }))) };
}

/** What places are called: by their container, with the network where two containers share a name. */
function placeNames(windows: readonly ImportWindow[]): (window: ImportWindow) => string {
  const holders = new Map<string, Set<string>>();
  const plain = ({ container, network }: ImportWindow): string => container ?? network;
  for (const window of windows) holders.set(plain(window), (holders.get(plain(window)) ?? new Set()).add(placeOf(window)));
  return (window) => ((holders.get(plain(window))?.size ?? 1) > 1 ? `${plain(window)} (${window.network})` : plain(window));
}
