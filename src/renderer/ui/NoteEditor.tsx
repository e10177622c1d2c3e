import { useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './Button.tsx';
import { Switch } from './Switch.tsx';
import { TextArea } from './TextArea.tsx';
import { TextField } from './TextField.tsx';
import './content.css';

/** A note as it was written. */
export interface WrittenNote {
  readonly text: string;
  readonly tags: string[];
  /** It stands in the appendix of reports. */
  readonly inReport: boolean;
}

export interface NoteEditorProps {
  readonly text: string;
  readonly tags: readonly string[];
  readonly inReport: boolean;
  /** Makes the note hold; empty text without tags takes it away. */
  readonly onSave: (note: WrittenNote) => void;
  readonly onLeave: () => void;
}

const MOST_TAGS = 20;

/** The tags in a line with commas, without blanks around them, none twice. */
export function writtenTags(line: string): string[] {
  return [...new Set(line.split(',').map((tag) => tag.trim().slice(0, 40)).filter((tag) => tag !== ''))].slice(0, MOST_TAGS);
}

/** A note being written, with its tags. Esc leaves it as it was. */
export function NoteEditor({ text, tags, inReport, onSave, onLeave }: NoteEditorProps) {
  const { t } = useTranslation('notes');
  const [typed, setTyped] = useState(text);
  const [line, setLine] = useState(tags.join(', '));
  const [isInReport, setInReport] = useState(inReport);
  const save = (event: SyntheticEvent): void => {
    event.preventDefault();
    onSave({ text: typed, tags: writtenTags(line), inReport: isInReport });
  };
  return (
    <form
      className="note-editor"
      aria-label={t('note.open')}
      onSubmit={save}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      <TextArea label={t('note.text')} value={typed} onChange={setTyped} maxLength={4000} rows={3} autoFocus />
      <TextField label={t('note.tags')} value={line} onChange={setLine} description={t('note.tagsHint')} maxLength={500} />
      <Switch isSelected={isInReport} onChange={setInReport}>{t('note.inReport')}</Switch>
      <div className="form-buttons">
        <Button onPress={onLeave}>{t('note.cancel')}</Button>
        <Button type="submit" variant="primary">{t('note.save')}</Button>
      </div>
    </form>
  );
}
