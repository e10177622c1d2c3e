import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import { saveText } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';

/** Saves the open requests of a choice as a table that a spreadsheet opens. */
export function BacklogExport({ choice, total }: { readonly choice: Omit<OperationInput<'response.backlogTable'>, 'separator'>; readonly total: number }) {
  const { t } = useTranslation('answers');
  const separator = useCsvSeparator();
  const workbench = useWorkbench();
  const run = async (): Promise<void> => {
    const outcome = await workbench.bridge.call('response.backlogTable', { ...choice, separator });
    if (outcome.ok) saveText(outcome.value.fileName, outcome.value.text);
    else workbench.failure.set(outcome.failure);
  };
  return <Button size="small" variant="plain" isDisabled={total === 0} icon={<Download size={14} aria-hidden="true" />} onPress={() => void run()}>{t('backlog.export')}</Button>;
}
