import type { OperationValue } from '../../contract/operations.ts';
import { pixelAt, type TimeColumns } from './plot-stretch.ts';

/** A stretch of time that imports cover in one way. */
export type CoverStretch = OperationValue<'coverage.stretches'>['stretches'][number];

/** What the imports hold of the time of a chart, in words. */
export interface StageCover {
  readonly stretches: readonly CoverStretch[];
  /** One stretch, for whoever points at it. */
  readonly words: (stretch: CoverStretch) => string;
  /** All of it in one sentence. */
  readonly summary: string;
}

/** A lane under a chart over time, on its axis: where anything was imported, whether with its replies, and where nothing was. */
export function CoverageLane({ cover, columns }: { readonly cover: StageCover; readonly columns: TimeColumns }) {
  const [first, last] = [columns[0]?.span.fromMs ?? 0, columns.at(-1)?.span.toMs ?? 0];
  return (
    <div className="cover-lane" role="img" aria-label={cover.summary}>
      {cover.stretches.filter(({ fromMs, toMs }) => toMs > first && fromMs < last).map((stretch) => {
        const left = pixelAt(columns, stretch.fromMs);
        return <span key={stretch.fromMs} data-state={stretch.state} title={cover.words(stretch)} style={{ left, width: Math.max(1, pixelAt(columns, stretch.toMs) - left) }} />;
      })}
    </div>
  );
}
