import type { OperationValue } from '../../../contract/operations.ts';

type Metric = OperationValue<'metrics.list'>['metrics'][number];

const folded = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** The definitions in which every word typed stands, whatever its accents and capitals: those with it in their name first, then by name. */
export function foundMetrics(metrics: readonly Metric[], typed: string): Metric[] {
  const words = folded(typed).split(/\s+/).filter((word) => word !== '');
  const held = (text: string): boolean => words.every((word) => folded(text).includes(word));
  return metrics
    .map((metric) => ({ metric, rank: held(metric.name) ? 0 : held(`${metric.name} ${metric.definition}`) ? 1 : 2 }))
    .filter(({ rank }) => rank < 2)
    .sort((one, other) => one.rank - other.rank || one.metric.name.localeCompare(other.metric.name))
    .map(({ metric }) => metric);
}
