import type { RecordFormat } from '../record-format.ts';

/** Formats that take any document through a mapping, where nothing more telling fits. */
export const GENERIC_FORMATS: readonly RecordFormat[] = [];
