import type { OperationValue } from '../../contract/operations.ts';
import type { ResponseRule } from '../../contract/selection.ts';
import { answeredComparison } from '../../domain/answers/answered-comparison.ts';
import { comparableSet, isComparable, type BrandMonth } from '../../domain/answers/comparable-set.ts';
import { localClock, type LocalClock } from '../../domain/model/local-clock.ts';
import { countedRequests } from '../../domain/response/counted-requests.ts';
import { brandHours, messageKinds, undatedByNetwork } from '../../store/brand-months.ts';
import { networkCodes } from '../../store/message-queries.ts';
import { brandNames, coverageRows } from '../../store/overview-queries.ts';
import type { StoredEpisode } from '../../store/request-queries.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import { episodesOf } from '../read/request-source.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { toldComparison } from './past-benchmark.ts';

type Brands = OperationValue<'response.benchmarks'>['brands'];

const HOUR_MS = 3_600_000;
/** A comparison needs what all of its brands share; with every small brand of a large import nothing would be shared. */
const MOST_RIVALS = 5;
/** Below so many messages a brand is not compared. */
const LEAST_MESSAGES = 20;

const monthAt = (clock: LocalClock, atMs: number): number => {
  const { year, month } = clock(atMs);
  return year * 12 + month - 1;
};
const monthText = (month: number): string => `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}`;

/**
 * The other brands of the project against this one, on the networks, calendar months and kinds of message that were imported for
 * all of them and are equally complete; what stays out is named. The five others with most messages are compared, from twenty
 * messages on. People who asked at two brands are counted: they stand in both
 * groups and are drawn together.
 */
export function brandBenchmark(scope: ResolvedScope, rule: ResponseRule, plan: { readonly seed: number; readonly draws: number }): Brands {
  const { project, brand } = scope;
  const none = (reason: NonNullable<Brands['reason']>): Brands => ({ reason, cells: [], leftOut: [], peopleAtTwo: 0, rivals: [] });
  if (brand === null) return none('no-own-brand');
  const brands = brandNames(project);
  const rivalsInAll = brands.filter(({ id }) => id !== brand.id);
  if (rivalsInAll.length === 0) return none('one-brand');
  // 1. what was imported of each brand
  const clock = localClock(settingOf(project, 'time_zone') ?? 'Europe/Rome');
  // what was imported of a brand is the same under every filter
  const hours = new Map(cachedAnswer(project, { name: 'brand-hours', input: {} }, () => brands.map(({ id }) => [id, brandHours(project, id)] as const)));
  const found = [brand, ...rivalsInAll].map(({ id, name }) => ({ id, name, months: (hours.get(id) ?? []).map(({ hour, ...row }): BrandMonth => ({ brandId: id, ...row, month: monthAt(clock, hour * HOUR_MS) })) }));
  const sizeOf = ({ months }: (typeof found)[number]): number => months.reduce((sum, { messages }) => sum + messages, 0);
  const others = found.slice(1).filter((one) => sizeOf(one) >= LEAST_MESSAGES).sort((one, other) => sizeOf(other) - sizeOf(one)).slice(0, MOST_RIVALS);
  const all = found.filter((one) => one.id === brand.id || others.includes(one));
  const small = found.filter((one) => !all.includes(one)).sort((one, other) => sizeOf(other) - sizeOf(one)).map((one) => ({ brand: one.name, reason: 'smaller-brand' as const, network: '', kind: null, messages: sizeOf(one) }));
  if (others.length === 0) return { ...none('nothing-shared'), leftOut: small };
  const nameOf = new Map(all.map(({ id, name }) => [id, name]));
  const idOf = new Map(all.map(({ id, name }) => [name, id]));
  const rows = all.flatMap(({ months }) => months);
  const incomplete = coverageRows(project).flatMap((row) => {
    const brandId = row.brand === null ? undefined : idOf.get(row.brand);
    return brandId === undefined || row.replies === 'present' ? [] : [{ brandId, network: row.network, container: row.container }];
  });
  // 2. what all share
  const ids = all.map(({ id }) => id);
  const shared = comparableSet(rows, ids, { incomplete, undated: cachedAnswer(project, { name: 'undated-by-network', input: { ids } }, () => ids.flatMap((id) => undatedByNetwork(project, id).map((row) => ({ brandId: id, ...row })))) });
  const leftOut = [...shared.leftOut.map(({ brandId, ...left }) => ({ brand: nameOf.get(brandId) ?? '', ...left })), ...small];
  if (shared.cells.length === 0) return { ...none('nothing-shared'), leftOut };
  // 3. the requests inside it
  const codes = networkCodes(project);
  const inside = (id: number): StoredEpisode[] => {
    const requests = countedRequests(episodesOf({ ...scope, brand: { id, name: nameOf.get(id) ?? '' } }, rule)) as StoredEpisode[];
    const kinds = messageKinds(project, requests.map(({ messageId }) => messageId));
    return requests.filter(({ messageId, networkId, atMs, precision }) => atMs !== null && precision !== 'count' && isComparable(shared, { network: codes.get(networkId) ?? '', kind: kinds.get(messageId) ?? '', month: monthAt(clock, atMs) }));
  };
  const own = inside(brand.id);
  const rivals = others.map(({ id, name }) => ({ name, requests: inside(id) }));
  const brandsOf = new Map<number, number>();
  for (const requests of [own, ...rivals.map((rival) => rival.requests)]) {
    for (const askerId of new Set(requests.flatMap((request) => request.askerId ?? []))) brandsOf.set(askerId, (brandsOf.get(askerId) ?? 0) + 1);
  }
  return {
    reason: null,
    cells: shared.cells.map(({ network, kind, fromMonth, toMonth }) => ({ network, kind, fromMonth: monthText(fromMonth), toMonth: monthText(toMonth) })),
    leftOut, peopleAtTwo: [...brandsOf.values()].filter((count) => count > 1).length,
    rivals: rivals.map(({ name, requests }) => ({ brand: name, comparisons: answeredComparison(own, requests, plan).map(toldComparison) })),
  };
}
