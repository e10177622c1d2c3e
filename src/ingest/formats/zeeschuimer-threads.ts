import type { RecordedAccount, RecordedMessage } from '../../domain/model/record.ts';
import { countAt, epochAt, flagAt, idAt, objectAt, textAt } from '../json-values.ts';
import { newAccount, newMessage, newReaction } from '../new-records.ts';
import { wholeNetwork, withoutId, type CaptureReader } from './capture-item.ts';

function authorOf(post: unknown): RecordedAccount | null {
  return newAccount({ id: idAt(post, 'user', 'pk') ?? idAt(post, 'user', 'id'), handle: textAt(post, 'user', 'username'), name: textAt(post, 'user', 'full_name'), followers: countAt(post, 'user', 'follower_count') });
}

/** A reply does not say what it answers; seen on the page of another post it belongs to that post's thread. */
function threadOf(page: string | null, code: string): string | null {
  const shown = /^https?:\/\/(?:www\.)?threads\.(?:net|com)\/@[^/]{1,60}\/post\/([\w-]{1,40})/.exec(page ?? '')?.[1] ?? null;
  return shown === code ? null : shown;
}

function post(item: unknown, line: number, page: string | null): RecordedMessage | null {
  const code = textAt(item, 'code');
  if (code === null) return null;
  const author = authorOf(item);
  const isReply = flagAt(item, 'text_post_app_info', 'is_reply') === true || objectAt(item, 'text_post_app_info', 'reply_to_author') !== null;
  return newMessage({
    network: 'threads', nativeId: code, kind: isReply ? 'reply' : 'post', author, container: wholeNetwork('threads', 'Threads'), time: epochAt(item, 'taken_at'), text: textAt(item, 'caption', 'text'),
    rootNativeId: isReply ? threadOf(page, code) : null, url: `https://www.threads.com/@${author?.handle ?? ''}/post/${code}`,
    likes: flagAt(item, 'like_and_view_counts_disabled') === true ? null : countAt(item, 'like_count'), replies: countAt(item, 'text_post_app_info', 'direct_reply_count'), shares: countAt(item, 'text_post_app_info', 'repost_count'),
    quotedNativeId: textAt(item, 'text_post_app_info', 'share_info', 'quoted_post', 'code'), line,
  });
}

/** A post of Threads; one passed on without a word is a share, with the original beside it. */
export const readCapturedThreadsPost: CaptureReader = (item, { line, page }) => {
  const shared = objectAt(item, 'text_post_app_info', 'share_info', 'reposted_post');
  const quoted = objectAt(item, 'text_post_app_info', 'share_info', 'quoted_post');
  const others = [shared, quoted].map((other) => post(other, line, null)).filter((message) => message !== null);
  const own = post(item, line, page);
  if (own === null) return withoutId('Threads');
  const account = authorOf(item);
  const target = textAt(shared, 'code');
  if (target !== null && account !== null && own.text === null) return { messages: others, reactions: [newReaction({ network: 'threads', kind: 'share', account, targetNativeId: target, time: epochAt(item, 'taken_at'), line })] };
  return { messages: [own, ...others] };
};
