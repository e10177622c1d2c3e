import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { hourStretches, weekdayName } from '../i18n/week-words.ts';
import { useFilters } from '../state/navigation.ts';
import { usePreferences } from '../state/use-preferences.ts';
import type { PointArea, StageArea } from './use-stage-area.ts';

const HOURS = 24;

const between = <Value>(values: readonly Value[], [from, to]: readonly [number, number]): Value[] => values.slice(from, to + 1);
const allHours = Array.from({ length: HOURS }, (_, hour) => hour);

/** Weekdays and hours of an area, one row a weekday and one column an hour; a whole week or a whole day narrows nothing and is left out. */
export function weekFilters({ rows, columns }: PointArea, weekdays: readonly number[]): { readonly weekdays?: number[]; readonly hours?: number[] } {
  const [days, hours] = [between(weekdays, rows), between(allHours, columns)];
  return { ...(days.length === weekdays.length ? {} : { weekdays: days.toSorted((one, other) => one - other) }), ...(hours.length === HOURS ? {} : { hours }) };
}

/** What maps of a week by the hour share: the weekdays and hours chosen on one are filters everywhere (chips show them, back takes them off). `weekdays` as its rows follow each other. */
export function useWeekArea(weekdays: readonly number[]): StageArea {
  const { t } = useTranslation('charts');
  const formats = useFormats();
  const { language } = usePreferences();
  const { filters, set } = useFilters();
  return useMemo(() => ({
    onChosen: (area) => {
      const { weekdays: _weekdays, hours: _hours, ...others } = filters;
      set({ ...others, ...weekFilters(area, weekdays) });
    },
    words: ({ rows, columns }) => t('area.words', { days: formats.list(between(weekdays, rows).map((day) => weekdayName(day, language))), hours: hourStretches(between(allHours, columns)).join(', ') }),
    hint: t('area.hint'), button: t('area.button'), first: t('area.first'), second: t('area.second'),
  }), [t, formats, language, filters, set, weekdays]);
}
