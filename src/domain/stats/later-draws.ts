/** Draws that an answer rests on and that a view can be shown without at first. */
export interface DrawnLater {
  /** How much there is to draw, in steps of some tens of nanoseconds. */
  readonly cost: number;
  /** What tells these draws from others of one answer. */
  readonly key: () => string;
  /** The key names all that the draws rest on, so that other answers may use them too. */
  readonly isShared: boolean;
  /** Draws a little at a time, for who has other things to do in between; the last value holds the figures. Does nothing but compute. */
  readonly steps: () => Generator<null, Float64Array>;
}

/** Takes draws in hand: gives their figures where they are drawn, none (an empty array) where they are still to come, null to have them drawn at once. */
export type DrawnElsewhere = (plan: DrawnLater) => Float64Array | null;

let elsewhere: DrawnElsewhere | null = null;

/** Has {@link laterFigures} drawn elsewhere, in whose hands it is when: draws take no part in what a view shows first. Null: at once, as at the start. */
export function drawElsewhere(drawn: DrawnElsewhere | null): void {
  elsewhere = drawn;
}

/** The figures of draws, which may come later where {@link drawElsewhere} says so: then none are given at first. */
export function laterFigures(plan: DrawnLater): Float64Array {
  return elsewhere?.(plan) ?? drawnAtOnce(plan.steps());
}

/** Goes through all steps. */
export function drawnAtOnce(steps: Generator<null, Float64Array>): Float64Array {
  let step = steps.next();
  while (step.done !== true) step = steps.next();
  return step.value;
}
