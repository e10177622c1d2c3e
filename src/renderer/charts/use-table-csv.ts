import { useCallback } from 'react';
import { useCsvSeparator } from '../state/use-csv-separator.ts';
import { usePreferences } from '../state/use-preferences.ts';
import { chartTableCsv, type ChartTable } from './chart-table.ts';

/** Writes tables of this window as CSV text, as the preferences want it. */
export function useTableCsv(): (table: ChartTable) => string {
  const separator = useCsvSeparator();
  const { language } = usePreferences();
  return useCallback((table) => chartTableCsv(table, { separator, language }), [separator, language]);
}
