import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { EstimateColumns } from '../../charts/EstimateColumns.tsx';
import { quarterName } from '../../charts/quarter-name.ts';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useParameter, useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Segmented } from '../../ui/Segmented.tsx';
import { countedFigure, quartersTitle, type Quality } from './answer-words.ts';
import { shareRows } from './share-rows.ts';

const ACTS = ['deflect', 'template'] as const;
const MOST_DRAWN = 12;

/** Deflections or templates among first answers, quarter by quarter; a stretch of quarters can be made the period. */
export function QuartersCard({ quality: { quarters } }: { readonly quality: Quality }) {
  const { t } = useTranslation('answers');
  const { t: charts } = useTranslation('charts');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const [act, setAct] = useParameter<(typeof ACTS)[number]>('act', { initial: 'deflect', allowed: ACTS });
  const title = quartersTitle(quarters, act, voice);
  const shares = quarters.map(({ key, n, startMs, endMs, [act]: share }) => ({
    key, n, share, span: { fromMs: startMs, toMs: endMs }, label: quarterName(key, voice), color: 'var(--warm)',
    open: () => openMessages({ ...scope, answers: { set: act, quarter: key } }, { title: `${t(`quality.of.${act}`)}, ${quarterName(key, voice)}`, ...(share === null ? {} : { count: share.k }) }),
  }));
  // as many as have room; the table has all
  const shown = shares.slice(-MOST_DRAWN);
  const columns = shareRows(shown, voice).map(({ label, value, ...column }, place) => ({
    ...column, name: label, value, cases: voice.text('answers.quarters.cases', { count: shown[place]?.n ?? 0 }), tooFew: column.estimate === null, ...(shown[place] === undefined ? {} : { span: shown[place].span }),
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
      {columns.length > 0 && <EstimateColumns label={t('quarters.label')} hint={charts('frame.hint')} columns={columns} tick={voice.percent} />}
    </ChartFrame>
  );
}
