import { UserX } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useLocation } from '../../state/navigation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Checkbox } from '../../ui/Checkbox.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { ErasedCounts, ErasureReceiptView, type ErasureReceipt } from '../../ui/ErasureReceiptView.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { TypedWordDialog, type TypedWord } from '../../ui/TypedWordDialog.tsx';

type Rehearsal = OperationValue<'privacy.rehearse'>;

type Step =
  | { readonly at: 'closed' }
  | { readonly at: 'counting' }
  | { readonly at: 'failed'; readonly failure: Failure }
  | { readonly at: 'asking'; readonly rehearsal: Rehearsal; readonly isBusy: boolean }
  | { readonly at: 'done'; readonly receipt: ErasureReceipt };

/** Erases the person of a profile: first what would go, then the typed word, then the receipt. It outlives the profile it is about. */
export function EraseAction({ accountId }: { readonly accountId: number }) {
  const { t } = useTranslation('privacy');
  const project = useProject();
  const workbench = useWorkbench();
  const { go } = useLocation();
  const [step, setStep] = useState<Step>({ at: 'closed' });
  const [deletable, setDeletable] = useState<readonly string[]>([]);
  if (project.readOnly) return null;
  const close = (): void => setStep({ at: 'closed' });
  const rehearse = async (): Promise<void> => {
    setStep({ at: 'counting' });
    const outcome = await workbench.runJob('privacy.rehearse', { accountId });
    setDeletable([]);
    setStep((now) => (now.at !== 'counting' ? now : outcome.ok ? { at: 'asking', rehearsal: outcome.value, isBusy: false } : { at: 'failed', failure: outcome.failure }));
  };
  const erase = async (rehearsal: Rehearsal, word: TypedWord): Promise<void> => {
    setStep({ at: 'asking', rehearsal, isBusy: true });
    const outcome = await workbench.runJob('privacy.erase', { accountId, word, deleteBackups: [...deletable] });
    if (outcome.ok) void workbench.analyse();
    setStep(outcome.ok ? { at: 'done', receipt: outcome.value } : { at: 'failed', failure: outcome.failure });
  };
  const leave = (): void => {
    close();
    go({ path: ['people'] });
  };
  const asking = step.at === 'asking' ? step : null;
  return (
    <>
      <Button variant="plain" className="keep-button" icon={<UserX size={16} aria-hidden="true" />} onPress={() => void rehearse()}>{t('erase.action')}</Button>
      <TypedWordDialog title={t('erase.title')} confirm={t('erase.confirm')} isOpen={step.at === 'counting' || step.at === 'asking'} isBusy={asking?.isBusy === true} isReady={asking !== null} onClose={close} onConfirm={(word) => (asking === null ? undefined : void erase(asking.rehearsal, word))}>
        {asking === null ? <Progress label={t('erase.counting')} share={null} /> : <Rehearsed rehearsal={asking.rehearsal} deletable={deletable} onDeletable={setDeletable} />}
        {asking?.isBusy === true && <Progress label={t('erase.erasing')} share={null} />}
      </TypedWordDialog>
      <Dialog title={step.at === 'failed' ? t('erase.title') : t('receipt.title')} isOpen={step.at === 'failed' || step.at === 'done'} onClose={step.at === 'done' ? leave : close} footer={<Button onPress={step.at === 'done' ? leave : close}>{t('receipt.close')}</Button>}>
        {step.at === 'failed' && <FailureNotice failure={step.failure} />}
        {step.at === 'done' && <ErasureReceiptView receipt={step.receipt} />}
      </Dialog>
    </>
  );
}

function Rehearsed({ rehearsal, deletable, onDeletable }: { readonly rehearsal: Rehearsal; readonly deletable: readonly string[]; readonly onDeletable: (names: readonly string[]) => void }) {
  const { t } = useTranslation('privacy');
  const formats = useFormats();
  const { accounts, counts, backups } = rehearsal;
  return (
    <>
      <p>{t('erase.accounts', { count: accounts.length, names: formats.list(accounts.map(({ name }) => name)) })}</p>
      <ErasedCounts counts={counts} />
      <p>{t('erase.stays')}</p>
      {backups.length > 0 && (
        <div className="privacy-column">
          <h3 className="data-heading">{t('erase.backupsTitle')}</h3>
          {backups.map(({ name, bytes, atMs }) => (
            <Checkbox key={name} isSelected={deletable.includes(name)} onChange={(isOn) => onDeletable(isOn ? [...deletable, name] : deletable.filter((each) => each !== name))}>
              {t('erase.backup', { name, size: formats.bytes(bytes), day: formats.shortDate(atMs) })}
            </Checkbox>
          ))}
          <p className="quiet-text">{t('erase.backupsKept')}</p>
        </div>
      )}
      <p className="erase-final">{t('erase.final')}</p>
    </>
  );
}
