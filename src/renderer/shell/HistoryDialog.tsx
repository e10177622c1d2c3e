import { Redo2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../i18n/use-formats.ts';
import { useOperation } from '../state/use-operation.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Answer } from '../ui/Answer.tsx';
import { Button } from '../ui/Button.tsx';
import { Dialog } from '../ui/Dialog.tsx';
import { PageButtons } from '../ui/PageButtons.tsx';
import { changeWords } from './change-words.ts';

const SIZE = 20;

/** Every change to the project in words, the latest first; each can be gone back to, or forth. */
export function HistoryDialog({ isOpen, onClose }: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const { t } = useTranslation('notes');
  return (
    <Dialog title={t('history.title')} isOpen={isOpen} onClose={onClose} width="wide">
      {isOpen && <HistoryList />}
    </Dialog>
  );
}

function HistoryList() {
  const { t } = useTranslation('notes');
  const { t: shell } = useTranslation('shell');
  const formats = useFormats();
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const [page, setPage] = useState(0);
  const state = useOperation('history.list', { page, size: SIZE });
  const go = async (id: number, done: boolean): Promise<void> => {
    const outcome = await workbench.run('history.go', { id, done });
    if (outcome.ok) void workbench.analyse();
    else workbench.failure.set(outcome.failure);
  };
  return (
    <Answer state={state} shape="lines" rows={6}>
      {({ entries, total }) => total === 0 ? <p className="quiet-text">{t('history.none')}</p> : (
        <>
          <p className="quiet-text">{t('history.note')}</p>
          <ol className="history-list">
            {entries.map(({ id, label, atMs, undone }) => {
              const what = changeWords(label, shell) ?? t('history.unknown');
              return (
                <li key={id} className="history-row" data-undone={undone}>
                  <span className="history-what">{what}{undone && <em className="history-undone">{t('history.undone')}</em>}</span>
                  <time className="history-time">{formats.dateTime(atMs)}</time>
                  {!readOnly && (
                    <Button size="small" variant="plain" icon={undone ? <Redo2 size={14} aria-hidden="true" /> : <Undo2 size={14} aria-hidden="true" />} aria-label={t(undone ? 'history.forwardLabel' : 'history.backLabel', { what })} onPress={() => void go(id, undone)}>
                      {t(undone ? 'history.forward' : 'history.back')}
                    </Button>
                  )}
                </li>
              );
            })}
          </ol>
          <PageButtons page={page} size={SIZE} total={total} onPage={setPage} />
        </>
      )}
    </Answer>
  );
}
