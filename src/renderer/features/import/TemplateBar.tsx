import { BookmarkCheck, Download, Save } from 'lucide-react';
import { useState } from 'react';
import { FileTrigger } from 'react-aria-components';
import { useTranslation } from 'react-i18next';
import { saveText } from '../../state/save-text.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import type { ImportDraft, Preview } from './import-draft.ts';
import { useImportDesk } from './use-import-desk.ts';

/** Keeps the mapping of a table under a name, takes up one kept before, and moves them between computers. */
export function TemplateBar({ draft, preview }: { readonly draft: ImportDraft; readonly preview: Preview }) {
  const { t } = useTranslation('importing');
  const workbench = useWorkbench();
  const { desk } = useImportDesk();
  const [name, setName] = useState('');
  const [said, setSaid] = useState<string | null>(null);
  const { template } = preview;
  const isUsed = template !== null && draft.templateId === template.id;
  const run = async (work: () => Promise<string | null>): Promise<void> => {
    setSaid(await work());
  };
  const save = (): Promise<void> => run(async () => {
    const outcome = await workbench.run('templates.save', { name: name.trim(), headers: preview.columns.map((column) => column.name), mapping: preview.mapping });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    else setName('');
    return outcome.ok ? t('templateSaved') : null;
  });
  const exportAll = (): Promise<void> => run(async () => {
    const outcome = await workbench.bridge.call('templates.export', {});
    if (!outcome.ok) return null;
    saveText(outcome.value.fileName, outcome.value.text, 'application/json');
    return null;
  });
  const takeIn = (file: File): Promise<void> => run(async () => {
    const outcome = await workbench.run('templates.import', { text: await file.text() });
    if (!outcome.ok) workbench.failure.set(outcome.failure);
    return outcome.ok ? t('templatesTaken', { added: outcome.value.added, replaced: outcome.value.replaced }) : null;
  });
  return (
    <div className="template-bar">
      {template !== null && (
        <p className="template-known">
          <BookmarkCheck size={16} aria-hidden="true" />
          {t(isUsed ? 'templateUsed' : template.isExact ? 'templateKnown' : 'templateSimilar', { name: template.name })}
          {!isUsed && (
            <Button size="small" onPress={() => desk.takeTemplate(draft.id, template)}>
              {t('templateTake')}
            </Button>
          )}
        </p>
      )}
      <form
        className="field-with-button"
        onSubmit={(event) => {
          event.preventDefault();
          if (name.trim() !== '') void save();
        }}
      >
        <TextField label={t('templateName')} placeholder={t('templateNameExample')} value={name} onChange={setName} maxLength={120} />
        <Button type="submit" icon={<Save size={16} aria-hidden="true" />} isDisabled={name.trim() === ''}>
          {t('templateSave')}
        </Button>
      </form>
      <div className="template-moves">
        <Button variant="plain" size="small" icon={<Download size={14} aria-hidden="true" />} onPress={() => void exportAll()}>
          {t('templatesExport')}
        </Button>
        <FileTrigger
          acceptedFileTypes={['.json', 'application/json']}
          onSelect={(files) => {
            const file = files?.[0];
            if (file !== undefined) void takeIn(file);
          }}
        >
          <Button variant="plain" size="small">
            {t('templatesImport')}
          </Button>
        </FileTrigger>
        {said !== null && (
          <span role="status" className="quiet-text">
            {said}
          </span>
        )}
      </div>
    </div>
  );
}
