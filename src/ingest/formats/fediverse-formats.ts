import type { RecordFormat } from '../record-format.ts';
import { BLUESKY } from './bluesky.ts';
import { BLUESKY_JETSTREAM } from './bluesky-jetstream.ts';
import { MASTODON_API } from './mastodon-api.ts';
import { MASTODON_ARCHIVE } from './mastodon-archive.ts';

/** Formats of Mastodon, Bluesky. */
export const FEDIVERSE_FORMATS: readonly RecordFormat[] = [MASTODON_ARCHIVE, MASTODON_API, BLUESKY_JETSTREAM, BLUESKY];
