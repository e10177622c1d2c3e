/** What a hypothesis can be about: figures that can be measured again over any period, and `figure` for the one a finding was kept on. */
export const HYPOTHESIS_MEASURES = ['answered-day', 'restricted-wait', 'gap', 'tribe-answered', 'criticism-answered', 'deflected', 'promises-kept', 'care', 'advocacy', 'gini', 'figure'] as const;
export type HypothesisMeasure = (typeof HYPOTHESIS_MEASURES)[number];

/** What a measure is measured of: everything of the scope, one kind of request, one tribe. */
export const HYPOTHESIS_SUBJECTS = ['none', 'intent', 'tribe'] as const;

/** On which side of the target value the figure is to lie. */
export const TARGET_DIRECTIONS = ['at-least', 'at-most'] as const;
export type TargetDirection = (typeof TARGET_DIRECTIONS)[number];

/**
 * What the data say of a target: the whole interval lies on its side (`reached`); nothing moved clearly since it was registered
 * (`no-effect`); it lies wholly on the other side (`not-reached`); something moved, and whether far enough is not clear
 * (`undecided`); too few cases for a figure (`too-few`).
 */
export const HYPOTHESIS_VERDICTS = ['reached', 'not-reached', 'no-effect', 'undecided', 'too-few'] as const;
export type HypothesisVerdict = (typeof HYPOTHESIS_VERDICTS)[number];

/** How far a hypothesis has come: the data do not reach the end of its window yet, they do and nobody has judged, it is judged, it was withdrawn before. */
export const HYPOTHESIS_STATES = ['waiting', 'due', 'judged', 'withdrawn'] as const;
