import type { RecordFormat } from '../record-format.ts';
import { tableRecordFormat } from '../table-record-format.ts';
import { EXPORTER_TABLES } from '../table-formats.ts';

/** Formats of comment exporters. */
export const EXPORTER_FORMATS: readonly RecordFormat[] = EXPORTER_TABLES.map(tableRecordFormat);
