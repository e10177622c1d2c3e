import { ProgressBar } from 'react-aria-components';
import './content.css';

export interface ProgressProps {
  readonly label: string;
  /** 0 to 1, or null while the total is unknown. */
  readonly share: number | null;
  /** What stands at the right: the percentage, the rate, the time left. */
  readonly detail?: string;
  readonly compact?: boolean;
}

/** How far a job is. Without a total the bar moves without a claim. */
export function Progress({ label, share, detail, compact = false }: ProgressProps) {
  return (
    <ProgressBar
      className={compact ? 'progress progress-compact' : 'progress'}
      aria-label={label}
      isIndeterminate={share === null}
      value={share === null ? 0 : share * 100}
    >
      {!compact && (
        <span className="progress-head">
          <span>{label}</span>
          {detail !== undefined && <span className="progress-detail">{detail}</span>}
        </span>
      )}
      <span className="progress-track">
        <span className={share === null ? 'progress-fill progress-fill-moving' : 'progress-fill'} style={share === null ? {} : { inlineSize: `${String(Math.min(100, share * 100))}%` }} />
      </span>
    </ProgressBar>
  );
}
