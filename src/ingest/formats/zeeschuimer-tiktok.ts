import type { RecordedContainer, RecordedMessage } from '../../domain/model/record.ts';
import { countAt, epochAt, flagAt, idAt, listOf, objectAt, textAt, valueAt } from '../json-values.ts';
import type { StoredTime } from '../stored-time.ts';
import { newAccount, newMessage } from '../new-records.ts';
import { timeOfId } from '../snowflake-time.ts';
import { oneMessage, profileOf, wholeNetwork, withoutId, type CaptureReader } from './capture-item.ts';

/** A time as said, else as written into the id. */
function timeOf(item: unknown, key: string, id: string): StoredTime {
  const said = epochAt(item, key);
  return said.ms === null ? timeOfId('tiktok', id) : said;
}

function language(item: unknown, key: string): string | null {
  const tag = textAt(item, key);
  return tag === null || tag === 'un' ? null : tag;
}

/** A TikTok video as its pages carry it; the author is an object, or only a name where the page had it embedded. */
export const readCapturedTiktokPost: CaptureReader = (item, { line }) => {
  const id = idAt(item, 'id');
  if (id === null) return withoutId('TikTok');
  const author = objectAt(item, 'author');
  const handle = textAt(author, 'uniqueId') ?? textAt(item, 'author');
  const count = (key: string): number | null => countAt(item, 'stats', key) ?? countAt(item, 'statsV2', key);
  return oneMessage(newMessage({
    network: 'tiktok', nativeId: id, kind: 'post', time: timeOf(item, 'createTime', id), text: textAt(item, 'desc'),
    author: newAccount({ id: idAt(author, 'id'), handle, name: textAt(author, 'nickname') ?? textAt(item, 'nickname'), followers: countAt(item, 'authorStats', 'followerCount'), profile: textAt(author, 'signature') }),
    container: profileOf(handle), url: `https://www.tiktok.com/@${handle ?? ''}/video/${id}`, languageTag: language(item, 'textLanguage'),
    likes: count('diggCount'), replies: count('commentCount'), shares: count('shareCount'), views: count('playCount'), saves: count('collectCount'), line,
  }));
};

/** The profile under whose video a comment was seen: the page says it where it is the page of that video. */
function placeOf(page: string | null, video: string | null): RecordedContainer {
  const match = /^https?:\/\/(?:www\.)?tiktok\.com\/@([^/?#]{1,60})\/(?:video|photo)\/(\d{1,25})/.exec(page ?? '');
  const handle = match !== null && match[2] === video ? (match[1] ?? null) : null;
  return profileOf(handle) ?? wholeNetwork('tiktok', 'TikTok');
}

function comment(item: unknown, line: number, page: string | null): RecordedMessage[] {
  const id = idAt(item, 'cid');
  if (id === null) return [];
  const video = idAt(item, 'aweme_id');
  const answered = idAt(item, 'reply_to_reply_id') ?? idAt(item, 'reply_id');
  const own = newMessage({
    network: 'tiktok', nativeId: id, kind: answered === null ? 'comment' : 'reply', time: timeOf(item, 'create_time', id), text: textAt(item, 'text'),
    author: newAccount({ id: idAt(item, 'user', 'uid'), handle: textAt(item, 'user', 'unique_id'), name: textAt(item, 'user', 'nickname'), profile: textAt(item, 'user', 'signature') }),
    container: placeOf(page, video), parentNativeId: answered ?? video, rootNativeId: video, languageTag: language(item, 'comment_language'),
    likes: countAt(item, 'digg_count'), replies: countAt(item, 'reply_comment_total'), likedByBrand: flagAt(item, 'is_author_digged'), line,
  });
  return [own, ...listOf(valueAt(item, 'reply_comment')).flatMap((reply) => comment(reply, line, page))];
}

/** A TikTok comment, with the answers that its page showed under it. */
export const readCapturedTiktokComment: CaptureReader = (item, { line, page }) => {
  const messages = comment(item, line, page);
  return messages.length === 0 ? withoutId('TikTok') : { messages };
};
