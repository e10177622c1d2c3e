import type { Finding } from '../../../contract/operations/analysis.ts';
import { ShareBar, ShareInterval } from '../../charts/ShareBar.tsx';

/**
 * The small figure beside a finding: the interval behind the sentence, drawn on its own scale. Decoration of a sentence
 * that already says the numbers; nothing is drawn where there are too few cases.
 */
export function FindingFigure({ finding }: { readonly finding: Finding }) {
  const { rule, form, values, good } = finding;
  const number = (name: string): number | null => (typeof values[name] === 'number' ? values[name] : null);
  const color = form === 'not-clear' ? 'var(--outline)' : good ? 'var(--accent)' : 'var(--warm)';
  if (form === 'too-few') return null;
  switch (rule) {
    case 'response.gap': {
      const horizon = number('horizonSeconds') ?? 604_800;
      return <WaitInterval estimate={number('gapSeconds')} low={number('low')} high={number('high')} horizon={horizon} color={color} />;
    }
    case 'response.best':
    case 'response.answeredWithin':
      return <ShareInterval estimate={number('estimate')} low={number('low')} high={number('high')} color={color} />;
    case 'silence.count':
      return <ShareBar total={number('n') ?? 0} parts={[{ key: 'silent', value: number('silent') ?? 0, color }]} />;
    case 'tribes.largest':
      return <ShareBar total={1} parts={[{ key: 'share', value: number('share') ?? 0, color: `var(--zone-${String(values['zone'] ?? 'few')})` }]} />;
    case 'promises.kept': {
      const parts = [
        { key: 'kept', value: number('kept') ?? 0, color: 'var(--accent)' },
        { key: 'late', value: number('late') ?? 0, color: 'var(--gold)' },
        { key: 'broken', value: number('broken') ?? 0, color: 'var(--warm)' },
        { key: 'unverifiable', value: number('unverifiable') ?? 0, color: 'var(--outline)', hatched: true },
      ];
      return <ShareBar total={parts.reduce((sum, { value }) => sum + value, 0)} parts={parts} />;
    }
    case 'criticism.praise':
      return (
        <>
          <ShareInterval estimate={number('criticism')} low={null} high={null} color="var(--intent-trouble)" />
          <ShareInterval estimate={number('praise')} low={null} high={null} color="var(--intent-praise)" />
        </>
      );
    default:
      return null;
  }
}

interface WaitIntervalProps {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly horizon: number;
  readonly color: string;
}

/** A difference of waits on a line that runs a horizon to either side of zero. */
function WaitInterval({ estimate, low, high, horizon, color }: WaitIntervalProps) {
  const at = (seconds: number): number => 80 + (80 * Math.max(-horizon, Math.min(horizon, seconds))) / horizon;
  return (
    <svg className="finding-glyph" viewBox="0 0 160 20" width={160} height={20} aria-hidden="true">
      <line x1={0} x2={160} y1={10} y2={10} className="plot-grid" />
      <line x1={80} x2={80} y1={2} y2={18} className="plot-zero" />
      {low !== null && high !== null && <line x1={at(low)} x2={at(high)} y1={10} y2={10} stroke={color} strokeWidth={6} strokeLinecap="round" opacity={0.3} />}
      {estimate !== null && <circle cx={at(estimate)} cy={10} r={5} fill={color} />}
    </svg>
  );
}
