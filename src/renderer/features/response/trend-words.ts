import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { shareText } from './listening-words.ts';

/** Response by week as the engine gives it. */
export type Trend = OperationValue<'response.trend'>;
/** One week of it. */
export type TrendWeek = Trend['weeks'][number];
/** A week from which the level is another one. */
export type TrendTurnFound = Trend['changes']['withinDay']['changes'][number];

/** The weekly figures that can be drawn. */
export const TREND_MEASURES = ['withinDay', 'withinWeek', 'restrictedMean'] as const;
export type TrendMeasure = (typeof TREND_MEASURES)[number];

/** Levels of a measure; none are searched for the share at seven days, which the mean wait already tells. */
export function levelsOf({ changes }: Trend, measure: TrendMeasure): Trend['changes']['withinDay'] | null {
  return measure === 'withinWeek' ? null : changes[measure];
}

/** How many requests of a week carry a measure. */
export function carriedBy({ fine, timed }: TrendWeek, measure: TrendMeasure): number {
  return measure === 'withinDay' ? fine : timed;
}

/** A level of a measure in words: "62 in 100", or a wait. */
export function levelText(value: number, measure: TrendMeasure, voice: ChartVoice): string {
  return measure === 'restrictedMean' ? voice.duration(Math.max(0, value)) : voice.text('listening.inHundred', { share: voice.inHundred(Math.min(1, Math.max(0, value))) });
}

/** A week's figure in words, or why it has none. */
export function weekFigureText(week: TrendWeek, measure: TrendMeasure, voice: ChartVoice): string {
  const { estimate, low, high, gap } = week[measure];
  const n = carriedBy(week, measure);
  if (estimate === null || low === null || high === null) return gap === 'too-few' ? voice.text('listening.few', { n: voice.count(n) }) : voice.text('listening.trend.notYet');
  if (measure === 'restrictedMean') return voice.text('listening.wait', { wait: voice.duration(estimate), low: voice.shortDuration(low), high: voice.shortDuration(high) });
  return shareText({ estimate, low, high }, n, voice);
}

/** A week's median wait in words; "more than" where half were never answered. */
export function weekMedianText({ median, fine }: TrendWeek, voice: ChartVoice): string {
  if (median === null) return voice.text('listening.few', { n: voice.count(fine) });
  return median.seconds === null ? voice.text('listening.moreThan', { time: voice.duration(median.longestSeconds) }) : voice.duration(median.seconds);
}

/** One change as a sentence: from which week, from what to what, or that the collection changed. */
export function turnSentence({ atMs, before, after, difference, reason, edges }: TrendTurnFound, measure: TrendMeasure, voice: ChartVoice): string {
  const values = { date: voice.date(atMs), before: levelText(before, measure, voice), after: levelText(after, measure, voice) };
  if (reason !== null) return voice.text('listening.trend.suppressed', { ...values, places: voice.list([...new Set(edges.map(({ place }) => place))]) });
  const size = (value: number): string => `${value < 0 ? '−' : '+'}${measure === 'restrictedMean' ? voice.shortDuration(Math.abs(value)) : voice.inHundred(Math.abs(value))}`;
  return voice.text('listening.trend.turn', { ...values, low: size(difference.low), high: size(difference.high) });
}

/** The sentence above the trend: the largest change that is a finding, none found, or too few weeks. */
export function trendTitle(trend: Trend, measure: TrendMeasure, voice: ChartVoice): string {
  const what = voice.text(`listening.trend.what.${measure}`);
  const levels = levelsOf(trend, measure);
  const weeks = trend.weeks.filter((week) => week[measure].estimate !== null);
  if (levels === null) return weeks.length === 0 ? voice.text('listening.trend.title.none', { what }) : voice.text('listening.trend.title.shown', { what, count: weeks.length });
  if (levels.tooFew) return voice.text('listening.trend.title.few', { what, needed: voice.count(levels.needed), count: levels.weeks });
  const told = levels.changes.filter(({ reason }) => reason === null);
  const largest = told.reduce<TrendTurnFound | null>((found, next) => (Math.abs(next.difference.estimate) > Math.abs(found?.difference.estimate ?? 0) ? next : found), null);
  if (largest === null) return voice.text(levels.changes.length > 0 ? 'listening.trend.title.collection' : 'listening.trend.title.notClear', { what, count: levels.weeks });
  return voice.text('listening.trend.title.clear', { what, date: voice.date(largest.atMs), before: levelText(largest.before, measure, voice), after: levelText(largest.after, measure, voice) });
}

/** The weeks to draw: from the first with a figure to the last, since a few early requests would push the others together. */
export function drawnWeeks({ weeks }: Trend, measure: TrendMeasure): TrendWeek[] {
  const first = weeks.findIndex((week) => week[measure].estimate !== null);
  return first < 0 ? [] : weeks.slice(first);
}
