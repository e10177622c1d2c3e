import type { OperationRequest, OperationValue } from '../../contract/operations.ts';
import { localPeriods, type LocalPeriod } from '../../domain/model/local-periods.ts';
import { densityCells } from '../../domain/value/density-cells.ts';
import { periodBooks } from '../../domain/value/period-books.ts';
import { groupTrailPoint, personTrailPoint, TRAIL_DRAWS, type TrailPoint } from '../../domain/value/period-trail.ts';
import { LEAST_BOOKINGS } from '../../domain/value/value-zone.ts';
import { settingOf } from '../../store/stage-queries.ts';
import { accountLabels } from '../../store/value-accounts.ts';
import { datedSpan, quarterUnits, undatedBookings, type QuarterUnits } from '../../store/value-quarters.ts';
import { cachedAnswer } from '../read/answer-cache.ts';
import type { ResolvedScope } from '../read/scope.ts';
import { ledgerView, type LedgerView } from './ledger-view.ts';
import { mapGroups } from './map-groups.ts';

type Trails = OperationValue<'value.mapTrails'>;

/** One message with a wrong year must not make thousands of periods: earlier ones only add to what follows. */
const MOST_PERIODS = 120;
const MONTHS_BELOW_MS = 2 * 365.25 * 86_400_000;
/** A tenth of what one map shows: an answer holds up to a hundred of them. */
const PERIOD_CELLS = { smallest: 0.05, most: 400 } as const;

interface Calendar {
  readonly unit: Trails['unit'];
  readonly periods: readonly LocalPeriod[];
}

/** The months or quarters of the dated messages, within the filtered time; none without a date. */
function calendarOf({ project, messages }: ResolvedScope, unit: Trails['unit']): Calendar {
  const span = datedSpan(project);
  if (span === null) return { unit, periods: [] };
  const fromMs = Math.max(span.fromMs, messages.filters?.fromMs ?? span.fromMs);
  const toMs = Math.min(span.toMs, (messages.filters?.toMs ?? span.toMs + 1) - 1);
  return { unit, periods: localPeriods({ fromMs, toMs, timeZone: settingOf(project, 'time_zone') ?? 'Europe/Rome', months: unit === 'month' ? 1 : 3 }) };
}

/** Quarters, from the first to the last in which anybody left five traces, that span under two years are told as months: one message of long ago must not hide what happened since. */
function isShort(periods: readonly LocalPeriod[], entries: readonly QuarterUnits[]): boolean {
  const bookings = periods.map(() => 0);
  for (const { quarter, bookings: count } of entries) bookings[quarter] = (bookings[quarter] ?? 0) + count;
  const [first, last] = [periods[bookings.findIndex((count) => count >= LEAST_BOOKINGS)], periods[bookings.findLastIndex((count) => count >= LEAST_BOOKINGS)]];
  return first === undefined || last === undefined || last.endMs - first.startMs < MONTHS_BELOW_MS;
}

/** The bookings by month or by quarter, whichever the span of the data asks for. */
function datedUnits(scope: ResolvedScope, view: LedgerView): Calendar & { readonly entries: readonly QuarterUnits[] } {
  const quarters = calendarOf(scope, 'quarter');
  const entries = quarterUnits(scope.project, view.ledger, quarters.periods);
  if (!isShort(quarters.periods, entries)) return { ...quarters, entries };
  const months = calendarOf(scope, 'month');
  return { ...months, entries: quarterUnits(scope.project, view.ledger, months.periods) };
}

/**
 * Where groups and chosen people stand on the map period by period, by the dates of the bookings: a tribe's people are
 * those it has over the whole data, so its centre moves because they do and not because others join. Periods before the
 * first and after the last place of any group are cut off. Two scans of the bookings at most.
 */
export function mapTrails(scope: ResolvedScope, { by, lens, mode, accountIds = [] }: OperationRequest<'value.mapTrails'>): Trails {
  const { project } = scope;
  const view = ledgerView(scope);
  const groups = mapGroups(project, { by, lens });
  const input = { by, lens, mode, accountIds, brand: view.ledger.brandId, filters: scope.messages, seed: view.seed, weights: view.weights, groups: groups.map(({ id, title, people }) => [id, title, people.length]), tribes: ['all'] };
  return cachedAnswer(project, { name: 'value.mapTrails', input }, () => {
    const { unit, periods, entries } = datedUnits(scope, view);
    const places = groups.map((): TrailPoint[] => []);
    const chosen = accountIds.map((): TrailPoint[] => []);
    const shown: Trails['periods'] = [];
    let at = 0;
    for (const books of periodBooks(entries, { periods: periods.length, weights: view.weights, mode })) {
      const period = periods[at];
      at += 1;
      if (period === undefined || at <= periods.length - MOST_PERIODS) continue;
      groups.forEach(({ people }, place) => places[place]?.push(groupTrailPoint(books, people, { seed: view.seed })));
      accountIds.forEach((accountId, place) => chosen[place]?.push(personTrailPoint(books, accountId)));
      const drawn = [...books.values()].filter(({ bookings }) => bookings >= LEAST_BOOKINGS);
      shown.push({ ...period, people: books.size, few: books.size - drawn.length, cells: densityCells(drawn, PERIOD_CELLS) });
    }
    const isPlaced = (place: number): boolean => places.some((points) => points[place]?.log2Balance !== null && points[place] !== undefined);
    const first = shown.findIndex((_, place) => isPlaced(place));
    const last = shown.findLastIndex((_, place) => isPlaced(place));
    const kept = <Value>(list: readonly Value[]): Value[] => (first < 0 ? [] : list.slice(first, last + 1));
    const labels = accountLabels(project, accountIds);
    return {
      unit, periods: kept(shown), draws: TRAIL_DRAWS, seed: view.seed, undated: undatedBookings(project, view.ledger),
      groups: groups.map(({ people, ...face }, place) => ({ ...face, size: people.length, points: kept(places[place] ?? []) })),
      accounts: accountIds.map((accountId, place) => ({ accountId, name: labels.get(accountId)?.name ?? '', points: kept(chosen[place] ?? []) })),
    };
  });
}
