import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { HeatMap } from '../../charts/HeatMap.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { weekdayMs } from '../../i18n/week-words.ts';
import { useSidePanel } from '../../state/panels.ts';

const BUSIEST = 3;

/** Share of the shift time spent on requests, by weekday and hour. */
export function BusyCard({ busy }: { readonly busy: readonly (number | null)[] }) {
  const { t } = useTranslation('simulator');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const hourText = (hour: number): string => t('busy.hour', { hour: String(hour).padStart(2, '0') });
  const days = [0, 1, 2, 3, 4, 5, 6].map((day) => ({ day, name: voice.weekday(weekdayMs(day + 1)), hours: busy.slice(day * 24, day * 24 + 24) }));
  return (
    <ChartFrame
      title={t('busy.title')}
      subtitle={t('busy.subtitle')}
      onDefinition={() => openMetric('silence-simulator')}
      table={{
        caption: t('busy.title'),
        columns: [{ key: 'day', label: t('busy.day') }, { key: 'hours', label: t('busy.hours') }],
        rows: days.map(({ name, hours }) => {
          const most = hours.flatMap((share, hour) => (share === null ? [] : [{ share, hour }])).sort((one, other) => other.share - one.share || one.hour - other.hour).slice(0, BUSIEST);
          return [name, most.length === 0 ? t('busy.off') : voice.list(most.map(({ share, hour }) => t('busy.cell', { hour: String(hour).padStart(2, '0'), share: voice.inHundred(share) })))];
        }),
      }}
    >
      <HeatMap
        label={t('busy.label')}
        hint={charts('frame.hint')}
        hour={(hour) => String(hour).padStart(2, '0')}
        rows={days.map(({ day, name, hours }) => ({
          key: String(day), label: name,
          marks: hours.map((share, hour) => ({ key: `${String(day)}:${String(hour)}`, requests: share ?? 0, answers: 0, heading: `${name}, ${hourText(hour)}`, lines: [share === null ? t('busy.off') : t('busy.point', { share: voice.inHundred(share) })] })),
        }))}
      />
    </ChartFrame>
  );
}
