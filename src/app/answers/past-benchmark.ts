import type { OperationValue } from '../../contract/operations.ts';
import type { ResponseRule } from '../../contract/selection.ts';
import { answeredComparison, type AnsweredComparison } from '../../domain/answers/answered-comparison.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { firstMessageMs } from '../../store/brand-months.ts';
import { containerNames, networkCodes } from '../../store/message-queries.ts';
import type { StoredEpisode } from '../../store/request-queries.ts';
import { messageCondition } from '../../store/selection-sql.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';

type Past = OperationValue<'response.benchmarks'>['past'];

const YEAR_MS = 365 * 86_400_000;
const DAY_MS = 86_400_000;

/** How a comparison leaves the engine. */
export function toldComparison({ seconds, first, second, difference }: AnsweredComparison): Past['comparisons'][number] {
  return { seconds, first: { ...first }, second: { ...second }, difference };
}

/** The place of a request by its name: the page, else the network. */
function placeNames({ project }: ResolvedScope): (episode: StoredEpisode) => string {
  const names = containerNames(project);
  const codes = networkCodes(project);
  return ({ containerId, networkId }) => (containerId === null ? undefined : names.get(containerId)) ?? codes.get(networkId) ?? '';
}

/**
 * The period looked at against the one before, of equal length. Without a chosen period: the last year, or half of what there is
 * when that is less than two years. A place with requests in one of the two alone stays out and is named; when the data begin
 * after the earlier period did, there is no comparison.
 */
export function pastBenchmark(scope: ResolvedScope, rule: ResponseRule, plan: { readonly seed: number; readonly draws: number }): Past {
  const { fromMs, toMs, ...filters } = scope.messages.filters ?? {};
  const requests = countedRequests(episodesOf({ ...scope, messages: { ...scope.messages, filters } }, rule)) as StoredEpisode[];
  const dated = requests.filter((request): request is StoredEpisode & { atMs: number } => request.atMs !== null && request.precision !== 'count');
  const dataFromMs = firstMessageMs(scope.project, messageCondition({ ...scope.messages, filters, ...(scope.brand === null ? {} : { brandId: scope.brand.id }) }));
  const chosen = fromMs !== undefined || toMs !== undefined;
  const none = (reason: NonNullable<Past['reason']>, bounds: Partial<Past> = {}): Past => ({ reason, chosen, nowFromMs: null, nowToMs: null, beforeFromMs: null, dataFromMs, comparisons: [], leftOut: [], ...bounds });
  if (dated.length === 0 || dataFromMs === null) return none('no-requests');
  const nowToMs = toMs ?? dated.reduce((end, { observationEndMs }) => Math.max(end, observationEndMs), 0);
  const length = fromMs === undefined ? Math.min(YEAR_MS, Math.floor((nowToMs - dataFromMs) / 2)) : nowToMs - fromMs;
  const nowFromMs = fromMs ?? nowToMs - length;
  const beforeFromMs = nowFromMs - length;
  const bounds = { nowFromMs, nowToMs, beforeFromMs };
  // a day of grace: the first message of a period need not be written at its first moment
  if (length <= 0 || dataFromMs > beforeFromMs + DAY_MS) return none('no-earlier-data', bounds);
  const within = (from: number, to: number): StoredEpisode[] => dated.filter(({ atMs }) => atMs >= from && atMs < to);
  const [now, before] = [within(nowFromMs, nowToMs), within(beforeFromMs, nowFromMs)];
  const placeOf = placeNames(scope);
  const [nowPlaces, beforePlaces] = [now, before].map((own) => new Set(own.map(placeOf)));
  const stays = (request: StoredEpisode): boolean => nowPlaces?.has(placeOf(request)) === true && beforePlaces?.has(placeOf(request)) === true;
  const leftOut = ([['now', now], ['before', before]] as const).flatMap(([period, own]) => {
    const left = own.filter((request) => !stays(request));
    return [...new Set(left.map(placeOf))].sort().map((place) => ({ place, period, n: left.filter((request) => placeOf(request) === place).length }));
  });
  return { reason: null, chosen, ...bounds, dataFromMs, comparisons: answeredComparison(now.filter(stays), before.filter(stays), plan).map(toldComparison), leftOut };
}
