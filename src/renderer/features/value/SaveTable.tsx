import { Download } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { chartTableCsv, type ChartTable } from '../../charts/chart-table.ts';
import { saveText } from '../../state/save-text.ts';
import { Button } from '../../ui/Button.tsx';

/** Saves a table as a file that a spreadsheet opens, with the separator of the reader's language. */
export function SaveTable({ label, fileName, table }: { readonly label: string; readonly fileName: string; readonly table: () => ChartTable }) {
  const { i18n } = useTranslation();
  return (
    <Button size="small" variant="plain" icon={<Download size={14} aria-hidden="true" />} onPress={() => saveText(fileName, chartTableCsv(table(), i18n.language.startsWith('it') ? ';' : ','))}>
      {label}
    </Button>
  );
}
