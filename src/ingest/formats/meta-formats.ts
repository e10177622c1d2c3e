import type { RecordFormat } from '../record-format.ts';

/** Formats of Facebook, Instagram, Messenger, Business Suite, CrowdTangle, Graph API. */
export const META_FORMATS: readonly RecordFormat[] = [];
