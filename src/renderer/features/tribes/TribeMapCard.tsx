import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { PointsBox } from '../../charts/map-plane.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { ValueMap } from '../../charts/ValueMap.tsx';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { BoxFields } from './BoxFields.tsx';
import { mapAccounts, mapTable, mapTitle, mapTribes, tribeName, type MapColor, type Tribe, type ValueMapValue } from './map-marks.ts';

export interface TribeMapCardProps {
  readonly map: ValueMapValue;
  readonly tribes: readonly Tribe[];
  readonly box: PointsBox | null;
  readonly onBox: (box: PointsBox | null) => void;
  /** People in the rectangle; null while it is counted. */
  readonly selected: number | null;
}

/** The value map with its rectangle: drawn by dragging or by typing. */
export function TribeMapCard({ map, tribes, box, onBox, selected }: TribeMapCardProps) {
  const { t } = useTranslation('tribes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [color, setColor] = useParameter<MapColor>('color', { initial: 'zone', allowed: ['zone', 'answered'] });
  const drawn = map.n - map.few - map.withoutBookings;
  const title = mapTitle(map, voice);
  const marks = mapTribes(tribes, voice, (tribe) => openMessages({ ...scope, filters: { ...scope.filters, tribes: [tribe.id] } }, { title: tribeName(tribe, voice), count: tribe.messages }));
  const accounts = mapAccounts(map, { box, color, voice, open: ({ accountId, name }) => openMessages({ ...scope, accountIds: [accountId] }, { title: name }) });
  return (
    <ChartFrame
      className="tribe-map"
      title={title}
      subtitle={t('map.subtitle', { n: voice.count(drawn) })}
      onDefinition={() => openMetric('balance')}
      table={mapTable(marks, accounts, title, voice)}
      {...(drawn === 0 ? {} : { controls: <Segmented label={t('map.color')} value={color} options={(['zone', 'answered'] as const).map((value) => ({ value, label: t(`map.colors.${value}`) }))} onChange={setColor} />, notes: <MapNotes map={map}><BoxFields box={box} onBox={onBox} selected={selected} /></MapNotes> })}
    >
      {drawn === 0 ? <p className="too-few">{voice.text('tribes.map.few', { count: map.few })}</p> : <ValueMap
        label={t('map.label')}
        hint={charts('frame.hintMap')}
        height={520}
        cells={map.cells}
        accounts={accounts}
        tribes={marks}
        priorPoints={map.priorPoints}
        borderLog2={map.zoneBorderLog2}
        few={map.few}
        total={map.n - map.withoutBookings}
        box={box}
        onBox={onBox}
        words={{
          created: t('map.created'),
          consumed: t('map.consumed'),
          even: t('map.even'),
          givesMore: t('map.givesMore'),
          receivesMore: t('map.receivesMore'),
          few: voice.text('tribes.map.few', { count: map.few }),
          points: voice.count,
          people: (size) => voice.text('tribes.map.people', { count: size }),
        }}
      />}
    </ChartFrame>
  );
}

/** How to read the map, and on what its second axis rests; then the ways to choose a part of it. */
function MapNotes({ map: { basis }, children }: { readonly map: ValueMapValue; readonly children: ReactNode }) {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  return (
    <>
      <p className="chart-note">{t('map.cells')} {t('map.basis', { received: voice.count(basis.received), observed: voice.count(basis.observed), none: voice.count(basis.none) })}</p>
      {children}
    </>
  );
}
