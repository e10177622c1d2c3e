import { spreadsheetSeparator, type CsvSeparator } from '../../domain/wording/csv-text.ts';
import { usePreferences } from './use-preferences.ts';

/** The separator with which every CSV file of this window is written: the chosen one, else that of the language. */
export function useCsvSeparator(): CsvSeparator {
  const { csv, language } = usePreferences();
  return csv === 'language' ? spreadsheetSeparator(language) : csv === 'semicolon' ? ';' : ',';
}
