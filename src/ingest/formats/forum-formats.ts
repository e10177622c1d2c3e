import type { RecordFormat } from '../record-format.ts';

/** Formats of Reddit, Stack Exchange. */
export const FORUM_FORMATS: readonly RecordFormat[] = [];
