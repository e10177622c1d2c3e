import './content.css';

export interface SkeletonProps {
  /** The shape of what is coming. */
  readonly shape: 'lines' | 'chart' | 'table' | 'cards';
  /** Said to assistive technology while waiting. */
  readonly label: string;
  readonly rows?: number;
}

/** The shape of what is being computed, so that the page does not jump when it arrives. */
export function Skeleton({ shape, label, rows = shape === 'chart' ? 1 : 4 }: SkeletonProps) {
  return (
    <div className={`skeleton skeleton-${shape}`} role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, position) => (
        <span key={position} className="skeleton-block" />
      ))}
    </div>
  );
}
