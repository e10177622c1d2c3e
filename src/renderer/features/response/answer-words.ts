import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { findingSentence, signedShare as directedShare } from '../../../domain/wording/finding-sentence.ts';
import { quarterName } from '../../charts/quarter-name.ts';
import type { FigureText } from './response-figures.ts';

/** How good answers are, as the engine gives it. */
export type Quality = OperationValue<'response.quality'>;
/** Answers to one kind of request, or to all. */
export type QualityGroup = Quality['groups'][number];
/** Criticism against praise. */
export type Criticism = OperationValue<'response.criticism'>;
/** Messages that later exports no longer hold. */
export type Vanished = OperationValue<'response.vanished'>;
/** Terms of comparison. */
export type Benchmarks = OperationValue<'response.benchmarks'>;
/** What visitors find today. */
export type FirstPages = OperationValue<'response.firstPage'>;
/** Two groups at one moment. */
export type Compared = Benchmarks['past']['comparisons'][number];

interface Counted {
  readonly k: number;
  readonly n: number;
  readonly estimate: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** A share as it may be told: in a hundred with its limits, as "7 of 22" under thirty cases, too few below the floors. */
export function countedFigure(share: Counted | null, n: number, voice: ChartVoice): FigureText {
  if (share === null) return { main: voice.text('answers.few', { n: voice.count(n) }), limits: null };
  if (share.estimate === null || share.low === null || share.high === null) return { main: voice.text('answers.ofCases', { k: voice.count(share.k), n: voice.count(share.n) }), limits: null };
  return { main: voice.text('answers.share', { share: voice.inHundred(share.estimate) }), limits: voice.text('answers.between', { low: voice.inHundred(share.low), high: voice.inHundred(share.high) }) };
}

/** What first answers do, as a sentence about the people who got them. */
export function qualityTitle({ acts, n }: QualityGroup, voice: ChartVoice): string {
  const [care, deflect] = [acts?.care, acts?.deflect];
  if (care?.estimate == null || deflect?.estimate == null) return voice.text('answers.quality.title.few', { n: voice.count(n) });
  const apart = (care.low ?? 0) > (deflect.high ?? 1) || (deflect.low ?? 0) > (care.high ?? 1);
  return voice.text(`answers.quality.title.${apart ? 'clear' : 'notClear'}`, { care: voice.inHundred(care.estimate), deflect: voice.inHundred(deflect.estimate) });
}

/**
 * Whom answers meet, criticism or praise: clear only when both comparisons lie on the same side of zero. Where all messages
 * differ and those that open a conversation do not say the same, the sentence names that and gives no limits which would contradict it.
 */
export function criticismTitle({ all, opening }: Criticism, voice: ChartVoice): string {
  const [first, second] = [all.difference, opening.difference];
  const side = (one: typeof first): number => (one === null ? 0 : one.low > 0 ? 1 : one.high < 0 ? -1 : 0);
  const clear = side(first) !== 0 && side(first) === side(second);
  if (side(first) !== 0 && !clear) {
    if (second === null) return voice.text('answers.criticism.title.openingFew', { n: voice.count(Math.min(opening.criticism.n, opening.praise.n)) });
    if (side(second) !== 0) return voice.text('answers.criticism.title.opposite');
    return voice.text('answers.criticism.title.opening', { low: directedShare(second.low, voice), high: directedShare(second.high, voice) });
  }
  return findingSentence({
    rule: 'criticism.praise', form: first === null ? 'too-few' : clear ? 'clear' : 'not-clear', n: Math.min(all.criticism.n, all.praise.n),
    values: { criticism: all.criticism.answered?.estimate ?? null, praise: all.praise.answered?.estimate ?? null, low: first?.low ?? null, high: first?.high ?? null },
  }, voice);
}

/** Whether an act of first answers grew or shrank between the first and the last quarter that can be told. */
export function quartersTitle(quarters: Quality['quarters'], act: 'deflect' | 'template', voice: ChartVoice): string {
  const what = voice.text(`answers.quarters.what.${act}`);
  const told = quarters.flatMap(({ key, [act]: share }) => (share?.estimate == null || share.low === null || share.high === null ? [] : [{ key, estimate: share.estimate, low: share.low, high: share.high }]));
  const [first] = told;
  const last = told.at(-1);
  if (first === undefined || last === undefined || first === last) return voice.text('answers.quarters.title.few', { what });
  const form = last.low > first.high ? 'clearMore' : last.high < first.low ? 'clearLess' : 'notClear';
  return voice.text(`answers.quarters.title.${form}`, { what, from: quarterName(first.key, voice, true), to: quarterName(last.key, voice, true), first: voice.inHundred(first.estimate), last: voice.inHundred(last.estimate) });
}

/** The honest wait beside the one usually published, as a sentence. */
export function publishedTitle({ published, horizonSeconds }: Quality, voice: ChartVoice): string {
  const { n, publishedSeconds, honestSeconds } = published;
  if (publishedSeconds === null) return voice.text('answers.published.title.few', { n: voice.count(n) });
  const words = { published: voice.duration(publishedSeconds), horizon: voice.duration(horizonSeconds) };
  return honestSeconds === null ? voice.text('answers.published.title.notClear', words) : voice.text('answers.published.title.clear', { ...words, honest: voice.duration(honestSeconds) });
}

/** Why the two waits differ, one part a sentence. */
export function publishedParts({ published, horizonSeconds }: Quality, voice: ChartVoice): string[] {
  const { silent, young, late, cappedSeconds, silenceSeconds } = published;
  const horizon = voice.duration(horizonSeconds);
  const parts: string[] = [];
  if (silent !== null && silent > 0 && silenceSeconds !== null) {
    parts.push(silenceSeconds < 0 ? voice.text('answers.published.silenceLess', { silent: voice.count(silent), time: voice.duration(-silenceSeconds) }) : voice.text('answers.published.silence', { count: silent, time: voice.duration(silenceSeconds) }));
  }
  if (young !== null && young > 0) parts.push(voice.text('answers.published.young', { count: young, horizon }));
  if (late !== null && cappedSeconds !== null) parts.push(late === 0 ? voice.text('answers.published.lateNone', { horizon }) : voice.text('answers.published.late', { count: late, horizon, time: voice.duration(-cappedSeconds) }));
  return parts;
}

/** A difference of shares with its sign: "+5 in 100". */
export function signedShare(share: number, voice: ChartVoice): string {
  return voice.text(`answers.benchmarks.${share < 0 ? 'less' : 'more'}`, { share: voice.inHundred(Math.abs(share)) });
}

/** The own past as a sentence: the share answered within the longest moment compared. */
export function benchmarkTitle({ past }: Benchmarks, voice: ChartVoice): string {
  if (past.reason !== null) return voice.text(`answers.benchmarks.title.${past.reason}`);
  const last = past.comparisons.at(-1);
  if (last?.difference == null) return voice.text('answers.benchmarks.title.few', { n: voice.count(Math.min(last?.first.n ?? 0, last?.second.n ?? 0)) });
  const { estimate, low, high } = last.difference;
  const form = low > 0 ? 'clearMore' : high < 0 ? 'clearLess' : 'notClear';
  return voice.text(`answers.benchmarks.title.${form}`, { time: voice.duration(last.seconds), share: voice.inHundred(Math.abs(estimate)) });
}

/** Whether criticism vanishes more often, as a sentence. */
export function vanishedTitle({ comparable, vanished, stillThere, difference }: Vanished, voice: ChartVoice): string {
  const title = (form: string, values = {}): string => voice.text(`answers.vanished.title.${form}`, values);
  if (!comparable) return title('notComparable');
  if (vanished.n === 0) return title('noneVanished');
  const [gone, still] = [vanished.criticism?.estimate ?? null, stillThere.criticism?.estimate ?? null];
  if (difference === null || gone === null || still === null) return title('few', { n: voice.count(Math.min(vanished.read, stillThere.read)) });
  return title(difference.low > 0 ? 'clearMore' : difference.high < 0 ? 'clearLess' : 'notClear', { vanished: voice.inHundred(gone), still: voice.inHundred(still) });
}

/** What a visitor finds today, as a sentence over all pages that can be told. */
export function firstPageTitle({ containers, most }: FirstPages, voice: ChartVoice): string {
  const title = (form: string, values = {}): string => voice.text(`answers.firstPage.title.${form}`, { most: voice.count(most), ...values });
  const told = containers.flatMap(({ open }) => open ?? []);
  if (containers.length === 0) return title('noPage');
  if (told.length === 0) return title('few');
  const open = told.reduce((sum, count) => sum + count, 0);
  return open === 0 ? title('none') : title('clear', { count: open });
}
