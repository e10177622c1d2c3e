import { ANY_JSON, ANY_TABLE } from './formats/any-table.ts';
import { APIFY_FACEBOOK_COMMENTS } from './formats/apify-facebook-comments.ts';
import { APIFY_GOOGLE_MAPS_REVIEWS } from './formats/apify-google-maps-reviews.ts';
import { APIFY_INSTAGRAM_COMMENTS } from './formats/apify-instagram-comments.ts';
import { APIFY_TIKTOK_COMMENTS } from './formats/apify-tiktok-comments.ts';
import { APIFY_YOUTUBE_COMMENTS } from './formats/apify-youtube-comments.ts';
import { BRANDWATCH } from './formats/brandwatch.ts';
import { ENGAGE_DIGITAL } from './formats/engage-digital.ts';
import { FOUR_CAT_CUSTOM } from './formats/four-cat-custom.ts';
import { FRESHDESK_TICKETS } from './formats/freshdesk-tickets.ts';
import { FRONT } from './formats/front.ts';
import { GOOGLE_PLAY_REVIEWS } from './formats/google-play-reviews.ts';
import { SPROUT_POSTS } from './formats/sprout-posts.ts';
import { TRUSTPILOT_REVIEWS } from './formats/trustpilot-reviews.ts';
import { TWCS } from './formats/twcs.ts';
import { ZENDESK_TICKETS } from './formats/zendesk-tickets.ts';
import { recognition, type TableFormat } from './table-format.ts';

/** Tables of comment exporters. */
export const EXPORTER_TABLES: readonly TableFormat[] = [TWCS, APIFY_FACEBOOK_COMMENTS, APIFY_INSTAGRAM_COMMENTS, APIFY_TIKTOK_COMMENTS, APIFY_YOUTUBE_COMMENTS, APIFY_GOOGLE_MAPS_REVIEWS];

/** Tables of review sites, help desks and listening suites. */
export const DESK_TABLES: readonly TableFormat[] = [GOOGLE_PLAY_REVIEWS, TRUSTPILOT_REVIEWS, ZENDESK_TICKETS, FRESHDESK_TICKETS, BRANDWATCH, SPROUT_POSTS, ENGAGE_DIGITAL, FRONT];

/** Tables of capture tools whose columns a person may map anew. */
export const CAPTURE_TABLES: readonly TableFormat[] = [FOUR_CAT_CUSTOM];

/** Tables of any kind, through a mapping. */
export const GENERIC_TABLES: readonly TableFormat[] = [ANY_TABLE, ANY_JSON];

/** Every kind of table known by its header, most telling first; those that take any table last. */
export const TABLE_FORMATS: readonly TableFormat[] = [...EXPORTER_TABLES, ...DESK_TABLES, ...CAPTURE_TABLES, ...GENERIC_TABLES];

/** The likeliest table format of a header, with its confidence; the one that takes anything written so, with 0, when none fits. */
export function recognisedTable(headers: readonly string[], form: 'table' | 'json' = 'table'): { readonly format: TableFormat; readonly confidence: number } {
  let best = { format: form === 'table' ? ANY_TABLE : ANY_JSON, confidence: 0 };
  for (const format of TABLE_FORMATS) {
    const confidence = format.form !== undefined && format.form !== form ? 0 : recognition(headers, format);
    if (confidence > best.confidence) best = { format, confidence };
  }
  return best;
}
