import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperationInput } from '../../../contract/operations.ts';
import { useScope } from '../../state/navigation.ts';
import { saveText } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';

const SIZE = 20_000;

/** Saves the whole statement as a table that a spreadsheet opens: every line with its sides, basis, totals so far and message. */
export function SaveStatement({ party }: { readonly party: OperationInput<'value.statement'>['party'] }) {
  const { t } = useTranslation('value');
  const separator = useCsvSeparator();
  const workbench = useWorkbench();
  const scope = useScope();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const pieces: string[] = [];
    for (let page = 0; ; page += 1) {
      const outcome = await workbench.bridge.call('value.statementCsv', { ...scope, party, page, size: SIZE, separator });
      if (!outcome.ok) {
        workbench.failure.set(outcome.failure);
        break;
      }
      pieces.push(outcome.value.text);
      if ((page + 1) * SIZE < outcome.value.total) continue;
      saveText(outcome.value.fileName, pieces.join(''));
      break;
    }
    setBusy(false);
  };
  return <Button icon={<Download size={16} aria-hidden="true" />} isDisabled={isBusy} onPress={() => void save()}>{t('statement.csv')}</Button>;
}
