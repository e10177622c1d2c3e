import { FileInput, FileText, Trash2 } from 'lucide-react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../i18n/use-formats.ts';
import { Button } from '../../ui/Button.tsx';
import { Card } from '../../ui/Card.tsx';
import { FailureNotice } from '../../ui/FailureNotice.tsx';
import { IconButton } from '../../ui/IconButton.tsx';
import { useImportDesk } from './use-import-desk.ts';

/** Which files come in. */
export function FilesStep() {
  const { t } = useTranslation('importing');
  const formats = useFormats();
  const { desk, state } = useImportDesk();
  const isEmpty = state.drafts.length === 0;
  return (
    <Card title={t('chooseTitle')} subtitle={t('chooseText')}>
      {!isEmpty && (
        <ul className="file-list" aria-label={t('fileList')}>
          {state.drafts.map(({ id, file }) => {
            const look = state.previews[id];
            return (
              <li key={id} className="file-row">
                <FileText size={20} aria-hidden="true" />
                <span className="file-name">
                  <strong>{file.name}</strong>
                  <span className="quiet-text">
                    {formats.bytes(file.size)}
                    {look?.pending === true && ` · ${t('reading')}`}
                  </span>
                </span>
                <IconButton size="small" icon={<Trash2 size={16} />} label={t('removeFile', { file: file.name })} onPress={() => desk.removeFile(id)} />
                {look?.failure != null && <FailureNotice compact failure={look.failure} where={file.name} />}
              </li>
            );
          })}
        </ul>
      )}
      <div className={isEmpty ? 'file-drop file-drop-empty' : 'file-drop'}>
        {isEmpty && <FileInput size={32} aria-hidden="true" />}
        <FileTrigger
          allowsMultiple
          onSelect={(files) => {
            if (files !== null) desk.addFiles([...files]);
          }}
        >
          <Button variant={isEmpty ? 'primary' : 'quiet'}>{isEmpty ? t('choose') : t('chooseMore')}</Button>
        </FileTrigger>
        <span className="quiet-text">{t('dropText')}</span>
      </div>
    </Card>
  );
}
