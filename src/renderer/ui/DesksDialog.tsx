import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../contract/operations.ts';
import type { Failure, Outcome } from '../../contract/outcome.ts';
import { networkName } from '../../domain/wording/network-name.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useCalmAnalysis } from '../state/use-calm-analysis.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from './Button.tsx';
import { DataTable, type DataColumn } from './DataTable.tsx';
import { Dialog } from './Dialog.tsx';
import { FailureNotice } from './FailureNotice.tsx';

type Desks = OperationValue<'brand.desks'>;
type Desk = Desks['desks'][number];

/** Which profiles are held out as firms' desks, and what each is: a brand of its own, or a person. Every answer can be undone. */
export function DesksDialog({ desks, readOnly, isOpen, onClose }: { readonly desks: Desks; readonly readOnly: boolean; readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('data');
  const { t: shell } = useTranslation('shell');
  const formats = useFormats();
  const workbench = useWorkbench();
  const analyse = useCalmAnalysis();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const settle = async (change: () => Promise<Outcome<unknown>>): Promise<void> => {
    setBusy(true);
    const outcome = await change();
    setBusy(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (!outcome.ok) return;
    await workbench.refresh();
    analyse();
  };
  const columns: DataColumn<Desk>[] = [
    { key: 'name', label: t('desks.columns.name'), cell: ({ name }) => <strong>{name}</strong> },
    { key: 'network', label: t('desks.columns.network'), cell: ({ network }) => networkName(network, shell('networkUnknown')) },
    { key: 'messages', label: t('desks.columns.messages'), align: 'end', cell: ({ messages }) => formats.count(messages) },
    ...(readOnly ? [] : [{
      key: 'settle', label: <span className="visually-hidden">{t('desks.columns.settle')}</span>, align: 'end' as const,
      cell: ({ accountId, name }: Desk) => (
        <span className="desk-actions">
          <Button size="small" isDisabled={busy} aria-label={t('desks.isBrandOf', { name })} onPress={() => void settle(() => workbench.run('brand.claimDesks', { accountIds: [accountId] }))}>{t('desks.isBrand')}</Button>
          <Button size="small" isDisabled={busy} aria-label={t('desks.isPersonOf', { name })} onPress={() => void settle(() => workbench.run('roles.decide', { decisions: [{ accountId, role: 'voice', verdict: 'is-not' }] }))}>{t('desks.isPerson')}</Button>
        </span>
      ),
    }]),
  ];
  return (
    <Dialog title={t('desks.title')} isOpen={isOpen} onClose={onClose} width="wide">
      <p className="quiet-text">{t('desks.why')}</p>
      {failure !== null && <FailureNotice compact failure={failure} onDismiss={() => setFailure(null)} />}
      <DataTable caption={t('desks.title')} columns={columns} rows={desks.desks} rowKey={({ accountId }) => accountId} dense />
      {desks.total > desks.desks.length && <p className="quiet-text">{t('desks.further', { count: desks.total - desks.desks.length, n: formats.count(desks.total - desks.desks.length) })}</p>}
    </Dialog>
  );
}
