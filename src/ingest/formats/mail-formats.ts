import type { RecordFormat } from '../record-format.ts';
import { BLOG_THREAD } from './blog-thread.ts';
import { EML, MBOX } from './mbox.ts';

/** Formats of mail and blog threads. */
export const MAIL_FORMATS: readonly RecordFormat[] = [MBOX, EML, BLOG_THREAD];
