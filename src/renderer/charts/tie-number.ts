import type { ChartVoice } from './chart-voice.ts';

/** A strength or a part of a tie, from 0 to 1, with at most two decimals. */
export function tieNumber(value: number, voice: Pick<ChartVoice, 'number'>): string {
  return voice.number(Math.round(value * 100) / 100);
}
