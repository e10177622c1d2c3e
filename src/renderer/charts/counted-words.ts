import type { OperationValue } from '../../contract/operations.ts';
import type { ChartVoice } from './chart-voice.ts';

/** How many of how many, with limits where they may be told. */
export type CountedShare = OperationValue<'response.decisions'>['presence']['present'];
/** The tone of some messages as the engine gives it. */
export type MessageTone = OperationValue<'response.decisions'>['about']['tone'];

/** A share as it is read: "31 su 100" from thirty cases on, "7 su 22" below. */
export function shareWords({ k, n, estimate }: CountedShare, voice: ChartVoice): string {
  return estimate === null ? voice.text('minds.share.count', { k: voice.count(k), n: voice.count(n) }) : voice.text('minds.share.percent', { share: voice.inHundred(estimate) });
}

/** The limits of a share as they are read; null where it has none. */
export function limitWords({ low, high }: Pick<CountedShare, 'low' | 'high'>, voice: ChartVoice): string | null {
  return low === null || high === null ? null : voice.text('minds.share.between', { low: voice.inHundred(low), high: voice.inHundred(high) });
}

/** A share with its limits, on one line. */
export function boundedWords(share: CountedShare, voice: ChartVoice): string {
  const limits = limitWords(share, voice);
  return limits === null ? shareWords(share, voice) : `${shareWords(share, voice)} (${limits})`;
}

/** One side of a tone on one line: share, limits, and what it is once corrected; "too few" under five people. */
export function toneWords(tone: MessageTone, side: 'negative' | 'positive', voice: ChartVoice): string {
  if (tone.tooFew) return voice.text('minds.share.few', { n: voice.count(tone.n) });
  const limits = limitWords(tone[side], voice);
  const corrected = tone.corrected?.[side];
  return [
    `${shareWords(tone[side], voice)}${limits === null ? '' : ` (${limits})`}`,
    ...(corrected === undefined ? [] : [voice.text('minds.brand.corrected', { share: voice.inHundred(corrected.estimate), low: voice.inHundred(corrected.low), high: voice.inHundred(corrected.high) })]),
  ].join('; ');
}
