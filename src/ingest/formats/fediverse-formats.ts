import type { RecordFormat } from '../record-format.ts';

/** Formats of Mastodon, Bluesky. */
export const FEDIVERSE_FORMATS: readonly RecordFormat[] = [];
