import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** A simulation with its back-test. */
export type Simulation = NonNullable<OperationValue<'strategy.simulate'>['simulation']>;
/** What one team comes to. */
export type SimulatedSide = Simulation['today'];
type Band = SimulatedSide['busyShare'];

/** The sentence of a simulation: a clear change, no clear one, or nothing that may be foretold. */
export function simulatorSentence({ backTest, difference }: Simulation, voice: ChartVoice): { readonly text: string; readonly form: 'clear' | 'not-clear' | 'too-few' } {
  if (backTest.verdict !== 'passed' || difference === null) return { text: voice.text('simulator.title.notCalibrated'), form: 'too-few' };
  const points = (share: number): string => voice.count(share * 100);
  const { estimate, low, high } = difference;
  if (low > 0) return { text: voice.text('simulator.title.clear', { more: points(estimate), low: points(low), high: points(high) }), form: 'clear' };
  if (high < 0) return { text: voice.text('simulator.title.fewer', { more: points(-estimate), low: points(-high), high: points(-low) }), form: 'clear' };
  return { text: voice.text('simulator.title.notClear', { low: points(low), high: points(high) }), form: 'not-clear' };
}

/** A figure and its limits on one line: a cell is narrower than the two. */
function onOneLine(value: string, low: string, high: string, voice: ChartVoice): string {
  return voice.text('simulator.table.band', { value, low, high }).replaceAll(' ', '\u00a0');
}

/** A share with its limits, in a hundred. */
export function bandWords(band: Band, voice: ChartVoice): string {
  return band === null ? voice.text('simulator.table.none') : onOneLine(voice.inHundred(band.estimate), voice.inHundred(band.low), voice.inHundred(band.high), voice);
}

/** How many held-out weeks the bands held, and both errors in points; null where no week was judged. */
export function backTestResult({ covered, weeks, error, errorOfSame }: Simulation['backTest'], voice: ChartVoice): string | null {
  return error === null || errorOfSame === null ? null : voice.text('simulator.backTest.result', { count: covered, covered: voice.count(covered), n: voice.count(weeks.length), error: voice.number(error * 100), same: voice.number(errorOfSame * 100) });
}

/** Waits, in seconds, within which the simulated answers of today's team and the observed ones share no value. */
export function unlikeWaits({ observed, today }: Simulation): readonly number[] {
  return observed.within.flatMap(({ seconds, share }) => {
    const simulated = today.all.within.find((one) => one.seconds === seconds)?.share ?? null;
    if (share === null || simulated === null) return [];
    return simulated.low > share.high || simulated.high < share.low ? [seconds] : [];
  });
}

/** One measure over the sides that are compared. */
export interface MeasureRow {
  readonly key: string;
  readonly what: string;
  readonly cells: readonly string[];
}

/** Answered within, busy share and backlog: observed, then each side. */
export function measureRows({ observed }: Simulation, sides: readonly SimulatedSide[], voice: ChartVoice): readonly MeasureRow[] {
  const backlog = ({ estimate, low, high }: SimulatedSide['backlog']): string => onOneLine(voice.count(Math.round(estimate)), voice.count(Math.round(low)), voice.count(Math.round(high)), voice);
  return [
    ...observed.within.map(({ seconds, share }) => ({
      key: String(seconds), what: voice.text('simulator.table.within', { time: voice.duration(seconds) }),
      cells: [bandWords(share, voice), ...sides.map((side) => bandWords(side.all.within.find((one) => one.seconds === seconds)?.share ?? null, voice))],
    })),
    { key: 'busy', what: voice.text('simulator.table.busy'), cells: ['', ...sides.map((side) => bandWords(side.busyShare, voice))] },
    { key: 'backlog', what: voice.text('simulator.table.backlog'), cells: ['', ...sides.map((side) => backlog(side.backlog))] },
  ];
}
