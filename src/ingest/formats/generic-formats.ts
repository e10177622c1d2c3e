import type { RecordFormat } from '../record-format.ts';
import { tableRecordFormat } from '../table-record-format.ts';
import { GENERIC_TABLES } from '../table-formats.ts';

/** Formats that take any document through a mapping, where nothing more telling fits. */
export const GENERIC_FORMATS: readonly RecordFormat[] = GENERIC_TABLES.map(tableRecordFormat);
