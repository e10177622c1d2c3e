import type { ChartVoice } from '../../charts/chart-voice.ts';

/** A figure with its limits as the engine gives it. */
export interface FigureWithLimits {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A share of n cases: in a hundred with its interval from the project's floor of cases on, about k of n below. */
export function shareText({ estimate, low, high }: FigureWithLimits, n: number, voice: ChartVoice): string {
  if (n < voice.shareFloor) return voice.text('listening.count', { k: voice.count(Math.round(estimate * n)), n: voice.count(n) });
  return voice.text('listening.share', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
}
