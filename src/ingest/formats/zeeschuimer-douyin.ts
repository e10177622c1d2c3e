import { epochAt, idAt, objectAt, objectOf, textAt, valueAt } from '../json-values.ts';
import { losslessJson } from '../lossless-json.ts';
import { newAccount, newMessage } from '../new-records.ts';
import { timeOfId } from '../snowflake-time.ts';
import { firstTime } from '../stored-time.ts';
import { chineseCount, oneMessage, profileOf, withoutId, type CaptureReader } from './capture-item.ts';

/** The stream behind an item: an object, or one written as text; null for videos. */
function streamOf(item: unknown): unknown {
  for (const raw of [valueAt(item, 'rawdata'), valueAt(item, 'cell_room', 'rawdata'), valueAt(item, 'cellRoom', 'rawdata')]) {
    if (objectOf(raw) !== null) return raw;
    if (typeof raw !== 'string') continue;
    try {
      return objectOf(losslessJson(raw));
    } catch {
      continue;
    }
  }
  return null;
}

/** A video, gallery or live stream of Douyin, in the names of its interface (`aweme_id`) or of its pages (`awemeId`). */
export const readCapturedDouyin: CaptureReader = (item, { line }) => {
  const id = idAt(item, 'aweme_id') ?? idAt(item, 'awemeId');
  if (id === null) return withoutId('Douyin');
  const stream = streamOf(item);
  const author = objectAt(stream, 'owner') ?? objectAt(item, 'authorInfo') ?? objectAt(item, 'author');
  const stats = objectAt(stream, 'stats') ?? objectAt(item, 'statistics') ?? objectAt(item, 'stats');
  const count = (name: string): number | null => chineseCount(stats, `${name}_count`) ?? chineseCount(stats, `${name}Count`);
  const userId = idAt(item, 'author_user_id') ?? idAt(item, 'authorUserId') ?? idAt(author, 'uid') ?? idAt(author, 'id');
  const profileId = textAt(author, 'sec_uid') ?? textAt(author, 'secUid') ?? userId;
  const times = [epochAt(stream, 'create_time'), epochAt(stream, 'createtime'), epochAt(item, 'create_time'), epochAt(item, 'createTime'), timeOfId('tiktok', id)];
  return oneMessage(newMessage({
    network: 'douyin', nativeId: id, kind: 'post', time: firstTime(...times), text: textAt(item, 'desc') ?? textAt(stream, 'title'),
    author: newAccount({ id: userId, handle: textAt(author, 'unique_id') ?? textAt(author, 'uniqueId'), name: textAt(author, 'nickname'), profile: textAt(author, 'signature') }),
    container: profileOf(profileId, textAt(author, 'nickname') ?? profileId), url: `https://www.douyin.com/video/${id}`,
    likes: count('digg'), replies: count('comment'), shares: count('share'), views: count('play'), saves: count('collect'), line,
  }));
};
