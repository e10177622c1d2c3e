import type { OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** The list of a day with what is held back. */
export type DayListValue = OperationValue<'oneByOne.list'>;
/** One name of the list. */
export type DayName = DayListValue['entries'][number];
/** One name that the draw keeps out. */
export type HeldName = DayListValue['held'][number];
/** What came of the lists. */
export type EffectValue = OperationValue<'oneByOne.effect'>;

/** The kinds in the order of the list. */
export const KIND_ORDER = ['answer', 'thank', 'surprise'] as const satisfies readonly DayName['kind'][];

/** Why somebody stands on the list, in figures. */
export function whyWords({ kind, about, points, waitedSeconds }: HeldName, voice: ChartVoice): string {
  const text = (key: string, values = {}): string => voice.text(`oneByOne.why.${key}`, values);
  const reason = kind === 'surprise' ? [text('surprise')]
    : about === null ? []
    : kind === 'answer' ? [text('answer', { about: voice.text(`codes.intent.${about}`) })] : [text('thank', { about: voice.text(`oneByOne.pieces.${about}`) })];
  return [
    ...reason,
    ...(waitedSeconds === null ? [] : [text('waits', { time: voice.duration(waitedSeconds) })]),
    ...(points === null ? [] : [points > 0 ? text('points', { count: points, n: voice.points(points) }) : text('noPoints')]),
  ].join(' · ');
}

/** How many parts in square brackets a draft still holds. */
export function openBrackets(draft: string): number {
  return draft.match(/\[[^\]\n]+\]/gu)?.length ?? 0;
}

/** The day of a list as a moment: its noon in UTC, for the formats of the window. */
export function dayMoment(day: string): number {
  return Date.parse(`${day}T12:00:00Z`);
}

/** The finding of a comparison, by rule: clear one way or the other, not clear, or too few people yet. */
export function effectTitle(design: 'randomised' | 'matched', { back }: EffectValue['randomised'] | EffectValue['matched'], voice: ChartVoice): string {
  const text = (form: string, values = {}): string => voice.text(`oneByOne.effect.${design}.${form}`, values);
  if (back === null) return text('few');
  if (back.low <= 0 && back.high >= 0) return text('unclear');
  return text(back.estimate > 0 ? 'clearMore' : 'clearLess', { difference: voice.inHundred(Math.abs(back.estimate)) });
}

const signed = (value: number, words: (size: number) => string): string => `${value < 0 ? '−' : '+'}${words(Math.abs(value))}`;

/** A difference of shares with its limits. */
export function gainWords({ estimate, low, high }: NonNullable<EffectValue['matched']['back']>, voice: ChartVoice): string {
  return voice.text('oneByOne.effect.gain', { value: signed(estimate, voice.inHundred), low: signed(low, voice.inHundred), high: signed(high, voice.inHundred) });
}

/** A difference of points with its limits. */
export function pointsGainWords({ estimate, low, high }: NonNullable<EffectValue['matched']['points']>, voice: ChartVoice): string {
  return voice.text('oneByOne.effect.pointsGain', { value: signed(estimate, voice.number), low: signed(low, voice.number), high: signed(high, voice.number) });
}
