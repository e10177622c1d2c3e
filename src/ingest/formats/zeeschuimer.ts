import type { JsonItem, JsonObject } from '../json-item.ts';
import { epochAt, flagAt, idAt, objectAt, objectOf, textAt } from '../json-values.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { jsonFormat, shareOfHead } from '../json-format.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, ReadSetting, RecordFormat } from '../record-format.ts';
import type { CaptureReader } from './capture-item.ts';
import { readCapturedImgurPost, readCapturedNinegagPost, readCapturedPin } from './zeeschuimer-boards.ts';
import { readCapturedDouyin } from './zeeschuimer-douyin.ts';
import { readCapturedInstagramPost } from './zeeschuimer-instagram.ts';
import { readCapturedLinkedinPost } from './zeeschuimer-linkedin.ts';
import { readCapturedGab, readCapturedTruth } from './zeeschuimer-statuses.ts';
import { readCapturedThreadsPost } from './zeeschuimer-threads.ts';
import { readCapturedTiktokComment, readCapturedTiktokPost } from './zeeschuimer-tiktok.ts';
import { readCapturedTweet } from './zeeschuimer-x.ts';
import { readCapturedNote, readCapturedNoteComment } from './zeeschuimer-xiaohongshu.ts';

/** Reader of each platform by the name that captures give it. */
const READERS = new Map<string, CaptureReader>([
  ['twitter.com', readCapturedTweet], ['x.com', readCapturedTweet], ['instagram.com', readCapturedInstagramPost], ['tiktok.com', readCapturedTiktokPost], ['tiktok-comments', readCapturedTiktokComment],
  ['threads.net', readCapturedThreadsPost], ['threads.com', readCapturedThreadsPost], ['linkedin.com', readCapturedLinkedinPost], ['9gag.com', readCapturedNinegagPost], ['imgur.com', readCapturedImgurPost],
  ['douyin.com', readCapturedDouyin], ['gab.com', readCapturedGab], ['truthsocial.com', readCapturedTruth], ['pinterest.com', readCapturedPin],
  ['xiaohongshu.com', readCapturedNote], ['xiaohongshu-comments', readCapturedNoteComment],
]);

/** What is said of a captured item, and the item as its platform's pages carry it. */
interface Captured {
  readonly envelope: JsonObject;
  readonly data: JsonObject;
}

/** Zeeschuimer puts the item into its envelope; null for anything else. */
function captured(value: unknown): Captured | null {
  const envelope = objectOf(value);
  const data = objectAt(value, 'data');
  return envelope === null || data === null || textAt(envelope, 'source_platform') === null || (envelope['nav_index'] === undefined && envelope['timestamp_collected'] === undefined && envelope['item_id'] === undefined) ? null : { envelope, data };
}

/** 4CAT puts the envelope into the item; null for anything else. */
function importedBy4cat(value: unknown): Captured | null {
  const data = objectOf(value);
  const envelope = objectAt(value, '__import_meta');
  return data === null || envelope === null || textAt(envelope, 'source_platform') === null ? null : { envelope, data };
}

/** So many items are remembered to pass over those captured twice; beyond, the project merges them. */
const REMEMBERED = 500_000;

/**
 * Passes over an item that adds nothing to the same one met before: captures repeat items at each page view. One seen later,
 * or whole where the one before was in part, is read too, and the project keeps the more telling values of both; one in part
 * adds nothing to a whole one.
 */
function createRepetitionFilter(): (platform: string, capture: Captured) => boolean {
  const met = new Map<string, { readonly updated: number; readonly isWhole: boolean }>();
  return (platform, { envelope, data }) => {
    const item = idAt(envelope, 'item_id');
    if (item === null) return false;
    const key = `${platform} ${item}`;
    const updated = epochAt(envelope, 'last_updated').ms ?? epochAt(envelope, 'timestamp_collected').ms ?? 0;
    const isWhole = flagAt(data, '_zs_partial') !== true;
    const before = met.get(key);
    if (before !== undefined && (before.isWhole ? updated <= before.updated || !isWhole : updated <= before.updated && !isWhole)) return true;
    if (before !== undefined || met.size < REMEMBERED) met.set(key, { updated: Math.max(updated, before?.updated ?? 0), isWhole: isWhole || before?.isWhole === true });
    return false;
  };
}

function createReader(open: (value: unknown) => Captured | null): (part: Part, setting: ReadSetting) => (item: JsonItem) => ItemOutcome {
  return (_, { facts }) => {
    const isRepeated = createRepetitionFilter();
    return ({ value, line }) => {
      const capture = open(value);
      if (capture === null) return { rejected: { code: 'not-a-message', detail: 'the line is no captured item' } };
      const { envelope, data } = capture;
      const { ms } = epochAt(envelope, 'timestamp_collected');
      if (ms !== null) facts.collectedAtMs = Math.max(facts.collectedAtMs ?? 0, ms);
      const platform = textAt(envelope, 'source_platform') ?? '';
      const read = READERS.get(platform);
      if (read === undefined) return { rejected: { code: 'not-a-message', detail: `items of ${platform.slice(0, 60)} are not known` } };
      return isRepeated(platform, capture) ? null : read(data, { line, page: textAt(envelope, 'source_platform_url') });
    };
  };
}

function captureFormat(id: string, name: string, description: string, open: (value: unknown) => Captured | null): RecordFormat {
  return jsonFormat({
    id, name, description,
    recognise: (head: PartHead) => {
      const share = shareOfHead(head, (value) => open(value) !== null);
      return share >= 0.9 ? 1 : share >= 0.5 ? 0.95 : 0;
    },
    paths: ({ json }) => [Array.isArray(json?.document) ? '[]' : ''],
    reader: createReader(open),
  });
}

/** Items captured with the Zeeschuimer browser extension. */
export const ZEESCHUIMER = captureFormat('zeeschuimer', 'Zeeschuimer (NDJSON)', 'posts, and for TikTok and Xiaohongshu comments, as a person browsing saw them; what was not scrolled to is not in it', captured);

/** The same items after 4CAT took them in. */
export const FOUR_CAT_NDJSON = captureFormat('4cat-ndjson', '4CAT (NDJSON)', 'items captured with Zeeschuimer, as 4CAT hands them out again', importedBy4cat);
