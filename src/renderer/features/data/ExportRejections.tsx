import { Download } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { saveText } from '../../state/save-text.ts';
import { useCsvSeparator } from '../../state/use-csv-separator.ts';
import { useWorkbench } from '../../state/workbench.ts';
import { Button } from '../../ui/Button.tsx';

const PAGE_SIZE = 20_000;

/** Saves the refused rows of an import as a table that Excel opens: file, part, line, reason and the row as it was. */
export function ExportRejections({ importId }: { readonly importId: number }) {
  const { t } = useTranslation('account');
  const separator = useCsvSeparator();
  const workbench = useWorkbench();
  const [isBusy, setBusy] = useState(false);
  const save = async (): Promise<void> => {
    setBusy(true);
    const pieces: string[] = [];
    for (let page = 0; ; page += 1) {
      const outcome = await workbench.bridge.call('import.rejectionsCsv', { importId, page, size: PAGE_SIZE, separator });
      if (!outcome.ok) {
        workbench.failure.set(outcome.failure);
        break;
      }
      pieces.push(outcome.value.text);
      if ((page + 1) * PAGE_SIZE < outcome.value.total) continue;
      saveText(outcome.value.fileName, pieces.join(''));
      break;
    }
    setBusy(false);
  };
  return (
    <Button size="small" variant="plain" icon={<Download size={14} aria-hidden="true" />} isDisabled={isBusy} onPress={() => void save()}>
      {t('exportRejected')}
    </Button>
  );
}
