import { lorenzLayout, lorenzPoints, type LorenzLayout, type LorenzMark } from './lorenz-layout.ts';
import { PlotStage } from './PlotStage.tsx';

export interface LorenzChartProps {
  readonly label: string;
  readonly hint: string;
  readonly curve: readonly LorenzMark[];
  /** Share of the people who hold half of the amount; null where it is not told. */
  readonly halfShare: number | null;
  readonly height: number;
  readonly side: 'created' | 'consumed';
  readonly words: {
    readonly people: string;
    readonly amount: string;
    readonly equal: string;
    readonly half: string;
    readonly share: (share: number) => string;
    readonly heading: (mark: LorenzMark) => string;
    readonly line: (mark: LorenzMark) => string;
  };
}

const TICKS = [0, 0.25, 0.5, 0.75, 1] as const;

/**
 * How unequally an amount is spread: people from the poorest on across, what they hold together upwards, the straight line
 * on which all would hold the same, and the area between the two. The few who hold half are marked on the curve.
 */
export function LorenzChart({ label, hint, curve, halfShare, height, side, words }: LorenzChartProps) {
  const layoutFor = (width: number): LorenzLayout => lorenzLayout(curve, { width, height, halfShare });
  return (
    <PlotStage height={height} label={label} hint={hint} reach={{ kind: 'column' }} points={(width) => lorenzPoints(curve, layoutFor(width), words)}>
      {({ width, active }) => {
        const { x, y, line, gap, half } = layoutFor(width);
        const color = `var(--zone-${side === 'created' ? 'gives-more' : 'receives-more'})`;
        const [left, right] = x.range;
        const [bottom, top] = y.range;
        return (
          <svg width={width} height={height} aria-hidden="true">
            {TICKS.map((share) => (
              <g key={share}>
                <line className="plot-grid" data-base={share === 0} x1={left} x2={right} y1={y.at(share)} y2={y.at(share)} />
                <text className="plot-tick" x={left - 8} y={y.at(share)} dy="0.34em" textAnchor="end">{words.share(share)}</text>
                <text className="plot-tick" x={x.at(share)} y={bottom + 16} textAnchor={share === 1 ? 'end' : 'middle'}>{words.share(share)}</text>
              </g>
            ))}
            <text className="plot-side" x={(left + right) / 2} y={height - 6} textAnchor="middle">{words.people}</text>
            <text className="plot-side" x={left + 6} y={top + 12}>{words.amount}</text>
            <path d={gap} fill={color} opacity={0.12} />
            <line x1={left} x2={right} y1={bottom} y2={top} stroke="var(--outline)" strokeDasharray="4 4" />
            <text className="plot-side" x={x.at(0.5) - 8} y={y.at(0.5) - 8} textAnchor="end">{words.equal}</text>
            <path d={line} fill="none" stroke={color} strokeWidth={2.5} strokeLinejoin="round" />
            {half !== null && (
              <g>
                <line x1={half.left} x2={half.left} y1={half.top} y2={bottom} stroke="var(--gold)" strokeWidth={1.5} strokeDasharray="3 3" />
                <circle cx={half.left} cy={half.top} r={5} fill="var(--gold)" stroke="var(--surface)" strokeWidth={1.5} />
                <text className="plot-label" x={half.left - 10} y={half.top} dy="0.34em" textAnchor="end" fill="var(--ink)" style={{ paintOrder: 'stroke', stroke: 'var(--surface)', strokeWidth: 4 }}>{words.half}</text>
              </g>
            )}
            {active !== null && <circle className="plot-focus" cx={active.left} cy={active.top} r={5} />}
          </svg>
        );
      }}
    </PlotStage>
  );
}
