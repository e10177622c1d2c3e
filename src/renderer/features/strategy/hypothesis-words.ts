import type { OperationInput, OperationValue } from '../../../contract/operations.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';

/** Hypotheses with their counts and the measures that are offered. */
export type HypothesesValue = OperationValue<'hypotheses.list'>;
/** One hypothesis with how far it has come. */
export type HypothesisLine = HypothesesValue['hypotheses'][number];
/** A measure that is offered. */
export type MeasureLine = HypothesesValue['measures'][number];
/** What a figure is measured in. */
export type HypothesisUnit = HypothesisLine['unit'];
/** Which side of the target value the figure is to lie on. */
export type Direction = HypothesisLine['target']['direction'];

const HOUR_SECONDS = 3600;

/** How a value is typed: shares in a hundred, waits in hours. */
const TYPED: Readonly<Record<HypothesisUnit, { readonly scale: number; readonly least: number; readonly most: number; readonly range: 'share' | 'index' | 'seconds' | 'other' }>> = {
  share: { scale: 100, least: 0, most: 100, range: 'share' }, index: { scale: 1, least: 0, most: 1, range: 'index' }, seconds: { scale: 1 / HOUR_SECONDS, least: 0, most: Infinity, range: 'seconds' },
  'seconds-difference': { scale: 1 / HOUR_SECONDS, least: -Infinity, most: Infinity, range: 'other' }, 'share-difference': { scale: 100, least: -100, most: 100, range: 'other' },
  count: { scale: 1, least: -Infinity, most: Infinity, range: 'other' }, points: { scale: 1, least: -Infinity, most: Infinity, range: 'other' },
};

/** A typed target in the unit of the figure; null where it is no number or lies outside the unit. A decimal comma is a decimal point. */
export function typedTarget(text: string, unit: HypothesisUnit): number | null {
  const trimmed = text.trim().replace(',', '.');
  const { scale, least, most } = TYPED[unit];
  const value = /^[-−+]?\d+(?:\.\d+)?$/u.test(trimmed) ? Number(trimmed.replace('−', '-')) : Number.NaN;
  return Number.isNaN(value) || value < least || value > most ? null : value / scale;
}

/** Which numbers may be typed, as the catalogue names them. */
export function typedRange(unit: HypothesisUnit): 'share' | 'index' | 'seconds' | 'other' {
  return TYPED[unit].range;
}

/** A value of a unit in words: "60 in 100", "2 hours". */
export function valueWords(value: number, unit: HypothesisUnit, voice: ChartVoice): string {
  const signed = (words: string): string => (value < 0 ? `−${words}` : words);
  switch (unit) {
    case 'share': return voice.text('hypotheses.inHundred', { share: voice.inHundred(value) });
    case 'seconds': return voice.duration(value);
    case 'seconds-difference': return signed(voice.duration(Math.abs(value)));
    case 'share-difference': return differenceWords(value, 'share', voice);
    case 'index': return voice.number(value);
    case 'count': case 'points': return voice.count(value);
  }
}

function differenceWords(value: number, unit: HypothesisUnit, voice: ChartVoice): string {
  const sign = value < 0 ? '−' : '+';
  const size = Math.abs(value);
  switch (unit) {
    case 'share': case 'share-difference': return `${sign}${voice.text('hypotheses.points', { count: Math.round(size * 100) })}`;
    case 'seconds': case 'seconds-difference': return `${sign}${voice.duration(size)}`;
    case 'index': return `${sign}${voice.number(size)}`;
    case 'count': case 'points': return `${sign}${voice.count(size)}`;
  }
}

interface Figure { readonly estimate: number | null; readonly low: number | null; readonly high: number | null; readonly n: number | null }

/** A figure with its interval and cases; "too few cases" where there is no number. */
export function measuredWords({ estimate, low, high, n }: Figure, unit: HypothesisUnit, voice: ChartVoice): string {
  if (estimate === null) return voice.text('hypotheses.few', { n: voice.count(n ?? 0) });
  const value = valueWords(estimate, unit, voice);
  const told = low === null || high === null ? value : voice.text('hypotheses.between', { value, low: valueWords(low, unit, voice), high: valueWords(high, unit, voice) });
  return n === null ? told : `${told}, ${voice.text('hypotheses.cases', { count: n })}`;
}

/** A change with its interval. */
export function changeWords({ estimate, low, high }: NonNullable<HypothesisLine['verdicts'][number]['change']>, unit: HypothesisUnit, voice: ChartVoice): string {
  return voice.text('hypotheses.between', { value: differenceWords(estimate, unit, voice), low: differenceWords(low, unit, voice), high: differenceWords(high, unit, voice) });
}

/** What a hypothesis measures, with the intent or the tribe it is about; the sentence of a finding where it rests on one. */
export function measureWords({ measure, subject, sentence }: Pick<HypothesisLine, 'measure' | 'subject' | 'sentence'>, { voice, tribeOf }: { readonly voice: ChartVoice; readonly tribeOf: (id: string) => string }): string {
  if (sentence !== '') return sentence;
  const name = voice.text(`hypotheses.measures.${measure}`);
  if (subject === null) return name;
  return voice.text('hypotheses.about', { measure: name, subject: measure === 'tribe-answered' ? tribeOf(subject) : voice.text(`codes.intent.${subject}`) });
}

/** The messages that a figure of a hypothesis rests on, over a period. */
export function measuredMessages({ measure, subject, brand, filters }: Pick<HypothesisLine, 'measure' | 'subject' | 'brand' | 'filters'>, period: { readonly fromMs?: number; readonly toMs?: number }): OperationInput<'messages.list'> {
  const about = subject === null ? {} : measure === 'tribe-answered' ? { tribes: [subject] } : { intents: [subject as 'trouble'] };
  return { ...(brand === null ? {} : { brand }), filters: { ...filters, ...about, ...period } };
}
