import { ClipboardCopy, Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import { useScope } from '../../state/navigation.ts';
import { saveText } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';

type Table = Omit<OperationInput<'lost.table'>, 'brand' | 'filters' | 'clock' | 'format' | 'separator' | 'language'>;

/** Saves a list as a table that a spreadsheet opens; with `asText`, copies it as text to paste. */
export function ExportButton({ table, asText = false }: { readonly table: Table; readonly asText?: boolean }) {
  const { t, i18n } = useTranslation('lost');
  const workbench = useWorkbench();
  const scope = useScope();
  const separator = useCsvSeparator();
  const [isCopied, setCopied] = useState(false);
  const language = i18n.language.startsWith('it') ? 'it' : 'en';
  const run = async (): Promise<void> => {
    const outcome = await workbench.bridge.call('lost.table', { ...scope, ...table, format: asText ? 'text' : 'csv', separator, language });
    if (!outcome.ok) {
      workbench.failure.set(outcome.failure);
      return;
    }
    if (!asText) saveText(outcome.value.fileName, outcome.value.text);
    else {
      await navigator.clipboard.writeText(outcome.value.text);
      setCopied(true);
    }
  };
  const Icon = asText ? ClipboardCopy : Download;
  return (
    <>
      <Button size="small" variant="plain" icon={<Icon size={14} aria-hidden="true" />} onPress={() => void run()}>{t(asText ? 'copy' : 'export')}</Button>
      {asText && <span role="status" className="quiet-text">{isCopied ? t('copied') : ''}</span>}
    </>
  );
}
