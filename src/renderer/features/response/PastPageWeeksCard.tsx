import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import type { ChartVoice } from '../../charts/chart-voice.ts';
import { CountBars } from '../../charts/CountBars.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';

type Weeks = OperationValue<'response.pastPageWeeks'>;
const HEIGHT = 200;

/** How long criticism stands on the first page, in words. */
function stayWords({ stays: { n, tooFew, medianSeconds, low, high, longestSeconds } }: Weeks, voice: ChartVoice): string {
  if (tooFew) return voice.text('pastPage.weeks.stayFew', { n: voice.count(n) });
  if (medianSeconds === null) return voice.text('pastPage.weeks.stayMore', { time: voice.duration(longestSeconds ?? 0) });
  const time = voice.duration(medianSeconds);
  return low === null || high === null ? voice.text('pastPage.weeks.stayOpen', { time }) : voice.text('pastPage.weeks.stay', { time, low: voice.duration(low), high: voice.duration(high) });
}

/** Open criticism on the first page at the end of every week, and how long it stays there. */
export function PastPageWeeksCard() {
  const { clock: _clock, ...scope } = useScope();
  const state = useOperation('response.pastPageWeeks', scope);
  return <Answer state={state} shape="chart">{(value) => <WeeksChart value={value} />}</Answer>;
}

function WeeksChart({ value }: { readonly value: Weeks }) {
  const { t } = useTranslation('pastPage');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMessages, openMetric } = useSidePanel();
  const { weeks, stays, most, places, unobservable, undated } = value;
  const worst = weeks.reduce<Weeks['weeks'][number] | null>((most_, week) => (most_ === null || week.open > most_.open ? week : most_), null);
  const title = worst === null || worst.open === 0 ? t('weeks.title_zero') : voice.text('pastPage.weeks.title', { count: worst.open, date: voice.date(worst.startMs) });
  const notes = [stayWords(value, voice), t('weeks.ends', { n: voice.count(stays.n), answered: voice.count(stays.ends.answered), pushed: voice.count(stays.ends.pushed), vanished: voice.count(stays.ends.vanished), open: voice.count(stays.ends.open) }), ...(unobservable === 0 ? [] : [voice.text('pastPage.weeks.left', { count: unobservable })]), ...(undated === 0 ? [] : [voice.text('pastPage.weeks.undated', { count: undated })])];
  return (
    <ChartFrame
      title={title}
      subtitle={voice.text('pastPage.weeks.subtitle', { count: places - unobservable, most: voice.count(most) })}
      onDefinition={() => openMetric('past-page')}
      finding={{ metric: 'past-page' }}
      table={{ caption: t('weeks.label'), columns: [{ key: 'week', label: t('weeks.week') }, { key: 'open', label: t('weeks.open'), numeric: true }, { key: 'came', label: t('weeks.came'), numeric: true }], rows: weeks.map(({ week, startMs, open, came }) => [`${week} · ${voice.date(startMs)}`, voice.count(open), voice.count(came)]) }}
      notes={
        <>
          <p className="chart-note">{notes.join(' ')}</p>
          <div className="kept-ways">
            <Button variant="plain" size="small" onPress={() => openMetric('page-stay')}>{t('weeks.definition')}</Button>
            {stays.messageIds.length > 0 && <Button variant="plain" size="small" onPress={() => openMessages({ messageIds: stays.messageIds }, { title: t('weeks.definition'), count: stays.messageIds.length })}>{t('weeks.openStays')}</Button>}
          </div>
        </>
      }
    >
      {weeks.length > 0 && (
        <CountBars
          label={t('weeks.label')}
          hint={charts('frame.hint')}
          height={HEIGHT}
          count={voice.count}
          foot={(at) => voice.date(weeks[at]?.startMs ?? 0)}
          bars={weeks.map(({ week, startMs, open, came, messageIds }) => ({
            key: week, value: open, heading: `${week} · ${voice.date(startMs)}`, lines: [voice.text('pastPage.weeks.openOn', { count: open }), voice.text('pastPage.weeks.cameOn', { count: came })], isMarked: week === worst?.week,
            ...(open === 0 ? {} : { open: () => openMessages({ messageIds }, { title: `${t('weeks.label')}, ${week}`, count: messageIds.length }) }),
          }))}
        />
      )}
    </ChartFrame>
  );
}
