import type { RecordFormat } from '../record-format.ts';

/** Formats of Telegram, Discord, WhatsApp. */
export const CHAT_FORMATS: readonly RecordFormat[] = [];
