import type { RecordFormat } from '../record-format.ts';

/** Formats of Zeeschuimer and 4CAT. */
export const CAPTURE_FORMATS: readonly RecordFormat[] = [];
