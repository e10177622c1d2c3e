import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { ValueMap } from '../../charts/ValueMap.tsx';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { BoxFields } from './BoxFields.tsx';
import { ColorKey } from './ColorKey.tsx';
import { CompareMapCard } from './CompareMapCard.tsx';
import { divisionOf, groupFilters, groupMarks, groupName, MAP_MARKS, type MapMarks } from './map-groups.ts';
import { tribeName } from '../../charts/tribe-name.ts';
import { MAP_COLORS, mapAccounts, mapTable, mapTitle, mapTribes, type MapColor, type Tribe, type ValueMapValue } from './map-marks.ts';
import { selectionInput, type MapSelection } from './map-selection.ts';
import { SelectionCard } from './SelectionCard.tsx';
import { TimeMapCard } from './TimeMapCard.tsx';
import { useMapWords } from './use-map-words.ts';

export interface TribeMapCardProps {
  readonly map: ValueMapValue;
  readonly tribes: readonly Tribe[];
  readonly lens: Tribe['lens'];
}

const SHOWN = ['whole', 'time', 'compare'] as const;

/** The value map: over the whole period with its rectangle and its shape by hand, period by period, or in two periods. */
export function TribeMapCard({ map, tribes, lens }: TribeMapCardProps) {
  const { t } = useTranslation('tribes');
  const [shown, setShown] = useParameter<(typeof SHOWN)[number]>('map', { initial: 'whole', allowed: SHOWN });
  const [marks, setMarks] = useParameter<MapMarks>('marks', { initial: 'lens', allowed: MAP_MARKS });
  const [selection, setSelection] = useState<MapSelection | null>(null);
  const scope = useScope();
  const chosen = useOperation('value.accounts', selection === null ? null : { ...scope, ...selectionInput(selection), size: 20, orderBy: 'bookings' });
  const people = selection !== null && chosen.status === 'value' && !chosen.refreshing ? chosen.value : null;
  const controls = (
    <>
      <Segmented label={t('map.shown.title')} value={shown} options={SHOWN.map((value) => ({ value, label: t(`map.shown.${value}`) }))} onChange={setShown} />
      <Select size="small" label={t('map.marks.title')} hideLabel value={marks} options={MAP_MARKS.map((value) => ({ value, label: t(`map.marks.${value}`) }))} onChange={setMarks} />
    </>
  );
  if (shown === 'time') return <TimeMapCard map={map} marks={marks} lens={lens} accountIds={people?.chosenIds ?? []} controls={controls} />;
  if (shown === 'compare') return <CompareMapCard map={map} marks={marks} lens={lens} controls={controls} />;
  return <WholeMap map={map} tribes={tribes} lens={lens} marks={marks} selection={selection} onSelection={setSelection} people={people} controls={controls} />;
}

interface WholeMapProps extends TribeMapCardProps {
  readonly marks: MapMarks;
  readonly selection: MapSelection | null;
  readonly onSelection: (selection: MapSelection | null) => void;
  /** People of the selection; null while they are counted, and without one. */
  readonly people: Parameters<typeof SelectionCard>[0]['people'];
  readonly controls: ReactNode;
}

const DRAWS = ['box', 'lasso'] as const;

function WholeMap({ map, tribes, lens, marks, selection, onSelection, people, controls }: WholeMapProps) {
  const { t } = useTranslation('tribes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [color, setColor] = useParameter<MapColor>('color', { initial: 'zone', allowed: MAP_COLORS });
  const [draws, setDraws] = useParameter<(typeof DRAWS)[number]>('draw', { initial: 'box', allowed: DRAWS });
  const divided = useOperation('value.map', marks === 'lens' ? null : { ...scope, ...divisionOf(marks, lens) });
  const words = useMapWords(map.few);
  const drawn = map.n - map.few - map.withoutBookings;
  const title = mapTitle(map, voice);
  const open = (filters: ReturnType<typeof groupFilters>, name: string, count?: number): void => openMessages({ ...scope, filters: { ...scope.filters, ...filters } }, { title: name, ...(count === undefined ? {} : { count }) });
  const placed = marks === 'lens'
    ? mapTribes(tribes, voice, (tribe) => open({ tribes: [tribe.id] }, tribeName(tribe, voice), tribe.messages))
    : divided.status === 'value' ? groupMarks(divided.value.groups, voice, (group) => open(groupFilters(group), groupName(group, voice))) : [];
  const accounts = mapAccounts(map, { selection, color, voice, open: ({ accountId, name }) => openMessages({ ...scope, accountIds: [accountId] }, { title: name }) });
  return (
    <ChartFrame
      className="tribe-map"
      title={title}
      subtitle={t('map.subtitle', { n: voice.count(drawn) })}
      onDefinition={() => openMetric('balance')}
      table={mapTable(placed, accounts, title, voice)}
      controls={drawn === 0 ? controls : <>{controls}<Segmented label={t('map.color')} value={color} options={MAP_COLORS.map((value) => ({ value, label: t(`map.colors.${value}`) }))} onChange={setColor} /></>}
      {...(drawn === 0 ? {} : {
        notes: (
          <>
            <ColorKey color={color} />
            <p className="chart-note">{t('map.cells')} {t('map.basis', { received: voice.count(map.basis.received), observed: voice.count(map.basis.observed), none: voice.count(map.basis.none) })}</p>
            <section className="box-fields" aria-label={t('brush.title')}>
            <div className="map-choosing">
              <Segmented label={t('lasso.draws')} value={draws} options={DRAWS.map((value) => ({ value, label: t(`lasso.by.${value}`) }))} onChange={setDraws} />
              <p className="chart-note">{t(draws === 'box' ? 'brush.hint' : 'lasso.hint')}</p>
            </div>
            <BoxFields box={selection?.kind === 'box' ? selection.box : null} onBox={(box) => onSelection(box === null ? null : { kind: 'box', box })} />
            {selection !== null && <SelectionCard key={JSON.stringify(selection)} selection={selection} people={people} tribes={tribes} onClear={() => onSelection(null)} />}
            </section>
          </>
        ),
      })}
    >
      {drawn === 0 ? <p className="too-few">{voice.text('tribes.map.few', { count: map.few })}</p> : (
        <div data-draws={draws === 'lasso'}>
          <ValueMap
            label={t('map.label')} hint={draws === 'lasso' ? `${charts('frame.hintMap')} ${t('lasso.keys')}` : charts('frame.hintMap')} height={520} cells={map.cells} accounts={accounts} tribes={placed} priorPoints={map.priorPoints} borderLog2={map.zoneBorderLog2}
            few={map.few} total={map.n - map.withoutBookings} box={selection?.kind === 'box' ? selection.box : null} polygon={selection?.kind === 'lasso' ? selection.polygon : null} words={words}
            selecting={draws === 'box' ? { kind: 'box', onBox: (box) => onSelection(box === null ? null : { kind: 'box', box }) } : { kind: 'lasso', onPolygon: (polygon) => onSelection({ kind: 'lasso', polygon }) }}
          />
        </div>
      )}
    </ChartFrame>
  );
}
