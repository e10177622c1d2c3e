import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { networkName } from '../../../domain/wording/network-name.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { PageButtons } from '../../ui/PageButtons.tsx';

type Detail = OperationValue<'coverage.detail'>;
type By = Detail['by'];

const PAGE_SIZE = 8;
const BY: readonly By[] = ['post', 'month', 'network'];

/** Replies imported against those that posts, pages and totals declare: by post, by month, by network. */
export function CoverageDetailCard() {
  const { t } = useTranslation('account');
  const { t: charts } = useTranslation('charts');
  const { t: shell } = useTranslation('shell');
  const { openMetric } = useSidePanel();
  const formats = useFormats();
  const [by, setBy] = useState<By>('post');
  const [page, setPage] = useState(0);
  const state = useOperation('coverage.detail', { by, page, size: PAGE_SIZE });
  const totals = state.status === 'value' ? state.value.totals : null;
  const label = (row: Detail['rows'][number]): string => {
    if (by === 'network') return networkName(row.key, shell('networkUnknown'));
    if (by === 'month') return row.key === 'unknown' ? t('monthUnknown') : formats.month(Date.UTC(Number(row.key.slice(0, 4)), Number(row.key.slice(5, 7)) - 1, 15));
    if (row.post === null) return t('missingPost');
    const words = row.post.text?.slice(0, 120) ?? row.post.url ?? row.post.nativeId;
    // a thread whose post is not in the data is led by one of its comments
    return row.post.kind === 'post' ? words : t('threadOf', { words });
  };
  return (
    <Card
      title={t('detailTitle')}
      subtitle={totals === null || totals.declaring === 0 ? t('detailNone') : t('detailText', { imported: formats.count(totals.importedOfDeclared), declared: formats.count(totals.declared), declaring: formats.count(totals.declaring) })}
      foot={<Button variant="plain" size="small" onPress={() => openMetric('coverage-share')}>{charts('frame.definition')}</Button>}
      actions={
        <Segmented
          label={t('detailBy')}
          value={by}
          onChange={(value) => {
            setBy(value);
            setPage(0);
          }}
          options={BY.map((value) => ({ value, label: t(`by.${value}`) }))}
        />
      }
    >
      <Answer state={state} shape="table" where={t('detailTitle')}>
        {({ rows, total }) => (
          <>
            <DataTable
              dense
              caption={t('detailTitle')}
              rows={rows}
              rowKey={({ key }) => key}
              columns={[
                {
                  key: 'what',
                  label: t(`detailColumns.${by}`),
                  cell: (row) => (
                    <span className="ledger-file">
                      <span className="detail-text">{label(row)}</span>
                      {row.post !== null && <span className="quiet-text">{[row.post.container, row.post.atMs === null ? null : formats.shortDate(row.post.atMs)].filter((part) => part !== null).join(' · ')}</span>}
                    </span>
                  ),
                },
                { key: 'threads', label: t('detailColumns.threads'), align: 'end', cell: ({ threads }) => formats.count(threads) },
                { key: 'imported', label: t('detailColumns.imported'), align: 'end', cell: ({ imported }) => formats.count(imported) },
                { key: 'declared', label: t('detailColumns.declared'), align: 'end', cell: ({ declared, declaring }) => (declaring === 0 ? <span className="quiet-text">–</span> : formats.count(declared)) },
                { key: 'share', label: t('detailColumns.share'), align: 'end', cell: ({ importedOfDeclared, declared }) => (declared === 0 ? <span className="quiet-text">–</span> : <ShareBar share={Math.min(1, importedOfDeclared / declared)} />) },
              ]}
            />
            <PageButtons page={page} size={PAGE_SIZE} total={total} onPage={setPage} />
          </>
        )}
      </Answer>
    </Card>
  );
}

function ShareBar({ share }: { readonly share: number }) {
  const formats = useFormats();
  return (
    <span className="share-cell">
      <span className="share-track" aria-hidden="true">
        <span className={share < 0.9 ? 'share-fill share-fill-short' : 'share-fill'} style={{ inlineSize: `${String(Math.round(share * 100))}%` }} />
      </span>
      {formats.floorPercent(share)}
    </span>
  );
}
