import { useTranslation } from 'react-i18next';
import type { Filters } from '../../../contract/selection.ts';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { doublingTicks, termRows, termsSentence, termTable, tickText, type Distinctive } from './term-rows.ts';
import { useOpenTerm } from './use-open-term.ts';

/** The terms of both sides as marks with intervals on one axis of doublings; each opens its messages. */
export function TermChart({ answer, against }: { readonly answer: Distinctive; readonly against: Filters | null }) {
  const { t } = useTranslation('terms');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const open = useOpenTerm(against);
  const title = termsSentence(answer, voice);
  const rows = termRows(answer, voice, open);
  return (
    <ChartFrame title={title} subtitle={t('words.subtitle', { tested: voice.count(answer.tested) })} onDefinition={() => openMetric('distinctive-term')} table={termTable(answer, title, voice)}>
      {rows.length === 0 ? (
        <p className="chart-note">{t('words.noneText', { tested: voice.count(answer.tested) })}</p>
      ) : (
        <IntervalChart
          label={t('words.chart')}
          hint={charts('frame.hint')}
          rows={rows}
          rowHeight={30}
          labelWidth={176}
          ticks={doublingTicks}
          tick={(value) => tickText(value, voice)}
          zeroTick={tickText(0, voice)}
          zero={t('words.zero')}
          sides={{ below: `← ${t('words.less')}`, above: `${t('words.more')} →` }}
        />
      )}
    </ChartFrame>
  );
}
