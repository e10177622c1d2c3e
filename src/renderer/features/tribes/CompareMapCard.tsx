import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame, ChartTableView } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { ValueMap } from '../../charts/ValueMap.tsx';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { DateField } from '../../ui/DateField.tsx';
import { compareArrows, compareTable, compareTitle, type CompareValue } from './compare-marks.ts';
import { COMPARED_DAYS, COMPARE_PRESETS, daysOf, periodsOfDays, presetPeriods, type ComparedDays, type ComparedPeriods, type ComparePreset } from './compare-periods.ts';
import { divisionOf, groupFilters, groupName, markAt, type MapMarks } from './map-groups.ts';
import type { Tribe, ValueMapValue } from './map-marks.ts';
import { usePlacedSpan } from './use-placed-span.ts';
import { useMapWords } from './use-map-words.ts';

export interface CompareMapCardProps {
  readonly map: ValueMapValue;
  readonly marks: MapMarks;
  readonly lens: Tribe['lens'];
  readonly controls: ReactNode;
}

const NO_DAYS: ComparedDays = { beforeFrom: '', beforeTo: '', afterFrom: '', afterTo: '' };

/** The map in two periods: groups as arrows from the first to the second, with what is clear and what is not. */
export function CompareMapCard({ map, marks, lens, controls }: CompareMapCardProps) {
  const { t } = useTranslation('tribes');
  const scope = useScope();
  const { timeZone } = useProject();
  const [preset, setPreset] = useParameter<ComparePreset>('periods', { initial: 'halves', allowed: COMPARE_PRESETS });
  const [days, setDays] = useState<ComparedDays>(NO_DAYS);
  const options = useOperation('filters.options', {});
  const { span, isKnown } = usePlacedSpan(divisionOf(marks, lens));
  const halves = span === null ? null : presetPeriods('halves', span, timeZone);
  const chosen = preset === 'own' ? periodsOfDays(days, timeZone) : span === null ? null : presetPeriods(preset, span, timeZone);
  useEffect(() => {
    if (preset === 'own' && days.beforeFrom === '' && halves !== null) setDays(daysOf(halves, timeZone));
  }, [preset, days.beforeFrom, halves, timeZone]);
  const state = useOperation('value.mapCompare', chosen === null ? null : { ...scope, ...divisionOf(marks, lens), ...chosen });
  const chooser = (
    <div className="compare-periods">
      <Segmented label={t('compare.periods')} value={preset} options={COMPARE_PRESETS.map((value) => ({ value, label: t(`compare.presets.${value}`), isDisabled: value === 'years' && (span === null || presetPeriods('years', span, timeZone) === null) }))} onChange={setPreset} />
      {preset === 'own' && COMPARED_DAYS.map((day) => <DateField key={day} label={t(`compare.days.${day}`)} value={days[day]} onChange={(value) => setDays({ ...days, [day]: value })} />)}
    </div>
  );
  if (chosen === null) {
    return isKnown ? (
      <ChartFrame className="tribe-map" title={t('compare.title.none')} subtitle={t('compare.noPeriods')} table={{ caption: '', columns: [], rows: [] }} controls={controls} notes={chooser}><p className="too-few">{t('compare.noPeriods')}</p></ChartFrame>
    ) : <Answer state={options} shape="chart">{() => null}</Answer>;
  }
  return <Answer state={state} shape="chart">{(value) => <CompareMap map={map} value={value} periods={chosen} controls={controls} chooser={chooser} />}</Answer>;
}

function CompareMap({ map, value, periods, controls, chooser }: { readonly map: ValueMapValue; readonly value: CompareValue; readonly periods: ComparedPeriods; readonly controls: ReactNode; readonly chooser: ReactNode }) {
  const { t } = useTranslation('tribes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const words = useMapWords(0);
  const title = compareTitle(value, voice);
  const table = compareTable(value, title, voice);
  const tribes = value.groups.flatMap((group) => markAt(group, group.after, voice, () => openMessages({ ...scope, filters: { ...scope.filters, ...groupFilters(group), ...periods.after } }, { title: groupName(group, voice) })) ?? []);
  const largest = Math.max(0, ...value.groups.flatMap(({ before, after }) => [before.created ?? 0, before.consumed ?? 0, after.created ?? 0, after.consumed ?? 0]));
  const span = ({ fromMs, toMs }: ComparedPeriods['before']): string => `${voice.date(fromMs)} – ${voice.date(toMs - 1)}`;
  return (
    <ChartFrame
      className="tribe-map"
      title={title}
      subtitle={t('compare.subtitle', { before: span(periods.before), after: span(periods.after), draws: voice.count(value.draws) })}
      onDefinition={() => openMetric('map-shift')}
      table={table}
      controls={controls}
      notes={<>{chooser}<p className="chart-note">{t('compare.note')}</p>{table.rows.length > 0 && <ChartTableView table={table} />}</>}
    >
      {tribes.length === 0 ? <p className="too-few">{t('compare.title.none')}</p> : (
        <ValueMap label={t('compare.label')} hint={charts('frame.hintMap')} height={460} markRadius={8} cells={[]} accounts={[]} tribes={tribes} priorPoints={map.priorPoints} borderLog2={map.zoneBorderLog2} few={0} total={0} box={null} words={words} arrows={compareArrows(value)} largestPoints={largest} />
      )}
    </ChartFrame>
  );
}
