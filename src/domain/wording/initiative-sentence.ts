import type { AmountVerdict } from '../model/initiative.ts';
import type { HypothesisVerdict } from '../model/hypothesis.ts';
import type { CountedShare } from '../stats/counted-share.ts';
import type { Estimate } from '../stats/interval.ts';
import type { UsualRange } from '../strategy/initiative/usual-range.ts';

/** What a sentence on an initiative needs of a language. */
export interface InitiativeVoice {
  readonly text: (key: string, values?: Readonly<Record<string, string | number>>) => string;
  readonly count: (value: number) => string;
  readonly inHundred: (share: number) => string;
  readonly date: (ms: number) => string;
}

/** What the sentences say, of an account as the engine gives it. */
export interface InitiativeFacts {
  readonly initiative: { readonly name: string };
  readonly amounts: readonly { readonly measure: string; readonly values: { readonly during: number | null }; readonly usual: UsualRange | null; readonly during: AmountVerdict }[];
  readonly pace: { readonly peakMs: number | null; readonly tooFew: boolean; readonly days: number | null; readonly low: number | null; readonly high: number | null; readonly watched: number };
  readonly stayed: readonly { readonly days: number; readonly withIt: CountedShare; readonly otherwise: CountedShare; readonly tooFew: boolean; readonly difference: Estimate | null }[] | null;
  readonly prediction: { readonly counts: boolean; readonly reason: string | null; readonly verdict: HypothesisVerdict | null } | null;
}

function peopleSentence({ initiative: { name }, amounts }: InitiativeFacts, voice: InitiativeVoice): string {
  const people = amounts.find(({ measure }) => measure === 'people');
  const count = people?.values.during ?? null;
  if (people === undefined || count === null) return voice.text('initiatives.sentence.people.none', { name });
  const limits = people.usual === null ? {} : { low: voice.count(Math.round(people.usual.low)), high: voice.count(Math.round(people.usual.high)) };
  return voice.text(`initiatives.sentence.people.${people.during}`, { name, count, n: voice.count(count), ...limits });
}

function paceSentences({ pace: { peakMs, tooFew, days, low, high, watched } }: InitiativeFacts, voice: InitiativeVoice): string[] {
  if (tooFew || peakMs === null) return [];
  const date = voice.date(peakMs);
  if (days === null) return [voice.text('initiatives.sentence.pace.still', { count: watched, n: voice.count(watched), date })];
  const [form, limits] = low === null || high === null ? ['fell', {}] : ['fellBetween', { low: voice.count(Math.round(low)), high: voice.count(Math.round(high)) }];
  return [voice.text(`initiatives.sentence.pace.${form}`, { count: days, n: voice.count(days), date, ...limits })];
}

function stayedSentences({ stayed }: InitiativeFacts, voice: InitiativeVoice): string[] {
  const month = stayed?.find(({ days }) => days === 30);
  if (month === undefined || month.tooFew) return [];
  const { withIt, otherwise, difference } = month;
  if (difference === null || withIt.estimate === null || otherwise.estimate === null) return [voice.text('initiatives.sentence.stayed.counted', { count: withIt.n, n: voice.count(withIt.n), k: voice.count(withIt.k) })];
  const form = difference.low > 0 ? 'more' : difference.high < 0 ? 'less' : 'unclear';
  return [voice.text(`initiatives.sentence.stayed.${form}`, { share: voice.inHundred(withIt.estimate), other: voice.inHundred(otherwise.estimate) })];
}

function predictionSentences({ prediction }: InitiativeFacts, voice: InitiativeVoice): string[] {
  if (prediction === null) return [];
  const { counts, reason, verdict } = prediction;
  return [voice.text(`initiatives.sentence.prediction.${counts ? (verdict ?? 'waiting') : reason === 'after-start' ? 'late' : 'void'}`)];
}

/** What happened in an initiative, a sentence a fact and never a cause: people against what is usual, how fast it was over, who stayed, what had been foretold. What cannot be told is left out. */
export function initiativeSentences(facts: InitiativeFacts, voice: InitiativeVoice): string[] {
  return [peopleSentence(facts, voice), ...paceSentences(facts, voice), ...stayedSentences(facts, voice), ...predictionSentences(facts, voice)];
}
