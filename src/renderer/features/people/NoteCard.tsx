import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSidePanel } from '../../state/panels.ts';
import { useOperation } from '../../state/use-operation.ts';
import { useProject } from '../../state/use-project.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Answer } from '../../ui/Answer.tsx';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { NoteEditor } from '../../ui/NoteEditor.tsx';

/** What is written of a person, with tags that open all that carries them. */
export function NoteCard({ accountId }: { readonly accountId: number }) {
  const { t } = useTranslation('notes');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { openNotes } = useSidePanel();
  const state = useOperation('notes.of', { accountId });
  const [isWriting, setWriting] = useState(false);
  const save = async (note: { readonly text: string; readonly tags: string[] }): Promise<void> => {
    const outcome = await workbench.run('notes.save', { subject: { kind: 'account', accountId }, ...note });
    if (outcome.ok) setWriting(false);
    else workbench.failure.set(outcome.failure);
  };
  return (
    <Card title={t('note.card')}>
      <Answer state={state} shape="lines" rows={2}>
        {({ notes: [note] }) => isWriting ? <NoteEditor text={note?.text ?? ''} tags={note?.tags ?? []} onLeave={() => setWriting(false)} onSave={(written) => void save(written)} /> : (
          <div className="person-note">
            {note === undefined ? <p className="quiet-text">{t('note.empty')}</p> : note.text !== '' && <p>{note.text}</p>}
            {note !== undefined && note.tags.length > 0 && <p className="notes-tags">{note.tags.map((tag) => <Button key={tag} size="small" variant="plain" className="note-tag page-link" onPress={() => openNotes(tag)}>{tag}</Button>)}</p>}
            {!readOnly && <Button size="small" onPress={() => setWriting(true)}>{t('note.write')}</Button>}
          </div>
        )}
      </Answer>
    </Card>
  );
}
