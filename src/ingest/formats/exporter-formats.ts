import type { RecordFormat } from '../record-format.ts';

/** Formats of comment exporters. */
export const EXPORTER_FORMATS: readonly RecordFormat[] = [];
