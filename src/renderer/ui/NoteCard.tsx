import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../contract/operations.ts';
import { useSidePanel } from '../state/panels.ts';
import { useOperation } from '../state/use-operation.ts';
import { useProject } from '../state/use-project.ts';
import { useWorkbench } from '../state/workbench.ts';
import { Answer } from './Answer.tsx';
import { Button } from './Button.tsx';
import { Card } from './Card.tsx';
import { NoteEditor, type WrittenNote } from './NoteEditor.tsx';

/** What a card's note stands on: a person, a tribe, a figure by its definition. */
export type CardSubject = Exclude<OperationInput<'notes.save'>['subject'], { kind: 'message' }>;

interface NoteCardProps {
  readonly subject: CardSubject;
  /** What is said while nothing is written. */
  readonly empty: string;
}

function asked(subject: CardSubject): OperationInput<'notes.of'> {
  if (subject.kind === 'account') return { accountId: subject.accountId };
  return subject.kind === 'tribe' ? { tribeId: subject.tribeId } : { metricId: subject.metricId };
}

/** What is written of one thing, with tags that open all that carries them, and whether it stands in reports. */
export function NoteCard({ subject, empty }: NoteCardProps) {
  const { t } = useTranslation('notes');
  const workbench = useWorkbench();
  const { readOnly } = useProject();
  const { openNotes } = useSidePanel();
  const state = useOperation('notes.of', asked(subject));
  const [isWriting, setWriting] = useState(false);
  const save = async (note: WrittenNote): Promise<void> => {
    const outcome = await workbench.run('notes.save', { subject, text: note.text, tags: [...note.tags], inReport: note.inReport });
    if (outcome.ok) setWriting(false);
    else workbench.failure.set(outcome.failure);
  };
  return (
    <Card className="note-card" title={t('note.card')}>
      <Answer state={state} shape="lines" rows={2}>
        {({ notes: [note] }) => isWriting ? <NoteEditor text={note?.text ?? ''} tags={note?.tags ?? []} inReport={note?.inReport ?? false} onLeave={() => setWriting(false)} onSave={(written) => void save(written)} /> : (
          <div className="person-note">
            {note === undefined ? <p className="quiet-text">{empty}</p> : note.text !== '' && <p>{note.text}</p>}
            {note?.inReport === true && <p className="quiet-text">{t('note.isInReport')}</p>}
            {note !== undefined && note.tags.length > 0 && <p className="notes-tags">{note.tags.map((tag) => <Button key={tag} size="small" variant="plain" className="note-tag page-link" onPress={() => openNotes(tag)}>{tag}</Button>)}</p>}
            {!readOnly && <Button size="small" className="keep-button" onPress={() => setWriting(true)}>{t('note.write')}</Button>}
          </div>
        )}
      </Answer>
    </Card>
  );
}
