import type { FigureUnit, FindingStanding } from '../model/finding-state.ts';

/** A figure with its interval and cases; null where too little was known. */
export interface FindingFigure {
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number | null;
}

const DIFFERENCES: ReadonlySet<FigureUnit> = new Set(['seconds-difference', 'share-difference']);

const excludesZero = ({ low, high }: FindingFigure): boolean => low !== null && high !== null && (low > 0 || high < 0);

/**
 * What has become of a figure since a finding was kept on it, so that a plan does not rest on a number that is no longer true.
 * `now` null: it cannot be computed any more (`gone`). `weaker`: there is too little evidence now, or a difference that was clear
 * no longer is, or has turned round. `changed`: what was estimated then lies outside the interval of now, or, without an interval, is another
 * number. Else `holds`. The two intervals rest largely on the same messages: this is a warning to look, not a test.
 */
export function findingStanding(then: FindingFigure, now: FindingFigure | null, unit: FigureUnit): FindingStanding {
  if (now === null) return 'gone';
  if (then.estimate === null) return now.estimate === null ? 'holds' : 'changed';
  if (now.estimate === null) return 'weaker';
  if (DIFFERENCES.has(unit)) {
    if (excludesZero(then) && !excludesZero(now)) return 'weaker';
    if (Math.sign(then.estimate) !== Math.sign(now.estimate) && (excludesZero(then) || excludesZero(now))) return 'weaker';
  }
  if (now.low === null || now.high === null) return now.estimate === then.estimate ? 'holds' : 'changed';
  return then.estimate < now.low || then.estimate > now.high ? 'changed' : 'holds';
}
