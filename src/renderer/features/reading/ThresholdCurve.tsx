import { useTranslation } from 'react-i18next';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { PlotPoint } from '../../charts/plot-points.ts';
import { PlotStage } from '../../charts/PlotStage.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { HIGHEST_THRESHOLD, leftWithout, thresholdPath, type ReadingSettings } from './threshold-figures.ts';

const HEIGHT = 132;
const MARGIN = { left: 44, right: 12, top: 10, bottom: 28 } as const;
const STEP = 5;
const SHARES = [0, 0.5, 1] as const;

/** Thresholds that are points of the curve and rows of its table, in hundredths. */
const SHOWN = Array.from({ length: HIGHEST_THRESHOLD / STEP + 1 }, (_, place) => place * STEP);

/** The curve as a table. */
export function thresholdTable(settings: ReadingSettings, voice: ChartVoice): ChartTable {
  return {
    caption: voice.text('reading.threshold.chart'),
    columns: [{ key: 'threshold', label: voice.text('reading.threshold.slider'), numeric: true }, { key: 'inbound', label: voice.text('reading.threshold.people'), numeric: true }, { key: 'outbound', label: voice.text('reading.threshold.brand'), numeric: true }],
    rows: SHOWN.map((at) => {
      const { inbound, outbound } = leftWithout(settings, at);
      return [voice.count(at), voice.count(inbound), voice.count(outbound)];
    }),
  };
}

/** How many messages would stay without a label, threshold by threshold; Enter or a click on a point chooses its threshold. */
export function ThresholdCurve({ settings, chosen, onChoose }: { readonly settings: ReadingSettings; readonly chosen: number; readonly onChoose: ((hundredths: number) => void) | undefined }) {
  const { t } = useTranslation('reading');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { inbound: allInbound, outbound: allOutbound } = settings.labelled;
  const box = (width: number): { readonly width: number; readonly height: number } => ({ width: Math.max(1, width - MARGIN.left - MARGIN.right), height: HEIGHT - MARGIN.top - MARGIN.bottom });
  const x = (hundredths: number, width: number): number => MARGIN.left + (hundredths / HIGHEST_THRESHOLD) * box(width).width;
  const y = (share: number): number => HEIGHT - MARGIN.bottom - share * (HEIGHT - MARGIN.top - MARGIN.bottom);
  const points = (width: number): PlotPoint[][] => [SHOWN.map((at) => {
    const { inbound, outbound } = leftWithout(settings, at);
    return {
      key: String(at), left: x(at, width), top: y((inbound + outbound) / Math.max(1, allInbound + allOutbound)), heading: at === 0 ? t('threshold.never') : t('threshold.at', { n: voice.count(at) }),
      lines: [t('threshold.effect', { inbound: voice.count(inbound), allInbound: voice.count(allInbound), outbound: voice.count(outbound), allOutbound: voice.count(allOutbound) })],
      ...(onChoose === undefined ? {} : { open: () => onChoose(at) }),
    };
  })];
  return (
    <PlotStage height={HEIGHT} label={t('threshold.chart')} hint={charts(onChoose === undefined ? 'frame.hintPoints' : 'frame.hintChoose')} reach={{ kind: 'column' }} points={points}>
      {({ width, active }) => (
        <svg width={width} height={HEIGHT} aria-hidden="true">
          {SHARES.map((share) => (
            <g key={share}>
              <line className="plot-grid" data-base={share === 0} x1={MARGIN.left} x2={width - MARGIN.right} y1={y(share)} y2={y(share)} />
              <text className="plot-tick" x={MARGIN.left - 8} y={y(share)} dy="0.34em" textAnchor="end">{voice.percent(share)}</text>
            </g>
          ))}
          <path transform={`translate(${MARGIN.left} ${MARGIN.top})`} d={thresholdPath(settings, box(width))} fill="var(--accent-soft)" stroke="var(--accent)" />
          {SHOWN.filter((at) => at % 20 === 0).map((at) => <text key={at} className="plot-tick" x={x(at, width)} y={HEIGHT - 8} textAnchor="middle">{voice.count(at)}</text>)}
          <line x1={x(chosen, width)} x2={x(chosen, width)} y1={MARGIN.top} y2={HEIGHT - MARGIN.bottom} stroke="var(--warm)" strokeWidth={2} />
          {active !== null && <circle className="plot-focus" cx={active.left} cy={active.top} r={5} />}
        </svg>
      )}
    </PlotStage>
  );
}
