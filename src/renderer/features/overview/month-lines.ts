import type { OperationValue } from '../../../contract/operations.ts';
import type { Scope } from '../../../contract/selection.ts';
import { INTENTS, SENTIMENTS } from '../../../domain/model/codes.ts';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { StripLayer } from '../../charts/YearStrip.tsx';

/** One month of the overview, as the engine counts it. */
export type OverviewMonth = OperationValue<'overview'>['months'][number];
/** What a strip of months counts. */
export type MonthMeasure = 'intents' | 'sentiments';

/** How many messages carry a code over all months. */
export function codeTotal(months: readonly OverviewMonth[], measure: MonthMeasure, code: string): number {
  return months.reduce((sum, month) => sum + (month[measure][code] ?? 0), 0);
}

/** The code most messages carry, `other` and unread left out; null when nothing was read. */
export function leadingCode(months: readonly OverviewMonth[], measure: MonthMeasure, codes: readonly string[]): string | null {
  const totals = codes.filter((code) => code !== 'other').map((code) => ({ code, total: codeTotal(months, measure, code) }));
  const best = totals.reduce<{ code: string; total: number } | null>((leader, next) => (next.total > (leader?.total ?? 0) ? next : leader), null);
  return best?.code ?? null;
}

/** What is written about a month: its total and its layers, the largest first. */
export function monthLines(month: OverviewMonth, layers: readonly StripLayer[], measure: MonthMeasure, voice: ChartVoice): string[] {
  const parts = layers
    .map(({ code, label }) => ({ label, count: month[measure][code] ?? 0 }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count);
  return [voice.text('overview.month.total', { count: month.total }), ...parts.map(({ label, count }) => voice.text('overview.month.part', { label, n: voice.count(count) }))];
}

/**
 * The messages of a month: inbound ones from its first moment to that of the next, within the period already chosen.
 */
export function monthSelection(months: readonly OverviewMonth[], position: number, scope: Scope): Scope & { readonly direction: 'inbound' } {
  const month = months[position];
  const next = months[position + 1];
  const { filters = {} } = scope;
  const fromMs = Math.max(month?.startMs ?? 0, filters.fromMs ?? -Infinity);
  const ends = [next?.startMs, filters.toMs].filter((end) => end !== undefined);
  return { ...scope, direction: 'inbound', filters: { ...filters, fromMs, ...(ends.length === 0 ? {} : { toMs: Math.min(...ends) }) } };
}

/** The messages of one layer of a month; null where no filter tells them apart, as with messages that were not read. */
export function layerSelection(month: ReturnType<typeof monthSelection>, measure: MonthMeasure, code: string): ReturnType<typeof monthSelection> | null {
  const [intent, sentiment] = [INTENTS.find((known) => known === code), SENTIMENTS.find((known) => known === code)];
  if (measure === 'intents') return intent === undefined ? null : { ...month, filters: { ...month.filters, primaryIntents: [intent] } };
  return sentiment === undefined ? null : { ...month, filters: { ...month.filters, sentiments: [sentiment] } };
}

/** The months as a table: one row a month, one column a layer. */
export function monthTable(months: readonly OverviewMonth[], layers: readonly StripLayer[], measure: MonthMeasure, { caption, monthLabel, totalLabel, voice }: { readonly caption: string; readonly monthLabel: string; readonly totalLabel: string; readonly voice: ChartVoice }): ChartTable {
  return {
    caption,
    columns: [{ key: 'month', label: monthLabel }, { key: 'total', label: totalLabel, numeric: true }, ...layers.map(({ code, label }) => ({ key: code, label, numeric: true }))],
    rows: months.map((month) => [voice.monthInFull(month.key), voice.count(month.total), ...layers.map(({ code }) => voice.count(month[measure][code] ?? 0))]),
  };
}
