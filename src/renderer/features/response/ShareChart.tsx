import { useTranslation } from 'react-i18next';
import { IntervalChart } from '../../charts/IntervalChart.tsx';
import { roundTicks } from '../../charts/scale.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { shareRows, type ToldShare } from './share-rows.ts';

/** Shares from 0 to 100 as dots with intervals. */
export function ShareChart({ label, shares, labelWidth = 160, rowHeight = 32 }: { readonly label: string; readonly shares: readonly ToldShare[]; readonly labelWidth?: number; readonly rowHeight?: number }) {
  const { t } = useTranslation('charts');
  const voice = useChartVoice();
  return (
    <IntervalChart
      label={label}
      hint={t('frame.hint')}
      rows={shareRows(shares, voice)}
      tick={voice.percent}
      ticks={({ domain, wanted }) => roundTicks({ domain, wanted: Math.min(wanted, 6) })}
      zeroTick={voice.percent(0)}
      zero=""
      sides={{ below: '', above: '' }}
      labelWidth={labelWidth}
      rowHeight={rowHeight}
    />
  );
}
