import { StickyNote } from 'lucide-react';
import { useSidePanel } from '../../state/panels.ts';
import { Button } from '../../ui/Button.tsx';
import type { MessageNote } from './use-message-notes.ts';

/** The note and tags of a message, under its words; a tag opens all that carries it. */
export function NoteUnderMessage({ note, onEdit }: { readonly note: MessageNote; readonly onEdit: (() => void) | null }) {
  const { openNotes } = useSidePanel();
  return (
    <div className="message-note">
      <StickyNote size={14} aria-hidden="true" />
      {note.text !== '' && (onEdit === null ? <p>{note.text}</p> : <button type="button" className="message-note-text" onClick={onEdit}>{note.text}</button>)}
      {note.tags.map((tag) => (
        <Button key={tag} size="small" variant="plain" className="note-tag page-link" onPress={() => openNotes(tag)}>{tag}</Button>
      ))}
    </div>
  );
}
