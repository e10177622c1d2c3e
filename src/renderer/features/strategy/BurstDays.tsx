import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { CountBars } from '../../charts/CountBars.tsx';
import type { ChartTable } from '../../charts/chart-table.ts';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';

/** Bursts of criticism as the engine gives them. */
export type Bursts = OperationValue<'strategy.bursts'>;

const STRIP_DAYS = 365;

/** The days that are drawn: the last year of the data, each with the burst it lies in. */
function shownDays({ daily, bursts }: Bursts): (Bursts['daily'][number] & { readonly burst: Bursts['bursts'][number] | null })[] {
  return daily.slice(-STRIP_DAYS).map((day) => ({ ...day, burst: bursts.find((burst) => burst.kind === 'burst' && day.startMs >= burst.startMs && day.startMs < burst.endMs) ?? null }));
}

/** The drawn days that hold criticism, as a table. */
export function burstTable(value: Bursts, voice: ChartVoice): ChartTable {
  return {
    caption: voice.text('ladder.crisis.strip'),
    columns: [{ key: 'day', label: voice.text('ladder.crisis.day') }, { key: 'count', label: voice.text('ladder.crisis.messages'), numeric: true }, { key: 'burst', label: voice.text('ladder.crisis.inBurst') }],
    rows: shownDays(value).filter(({ count }) => count > 0).map(({ startMs, count, burst }) => [voice.date(startMs), voice.count(count), voice.text(burst === null ? 'ladder.crisis.no' : 'ladder.crisis.yes')]),
  };
}

/** Criticism a day over the last year of the data; days of a burst are full, and open the criticism of the burst. */
export function BurstDays({ value }: { readonly value: Bursts }) {
  const { t } = useTranslation('ladder');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages } = useSidePanel();
  const days = shownDays(value);
  const bars = days.map(({ startMs, count, complete, burst }, place) => ({
    key: String(startMs), value: count, heading: voice.date(startMs), isMarked: burst !== null,
    span: { fromMs: startMs, toMs: days[place + 1]?.startMs ?? startMs + 86_400_000 },
    lines: [voice.text('ladder.crisis.onDay', { count }), ...(burst === null ? [] : [t('crisis.inBurst')]), ...(complete ? [] : [t('crisis.partDay')])],
    ...(burst === null ? {} : { open: () => openMessages({ messageIds: burst.messageIds }, { title: t('crisis.caption'), count: burst.messageIds.length }) }),
  }));
  return <CountBars label={t('crisis.strip')} hint={charts('frame.hint')} height={140} bars={bars} count={voice.count} foot={(place) => voice.date(days[place]?.startMs ?? 0)} />;
}
