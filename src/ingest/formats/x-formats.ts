import type { RecordFormat } from '../record-format.ts';
import { X_API_V1 } from './x-api-v1.ts';
import { X_API_V2 } from './x-api-v2.ts';
import { X_ARCHIVE } from './x-archive.ts';

/** Formats of X archive, X API. */
export const X_FORMATS: readonly RecordFormat[] = [X_ARCHIVE, X_API_V2, X_API_V1];
