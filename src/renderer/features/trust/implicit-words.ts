import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

type Implicit = OperationValue<'promises.implicit'>;

const HOUR_SECONDS = 3600;

/** The sentence of the card: a share from thirty cases, counts below, why not under the floors or without hours or a declared time. */
export function implicitTitle({ state, replyTime }: Implicit, voice: Pick<ChartVoice, 'text' | 'count' | 'inHundred' | 'shareFloor'>): string {
  if (state === 'no-hours') return voice.text('hours.implicit.title.noHours');
  if (replyTime === null) return voice.text('hours.implicit.title.noReply');
  const { n, within, estimate, low, high } = replyTime;
  if (within === null || estimate === null || low === null || high === null) return voice.text('hours.implicit.title.few', { n: voice.count(n) });
  if (n < voice.shareFloor) return voice.text('hours.implicit.title.count', { within: voice.count(within), n: voice.count(n) });
  return voice.text('hours.implicit.title.clear', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high), n: voice.count(n) });
}

/** A declared time with its clock: "24 hours", "4 opening hours". */
export function declaredWords({ seconds, clock }: NonNullable<Implicit['declared']>, voice: Pick<ChartVoice, 'text' | 'duration' | 'number'>): string {
  if (clock === 'wall') return voice.duration(seconds);
  if (seconds < HOUR_SECONDS) return voice.text('hours.duration.under', { time: voice.duration(seconds) });
  return voice.text('hours.duration.hours', { count: seconds / HOUR_SECONDS, n: voice.number(seconds / HOUR_SECONDS) });
}
