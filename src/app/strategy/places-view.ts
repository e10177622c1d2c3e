import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { placeMatrix, type PlacedRequest } from '../../domain/strategy/place-matrix.ts';
import { brandPlaces } from '../../store/brand-places.ts';
import { tribeMembers } from '../../store/tribe-queries.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { listedTribes } from '../tribes/listed-tribes.ts';
import { tribeFace } from '../tribes/tribe-face.ts';

type Places = OperationValue<'strategy.places'>;

const WEEK_SECONDS = 604_800;
const MOST_TRIBES = 8;
const MOST_PLACES = 30;
/** Messages that one cell opens at most. */
const MOST_IDS = 5000;

/** Which tribes of a lens ask in which of the brand's places, and how many of them are answered within a week. Places outside the brand's own stand together. */
export function placesView(scope: ResolvedScope, { lens }: Pick<OperationRequest<'strategy.places'>, 'lens'>): Places {
  const { project, brand } = scope;
  const places = new Map(brandPlaces(project, brand?.id ?? null).map((place) => [place.placeId, place]));
  const members = tribeMembers(project);
  const size = (id: string): number => members.get(id)?.length ?? 0;
  const listed = listedTribes(project).filter((tribe) => tribe.lens === lens && !tribe.hidden && tribe.origin !== 'public' && size(tribe.id) > 0);
  const tribes = listed.toSorted((one, other) => size(other.id) - size(one.id)).slice(0, MOST_TRIBES);
  const counted = countedRequests(episodesOf(scope, {}));
  const watched = counted.filter(({ atMs, precision, observationEndMs }) => atMs !== null && precision !== 'count' && observationEndMs - atMs >= WEEK_SECONDS * 1000);
  const rows = placeMatrix(watched.map(({ messageId, containerId, askerId, outcome, waitedSeconds }): PlacedRequest => ({
    messageId, placeId: containerId !== null && places.has(containerId) ? containerId : null, personId: askerId, answered: (outcome === 'public' || outcome === 'private') && waitedSeconds !== null && waitedSeconds <= WEEK_SECONDS,
  })), tribes.map(({ id }) => ({ id, members: new Set(members.get(id) ?? []) })));
  return {
    lens, brand: brand?.name ?? null, requests: watched.length, untold: counted.length - watched.length, leftTribes: listed.length - tribes.length, leftPlaces: Math.max(0, rows.length - MOST_PLACES),
    tribes: tribes.map((tribe) => ({ id: tribe.id, lens: tribe.lens, name: tribe.name, ...tribeFace(tribe), size: size(tribe.id) })),
    places: rows.slice(0, MOST_PLACES).map(({ placeId, cells, ...row }) => {
      const place = placeId === null ? undefined : places.get(placeId);
      return { id: placeId, place: place?.name ?? null, network: place?.network ?? null, ...row, cells: cells.map(({ messageIds, ...cell }) => ({ ...cell, messageIds: messageIds.slice(0, MOST_IDS) })) };
    }),
  };
}
