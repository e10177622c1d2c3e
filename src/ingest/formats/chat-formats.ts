import type { RecordFormat } from '../record-format.ts';
import { DISCORD_CSV } from './discord-csv.ts';
import { DISCORD_EXPORTER } from './discord-exporter.ts';
import { DISCORD_PACKAGE } from './discord-package.ts';
import { TELEGRAM_EXPORT } from './telegram.ts';
import { WHATSAPP_CHAT } from './whatsapp.ts';

/** Formats of Telegram, Discord, WhatsApp. */
export const CHAT_FORMATS: readonly RecordFormat[] = [TELEGRAM_EXPORT, DISCORD_EXPORTER, DISCORD_CSV, DISCORD_PACKAGE, WHATSAPP_CHAT];
