import { Info } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { ShareInterval } from '../../charts/ShareBar.tsx';
import { useChartVoice } from '../../charts/use-chart-voice.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable, type DataColumn } from '../../ui/DataTable.tsx';
import { shareWords, type LostSummary, type PieceKindCode, type PieceStateCode } from './lost-words.ts';

type KindRow = LostSummary['kinds'][number];

export interface LostColumnsProps {
  readonly summary: LostSummary;
  /** Shows the contributions of a kind and outcome in the list below. */
  readonly onShow: (kind: PieceKindCode, state: PieceStateCode) => void;
}

const FOUND = ['answered', 'thanked', 'reused', 'adopted'] as const;

/** Lost on the left, found on the right, by kind; every number shows what it counts in the list below. */
export function LostColumns({ summary, onShow }: LostColumnsProps) {
  const { t } = useTranslation('lost');
  const voice = useChartVoice();
  const { openMetric } = useSidePanel();
  const rows = summary.kinds.filter(({ lost, waiting, unseen }) => lost.n + waiting + unseen > 0);
  const kindColumn: DataColumn<KindRow> = { key: 'kind', label: t('column.kind'), cell: ({ kind }) => voice.text(`lost.kinds.${kind}`) };
  const waiting = summary.kinds.reduce((sum, row) => sum + row.waiting, 0);
  const unseen = summary.kinds.reduce((sum, row) => sum + row.unseen, 0);
  const definition = <Button size="small" variant="plain" icon={<Info size={14} aria-hidden="true" />} onPress={() => openMetric('lost-pieces')}>{t('definitions.pieces')}</Button>;
  return (
    <div className="lost-columns">
      <Card title={t('left.title')} subtitle={t('left.subtitle', { days: voice.count(summary.lostAfterDays) })} foot={definition} className="lost-side">
        <DataTable
          dense
          caption={t('left.title')}
          rows={rows}
          rowKey={({ kind }) => kind}
          columns={[
            kindColumn,
            {
              key: 'lost', label: t('column.lost'), align: 'end',
              cell: ({ kind, lost: { count, n } }) => <Button size="small" variant="plain" className="lost-number" aria-label={t('showLost', { kinds: voice.text(`lost.kinds.${kind}`), counted: t('of', { part: voice.count(count), n: voice.count(n) }) })} onPress={() => onShow(kind, 'lost')}>{t('of', { part: voice.count(count), n: voice.count(n) })}</Button>,
            },
            {
              key: 'share', label: t('column.share'),
              cell: ({ lost }) => {
                const words = shareWords(lost, voice);
                return words === null ? <span className="quiet-text">—</span> : (
                  <span className="lost-share">
                    <ShareInterval estimate={lost.share} low={lost.low} high={lost.high} color="var(--warm)" />
                    <span>{words}</span>
                  </span>
                );
              },
            },
          ]}
        />
        <div className="lost-aside">
          {waiting > 0 && <p>{voice.text('lost.aside.waiting', { count: waiting, days: voice.count(summary.lostAfterDays) })}</p>}
          {unseen > 0 && <p>{voice.text('lost.aside.unseen', { count: unseen })} {t('aside.places', { places: voice.list(summary.unseen.slice(0, 5).map(({ container, network, pieces }) => t('aside.place', { place: container ?? voice.network(network), n: voice.count(pieces) }))) })}</p>}
        </div>
      </Card>
      <Card title={t('right.title')} subtitle={t('right.subtitle')} foot={definition} className="lost-side">
        <DataTable
          dense
          caption={t('right.title')}
          rows={rows}
          rowKey={({ kind }) => kind}
          columns={[
            kindColumn,
            ...FOUND.map((state): DataColumn<KindRow> => ({
              key: state, label: t(`column.${state}`), align: 'end',
              cell: (row) => (row[state] === 0 ? <span className="quiet-text">0</span> : <Button size="small" variant="plain" className="lost-number" aria-label={t('showState', { kinds: voice.text(`lost.kinds.${row.kind}`), n: voice.count(row[state]), state: t(`states.${state}`) })} onPress={() => onShow(row.kind, state)}>{voice.count(row[state])}</Button>),
            })),
          ]}
        />
      </Card>
    </div>
  );
}
