import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** What a target would do. */
export type TargetEffect = OperationValue<'strategy.targetEffect'>;
/** The part of it that is foretold. */
export type TargetForecast = NonNullable<TargetEffect['forecast']>;
type Figure = TargetForecast['requests'];

/** A sentence in one of the three forms of findings. */
export interface WordedSentence {
  readonly text: string;
  readonly form: 'clear' | 'not-clear' | 'too-few';
}

/** A number with its sign: "+3", "−2"; zero has none. */
export function signedNumber(value: number, written: (value: number) => string): string {
  const text = written(Math.abs(value));
  return value === 0 || text === written(0) ? text : `${value > 0 ? '+' : '−'}${text}`;
}

/** An estimate that nobody reads to more than a tenth: requests, people and hours a week. */
export function inTenths(value: number, voice: ChartVoice): string {
  return voice.number(Math.round(value * 10) / 10);
}

function changeSentence(figure: NonNullable<Figure>, keys: { readonly up: string; readonly down: string; readonly unclear: string }, write: (key: string, figure: NonNullable<Figure>) => string): WordedSentence {
  if (figure.low > 0) return { form: 'clear', text: write(keys.up, figure) };
  if (figure.high < 0) return { form: 'clear', text: write(keys.down, { estimate: -figure.estimate, low: -figure.high, high: -figure.low }) };
  return { form: 'not-clear', text: write(keys.unclear, figure) };
}

/** The sentence of a target: foretold where the back-test allows it, else the hours it moves, else what is missing. */
export function targetSentence({ reason, n, time, forecast }: TargetEffect, voice: ChartVoice): WordedSentence {
  const write = (value: number): string => inTenths(value, voice);
  if (forecast?.requests != null) {
    return changeSentence(forecast.requests, { up: 'more', down: 'fewer', unclear: 'unclear' }, (key, { estimate, low, high }) =>
      voice.text(`targets.target.title.${key}`, { n: write(estimate), low: key === 'unclear' ? signedNumber(low, write) : write(low), high: key === 'unclear' ? signedNumber(high, write) : write(high) }));
  }
  if (time !== null) {
    return changeSentence(time.moved, { up: 'into', down: 'outOf', unclear: 'either' }, (key, { estimate, low, high }) =>
      voice.text(`targets.target.title.${key}`, { hours: write(estimate), low: key === 'either' ? signedNumber(low, write) : write(low), high: key === 'either' ? signedNumber(high, write) : write(high) }));
  }
  const key = reason === 'few-messages' ? 'few' : reason === 'same' ? 'same' : reason === 'minutes' ? 'minutes' : reason === 'no-recent-messages' ? 'noTime' : 'none';
  return { form: 'too-few', text: voice.text(`targets.target.title.${key}`, { n: voice.count(n) }) };
}

/** Reasons that a sentence of their own stands for already: nothing more is said of them. */
export function reasonWords({ reason }: TargetEffect, voice: ChartVoice): string | null {
  return reason === null || ['few-messages', 'no-target', 'same', 'minutes', 'no-recent-messages'].includes(reason) ? null : voice.text(`targets.target.reason.${reason}`);
}
