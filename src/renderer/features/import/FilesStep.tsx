import { FileInput, FileText, FolderOpen, Package, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormatWords } from '../../i18n/use-format-words.ts';
import { useFormats } from '../../i18n/use-formats.ts';
import { filesOfFolder } from '../../state/dropped-files.ts';
import { useLocation } from '../../state/navigation.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { isLeftOut, takenDrafts, type ImportDraft } from './import-draft.ts';
import { FileParts } from './FileParts.tsx';
import { useImportDesk } from './use-import-desk.ts';

/** Rows of a folder shown before the rest is asked for. */
const SHOWN_FILES = 40;

/** Which files come in, what each turned out to be, and what of a folder is left out. */
export function FilesStep() {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const { go } = useLocation();
  const { desk, state } = useImportDesk();
  const [shown, setShown] = useState(SHOWN_FILES);
  const taken = takenDrafts(state);
  const left = state.drafts.filter((draft) => isLeftOut(draft, state.previews[draft.id]));
  const isEmpty = state.drafts.length === 0;
  return (
    <Card
      title={t('chooseTitle')}
      subtitle={t('chooseText')}
      actions={
        <Button variant="plain" onPress={() => go({ path: ['questions'] })}>
          {t('askClient')}
        </Button>
      }
    >
      {!isEmpty && (
        <ul className="file-list" aria-label={t('fileList')}>
          {taken.slice(0, shown).map((draft) => (
            <FileRow key={draft.id} draft={draft} />
          ))}
        </ul>
      )}
      {taken.length > shown && (
        <Button variant="plain" onPress={() => setShown(shown + 200)}>
          {t('showMoreFiles', { n: formats.count(taken.length - shown) })}
        </Button>
      )}
      {left.length > 0 && (
        <details className="left-out">
          <summary>{t('leftOut', { count: left.length, n: formats.count(left.length) })}</summary>
          <ul>
            {left.slice(0, 200).map(({ id, path }) => (
              <li key={id}>{path}</li>
            ))}
          </ul>
        </details>
      )}
      <div className={isEmpty ? 'file-drop file-drop-empty' : 'file-drop'}>
        {isEmpty && <FileInput size={32} aria-hidden="true" />}
        <div className="file-buttons">
          <FileTrigger
            allowsMultiple
            onSelect={(files) => {
              if (files !== null) desk.addFiles([...files]);
            }}
          >
            <Button variant={isEmpty ? 'primary' : 'quiet'}>{isEmpty ? t('choose') : t('chooseMore')}</Button>
          </FileTrigger>
          <FileTrigger
            acceptDirectory
            onSelect={(files) => {
              if (files !== null) desk.addFiles(filesOfFolder(files));
            }}
          >
            <Button variant="quiet" icon={<FolderOpen size={16} aria-hidden="true" />}>
              {t('chooseFolder')}
            </Button>
          </FileTrigger>
        </div>
        <span className="quiet-text">{t('dropText')}</span>
      </div>
    </Card>
  );
}

function FileRow({ draft }: { readonly draft: ImportDraft }) {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const { desk, state } = useImportDesk();
  const { name: formatName } = useFormatWords();
  const look = state.previews[draft.id];
  const preview = look?.preview ?? null;
  const isArchive = preview !== null && preview.parts.length + preview.unread.length > 1;
  return (
    <li className="file-row">
      {isArchive ? <Package size={20} aria-hidden="true" /> : <FileText size={20} aria-hidden="true" />}
      <span className="file-name">
        <strong>{draft.path}</strong>
        <span className="quiet-text">
          {formats.bytes(draft.file.size)}
          {look === undefined || look.pending ? ` · ${t('reading')}` : ''}
          {preview !== null && preview.format !== null && !isArchive ? ` · ${formatName(preview.format)}` : ''}
          {isArchive ? ` · ${t('archiveParts', { count: preview.parts.length, n: formats.count(preview.parts.length), rest: formats.count(preview.unread.length) })}` : ''}
        </span>
      </span>
      <IconButton size="small" icon={<Trash2 size={16} />} label={t('removeFile', { file: draft.path })} onPress={() => desk.removeFile(draft.id)} />
      {look?.failure != null && <FailureNotice compact failure={look.failure} where={draft.path} />}
      {isArchive && <FileParts preview={preview} />}
    </li>
  );
}
