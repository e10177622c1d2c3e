import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { firstPage, type FirstPage } from '../../domain/answers/first-page.ts';
import { coverageRows } from '../../store/overview-queries.ts';
import { visitedPlaces } from '../../store/page-items.ts';
import { watchedContainers } from '../../store/promise-threads.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { observationEndMs } from '../../store/trust-queries.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { addressedVoices } from './addressed-replies.ts';

/** One place with what a visitor finds there. */
export interface PlacePage {
  readonly container: string;
  readonly network: string;
  readonly endMs: number | null;
  /** The answers of the place are in the data. */
  readonly observable: boolean;
  readonly page: FirstPage;
}

/** Of the filters only networks and pages count: a page is looked at as it stands, whatever period is chosen. */
function asItStands(scope: ResolvedScope): ResolvedScope {
  const { networks, containers } = scope.messages.filters ?? {};
  return { ...scope, messages: { filters: { networks, containers } } };
}

/** The first pages of the places that the brand owns; those whose answers are not in the data are there without a figure. */
export function placePages(scope: ResolvedScope, most: number): PlacePage[] {
  const standing = asItStands(scope);
  const { project, brand } = standing;
  const watched = watchedContainers(project);
  const latestMs = observationEndMs(project);
  const voices = addressedVoices(standing).filter(({ criticism, offPage }) => criticism && !offPage);
  const absent = new Set(coverageRows(project).filter(({ replies }) => replies === 'absent').map(({ network, container }) => `${network} ${container}`));
  return visitedPlaces(project, brand?.id ?? null, messageCondition(standing.messages)).map(({ containerId, container, network, items }) => {
    const endMs = watched.get(containerId) ?? latestMs;
    const own = voices.filter((voice) => voice.containerId === containerId);
    const seen = own.filter(({ observable }) => observable);
    const observable = !absent.has(`${network} ${container}`) && (own.length === 0 || seen.length > 0);
    return { container, network, endMs, observable, page: firstPage(items, seen, { endMs: endMs ?? 0, most }) };
  });
}

/** Unanswered criticism that a visitor meets on the first page of each place, the worst first. */
export function responseFirstPage(scope: ResolvedScope, { most }: OperationRequest<'response.firstPage'>): OperationValue<'response.firstPage'> {
  const coverage = new Map(coverageRows(scope.project).map(({ network, container, replies }) => [`${network} ${container}`, replies]));
  const containers = placePages(scope, most).map(({ container, network, endMs, observable, page }) => {
    const { open, oldestSeconds, ...counts } = page;
    return { container, network, replies: coverage.get(`${network} ${container}`) ?? null, endMs, ...counts, open: observable ? open.length : null, oldestSeconds: observable ? oldestSeconds : null };
  });
  return { most, containers: containers.sort((one, other) => (other.open ?? -1) - (one.open ?? -1) || other.items - one.items) };
}
