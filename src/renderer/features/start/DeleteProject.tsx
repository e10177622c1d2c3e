import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationValue } from '../../../contract/operations.ts';
import type { Failure } from '../../../contract/outcome.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { TypedWordDialog, type TypedWord } from '../../ui/TypedWordDialog.tsx';

type Listed = OperationValue<'app.state'>['recent'][number];

/** The button that deletes a project of the list, and what it asks before: what would go is said, and a word is typed. */
export function DeleteProject({ project, isDisabled }: { readonly project: Listed; readonly isDisabled: boolean }) {
  const { t } = useTranslation('start');
  const [isAsking, setAsking] = useState(false);
  return (
    <>
      <IconButton size="small" className="recent-delete" icon={<Trash2 size={16} />} label={t('delete.action', { name: project.name })} isDisabled={isDisabled} onPress={() => setAsking(true)} />
      {isAsking && <Asked project={project} onClose={() => setAsking(false)} />}
    </>
  );
}

function Asked({ project, onClose }: { readonly project: Listed; readonly onClose: () => void }) {
  const { t } = useTranslation('start');
  const formats = useFormats();
  const workbench = useWorkbench();
  const removal = useOperation('project.removal', { recentId: project.id });
  const [isBusy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const remove = async (word: TypedWord): Promise<void> => {
    setBusy(true);
    const outcome = await workbench.run('project.delete', { recentId: project.id, word });
    setBusy(false);
    if (outcome.ok) onClose();
    else setFailure(outcome.failure);
  };
  return (
    <TypedWordDialog title={t('delete.title', { name: project.name })} confirm={t('delete.confirm')} isOpen isBusy={isBusy} isReady={removal.status === 'value'} onClose={onClose} onConfirm={(word) => void remove(word)}>
      {failure !== null && <FailureNotice compact failure={failure} />}
      <Answer state={removal} shape="lines" rows={3}>
        {({ fileName, isThere, copies, bytes }) => isThere ? (
          <div className="erase-body">
            <p>{t('delete.file', { file: fileName, size: formats.bytes(bytes) })}{copies > 0 && ` ${t('delete.copies', { count: copies, n: formats.count(copies) })}`}</p>
            <p>{t('delete.stays')}</p>
            <p className="erase-final">{t('delete.final')}</p>
          </div>
        ) : <p>{t('delete.gone', { file: fileName })}</p>}
      </Answer>
    </TypedWordDialog>
  );
}
