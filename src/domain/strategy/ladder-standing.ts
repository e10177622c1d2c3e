import { LADDER_GATES, LADDER_STEPS, type GateId, type GateState, type LadderGate, type LadderStep, type StepState } from '../model/ladder-step.ts';

/** What the project shows of a gate of data: a share as counts with its limits, or one number; null fields where there is none. */
export interface GateFigure {
  readonly k: number | null;
  readonly n: number | null;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What a person attached to a gate: a document with its day, or a word. Times UTC ms. */
export interface GateEvidence {
  readonly document: string;
  readonly dateMs: number | null;
  readonly declared: boolean | null;
}

/** A step with its state and the gates that hold it back, its own first. */
export interface StepStanding {
  readonly step: LadderStep;
  readonly state: StepState;
  readonly heldBy: readonly GateId[];
}

const isDocumented = ({ document, dateMs }: GateEvidence): boolean => document !== '' && dateMs !== null;

/** Where a figure lies against a threshold; a share from a sample needs its whole interval on one side. */
function figureState({ measure, rule, threshold }: LadderGate, figure: GateFigure | null): GateState {
  if (figure === null || threshold === null) return 'not-visible';
  const { k, n, estimate, low, high } = figure;
  const side = rule === 'at-most' ? -1 : 1;
  if (measure === 'sample') {
    if (low === null || high === null) return 'not-visible';
    const [worst, best] = side > 0 ? [low, high] : [high, low];
    if ((worst - threshold) * side >= 0) return 'met';
    return (best - threshold) * side < 0 ? 'unmet' : 'near';
  }
  const value = measure === 'whole' ? (k === null || n === null || n === 0 ? null : k / n) : estimate;
  if (value === null) return 'not-visible';
  return (value - threshold) * side >= 0 ? 'met' : 'unmet';
}

/**
 * How one gate stands. A gate of data is judged by its figure alone; only where the data cannot show it does an attached
 * document with its day count instead. Without a figure, a document or a word nothing is met.
 * @example gateState({ gate: 'x', step: 'safety', kind: 'data', measure: 'count', rule: 'at-least', threshold: 1 }, { figure: null, evidence: null }) // 'not-visible'
 */
export function gateState(gate: LadderGate, { figure, evidence }: { readonly figure: GateFigure | null; readonly evidence: GateEvidence | null }): GateState {
  if (gate.kind === 'declared') return evidence?.declared === true ? 'met' : evidence?.declared === false ? 'unmet' : 'open';
  if (gate.kind === 'document') return evidence !== null && isDocumented(evidence) ? 'met' : 'open';
  const state = figureState(gate, figure);
  return state === 'not-visible' && evidence !== null && isDocumented(evidence) ? 'met' : state;
}

/**
 * The five steps from their gates. A step is reached when all its gates are met and no gate of data below it is unmet or out
 * of sight; `blocked` when its own gates are met and only those below hold it back.
 */
export function ladderStanding(stateOf: (gate: GateId) => GateState): StepStanding[] {
  return LADDER_STEPS.map((step, position) => {
    const own = LADDER_GATES.filter((gate) => gate.step === step && stateOf(gate.gate) !== 'met').map(({ gate }) => gate);
    const below = LADDER_GATES.filter((gate) => LADDER_STEPS.indexOf(gate.step) < position && gate.kind === 'data' && ['unmet', 'not-visible'].includes(stateOf(gate.gate))).map(({ gate }) => gate);
    return { step, state: own.length > 0 ? 'not-reached' : below.length > 0 ? 'blocked' : 'reached', heldBy: [...own, ...below] };
  });
}
