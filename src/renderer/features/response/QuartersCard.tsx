import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { quarterName } from '../../charts/quarter-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { countedFigure, quartersTitle, type Quality } from './answer-words.ts';
import { ShareChart } from './ShareChart.tsx';

const ACTS = ['deflect', 'template'] as const;

/** Deflections or templates among first answers, quarter by quarter. */
export function QuartersCard({ quality: { quarters } }: { readonly quality: Quality }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [act, setAct] = useParameter<(typeof ACTS)[number]>('act', { initial: 'deflect', allowed: ACTS });
  const title = quartersTitle(quarters, act, voice);
  const shares = quarters.map(({ key, n, [act]: share }) => ({
    key, n, share, label: quarterName(key, voice), color: 'var(--warm)',
    open: () => openMessages({ ...scope, answers: { set: act, quarter: key } }, { title: `${t(`quality.of.${act}`)}, ${quarterName(key, voice)}`, ...(share === null ? {} : { count: share.k }) }),
  }));
  return (
    <ChartFrame
      className="quarters-card"
      title={title}
      subtitle={t(`quarters.subtitle.${act}`)}
      onDefinition={() => openMetric('answer-quality')}
      controls={<Segmented label={t('quarters.show')} value={act} options={ACTS.map((value) => ({ value, label: t(`quality.of.${value}`) }))} onChange={setAct} />}
      table={{
        caption: title,
        columns: [{ key: 'quarter', label: t('quarters.column.quarter') }, { key: 'n', label: t('quality.column.n'), numeric: true }, { key: 'share', label: t('quality.column.share'), numeric: true }, { key: 'limits', label: t('quality.column.limits'), numeric: true }],
        rows: shares.map(({ label, share, n }) => {
          const { main, limits } = countedFigure(share, n, voice);
          return [label, voice.count(n), main, limits ?? '–'];
        }),
      }}
    >
      {shares.length > 0 && <ShareChart label={t('quarters.label')} shares={shares} labelWidth={120} />}
    </ChartFrame>
  );
}
