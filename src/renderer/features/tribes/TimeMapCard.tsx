import { Pause, Play, StepForward } from 'lucide-react';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { ValueMap } from '../../charts/ValueMap.tsx';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Slider } from '../../ui/Slider.tsx';
import { divisionOf, groupFilters, groupName, largestPoints, markAt, periodName, trailsTable, trailsUntil, type MapMarks, type TrailsValue } from './map-groups.ts';
import type { Tribe, ValueMapValue } from './map-marks.ts';
import { usePlaying } from './use-playing.ts';
import { useMapWords } from './use-map-words.ts';

export interface TimeMapCardProps {
  readonly map: ValueMapValue;
  readonly marks: MapMarks;
  readonly lens: Tribe['lens'];
  /** People whose ways are drawn beside those of the groups, at most 50. */
  readonly accountIds: readonly number[];
  /** The chooser of what the map shows and of its marks. */
  readonly controls: ReactNode;
}

type Mode = 'until' | 'within';

/** The map period by period: a slider, the place of every group in that period, and the way that led there. */
export function TimeMapCard({ map, marks, lens, accountIds, controls }: TimeMapCardProps) {
  const [mode, setMode] = useParameter<Mode>('mode', { initial: 'until', allowed: ['until', 'within'] });
  const state = useOperation('value.mapTrails', { ...useScope(), ...divisionOf(marks, lens), mode, ...(accountIds.length === 0 ? {} : { accountIds: accountIds.slice(0, 50) }) });
  return <Answer state={state} shape="chart">{(trails) => <TimeMap key={trails.periods.length} map={map} trails={trails} mode={mode} onMode={setMode} controls={controls} />}</Answer>;
}

interface TimeMapProps {
  readonly map: ValueMapValue;
  readonly trails: TrailsValue;
  readonly mode: Mode;
  readonly onMode: (mode: Mode) => void;
  readonly controls: ReactNode;
}

function TimeMap({ map, trails, mode, onMode, controls }: TimeMapProps) {
  const { t } = useTranslation('tribes');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const last = trails.periods.length - 1;
  const [at, setAt] = useState(last);
  const period = trails.periods[at];
  const words = useMapWords(period?.few ?? 0);
  const shown = trails.groups.flatMap((group) => markAt(group, group.points[at], voice, () => openMessages({ ...scope, filters: { ...scope.filters, ...groupFilters(group), ...(period === undefined ? {} : { fromMs: mode === 'until' ? (scope.filters?.fromMs ?? trails.periods[0]?.startMs ?? period.startMs) : Math.max(period.startMs, scope.filters?.fromMs ?? period.startMs), toMs: Math.min(period.endMs, scope.filters?.toMs ?? period.endMs) }) } }, { title: groupName(group, voice) })) ?? []);
  const thin = trails.groups.filter(({ points }) => points[at]?.log2Balance === null);
  const title = period === undefined ? t('time.none') : voice.text(`tribes.time.title.${mode}`, { period: periodName(period.key, voice) });
  return (
    <ChartFrame
      className="tribe-map"
      title={title}
      subtitle={t('time.subtitle', { draws: voice.count(trails.draws) })}
      onDefinition={() => openMetric('map-trail')}
      table={trailsTable(trails, title, voice)}
      controls={controls}
      notes={period === undefined ? undefined : (
        <>
          <TimeBar trails={trails} at={at} onAt={setAt} mode={mode} onMode={onMode} />
          <p className="chart-note map-thin">{thin.length === 0 ? t('time.allPlaced') : voice.text('tribes.time.thin', { count: thin.length, names: voice.list(thin.map((group) => `${groupName(group, voice)} (${voice.count(group.points[at]?.people ?? 0)})`)) })}</p>
          <p className="chart-note">{t('time.members')} {trails.undated === 0 ? '' : voice.text('tribes.time.undated', { count: trails.undated })}</p>
        </>
      )}
    >
      {period === undefined ? <p className="too-few">{t('time.noneText')}</p> : (
        <ValueMap
          label={t('time.label')} hint={charts('frame.hintMap')} height={520} cells={period.cells} accounts={[]} tribes={shown} priorPoints={map.priorPoints} borderLog2={map.zoneBorderLog2}
          few={period.few} total={period.people} box={null} words={words} trails={trailsUntil(trails, at)} largestPoints={largestPoints(trails, map.priorPoints)}
        />
      )}
    </ChartFrame>
  );
}

/** Play, the slider of periods, and whether a period adds up or stands alone. */
function TimeBar({ trails: { periods }, at, onAt, mode, onMode }: { readonly trails: TrailsValue; readonly at: number; readonly onAt: (at: number) => void; readonly mode: Mode; readonly onMode: (mode: Mode) => void }) {
  const { t } = useTranslation('tribes');
  const voice = useChartVoice();
  const last = periods.length - 1;
  const playing = usePlaying({ at, last, onAt });
  const name = (place: number): string => periodName(periods[place]?.key ?? '', voice);
  const icon = playing.isStepping ? <StepForward size={16} aria-hidden="true" /> : playing.isPlaying ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />;
  return (
    <div className="time-bar">
      <IconButton icon={icon} label={t(playing.isStepping ? 'time.next' : playing.isPlaying ? 'time.pause' : 'time.play')} isDisabled={last < 1} onPress={playing.press} />
      <Slider
        label={t('time.period')} hideLabel value={at} min={0} max={Math.max(0, last)} isDisabled={last < 1} valueText={name(at)} ends={[name(0), name(last)]}
        onChange={(next) => {
          playing.stop();
          onAt(next);
        }}
      />
      <Segmented label={t('time.mode')} value={mode} options={(['until', 'within'] as const).map((value) => ({ value, label: t(`time.modes.${value}`) }))} onChange={onMode} />
    </div>
  );
}
