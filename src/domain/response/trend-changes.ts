import { changePoints, LEAST_SERIES } from '../stats/change-points.ts';
import { NORMAL_975 } from '../stats/interval.ts';
import { edgesNear, type CollectionEdge } from './collection-edges.ts';
import type { TrendWeek, WeekFigure } from './response-trend.ts';

/** A week from which the level of a weekly figure is another one. */
export interface TrendChange {
  /** Key and first moment of the first week at the new level. */
  readonly week: string;
  readonly atMs: number;
  readonly before: number;
  readonly after: number;
  /** After less before, with 95 % limits. */
  readonly difference: { readonly estimate: number; readonly low: number; readonly high: number };
  /** Weeks with a figure on either side, up to the neighbouring changes. */
  readonly weeksBefore: number;
  readonly weeksAfter: number;
  /** Set where the collection of a place begins or ends within a week: such a change is no finding. */
  readonly reason: 'collection-changed' | null;
  readonly edges: readonly CollectionEdge[];
}

/** Levels of a weekly figure over time. */
export interface TrendLevels {
  /** Weeks that had a figure and were searched. */
  readonly weeks: number;
  readonly needed: number;
  readonly tooFew: boolean;
  readonly changes: readonly TrendChange[];
  /** Stretches of one level: from the first week to the last, both included. */
  readonly levels: readonly { readonly from: string; readonly to: string; readonly mean: number; readonly low: number; readonly high: number }[];
}

/**
 * Change points of a weekly figure. Weeks without a figure are left out of the series, not filled. A change within a week before
 * or after an edge of the collection is kept with its reason and its edges: what changed may be the data and not the brand.
 * Limits of a difference come from the noise of the series and do not account for the search. Under 26 weeks nothing is searched.
 * Source of the search: see {@link changePoints}.
 */
export function trendChanges(weeks: readonly TrendWeek[], figureOf: (week: TrendWeek) => WeekFigure, edges: readonly CollectionEdge[]): TrendLevels {
  const told = weeks.flatMap((week) => {
    const { figure } = figureOf(week);
    return figure === null ? [] : [{ week, value: figure.estimate }];
  });
  const found = changePoints(told.map(({ value }) => value));
  if (found === null) return { weeks: told.length, needed: LEAST_SERIES, tooFew: true, changes: [], levels: [] };
  const { segments, variance } = found;
  const weekAt = (position: number): TrendWeek | undefined => told[position]?.week;
  const changes = segments.slice(1).flatMap((segment, position): TrendChange[] => {
    const before = segments[position];
    const first = weekAt(segment.from);
    const last = weekAt(segment.from - 1);
    if (before === undefined || first === undefined || last === undefined) return [];
    const estimate = segment.mean - before.mean;
    const reach = NORMAL_975 * Math.sqrt(variance / (segment.to - segment.from) + variance / (before.to - before.from));
    const near = edgesNear(edges, { lastEndMs: last.endMs, firstStartMs: first.startMs });
    return [{
      week: first.key, atMs: first.startMs, before: before.mean, after: segment.mean, difference: { estimate, low: estimate - reach, high: estimate + reach },
      weeksBefore: before.to - before.from, weeksAfter: segment.to - segment.from, reason: near.length > 0 ? 'collection-changed' : null, edges: near,
    }];
  });
  const levels = segments.map(({ from, to, mean, low, high }) => ({ from: weekAt(from)?.key ?? '', to: weekAt(to - 1)?.key ?? '', mean, low, high }));
  return { weeks: told.length, needed: LEAST_SERIES, tooFew: false, changes, levels };
}
