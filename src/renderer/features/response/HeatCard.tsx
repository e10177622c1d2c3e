import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { weekdaysFrom } from '../../../domain/model/week-start.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { HeatMap } from '../../charts/HeatMap.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useWeekArea } from '../../charts/use-week-area.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useProject } from '../../state/use-project.ts';
import { shareText } from './listening-words.ts';
import { groupLabel } from './survival-series.ts';

type Heat = OperationValue<'response.heat'>;
type Cell = Heat['cells'][number];

/** The sentence above the week: how many ask while the brand normally answers, and what becomes of the others. */
export function heatTitle({ inNormalHours, inside, outside, answers, requests }: Heat, voice: ChartVoice): string {
  if (inNormalHours === null) return voice.text('listening.heat.title.few', { answers: voice.count(answers), count: requests });
  const values = { share: voice.inHundred(inNormalHours.estimate), outside: voice.inHundred(1 - inNormalHours.estimate) };
  const [within, beyond] = [inside?.withinDay, outside?.withinDay];
  if (within == null || beyond == null) return voice.text('listening.heat.title.alone', values);
  const clear = within.low > beyond.high || beyond.low > within.high;
  return voice.text(clear ? 'listening.heat.title.clear' : 'listening.heat.title.notClear', { ...values, within: voice.inHundred(within.estimate), beyond: voice.inHundred(beyond.estimate) });
}

/** When people ask against when the brand answers, by weekday and hour. */
export function HeatCard({ heat }: { readonly heat: Heat }) {
  const { t } = useTranslation('listening');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { weekStart } = useProject();
  const { openMessages, openMetric } = useSidePanel();
  const weekdays = useMemo(() => weekdaysFrom(weekStart), [weekStart]);
  const area = useWeekArea(weekdays);
  const title = heatTitle(heat, voice);
  const weekday = (day: number): string => groupLabel('weekday', String(day), voice);
  const heading = ({ weekday: day, hour }: Cell): string => voice.text('listening.heat.cell', { day: weekday(day), from: String(hour).padStart(2, '0'), to: String((hour + 1) % 24).padStart(2, '0') });
  const lines = ({ requests, answers, isNormal, withinDay }: Cell): string[] => [
    voice.text('listening.heat.requests', { count: requests }),
    voice.text('listening.heat.answers', { count: answers }),
    ...(requests === 0 ? [] : [withinDay === null ? voice.text('listening.few', { n: voice.count(requests) }) : voice.text('listening.heat.within', { share: shareText(withinDay, requests, voice) })]),
    ...(isNormal ? [t('heat.normal')] : []),
  ];
  const rows = weekdays.map((day) => ({
    key: String(day), label: weekday(day),
    marks: heat.cells.filter((cell) => cell.weekday === day).map((cell) => ({
      key: `${String(day)} ${String(cell.hour)}`, requests: cell.requests, answers: cell.answers, heading: heading(cell), lines: lines(cell),
      ...(cell.requests === 0 ? {} : { open: () => openMessages({ ...scope, requests: { weekday: day, hour: cell.hour } }, { title: heading(cell), count: cell.requests }) }),
    })),
  }));
  const shown = heat.cells.filter(({ requests, answers }) => requests > 0 || answers > 0);
  return (
    <ChartFrame
      className="heat-card"
      title={title}
      subtitle={voice.text('listening.heat.subtitle', { count: heat.requests, answers: voice.count(heat.answers), zone: heat.timeZone })}
      onDefinition={() => openMetric('heat')}
      table={{
        caption: title,
        columns: [
          { key: 'when', label: t('heat.column.when') }, { key: 'requests', label: t('heat.column.requests'), numeric: true }, { key: 'answers', label: t('heat.column.answers'), numeric: true },
          { key: 'within', label: t('heat.column.within'), numeric: true }, { key: 'normal', label: t('heat.column.normal') },
        ],
        rows: shown.map((cell) => [heading(cell), voice.count(cell.requests), voice.count(cell.answers), cell.withinDay === null ? voice.text('listening.few', { n: voice.count(cell.requests) }) : shareText(cell.withinDay, cell.requests, voice), cell.isNormal ? t('yes') : '–']),
      }}
      notes={
        <>
          <ul className="chart-key">
            <li><span className="heat-key-requests" aria-hidden="true" />{t('heat.key.requests')}</li>
            <li><span className="heat-key-answers" aria-hidden="true" />{t('heat.key.answers')}</li>
          </ul>
          <p className="chart-note">
            {heat.normalHours === null ? t('heat.noHours', { n: voice.count(heat.answersNeeded) }) : voice.text('listening.heat.hours', { count: heat.normalHours })}
            {heat.inNormalHours !== null && ` ${t('heat.interval', { low: voice.inHundred(heat.inNormalHours.low), high: voice.inHundred(heat.inNormalHours.high), n: voice.count(heat.requests) })}`}
            {heat.untimed > 0 && ` ${voice.text('listening.heat.untimed', { count: heat.untimed })}`}
          </p>
        </>
      }
    >
      {heat.requests > 0 && <HeatMap label={t('heat.label')} hint={charts('frame.hint')} rows={rows} area={area} hour={(hour) => voice.text('listening.heat.hour', { hour: String(hour).padStart(2, '0') })} />}
    </ChartFrame>
  );
}

