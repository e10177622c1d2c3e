import type { RecordFormat } from '../record-format.ts';

/** Formats of YouTube, TikTok, LinkedIn. */
export const VIDEO_FORMATS: readonly RecordFormat[] = [];
