import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ProjectSummary } from '../../../contract/operations/project.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { Switch } from '../../ui/Switch.tsx';
import { TextField } from '../../ui/TextField.tsx';

interface BrandFormProps {
  /** Null for a new brand. */
  readonly brand: ProjectSummary['brands'][number] | null;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const names = (written: string): string[] => [...new Set(written.split(',').map((name) => name.trim()).filter((name) => name !== ''))];

/** Names a brand's accounts and pages, by hand; the change can be undone. */
export function BrandForm({ brand, isOpen, onClose }: BrandFormProps) {
  const { t } = useTranslation('data');
  const { t: common } = useTranslation('common');
  const workbench = useWorkbench();
  const [name, setName] = useState(brand?.name ?? '');
  const [accounts, setAccounts] = useState(brand?.accounts.join(', ') ?? '');
  const [containers, setContainers] = useState(brand?.containers.join(', ') ?? '');
  const [own, setOwn] = useState(brand?.own ?? true);
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const save = async (): Promise<void> => {
    setBusy(true);
    const outcome = await workbench.run('brand.assign', { name: name.trim(), own, accounts: names(accounts), containers: names(containers) });
    setBusy(false);
    if (!outcome.ok) {
      setFailure(outcome.failure);
      return;
    }
    onClose();
    void workbench.analyse();
  };
  return (
    <Dialog
      title={brand === null ? t('brandAdd') : t('brandEdit', { name: brand.name })}
      isOpen={isOpen}
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{common('cancel')}</Button>
          <Button variant="primary" isDisabled={busy || name.trim() === ''} onPress={() => void save()}>
            {t('brandSave')}
          </Button>
        </>
      }
    >
      {failure !== null && <FailureNotice compact failure={failure} />}
      <TextField label={t('brandName')} value={name} onChange={setName} isDisabled={brand !== null} maxLength={120} />
      <TextField label={t('brandAccounts')} description={t('brandAccountsHint')} value={accounts} onChange={setAccounts} />
      <TextField label={t('brandContainers')} value={containers} onChange={setContainers} />
      <Switch isSelected={own} onChange={setOwn}>
        {t('brandIsOwn')}
      </Switch>
    </Dialog>
  );
}
