import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** Probes as the engine lists them. */
export type ProbesValue = OperationValue<'probes.list'>;
/** One probe with how it ended. */
export type ProbeLine = ProbesValue['probes'][number];
type Answered = ProbesValue['groups'][number]['probes'];

/** The share answered within a day as it may be told: an estimate from twenty on, counts below. */
export function answeredWords({ n, within, estimate, low, high }: Answered, voice: ChartVoice): string {
  if (n === 0) return voice.text('probes.groups.none');
  if (estimate !== null && low !== null && high !== null) return voice.text('probes.groups.share', { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
  return voice.text('probes.groups.few', { k: voice.count(within.k), n: voice.count(within.n) });
}

/** The sentence over the list: what came of the probes, against the public where both have an estimate. */
export function probesSentence({ groups }: ProbesValue, voice: ChartVoice): string {
  const all = groups.find(({ intent }) => intent === null);
  if (all === undefined || all.probes.n === 0) return voice.text('probes.title_zero');
  const { probes, public: others, difference } = all;
  if (probes.estimate === null || probes.low === null || probes.high === null) return probes.within.n === 0 ? voice.text('probes.lead.none') : voice.text('probes.lead.few', { k: voice.count(probes.within.k), n: voice.count(probes.within.n) });
  const share = voice.inHundred(probes.estimate);
  if (difference === null || others.estimate === null) return voice.text('probes.lead.alone', { share, low: voice.inHundred(probes.low), high: voice.inHundred(probes.high) });
  return voice.text(`probes.lead.${difference.low > 0 ? 'more' : difference.high < 0 ? 'less' : 'unclear'}`, { share, other: voice.inHundred(others.estimate) });
}
