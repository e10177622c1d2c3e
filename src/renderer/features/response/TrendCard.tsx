import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { TrendChart } from '../../charts/TrendChart.tsx';
import { roundTicks } from '../../charts/scale.ts';
import { EventsButton } from '../../charts/EventsButton.tsx';
import { eventEndMs, eventList, eventsWithin, useEvents } from '../../charts/use-events.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { Select } from '../../ui/Select.tsx';
import { carriedBy, drawnWeeks, levelsOf, TREND_MEASURES, trendTitle, turnSentence, weekFigureText, weekMedianText, type Trend, type TrendMeasure, type TrendWeek } from './trend-words.ts';

/** All requests, or those of one kind. */
export const TREND_KINDS = ['all', 'information', 'trouble', 'idea', 'purchase', 'decision'] as const;
export type TrendKind = (typeof TREND_KINDS)[number];

const DAY_SECONDS = 86_400;
/** A change of level is a week's: what happened within two weeks of its first day stands beside it. */
const NEAR_MS = 14 * 86_400_000;

/** Response by week: a figure with its band, the changes of its level, and what each import covers. */
export function TrendCard({ trend, kind, onKind }: { readonly trend: Trend; readonly kind: TrendKind; readonly onKind: (kind: TrendKind) => void }) {
  const { t } = useTranslation('listening');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [measure, setMeasure] = useParameter<TrendMeasure>('figure', { initial: 'withinDay', allowed: TREND_MEASURES });
  const isWait = measure === 'restrictedMean';
  const weeks = drawnWeeks(trend, measure);
  const levels = levelsOf(trend, measure);
  const highs = weeks.flatMap((week) => (week[measure].high === null ? [] : [week[measure].high]));
  const highest = isWait ? Math.max(DAY_SECONDS, Math.ceil(Math.max(0, ...highs) / DAY_SECONDS) * DAY_SECONDS) : 1;
  const ticks = isWait ? roundTicks({ domain: [0, highest / DAY_SECONDS], wanted: 4 }).map((days) => days * DAY_SECONDS) : [0, 0.25, 0.5, 0.75, 1];
  const heading = ({ startMs }: TrendWeek): string => t('trend.week', { date: voice.date(startMs) });
  const open = (week: TrendWeek): (() => void) => () => openMessages(
    { ...scope, filters: { ...scope.filters, fromMs: Math.max(week.startMs, scope.filters?.fromMs ?? week.startMs), toMs: Math.min(week.endMs, scope.filters?.toMs ?? week.endMs) }, requests: { timed: true, ...(kind === 'all' ? {} : { by: 'intent' as const, key: kind }) } },
    { title: heading(week), count: week.n },
  );
  const events = useEvents();
  const markedBy = ({ startMs, endMs }: TrendWeek): string[] => {
    const during = eventsWithin(events, { fromMs: startMs, toMs: endMs });
    return during.length === 0 ? [] : [voice.text('notes.events.marks', { list: eventList(during, voice) })];
  };
  const nearWords = (atMs: number): string => {
    const near = eventsWithin(events, { fromMs: atMs - NEAR_MS, toMs: atMs + NEAR_MS });
    return near.length === 0 ? '' : ` ${voice.text('notes.events.near', { count: near.length, list: eventList(near, voice) })}`;
  };
  const title = trendTitle(trend, measure, voice);
  const timed = trend.weeks.filter(({ n }) => n > 0);
  return (
    <ChartFrame
      className="trend-card"
      title={title}
      subtitle={voice.text('listening.trend.subtitle', { count: trend.requests, weeks: voice.count(weeks.filter((week) => week[measure].estimate !== null).length), zone: trend.timeZone })}
      onDefinition={() => openMetric('response-trend')}
      table={{
        caption: title,
        columns: [
          { key: 'week', label: t('trend.column.week') }, { key: 'n', label: t('trend.column.n'), numeric: true }, { key: 'day', label: t('trend.measure.withinDay'), numeric: true }, { key: 'sevenDays', label: t('trend.measure.withinWeek'), numeric: true },
          { key: 'mean', label: t('trend.measure.restrictedMean'), numeric: true }, { key: 'median', label: t('trend.column.median'), numeric: true },
        ],
        rows: timed.map((week) => [`${week.week} · ${voice.date(week.startMs)}`, voice.count(week.n), ...TREND_MEASURES.map((each) => weekFigureText(week, each, voice)), weekMedianText(week, voice)]),
      }}
      controls={
        <>
          <Segmented label={t('trend.figure')} value={measure} options={TREND_MEASURES.map((value) => ({ value, label: t(`trend.measure.${value}`) }))} onChange={setMeasure} />
          <Select size="small" hideLabel label={t('kind')} value={kind} options={TREND_KINDS.map((value) => ({ value, label: value === 'all' ? t('all') : voice.text(`codes.intent.${value}`) }))} onChange={onKind} />
          <EventsButton />
        </>
      }
      notes={
        <>
          {levels !== null && levels.changes.length > 0 && (
            <ul className="trend-turns">
              {levels.changes.map((change) => <li key={change.week} data-muted={change.reason !== null}>{turnSentence(change, measure, voice)}{nearWords(change.atMs)}</li>)}
            </ul>
          )}
          <p className="chart-note">
            {t(levels === null ? 'trend.noSearch' : 'trend.search', { needed: voice.count(levels?.needed ?? 0) })} {t('trend.gaps')}
            {trend.untimed > 0 && ` ${voice.text('listening.trend.untimed', { count: trend.untimed })}`}
            {' '}<Button variant="plain" size="small" onPress={() => openMetric('change-points')}>{t('trend.definition')}</Button>
          </p>
        </>
      }
    >
      {weeks.length > 0 && (
        <TrendChart
          label={t('trend.label')}
          hint={charts('frame.hint')}
          marks={weeks.map((week) => {
            const { estimate, low, high } = week[measure];
            return {
              key: week.week, startMs: week.startMs, endMs: week.endMs, figure: estimate === null || low === null || high === null ? null : { estimate, low, high }, heading: heading(week),
              lines: [t(`trend.measure.${measure}`) + ': ' + weekFigureText(week, measure, voice), voice.text('listening.trend.requests', { count: week.n, carried: voice.count(carriedBy(week, measure)) }), ...markedBy(week)],
              ...(week.n === 0 ? {} : { open: open(week) }),
            };
          })}
          turns={(levels?.changes ?? []).map(({ week, atMs, reason }) => ({ key: week, atMs, label: t(reason === null ? 'trend.turnLabel' : 'trend.turnMuted', { date: voice.date(atMs) }), muted: reason !== null }))}
          levels={levels?.levels ?? []}
          covers={trend.imports.map(({ importId, place, file, fromMs, toMs, messages }) => ({ key: `${String(importId)} ${place}`, place, fromMs, toMs, words: voice.text('listening.trend.cover', { file, from: voice.date(fromMs), to: voice.date(toMs), count: messages }) }))}
          events={events.map((event) => ({ key: event.id, fromMs: event.fromMs, toMs: eventEndMs(event), label: event.name }))}
          highest={highest}
          plotHeight={280}
          ticks={ticks}
          tick={isWait ? voice.shortDuration : voice.percent}
          month={(ms, isFirst) => { const key = new Date(ms).toISOString().slice(0, 7); return isFirst || key.endsWith('-01') ? `${voice.month(key)} ${key.slice(0, 4)}` : voice.month(key); }}
        />
      )}
    </ChartFrame>
  );
}
