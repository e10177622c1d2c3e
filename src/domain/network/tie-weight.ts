/** What one message or share is worth as a tie between two people. */
export const TIE_WEIGHTS = { reply: 1, mention: 1, share: 0.5 } as const;

const HALF_LIFE_MS = 90 * 86_400_000;

/**
 * What is left of a tie of a moment at the end of the data: half after 90 days. A moment after the end counts as the end.
 * @example decayAt(0, 90 * 86_400_000) // 0.5
 */
export function decayAt(atMs: number, endMs: number): number {
  return 2 ** (-Math.max(0, endMs - atMs) / HALF_LIFE_MS);
}

/** Weights rounded to nine places and never 0, so that the order in which they were summed leaves no trace. */
export function settledWeight(weight: number): number {
  return Math.max(1e-9, Math.round(weight * 1e9) / 1e9);
}
