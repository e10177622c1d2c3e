import { Search } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { INTENTS, SENTIMENTS } from '../../domain/model/codes.ts';
import { weekdaysFrom } from '../../domain/model/week-start.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { weekdayName } from '../i18n/week-words.ts';
import { useFilters, type FilterList } from '../state/navigation.ts';
import { useOperation } from '../state/use-operation.ts';
import { usePreferences } from '../state/use-preferences.ts';
import { useProject } from '../state/use-project.ts';
import { Button } from '../ui/Button.tsx';
import { Checkbox } from '../ui/Checkbox.tsx';
import { DateField } from '../ui/DateField.tsx';
import { TextField } from '../ui/TextField.tsx';
import { dayOf, dayStart } from '../../domain/model/local-days.ts';
import { filterValueLabel } from './filter-chips.ts';

interface Choice {
  readonly list: FilterList;
  readonly value: string;
  readonly label: string;
  readonly messages: number | null;
}

const ORDER: readonly FilterList[] = ['networks', 'containers', 'intents', 'sentiments', 'languages'];
const SHOWN_PER_LIST = 7;

/** What can be filtered: words, values of the data, a period. Acts at once. */
export function FilterChooser() {
  const { t } = useTranslation(['shell', 'codes']);
  const formats = useFormats();
  const { language } = usePreferences();
  const { filters, set, toggle } = useFilters();
  const { timeZone } = useProject();
  const [search, setSearch] = useState('');
  const options = useOperation('filters.options', {});
  const value = options.status === 'value' ? options.value : null;

  const choice = (list: FilterList, code: string, messages: number | null): Choice => ({ list, value: code, messages, label: filterValueLabel(list, code, { t, language }) });
  const choices: Choice[] = [
    ...(value?.networks ?? []).map((row) => choice('networks', row.value, row.messages)),
    ...(value?.containers ?? []).map((row) => choice('containers', row.value, row.messages)),
    ...INTENTS.map((code) => choice('intents', code, null)),
    ...SENTIMENTS.map((code) => choice('sentiments', code, null)),
    ...(value?.languages ?? []).map((row) => choice('languages', row.value, row.messages)),
  ];
  const words = search.trim().toLocaleLowerCase(language);
  const matching = choices.filter(({ label, list }) => words === '' || label.toLocaleLowerCase(language).includes(words) || t(`filterKinds.${list}`).includes(words));

  return (
    <div className="filter-chooser">
      <TextField label={t('filterSearch')} hideLabel autoFocus type="search" value={search} onChange={setSearch} placeholder={t('filterSearch')} icon={<Search size={16} aria-hidden="true" />} />
      {words !== '' && (
        <Button size="small" onPress={() => set({ ...filters, text: search.trim().slice(0, 200) })}>
          {t('filterTextApply', { text: search.trim() })}
        </Button>
      )}
      <div className="filter-lists" role="group" aria-label={t('filters')} tabIndex={-1}>
        <div className="filter-columns">
        {ORDER.map((list) => {
          const rows = matching.filter((row) => row.list === list);
          if (rows.length === 0) return null;
          const chosen: readonly string[] = filters[list] ?? [];
          return (
            <fieldset key={list} className="filter-list">
              <legend>{t(`filterKinds.${list}`)}</legend>
              {rows.slice(0, words === '' && list === 'containers' ? SHOWN_PER_LIST : undefined).map((row) => (
                <Checkbox key={row.value} isSelected={chosen.includes(row.value)} onChange={() => toggle(list, row.value)}>
                  <span className="filter-choice">{row.label}</span>
                  {row.messages !== null && <span className="filter-count">{formats.count(row.messages)}</span>}
                </Checkbox>
              ))}
            </fieldset>
          );
        })}
        {words === '' && <WeekdayChoices />}
        </div>
        {matching.length === 0 && <p className="quiet-text">{t('filterNothing')}</p>}
      </div>
      {words === '' && (
        <div className="filter-period">
          <DateField label={t('filterFrom')} value={dayOf(filters.fromMs, timeZone)} onChange={(day) => set({ ...filters, fromMs: dayStart(day, timeZone) ?? undefined })} />
          <DateField label={t('filterTo')} value={dayOf(filters.toMs, timeZone, -1)} onChange={(day) => set({ ...filters, toMs: dayStart(day, timeZone, 1) ?? undefined })} />
        </div>
      )}
    </div>
  );
}

/** Weekdays of the messages' own time, in the order in which this project's weeks are read. */
function WeekdayChoices() {
  const { t } = useTranslation('shell');
  const { language } = usePreferences();
  const { weekStart } = useProject();
  const { filters, set } = useFilters();
  const chosen = filters.weekdays ?? [];
  const toggle = (day: number): void => set({ ...filters, weekdays: (chosen.includes(day) ? chosen.filter((other) => other !== day) : [...chosen, day]).toSorted((one, other) => one - other) });
  return (
    <fieldset className="filter-list">
      <legend>{t('filterKinds.weekdays')}</legend>
      {weekdaysFrom(weekStart).map((day) => <Checkbox key={day} isSelected={chosen.includes(day)} onChange={() => toggle(day)}><span className="filter-choice">{weekdayName(day, language)}</span></Checkbox>)}
    </fieldset>
  );
}
