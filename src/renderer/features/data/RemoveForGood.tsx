import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErasureReceiptView, type ErasureReceipt } from '../../ui/ErasureReceiptView.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { TypedWordDialog, type TypedWord } from '../../ui/TypedWordDialog.tsx';

/** An import that may be removed for good. */
export interface RemovableImport {
  readonly importId: number;
  readonly file: string;
  readonly messages: number;
}

/** The button that removes an import for good, its confirmation and its receipt. `isNamed`: the label says which file. */
export function RemoveForGood({ removable, isNamed = false }: { readonly removable: RemovableImport; readonly isNamed?: boolean }) {
  const { t } = useTranslation('privacy');
  const formats = useFormats();
  const workbench = useWorkbench();
  const { path, go } = useLocation();
  const [isAsking, setAsking] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [receipt, setReceipt] = useState<ErasureReceipt | null>(null);
  const { importId, file, messages } = removable;
  const remove = async (word: TypedWord): Promise<void> => {
    setBusy(true);
    const outcome = await workbench.runJob('retention.remove', { importId, word });
    setBusy(false);
    setAsking(false);
    if (!outcome.ok) return workbench.failure.set(outcome.failure);
    setReceipt(outcome.value);
    void workbench.analyse();
  };
  const close = (): void => {
    setReceipt(null);
    if (path[1] === 'import') go({ path: ['data'] });
  };
  return (
    <>
      <Button variant="danger" size="small" className="keep-button" {...(isNamed ? { 'aria-label': t('retention.removeOf', { file }) } : {})} onPress={() => setAsking(true)}>{t('retention.remove')}</Button>
      <TypedWordDialog title={t('retention.dialogTitle', { file })} confirm={t('retention.confirm')} isOpen={isAsking} isBusy={isBusy} isReady onClose={() => setAsking(false)} onConfirm={(word) => void remove(word)}>
        <p>{t('retention.dialogText', { count: messages, n: formats.count(messages) })}</p>
        <p className="erase-final">{t('retention.dialogFinal')}</p>
        {isBusy && <Progress label={t('erase.erasing')} share={null} />}
      </TypedWordDialog>
      <Dialog title={t('receipt.title')} isOpen={receipt !== null} onClose={close} footer={<Button onPress={close}>{t('receipt.close')}</Button>}>
        {receipt !== null && <ErasureReceiptView receipt={receipt} />}
      </Dialog>
    </>
  );
}
