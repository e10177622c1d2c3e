import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useOperation } from '../../state/use-operation.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { SidePanel } from '../../ui/SidePanel.tsx';

interface RejectionsPanelProps {
  readonly importId: number;
  readonly file: string;
  readonly onClose: () => void;
}

const PAGE_SIZE = 100;

/** Rows of a file that did not become messages: line, reason, detail. */
export function RejectionsPanel({ importId, file, onClose }: RejectionsPanelProps) {
  const { t } = useTranslation('data');
  const { t: codes } = useTranslation('codes');
  const formats = useFormats();
  const [page, setPage] = useState(0);
  const state = useOperation('import.rejections', { importId, page, size: PAGE_SIZE });
  const total = state.status === 'value' ? state.value.total : null;
  const pages = total === null ? 1 : Math.ceil(total / PAGE_SIZE);
  return (
    <SidePanel
      title={t('rejectionsTitle')}
      subtitle={total === null ? file : t('rejectionsSubtitle', { count: total, file, n: formats.count(total) })}
      onClose={onClose}
      foot={
        total !== null && pages > 1 ? (
          <span className="panel-pages">
            <span>{t('page', { from: formats.count(page * PAGE_SIZE + 1), to: formats.count(Math.min(total, (page + 1) * PAGE_SIZE)), total: formats.count(total) })}</span>
            <Button size="small" isDisabled={page === 0} onPress={() => setPage(page - 1)}>
              {t('previous')}
            </Button>
            <Button size="small" isDisabled={page >= pages - 1} onPress={() => setPage(page + 1)}>
              {t('following')}
            </Button>
          </span>
        ) : undefined
      }
    >
      <Answer state={state} shape="table" where={t('rejectionsTitle')}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet-text">{t('rejectionsNone')}</p>
          ) : (
            <DataTable
              dense
              caption={t('rejectionsTitle')}
              rows={rows}
              rowKey={({ part, line, code }) => `${part ?? ''} ${String(line)} ${code}`}
              columns={[
                { key: 'line', label: t('line'), align: 'end', cell: ({ line }) => formats.count(line) },
                { key: 'reason', label: t('reason'), cell: ({ code }) => codes(`rejection.${code}`) },
                {
                  key: 'detail',
                  label: t('detail'),
                  cell: ({ detail, raw, part }) => (
                    <span className="raw-row">
                      {part !== null && <span className="quiet-text">{part}</span>}
                      <code>{raw ?? detail}</code>
                    </span>
                  ),
                },
              ]}
            />
          )
        }
      </Answer>
    </SidePanel>
  );
}
