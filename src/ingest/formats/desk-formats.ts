import type { RecordFormat } from '../record-format.ts';

/** Formats of reviews, help desks, listening suites. */
export const DESK_FORMATS: readonly RecordFormat[] = [];
