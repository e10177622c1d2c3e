import type { RecordFormat } from '../record-format.ts';

/** Formats of X archive, X API. */
export const X_FORMATS: readonly RecordFormat[] = [];
