import type { RecordFormat } from '../record-format.ts';
import { REDDIT_API } from './reddit-api.ts';
import { REDDIT_DUMP } from './reddit-dump.ts';
import { REDDIT_GDPR } from './reddit-gdpr.ts';
import { REDDIT_REXPORT } from './reddit-rexport.ts';
import { STACK_EXCHANGE_DUMP } from './stack-exchange.ts';

/** Formats of Reddit, Stack Exchange. */
export const FORUM_FORMATS: readonly RecordFormat[] = [REDDIT_API, REDDIT_DUMP, REDDIT_REXPORT, REDDIT_GDPR, STACK_EXCHANGE_DUMP];
