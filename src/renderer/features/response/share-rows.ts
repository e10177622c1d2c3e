import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { WordedIntervalRow } from '../../charts/IntervalChart.tsx';
import { countedFigure } from './answer-words.ts';
import { onOneLine } from './response-figures.ts';

/** A share with what stands around it. */
export interface ToldShare {
  readonly key: string;
  readonly label: string;
  readonly share: { readonly k: number; readonly n: number; readonly estimate: number | null; readonly low: number | null; readonly high: number | null } | null;
  /** Cases, also where there is no share. */
  readonly n: number;
  readonly color: string;
  readonly lines?: readonly string[];
  readonly open: () => void;
}

/** Shares as rows of a dot-and-interval chart; those under the floors keep their place and say why. */
export function shareRows(shares: readonly ToldShare[], voice: ChartVoice): WordedIntervalRow[] {
  return shares.map(({ key, label, share, n, color, lines = [], open }) => {
    const { main, limits } = countedFigure(share, n, voice);
    return {
      key, label, color, open, estimate: share?.estimate ?? null, low: share?.low ?? null, high: share?.high ?? null,
      value: share?.estimate == null ? main : voice.text('answers.share', { share: voice.inHundred(share.estimate) }),
      lines: [onOneLine({ main, limits }), ...(share === null ? [] : [voice.text('answers.ofCases', { k: voice.count(share.k), n: voice.count(share.n) })]), ...lines],
    };
  });
}
