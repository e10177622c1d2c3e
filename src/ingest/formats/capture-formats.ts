import type { RecordFormat } from '../record-format.ts';
import { FOUR_CAT_TABLES } from './four-cat-tables.ts';
import { FOUR_CAT_NDJSON, ZEESCHUIMER } from './zeeschuimer.ts';

/** Formats of Zeeschuimer and 4CAT. */
export const CAPTURE_FORMATS: readonly RecordFormat[] = [ZEESCHUIMER, FOUR_CAT_NDJSON, ...FOUR_CAT_TABLES];
