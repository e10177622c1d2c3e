import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';

const LEAST_BASIS = 10;

/** States, changes or takes back on what ground people at work are looked at: one ground for single persons here and for teams of those who answer. */
export function BasisForm({ basis }: { readonly basis: OperationValue<'mirror.account'>['basis'] }) {
  const { t } = useTranslation('companies');
  const workbench = useWorkbench();
  const settings = useOperation('teams.settings', {});
  const [text, setText] = useState(basis?.text ?? '');
  const [statedBy, setStatedBy] = useState(basis?.statedBy ?? '');
  const [isTried, setTried] = useState(false);
  const isOff = text.trim() === '' && statedBy.trim() === '';
  const isWhole = isOff || (text.trim().length >= LEAST_BASIS && statedBy.trim() !== '');
  const save = async (): Promise<void> => {
    setTried(true);
    if (!isWhole || settings.status !== 'value') return;
    const outcome = await workbench.run('teams.set', { basis: isOff ? null : { text: text.trim(), statedBy: statedBy.trim() }, teams: settings.value.teams });
    workbench.failure.set(outcome.ok ? null : outcome.failure);
  };
  return (
    <form className="company-fields" onSubmit={(event) => { event.preventDefault(); void save(); }}>
      <TextField label={t('basisField')} description={t('basisShared')} value={text} onChange={setText} maxLength={2000} />
      <TextField label={t('basisBy')} value={statedBy} onChange={setStatedBy} maxLength={200} />
      <Button type="submit" size="small" className="page-link">{t('saveBasis')}</Button>
      {isTried && !isWhole && <p className="field-error" role="alert">{t('basisNeeds')}</p>}
    </form>
  );
}
