import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** The account of an initiative, as the engine answers it. */
export type AccountValue = OperationValue<'initiatives.account'>;
type Counted = AccountValue['shares'][number]['values']['before'];
type WindowName = AccountValue['windows'][number]['window'];

/** A line of the table of windows, in words. */
export interface WindowRow {
  readonly key: string;
  readonly name: string;
  readonly cells: Readonly<Record<WindowName, string>>;
  readonly usual: string;
  readonly during: string;
  readonly after: string;
}

/** A counted share as it may be told: "31 in 100 (between 27 and 35)", "7 of 22", or that there is none. */
export function countedWords({ k, n, estimate, low, high }: Counted, voice: ChartVoice): string {
  if (n === 0) return voice.text('initiatives.none');
  if (estimate === null || low === null || high === null) return voice.text('initiatives.ofN', { k: voice.count(k), n: voice.count(n) });
  return voice.text('initiatives.interval', { value: voice.text('initiatives.inHundred', { share: voice.inHundred(estimate) }), low: voice.inHundred(low), high: voice.inHundred(high) });
}

/** Every measure of an account, window by window, with what may be said of it. */
export function windowRows({ windows, amounts, shares }: AccountValue, voice: ChartVoice): WindowRow[] {
  const stateOf = (name: WindowName): string => windows.find(({ window }) => window === name)?.state ?? 'outside';
  const whole = (value: number): string => voice.count(Math.round(value));
  return [
    ...amounts.map(({ measure, values, usual, during, after }): WindowRow => {
      const written = measure === 'created' || measure === 'consumed' ? voice.number : whole;
      const cell = (name: WindowName): string => {
        const value = values[name];
        return value === null ? voice.text(`initiatives.windows.${stateOf(name) === 'outside' ? 'outside' : 'part'}`) : written(value);
      };
      return {
        key: measure, name: voice.text(`initiatives.amounts.${measure}`), cells: { before: cell('before'), during: cell('during'), after: cell('after') },
        usual: usual === null ? voice.text('initiatives.none') : voice.text('initiatives.between', { low: whole(usual.low), high: whole(usual.high) }), during: voice.text(`initiatives.verdicts.${during}`), after: voice.text(`initiatives.verdicts.${after}`),
      };
    }),
    ...shares.map(({ measure, values, during, after }): WindowRow => ({
      key: measure, name: voice.text(`initiatives.shares.${measure}`),
      cells: { before: shareCell(measure, values.before, voice), during: shareCell(measure, values.during, voice), after: shareCell(measure, values.after, voice) },
      usual: voice.text('initiatives.none'), during: voice.text(`initiatives.verdicts.${during}`), after: voice.text(`initiatives.verdicts.${after}`),
    })),
  ];
}

/** A share of waits is an estimate and no count: without one only its cases are told. */
function shareCell(measure: string, value: Counted, voice: ChartVoice): string {
  return measure === 'answered-day' && value.estimate === null && value.n > 0 ? voice.text('initiatives.stayed.few', { n: voice.count(value.n) }) : countedWords(value, voice);
}
