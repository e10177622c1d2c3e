import type { RecordFormat } from '../record-format.ts';
import { tableRecordFormat } from '../table-record-format.ts';
import { DESK_TABLES } from '../table-formats.ts';
import { APP_STORE_CONNECT } from './app-store-connect.ts';
import { GOOGLE_BUSINESS } from './google-business.ts';
import { ZENDESK_JSON } from './zendesk-json.ts';

/** Formats of reviews, help desks, listening suites. */
export const DESK_FORMATS: readonly RecordFormat[] = [...DESK_TABLES.map(tableRecordFormat), GOOGLE_BUSINESS, APP_STORE_CONNECT, ZENDESK_JSON];
