import type { Filters } from '../../../contract/selection.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import type { TribeNames } from '../../state/use-tribe-names.ts';
import { hourStretches, weekdayMs } from '../../i18n/week-words.ts';
import { hashFromLocation, locationFromHash } from '../../state/location.ts';

/** The parameter of the address that keeps the comparison. */
export const AGAINST = 'against';

/** Filters as one parameter of an address. */
export function writtenFilters(filters: Filters): string {
  return hashFromLocation({ path: [], filters, brand: null, parameters: {} }).replace(/^#\/\??/, '');
}

/** The filters that a parameter holds; null where it holds none that are understood. */
export function filtersFrom(written: string | undefined): Filters | null {
  if (written === undefined || written === '') return null;
  const { filters } = locationFromHash(`#/?${written}`);
  return Object.keys(filters).length === 0 ? null : filters;
}

/** Filters in words, tribes by the names they were given: "problema, reclamo · Instagram · dal 3 marzo 2026". */
export function filterWords(filters: Filters, voice: ChartVoice, tribeNames?: TribeNames): string {
  const { fromMs, toMs, networks, containers, roles, tribes, intents, primaryIntents, languages, sentiments, weekdays, hours, text } = filters;
  const parts = [
    fromMs === undefined ? '' : voice.text('terms.words.from', { date: voice.date(fromMs) }),
    toMs === undefined ? '' : voice.text('terms.words.until', { date: voice.date(toMs - 1) }),
    networks?.map(voice.network).join(', '), containers?.join(', '), tribes?.map((tribe) => tribeNames?.get(tribe) ?? tribeWord(tribe, voice)).join(', '), roles?.map((role) => voice.text(`codes.role.${role}`)).join(', '),
    [...(intents ?? []), ...(primaryIntents ?? [])].map((intent) => voice.text(`codes.intent.${intent}`)).join(', '),
    sentiments?.map((sentiment) => voice.text(`codes.sentiment.${sentiment}`)).join(', '), languages?.map(voice.language).join(', '),
    weekdays?.map((day) => voice.weekday(weekdayMs(day))).join(', '), hours === undefined ? '' : hourStretches(hours).join(', '),
    text === undefined ? '' : voice.text('terms.quoted', { term: text }),
  ];
  return parts.filter((part) => part !== undefined && part !== '').join(' · ');
}

function tribeWord(id: string, voice: ChartVoice): string {
  const [lens, code = id] = id.split(':');
  return lens === 'value' ? voice.text(`codes.zone.${code}`) : lens === 'role' ? voice.text(`codes.role.${code}`) : code;
}
