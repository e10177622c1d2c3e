import type { RecordFormat } from '../record-format.ts';

/** Formats of mail and blog threads. */
export const MAIL_FORMATS: readonly RecordFormat[] = [];
