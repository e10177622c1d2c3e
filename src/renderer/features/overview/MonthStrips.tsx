import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { intentStyle, sentimentColor, STACKED_INTENTS, STACKED_SENTIMENTS } from '../../charts/intent-style.ts';
import { EventsButton } from '../../charts/EventsButton.tsx';
import { eventList, eventsWithin, useEvents } from '../../charts/use-events.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { drawnMonths, monthDays, occurringCodes } from '../../charts/year-strip.ts';
import { YearStrip, type DrawnMonth, type StripLayer } from '../../charts/YearStrip.tsx';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { codeTotal, layerSelection, leadingCode, monthLines, monthSelection, monthTable, type MonthMeasure, type OverviewMonth } from './month-lines.ts';

const UNREAD = 'unread';
/** Under this many messages neither strip says what prevails. */
const LEAST_MESSAGES = 30;
const DAY_MS = 86_400_000;
const LONGEST_MONTH_MS = 31 * DAY_MS;

/** The year as two strips: volume by intent, and tone. */
export function MonthStrips({ overview }: { readonly overview: OperationValue<'overview'> }) {
  const { t } = useTranslation('overview');
  const { t: codes } = useTranslation('codes');
  const voice = useChartVoice();
  const { months, earlier } = drawnMonths(overview.months);
  const firstMonth = months[0];
  if (firstMonth === undefined) return null;
  const early = earlier === 0 ? '' : ` ${voice.text('overview.volume.early', { count: earlier, month: voice.monthInFull(firstMonth.key) })}`;
  const total = months.reduce((sum, month) => sum + month.total, 0);
  const unread: StripLayer = { code: UNREAD, label: t('unread'), color: 'var(--line)' };
  const counts = (measure: MonthMeasure) => months.map((month) => ({ key: month.key, counts: month[measure] }));
  const intentLayers: StripLayer[] = [...occurringCodes(counts('intents'), STACKED_INTENTS).map((code) => ({ code, label: codes(`intent.${code}`), color: intentStyle(code).color })), unread];
  const toneLayers: StripLayer[] = [...STACKED_SENTIMENTS.map((code) => ({ code, label: codes(`sentiment.${code}`), color: sentimentColor(code) })), unread];
  const leading = total < LEAST_MESSAGES ? null : leadingCode(months, 'intents', STACKED_INTENTS);
  const read = STACKED_SENTIMENTS.reduce((sum, code) => sum + codeTotal(months, 'sentiments', code), 0);
  return (
    <div className="month-strips">
      <Strip
        overview={overview}
        months={months}
        measure="intents"
        layers={intentLayers}
        title={leading === null ? t('volume.titleNone') : t('volume.title', { leading: voice.text(`codes.intent.${leading}`) })}
        subtitle={`${t('volume.subtitle', { n: voice.count(total) })}.${early}`}
        stack="count"
        metric="intent"
      />
      <Strip
        overview={overview}
        months={months}
        measure="sentiments"
        layers={toneLayers}
        title={t('tone.title')}
        subtitle={read < LEAST_MESSAGES ? t('tone.subtitleFew', { n: voice.count(total) }) : t('tone.subtitle', { n: voice.count(total), negative: voice.inHundred(codeTotal(months, 'sentiments', 'negative') / read) })}
        stack="share"
        metric="sentiment"
      />
    </div>
  );
}

interface StripProps {
  readonly overview: OperationValue<'overview'>;
  readonly months: readonly OverviewMonth[];
  readonly measure: MonthMeasure;
  readonly layers: readonly StripLayer[];
  readonly title: string;
  readonly subtitle: string;
  readonly stack: 'count' | 'share';
  readonly metric: string;
}

function Strip({ overview, months, measure, layers, title, subtitle, stack, metric }: StripProps) {
  const { t } = useTranslation('overview');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const events = useEvents();
  const during = (month: OverviewMonth) => eventsWithin(events, { fromMs: month.startMs, toMs: months[months.indexOf(month) + 1]?.startMs ?? month.startMs + LONGEST_MONTH_MS });
  const [emphasised, setEmphasised] = useState<string | null>(null);
  const drawnMonth = (month: OverviewMonth, selection: ReturnType<typeof monthSelection>): DrawnMonth => {
    const heading = voice.monthInFull(month.key);
    return {
      key: month.key,
      counts: month[measure],
      total: month.total,
      span: { fromMs: month.startMs, toMs: months[months.indexOf(month) + 1]?.startMs ?? month.startMs + monthDays(month.key) * DAY_MS },
      heading,
      lines: [...monthLines(month, layers, measure, voice), ...(during(month).length === 0 ? [] : [voice.text('notes.events.marks', { list: eventList(during(month), voice) })])],
      open: () => openMessages(selection, { title: t('month.heading', { month: heading }), count: month.total }),
      layer: (code) => {
        const [name, count] = [layers.find((layer) => layer.code === code)?.label ?? '', month[measure][code] ?? 0];
        const part = layerSelection(selection, measure, code);
        return {
          heading: `${name}, ${heading}`,
          lines: [voice.text('overview.month.total', { count })],
          ...(part === null ? {} : { open: () => openMessages(part, { title: `${name}, ${heading}`, count }) }),
        };
      },
    };
  };
  return (
    <ChartFrame
      title={title}
      subtitle={subtitle}
      source={voice.list(overview.networks.map(voice.network))}
      onDefinition={() => openMetric(metric)}
      table={monthTable(months, layers, measure, { caption: title, monthLabel: charts('frame.month'), totalLabel: t('facts.messages'), voice })}
      controls={stack === 'count' ? <EventsButton /> : undefined}
      notes={
        <ul className="chart-key" aria-label={t('key')}>
          {layers.map(({ code, label, color }) => (
            <li key={code} onPointerEnter={() => setEmphasised(code)} onPointerLeave={() => setEmphasised(null)}>
              <span className="chart-swatch" style={{ backgroundColor: color }} />
              {label}
            </li>
          ))}
        </ul>
      }
    >
      <YearStrip
        label={title}
        hint={charts('frame.hint')}
        height={stack === 'count' ? 190 : 150}
        stack={stack}
        layers={layers}
        emphasised={emphasised}
        monthName={(key) => (months.length > 14 || key.endsWith('-01') || key === months[0]?.key ? `${voice.month(key)} ${key.slice(2, 4)}` : voice.month(key))}
        count={voice.count}
        marked={new Set(months.filter((month) => during(month).length > 0).map(({ key }) => key))}
        months={months.map((month, position) => drawnMonth(month, monthSelection(months, position, scope)))}
      />
    </ChartFrame>
  );
}
