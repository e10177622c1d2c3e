/** The five steps that an organisation climbs, in order: none stands without those below it. Source: Owyang 2011, Altimeter. */
export const LADDER_STEPS = ['foundation', 'safety', 'formation', 'enablement', 'enlightenment'] as const;
export type LadderStep = (typeof LADDER_STEPS)[number];

/** How a gate is shown to be met: computed from the project, by a document that a person names with its date, or by a person's word. */
export type GateKind = 'data' | 'document' | 'declared';

/**
 * What a gate of data is measured by: `sample` = a share with an interval, judged from 30 cases on; `whole` = a share of
 * everything there is, which needs no interval; `count`; `seconds`.
 */
export type GateMeasure = 'sample' | 'whole' | 'count' | 'seconds';

/** One line of the checklist of a step. */
export interface LadderGate {
  readonly gate: string;
  readonly step: LadderStep;
  readonly kind: GateKind;
  readonly measure: GateMeasure | null;
  /** On which side of the threshold the gate is met. */
  readonly rule: 'at-least' | 'at-most' | null;
  readonly threshold: number | null;
}

const paper = <Id extends string>(gate: Id, step: LadderStep, kind: 'document' | 'declared') => ({ gate, step, kind, measure: null, rule: null, threshold: null }) as const satisfies LadderGate;
const figure = <Id extends string>(gate: Id, step: LadderStep, [measure, rule, threshold]: readonly [GateMeasure, 'at-least' | 'at-most', number]) => ({ gate, step, kind: 'data', measure, rule, threshold }) as const satisfies LadderGate;

/**
 * The checklist of all steps, in order. The thresholds stand here and nowhere else; they are our own, chosen to be asked
 * about, and every screen shows them beside the figure they judge.
 */
export const LADDER_GATES = [
  paper('goals', 'foundation', 'document'),
  figure('roles-reviewed', 'foundation', ['count', 'at-most', 0]),
  figure('own-places', 'foundation', ['whole', 'at-least', 0.9]),
  figure('findings-owned', 'foundation', ['whole', 'at-least', 0.8]),
  figure('opening-hours', 'safety', ['count', 'at-least', 1]),
  figure('trouble-day', 'safety', ['sample', 'at-least', 0.8]),
  figure('crisis-plan', 'safety', ['whole', 'at-least', 1]),
  figure('drill', 'safety', ['count', 'at-least', 1]),
  paper('escalation', 'safety', 'document'),
  paper('training', 'formation', 'document'),
  figure('templates', 'formation', ['sample', 'at-most', 0.3]),
  figure('deflections', 'formation', ['sample', 'at-most', 0.3]),
  figure('reopened', 'formation', ['sample', 'at-most', 0.2]),
  figure('places-answering', 'enablement', ['whole', 'at-least', 0.8]),
  figure('handed-over', 'enablement', ['seconds', 'at-most', 172_800]),
  paper('guidelines', 'enablement', 'document'),
  paper('departments', 'enablement', 'declared'),
  figure('questions-kept', 'enlightenment', ['whole', 'at-least', 0.8]),
  figure('answers-reused', 'enlightenment', ['whole', 'at-least', 0.5]),
  figure('findings-closed', 'enlightenment', ['whole', 'at-least', 0.5]),
  paper('decisions', 'enlightenment', 'declared'),
] as const;
export type GateId = (typeof LADDER_GATES)[number]['gate'];

/** Ids of all gates, in the order of the checklist. */
export const GATE_IDS: readonly GateId[] = LADDER_GATES.map(({ gate }) => gate);

/**
 * How a gate stands: met; not met; `near` = the interval holds the threshold, so that the data do not decide; `not-visible`
 * = these data cannot show it; `open` = nobody has said or attached anything yet.
 */
export const GATE_STATES = ['met', 'near', 'unmet', 'not-visible', 'open'] as const;
export type GateState = (typeof GATE_STATES)[number];

/** How a step stands: reached; `blocked` = its own gates are met but one below is not; not reached. */
export const STEP_STATES = ['reached', 'blocked', 'not-reached'] as const;
export type StepState = (typeof STEP_STATES)[number];

/** The lines of a plan B: who speaks, who decides, the first statement, through which channels, and when to stop. */
export const CRISIS_LINES = ['speaks', 'decides', 'statement', 'channels', 'stop'] as const;
export type CrisisLine = (typeof CRISIS_LINES)[number];

/** What a team can choose at each moment of a drill: answer in public, take care, send to private, wait, send to a department. In the order of the keys 1 to 5. */
export const DRILL_CHOICES = ['answer', 'care', 'private', 'wait', 'escalate'] as const;
export type DrillChoice = (typeof DRILL_CHOICES)[number];
