import type { RecordFormat } from '../record-format.ts';
import { LINKEDIN_ARCHIVE } from './linkedin-archive.ts';
import { TIKTOK_DOWNLOAD } from './tiktok-download.ts';
import { TIKTOK_STUDIO } from './tiktok-studio.ts';
import { YOUTUBE_DATA_API } from './youtube-data-api.ts';
import { YOUTUBE_HISTORY } from './youtube-history.ts';
import { YOUTUBE_TAKEOUT } from './youtube-takeout.ts';

/** Formats of YouTube, TikTok, LinkedIn. */
export const VIDEO_FORMATS: readonly RecordFormat[] = [YOUTUBE_TAKEOUT, YOUTUBE_HISTORY, YOUTUBE_DATA_API, TIKTOK_DOWNLOAD, TIKTOK_STUDIO, LINKEDIN_ARCHIVE];
