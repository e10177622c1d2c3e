/** One part of a small bar. */
export interface BarPart {
  readonly key: string;
  readonly value: number;
  readonly color: string;
  /** Drawn with stripes: a part that counts in form only. */
  readonly hatched?: boolean;
}

export interface ShareBarProps {
  readonly parts: readonly BarPart[];
  readonly total: number;
  readonly height?: number;
}

/**
 * A thin bar of parts of a whole. Decoration beside figures that are written out, so it is hidden from assistive technology.
 */
export function ShareBar({ parts, total, height = 8 }: ShareBarProps) {
  return (
    <div className="share-bar" style={{ height }} aria-hidden="true">
      {total > 0 && parts.filter(({ value }) => value > 0).map(({ key, value, color, hatched }) => (
        <span key={key} data-hatched={hatched === true} style={{ width: `${(100 * value) / total}%`, backgroundColor: color }} />
      ))}
    </div>
  );
}

/** A share with its interval on a line from 0 to 1: a dot, a soft band, nothing else. Hidden from assistive technology. */
export function ShareInterval({ estimate, low, high, color }: { readonly estimate: number | null; readonly low: number | null; readonly high: number | null; readonly color: string }) {
  return (
    <div className="share-interval" aria-hidden="true">
      {low !== null && high !== null && <span className="share-interval-band" style={{ left: `${100 * low}%`, width: `${Math.max(0.5, 100 * (high - low))}%`, backgroundColor: color }} />}
      {estimate !== null && <span className="share-interval-dot" style={{ left: `${100 * estimate}%`, backgroundColor: color }} />}
    </div>
  );
}
