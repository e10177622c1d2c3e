import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../contract/operations.ts';
import type { Failure } from '../../contract/outcome.ts';
import { useFormats } from '../i18n/use-formats.ts';
import { useOperation } from '../state/use-operation.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from './Button.tsx';
import { DesksDialog } from './DesksDialog.tsx';
import { FailureNotice } from './FailureNotice.tsx';

const NAMED = 5;

/** How many firms' desks that nobody claimed are held out of people, and why; which they are, and the one step that makes brands of them. Nothing where there are none. */
export function DesksNotice() {
  const state = useOperation('brand.desks', {});
  return state.status === 'value' && state.value.total > 0 ? <HeldOut held={state.value} /> : null;
}

function HeldOut({ held }: { readonly held: OperationValue<'brand.desks'> }) {
  const { t } = useTranslation('data');
  const formats = useFormats();
  const { readOnly } = useProject();
  const workbench = useWorkbench();
  const [busy, setBusy] = useState(false);
  const [isOpen, setOpen] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const { total, desks } = held;
  const claim = async (): Promise<void> => {
    setBusy(true);
    const outcome = await workbench.run('brand.claimDesks', {});
    setBusy(false);
    setFailure(outcome.ok ? null : outcome.failure);
    if (outcome.ok) void workbench.analyse();
  };
  return (
    <div className="notice notice-gold desks-notice">
      <p>{t('desks.text', { count: total, n: formats.count(total), names: formats.list(desks.slice(0, NAMED).map(({ name }) => name)) })}</p>
      {failure !== null && <FailureNotice failure={failure} />}
      <div className="desks-actions">
        <Button size="small" onPress={() => setOpen(true)}>{t(readOnly ? 'desks.show' : 'desks.settle', { count: total })}</Button>
        {!readOnly && <Button size="small" isDisabled={busy} onPress={() => void claim()}>{t('desks.claim', { count: total })}</Button>}
      </div>
      <DesksDialog desks={held} readOnly={readOnly} isOpen={isOpen} onClose={() => setOpen(false)} />
    </div>
  );
}
