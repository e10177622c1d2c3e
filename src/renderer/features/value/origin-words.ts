import type { OperationValue } from '../../../contract/operations.ts';
import { ORIGIN_SIDES } from '../../../domain/model/origin-code.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { ChipProps } from '../../ui/Chip.tsx';

/** What the view knows of origins. */
export type Origins = OperationValue<'value.origins'>;
/** One announcement with who asked before. */
export type OriginLine = Origins['list'][number];
/** A demand that is like an announcement. */
export type OriginDemand = OriginLine['demands'][number];
/** Who said something first. */
export type OriginSideCode = OriginLine['side'];

/** Origins to choose from, all of them first. */
export const SIDE_CHOICES = ['all', ...ORIGIN_SIDES] as const;

/** The chip of an origin: colour only where something is being said. */
export const SIDE_TONES: Readonly<Record<OriginSideCode, NonNullable<ChipProps['tone']>>> = { audience: 'accent', brand: 'warm', early: 'neutral', unknown: 'neutral' };
/** The colour of an origin in the bar. */
export const SIDE_COLORS: Readonly<Record<OriginSideCode, string>> = { audience: 'var(--accent)', brand: 'var(--warm)', early: 'var(--outline)', unknown: 'var(--line)' };

const MOST_NAMED = 70;

/** A text short enough for the name of a button. */
export function shortText(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  return plain.length > MOST_NAMED ? `${plain.slice(0, MOST_NAMED)}…` : plain;
}

/** How far the sentence may be trusted: over thirty announcements it is clear where it lies beyond chance. */
export function originForm({ share }: Origins): 'clear' | 'not-clear' | 'too-few' {
  const { estimate, low, high, chance } = share;
  if (estimate === null || low === null || high === null) return 'too-few';
  return chance !== null && (low > chance.high || high < chance.low) ? 'clear' : 'not-clear';
}

/** The sentence of the view: the share of announcements that people had asked for, against chance; counts, or that there is nothing, where there is too little. */
export function originTitle({ share, announcements, tooFew, matched, least }: Origins, voice: ChartVoice): string {
  const { k, n, estimate, low, high, chance } = share;
  if (tooFew && matched.same === 0) return voice.text('origins.title.tooFew', { least: voice.count(least) });
  if (n === 0) return voice.text('origins.title.none', { count: announcements });
  if (estimate === null || low === null || high === null) return voice.text('origins.title.counts', { count: n, k: voice.count(k) });
  const against = chance !== null && low > chance.high ? 'above' : chance !== null && high < chance.low ? 'below' : 'within';
  return voice.text(`origins.title.${against}`, { share: voice.inHundred(estimate), low: voice.inHundred(low), high: voice.inHundred(high) });
}

/** A share as it may be told: in a hundred with its limits, or as counts. */
export function shareFigure({ k, n, estimate, low, high }: Pick<Origins['share'], 'k' | 'n' | 'estimate' | 'low' | 'high'>, voice: ChartVoice): { readonly value: string; readonly interval: string | null } {
  return estimate === null || low === null || high === null
    ? { value: voice.text('origins.kOfN', { k: voice.count(k), n: voice.count(n) }), interval: null }
    : { value: voice.text('origins.inHundred', { share: voice.inHundred(estimate) }), interval: voice.text('origins.range', { low: voice.inHundred(low), high: voice.inHundred(high) }) };
}

const DAY_MS = 86_400_000;

/** How long before an announcement somebody first asked, in whole days. */
export function leadWords({ atMs, firstMs }: Pick<OriginLine, 'atMs' | 'firstMs'>, voice: ChartVoice): string | null {
  if (firstMs === null) return null;
  const days = Math.round((atMs - firstMs) / DAY_MS);
  return days < 1 ? voice.text('origins.list.sameDay') : voice.text('origins.list.lead', { count: days });
}
