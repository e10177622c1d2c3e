/** The five visible parts of trust; never added up. */
export const TRUST_PARTS = ['promises', 'reciprocity', 'tie-strength', 'care', 'advocacy'] as const;
export type TrustPartCode = (typeof TRUST_PARTS)[number];

/** One part of trust for one group. Figures are null when `tooFew`; `reason` is a code that says why, or what to read beside. */
export interface TrustPart {
  readonly part: TrustPartCode;
  /** Cases the estimate rests on. */
  readonly n: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly tooFew: boolean;
  readonly reason: string | null;
  /** Figures that must stand beside the estimate, by code. */
  readonly beside: Readonly<Record<string, number | null>>;
}

/** Fewest cases a part is computed from. */
export const LEAST_CASES = 20;

/** Fewest distinct people behind those cases. */
export const LEAST_CASE_PEOPLE = 10;

/** A part without a figure. */
export function partWithoutFigure(part: TrustPartCode, { n, reason, beside = {} }: { n: number; reason: string; beside?: Readonly<Record<string, number | null>> }): TrustPart {
  return { part, n, estimate: null, low: null, high: null, tooFew: true, reason, beside };
}
