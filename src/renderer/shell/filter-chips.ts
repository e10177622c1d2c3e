import type { TFunction } from 'i18next';
import type { Filters } from '../../contract/selection.ts';
import { INTENTS, ROLES, SENTIMENTS } from '../../domain/model/codes.ts';
import type { Formats } from '../../domain/wording/formats.ts';
import { languageName } from '../i18n/language-name.ts';
import { hourStretches, weekdayName } from '../i18n/week-words.ts';
import { networkName } from '../../domain/wording/network-name.ts';
import type { FilterList } from '../state/navigation.ts';
import type { TribeNames } from '../state/use-tribe-names.ts';

/** A filter as one removable chip. */
export interface FilterChip {
  readonly key: string;
  readonly kind: string;
  readonly label: string;
  /** The filters without this one. */
  readonly without: Filters;
}

interface ChipWords {
  readonly t: TFunction<readonly ['shell', 'codes']>;
  readonly formats: Formats;
  readonly language: string;
  /** Names that people or words give to tribes. */
  readonly tribeNames?: TribeNames;
}

const LISTS: readonly FilterList[] = ['networks', 'containers', 'tribes', 'roles', 'intents', 'primaryIntents', 'sentiments', 'languages'];

/** How one value of a list is called. */
export function filterValueLabel(list: FilterList, value: string, { t, language, tribeNames }: Pick<ChipWords, 't' | 'language' | 'tribeNames'>): string {
  const intent = INTENTS.find((code) => (list === 'intents' || list === 'primaryIntents') && code === value);
  if (intent !== undefined) return t(`codes:intent.${intent}`);
  const role = ROLES.find((code) => list === 'roles' && code === value);
  if (role !== undefined) return t(`codes:role.${role}`);
  const sentiment = SENTIMENTS.find((code) => list === 'sentiments' && code === value);
  if (sentiment !== undefined) return t(`codes:sentiment.${sentiment}`);
  if (list === 'languages') return value === 'unknown' ? t('languageUnknown') : languageName(value, language);
  if (list === 'networks') return networkName(value, t('networkUnknown'));
  if (list === 'tribes') return tribeNames?.get(value) ?? tribeLabel(value, t);
  return value;
}

function tribeLabel(id: string, t: ChipWords['t']): string {
  const code = id.slice(id.indexOf(':') + 1);
  const zones = ['gives-more', 'even', 'receives-more', 'little-active', 'few'] as const;
  const zone = zones.find((candidate) => candidate === code);
  if (zone !== undefined) return t(`codes:zone.${zone}`);
  const role = ROLES.find((candidate) => id === `role:${candidate}`);
  return role === undefined ? code : t(`codes:role.${role}`);
}

/** The filters in force, one chip a value; the period is one chip, and so are weekdays and hours. */
export function filterChips(filters: Filters, { t, formats, language, tribeNames }: ChipWords): FilterChip[] {
  const chips: FilterChip[] = [];
  const { fromMs, toMs, ...withoutPeriod } = filters;
  if (fromMs !== undefined || toMs !== undefined) {
    const [from, to] = [fromMs === undefined ? null : formats.date(fromMs), toMs === undefined ? null : formats.date(toMs - 1)];
    const label = from !== null && to !== null ? t('fromTo', { from, to }) : from !== null ? t('since', { date: from }) : t('until', { date: to ?? '' });
    chips.push({ key: 'period', kind: t('filterKinds.period'), label, without: withoutPeriod });
  }
  for (const list of LISTS) {
    const values: readonly string[] = filters[list] ?? [];
    for (const value of values) {
      chips.push({ key: `${list}:${value}`, kind: t(`filterKinds.${list}`), label: filterValueLabel(list, value, { t, language, ...(tribeNames === undefined ? {} : { tribeNames }) }), without: { ...filters, [list]: values.filter((other) => other !== value) } });
    }
  }
  const { weekdays, hours, ...anyTime } = filters;
  if (weekdays !== undefined) chips.push({ key: 'weekdays', kind: t('filterKinds.weekdays'), label: weekdays.map((day) => weekdayName(day, language, weekdays.length > 2 ? 'short' : 'long')).join(', '), without: { ...anyTime, ...(hours === undefined ? {} : { hours }) } });
  if (hours !== undefined) chips.push({ key: 'hours', kind: t('filterKinds.hours'), label: hourStretches(hours).join(', '), without: { ...anyTime, ...(weekdays === undefined ? {} : { weekdays }) } });
  if (filters.text !== undefined) {
    const { text, ...rest } = filters;
    chips.push({ key: 'text', kind: t('filterKinds.text'), label: t('filterTextQuoted', { text }), without: rest });
  }
  return chips;
}
