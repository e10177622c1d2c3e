import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** How far the check has come. */
export type CheckStatus = OperationValue<'reading.status'>;
/** Scores of the reading on the sample. */
export type CheckScores = OperationValue<'check.scores'>;
/** Scores of intents or of tones. */
export type ScoreSet = CheckScores['scores'][number]['intents'];
/** A score with its limits. */
export type Score = ScoreSet['accuracy'];

/** The sentence that opens the page: verified, how far, or not at all. */
export function checkLead({ checked, labelled, neededToCheck, layerVersion }: CheckStatus, scores: CheckScores | null, voice: ChartVoice): string {
  const layer = layerVersion === null ? '' : ` ${voice.text('check.state.layer', { version: voice.count(layerVersion) })}`;
  if (!checked) return `${labelled === 0 ? voice.text('check.state.unchecked') : voice.text('check.state.part', { count: labelled, needed: voice.count(neededToCheck) })}${layer}`;
  const accuracy = scores?.scores.find(({ language }) => language === 'all')?.intents.accuracy;
  if (accuracy?.estimate == null) return `${voice.text('check.state.checked', { count: labelled })}${layer}`;
  return `${voice.text('check.state.checkedScore', { checked: voice.count(labelled), share: voice.inHundred(accuracy.estimate), low: voice.inHundred(accuracy.low ?? 0), high: voice.inHundred(accuracy.high ?? 1) })}${layer}`;
}

/** A score in a hundred and its limits apart; the limits are null where there are none. */
export function scoreText({ estimate, low, high }: Score, voice: ChartVoice): { readonly main: string; readonly limits: string | null } {
  if (estimate === null) return { main: voice.text('check.scores.unknown'), limits: null };
  return { main: voice.text('check.scores.share', { share: voice.inHundred(estimate) }), limits: low === null || high === null ? null : voice.text('check.scores.between', { low: voice.inHundred(low), high: voice.inHundred(high) }) };
}

/** A number between -1 and 1 with two decimals: kappa and means of F1. */
export function decimalText(value: number, voice: ChartVoice): string {
  const rounded = Math.round(value * 100) / 100;
  return `${rounded < 0 ? '−' : ''}${voice.number(Math.abs(rounded))}`;
}

/** A difference of scores with its sign, three decimals. */
export function signedText(value: number, voice: ChartVoice): string {
  const rounded = Math.round(value * 1000) / 1000;
  return `${rounded < 0 ? '−' : '+'}${voice.number(Math.abs(rounded))}`;
}

/** Labels by hand by how they came about, in words; empty without any. */
export function originWords(labels: CheckStatus['labels'], voice: ChartVoice): string {
  return voice.list((['correction', 'sample', 'proposal', 'file'] as const).flatMap((origin) => (labels[origin] === 0 ? [] : [voice.text(`check.layer.origins.${origin}`, { n: voice.count(labels[origin]) })])));
}
