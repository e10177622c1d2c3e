import { Download } from 'lucide-react';
import type { ChartTable } from '../../charts/chart-table.ts';
import { useTableCsv } from '../../charts/use-table-csv.ts';
import { saveText } from '../../state/save-text.ts';
import { Button } from '../../ui/Button.tsx';

/** Saves a table as a file that a spreadsheet opens, as the preferences want it. */
export function SaveTable({ label, fileName, table }: { readonly label: string; readonly fileName: string; readonly table: () => ChartTable }) {
  const tableCsv = useTableCsv();
  return (
    <Button size="small" variant="plain" icon={<Download size={14} aria-hidden="true" />} onPress={() => saveText(fileName, tableCsv(table()))}>
      {label}
    </Button>
  );
}
