import type { FigureUnit } from '../model/finding-state.ts';
import type { ClaimKind, ClaimStanding } from '../model/sceptic.ts';
import type { FindingFigure } from '../strategy/finding-standing.ts';

/** What a sentence claims of its figure: it holds while the figure lies strictly between the limits; null is open. */
export interface ScepticClaim {
  readonly kind: ClaimKind;
  readonly low: number | null;
  readonly high: number | null;
}

/** How far the data are from where the sentence would no longer hold. */
export interface ClaimDistance {
  /** The nearest value at which the sentence would be false. */
  readonly threshold: number;
  /** From the figure to it, in the figure's unit; never below 0. */
  readonly distance: number;
  /** The same in standard errors (a 95 % interval is 3.92 of them wide); null without an interval. */
  readonly errors: number | null;
}

const HALF = 0.5;
/** A count without an interval is told as a size: half or double would be another one. */
const OTHER_SIZE = 2;
const INTERVAL_ERRORS = 3.92;

/**
 * What would falsify a sentence, by the kind of its figure. A difference whose interval lies off zero claims its direction: zero
 * falsifies it. A share whose interval lies on one side of a half claims most or fewest: a half falsifies it. Any other figure
 * with an interval claims that interval: it is false outside. A figure without one claims a size: half or twice falsifies it.
 * `lead` is a difference between the first and the second of a ranking: zero falsifies it, whatever its interval. Null without
 * an estimate, where the sentence says that there is too little, or for a size of zero.
 */
export function scepticClaim({ estimate, low, high }: Pick<FindingFigure, 'estimate' | 'low' | 'high'>, unit: FigureUnit | 'lead'): ScepticClaim | null {
  if (estimate === null) return null;
  if (unit === 'lead') return estimate > 0 ? { kind: 'lead', low: 0, high: null } : null;
  const isDifference = unit === 'seconds-difference' || unit === 'share-difference';
  if (low === null || high === null) {
    if (isDifference) return estimate === 0 ? null : directionOf(estimate);
    return estimate === 0 ? null : { kind: 'size', low: Math.min(estimate / OTHER_SIZE, estimate * OTHER_SIZE), high: Math.max(estimate / OTHER_SIZE, estimate * OTHER_SIZE) };
  }
  if (isDifference && (low > 0 || high < 0)) return directionOf(estimate);
  if (unit === 'share' && low > HALF) return { kind: 'majority', low: HALF, high: null };
  if (unit === 'share' && high < HALF) return { kind: 'minority', low: null, high: HALF };
  return { kind: 'interval', low, high };
}

function directionOf(estimate: number): ScepticClaim {
  return estimate > 0 ? { kind: 'direction', low: 0, high: null } : { kind: 'direction', low: null, high: 0 };
}

/**
 * What becomes of a claim under another figure. `holds`: inside, with the whole interval where the claim is a side; `unclear`:
 * inside, with an interval that crosses the threshold; `fails`: outside or on it; `gone`: no figure.
 */
export function claimStanding({ kind, low, high }: ScepticClaim, figure: Pick<FindingFigure, 'estimate' | 'low' | 'high'> | null): ClaimStanding {
  if (figure?.estimate == null) return 'gone';
  const inside = (value: number): boolean => (low === null || value > low) && (high === null || value < high);
  const withinLimits = kind === 'interval' ? (low === null || figure.estimate >= low) && (high === null || figure.estimate <= high) : inside(figure.estimate);
  if (!withinLimits) return 'fails';
  if (kind === 'interval' || kind === 'size') return 'holds';
  return [figure.low, figure.high].every((limit) => limit === null || inside(limit)) ? 'holds' : 'unclear';
}

/** How far a figure is from the nearest value at which its claim would be false; null without an estimate. */
export function claimDistance({ low, high }: ScepticClaim, { estimate, low: from, high: to }: Pick<FindingFigure, 'estimate' | 'low' | 'high'>): ClaimDistance | null {
  if (estimate === null) return null;
  const [threshold] = [low, high].filter((limit) => limit !== null).sort((one, other) => Math.abs(estimate - one) - Math.abs(estimate - other));
  if (threshold === undefined) return null;
  const distance = Math.abs(estimate - threshold);
  const error = from === null || to === null ? 0 : (to - from) / INTERVAL_ERRORS;
  return { threshold, distance, errors: error === 0 ? null : distance / error };
}
