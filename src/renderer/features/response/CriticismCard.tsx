import { useTranslation } from 'react-i18next';
import { ChartFrame } from '../../charts/ChartFrame.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useScope } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { countedFigure, criticismTitle, type Criticism } from './answer-words.ts';
import { ShareChart } from './ShareChart.tsx';
import type { ToldShare } from './share-rows.ts';

type Comparison = Criticism['all'];

const SIDES = ['criticism', 'praise'] as const;

/** Criticism against praise: how often either is answered, over all messages addressed to the brand. */
export function CriticismCard({ criticism }: { readonly criticism: Criticism }) {
  const { t } = useTranslation('answers');
  const voice = useChartVoice();
  const scope = useScope();
  const { openMessages, openMetric } = useSidePanel();
  const { all, opening, unread, unobservable } = criticism;
  const title = criticismTitle(criticism, voice);
  const rows = (from: Comparison, of: 'all' | 'opening'): ToldShare[] => SIDES.map((side) => {
    const { n, authors, answered, dominantAuthor } = from[side];
    const label = t(`criticism.row.${of}`, { side: t(`criticism.side.${side}`) });
    return {
      key: `${of}-${side}`, label, n, share: answered, color: side === 'criticism' ? 'var(--warm)' : 'var(--accent)',
      lines: [voice.text('answers.criticism.authors', { n: voice.count(n), authors: voice.count(authors) }), ...(dominantAuthor ? [t('criticism.dominant')] : [])],
      open: () => openMessages({ ...scope, answers: { set: side, ...(of === 'opening' ? { openingOnly: true } : {}) } }, { title: label, count: n }),
    };
  });
  const shares = [...rows(all, 'all'), ...rows(opening, 'opening')];
  const difference = (of: Comparison['difference']): { difference: string; low: string; high: string } | null => (of === null ? null : {
    difference: voice.text(`answers.criticism.${of.estimate < 0 ? 'less' : 'more'}`, { share: voice.inHundred(Math.abs(of.estimate)) }), low: signed(of.low), high: signed(of.high),
  });
  const signed = (share: number): string => `${share < 0 ? '−' : '+'}${voice.inHundred(Math.abs(share))}`;
  const [first, second] = [difference(all.difference), difference(opening.difference)];
  const unanswered = all.criticism.answered === null ? 0 : all.criticism.n - all.criticism.answered.k;
  return (
    <ChartFrame
      className="criticism-card"
      title={title}
      subtitle={t('criticism.subtitle', { criticism: voice.count(all.criticism.n), praise: voice.count(all.praise.n) })}
      onDefinition={() => openMetric('criticism-gap')}
      table={{
        caption: title,
        columns: [{ key: 'who', label: t('criticism.column.who') }, { key: 'k', label: t('criticism.column.k'), numeric: true }, { key: 'n', label: t('criticism.column.n'), numeric: true }, { key: 'share', label: t('criticism.column.share'), numeric: true }, { key: 'limits', label: t('criticism.column.limits'), numeric: true }],
        rows: shares.map(({ label, share, n }) => {
          const { main, limits } = countedFigure(share, n, voice);
          return [label, share === null ? '–' : voice.count(share.k), voice.count(n), main, limits ?? '–'];
        }),
      }}
      notes={
        <div className="answer-notes">
          <p className="chart-note">{first === null ? t('criticism.noDifference') : t('criticism.difference', first)} {second !== null && t('criticism.differenceOpening', second)}</p>
          {(unread > 0 || unobservable > 0) && <p className="chart-note">{unread > 0 && voice.text('answers.criticism.unread', { count: unread })} {unobservable > 0 && voice.text('answers.criticism.unobservable', { count: unobservable })}</p>}
          {unanswered > 0 && <Button size="small" onPress={() => openMessages({ ...scope, answers: { set: 'criticism', answered: false } }, { title: t('criticism.side.criticism'), count: unanswered })}>{t('criticism.open.unanswered', { n: voice.count(unanswered) })}</Button>}
        </div>
      }
    >
      <ShareChart label={t('criticism.label')} shares={shares} labelWidth={160} />
    </ChartFrame>
  );
}
