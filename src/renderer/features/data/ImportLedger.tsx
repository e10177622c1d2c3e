import { Undo2 } from 'lucide-react';
import { useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useFormatWords } from '../../i18n/use-format-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useSidePanel } from '../../state/panels.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { Chip } from '../../ui/Chip.tsx';
import { DataTable } from '../../ui/DataTable.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { IconButton } from '../../ui/IconButton.tsx';

type ImportRow = OperationValue<'import.list'>['imports'][number];

/** What came in, file by file, with what was left out; an import can be taken back. */
export function ImportLedger({ imports }: { readonly imports: readonly ImportRow[] }) {
  const { t } = useTranslation('data');
  const { t: common } = useTranslation('common');
  const { t: account } = useTranslation('account');
  const { go } = useLocation();
  const formats = useFormats();
  const project = useProject();
  const { name: formatName } = useFormatWords();
  const { openRejections } = useSidePanel();
  const kept = imports.filter(({ undone }) => !undone).length;
  const [asking, setAsking] = useState<ImportRow | null>(null);
  return (
    <Card title={t('ledger')} subtitle={t('ledgerSubtitle', { count: kept, n: formats.count(kept) })}>
      <DataTable
        caption={t('ledger')}
        rows={imports}
        rowKey={({ importId }) => importId}
        rowClassName={({ undone }) => (undone ? 'ledger-undone' : undefined)}
        columns={[
          {
            key: 'file',
            label: t('columns.file'),
            cell: ({ importId, file, format, undone }) => (
              <span className="ledger-file">
                <AriaButton className="link-number ledger-link" aria-label={account('openAccount', { file })} onPress={() => go({ path: ['data', 'import', String(importId)] })}>
                  {file}
                </AriaButton>
                <span className="quiet-text">{formatName(format)}</span>
                {undone && <Chip label={t('undone')} />}
              </span>
            ),
          },
          { key: 'finished', label: t('columns.finished'), cell: ({ finishedAtMs }) => (finishedAtMs === null ? common('unknown') : formats.dateTime(finishedAtMs)) },
          { key: 'collected', label: t('columns.collected'), cell: ({ collectedAtMs }) => (collectedAtMs === null ? <span className="quiet-text">{common('unknown')}</span> : formats.shortDate(collectedAtMs)) },
          { key: 'rows', label: t('columns.rows'), align: 'end', cell: ({ rows }) => formats.count(rows) },
          { key: 'messages', label: t('columns.messages'), align: 'end', cell: ({ messages }) => formats.count(messages) },
          { key: 'duplicates', label: t('columns.duplicates'), align: 'end', cell: ({ duplicates }) => formats.count(duplicates) },
          {
            key: 'rejected',
            label: t('columns.rejected'),
            align: 'end',
            cell: ({ importId, file, rejected, undone }) =>
              rejected === 0 || undone ? (
                formats.count(rejected)
              ) : (
                <AriaButton className="link-number" aria-label={t('rejectedOpen', { n: formats.count(rejected), file })} onPress={() => openRejections(importId, file)}>
                  {formats.count(rejected)}
                </AriaButton>
              ),
          },
          {
            key: 'actions',
            label: <span className="visually-hidden">{t('columns.actions')}</span>,
            align: 'end',
            cell: (row) => (row.undone || project.readOnly ? null : <IconButton size="small" icon={<Undo2 size={16} />} label={t('undoLabel', { file: row.file })} onPress={() => setAsking(row)} />),
          },
        ]}
      />
      <UndoDialog row={asking} onClose={() => setAsking(null)} />
    </Card>
  );
}

function UndoDialog({ row, onClose }: { readonly row: ImportRow | null; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const { t: common } = useTranslation('common');
  const formats = useFormats();
  const workbench = useWorkbench();
  const [busy, setBusy] = useState(false);
  const undo = async (importId: number): Promise<void> => {
    setBusy(true);
    const outcome = await workbench.run('import.undo', { importId });
    setBusy(false);
    onClose();
    if (outcome.ok) void workbench.analyse();
    else workbench.failure.set(outcome.failure);
  };
  return (
    <Dialog
      title={t('undoTitle', { file: row?.file ?? '' })}
      isOpen={row !== null}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="danger" isDisabled={busy} onPress={() => (row === null ? undefined : void undo(row.importId))}>
            {t('undo')}
          </Button>
        </>
      }
    >
      <p>{row !== null && t('undoText', { count: row.messages, n: formats.count(row.messages) })}</p>
    </Dialog>
  );
}
