import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

type Share = OperationValue<'mirror.account'>['both'][number]['withinDay'];

/** "7 of 22 (between 14 and 55 in 100)": counts first, exact limits in a hundred; "no cases" without any. */
export function smallShareWords(share: Share | null, voice: ChartVoice): string {
  if (share === null || share.low === null || share.high === null) return voice.text('companies.noCases');
  return voice.text('companies.ofN', { k: voice.count(share.count), n: voice.count(share.n), low: voice.inHundred(share.low), high: voice.inHundred(share.high) });
}

/** The same in two parts, for a measure: "7 of 22", and its limits beneath; null where there are none. */
export function smallShareParts(share: Share | null, voice: ChartVoice): { readonly value: string; readonly interval: string | null } {
  if (share === null || share.low === null || share.high === null) return { value: voice.text('companies.noCases'), interval: null };
  return { value: voice.text('minds.share.count', { k: voice.count(share.count), n: voice.count(share.n) }), interval: voice.text('companies.limits', { low: voice.inHundred(share.low), high: voice.inHundred(share.high) }) };
}
