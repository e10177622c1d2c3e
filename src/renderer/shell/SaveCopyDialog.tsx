import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { copyQuestion, writeCopy, type CopyQuestion } from '../state/save-copy.ts';
import { useStore } from '../state/store.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { TextField } from '../ui/TextField.tsx';

/** What saving the project elsewhere has to ask: a name where the host has no dialog for it, and whether another project may be replaced. */
export function SaveCopyDialog() {
  const question = useStore(copyQuestion);
  // a question about one project is not asked over another
  useEffect(() => () => copyQuestion.set(null), []);
  return question === null ? null : <Asked question={question} />;
}

function Asked({ question }: { readonly question: CopyQuestion }) {
  const { mode, closed, of, target } = question;
  const { t } = useTranslation('saving');
  const { t: common } = useTranslation('common');
  const workbench = useWorkbench();
  const taken = target === null ? null : 'name' in target ? target.name : target.fileName;
  const hasName = target === null || 'name' in target;
  const [name, setName] = useState(taken ?? t('suggested', { name: of }));
  const wanted = name.trim();
  const replace = taken !== null && wanted === taken;
  const close = (): void => copyQuestion.set(null);
  const save = (): void => {
    if (wanted === '') return;
    close();
    void writeCopy(workbench, { ...question, target: target === null || 'name' in target ? { name: wanted } : target, replace });
  };
  return (
    <Dialog
      title={t(mode)}
      isOpen
      onClose={close}
      footer={
        <>
          <Button onPress={close}>{common('cancel')}</Button>
          <Button type="submit" form="save-copy" variant="primary" isDisabled={wanted === ''}>{t(replace ? 'replace' : 'save')}</Button>
        </>
      }
    >
      <form
        id="save-copy"
        className="save-copy"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <p className="quiet-text">{t(closed !== null ? 'textClosed' : mode === 'as' ? 'textAs' : 'textCopy')}</p>
        {hasName && <TextField label={t('name')} value={name} onChange={setName} maxLength={120} autoFocus description={t('folder')} />}
        {replace && <p className="notice notice-gold" role="alert">{t('taken', { name: taken })}</p>}
      </form>
    </Dialog>
  );
}
