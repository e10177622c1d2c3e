import type { RecordedAccount } from '../../domain/model/record.ts';
import { countAt, epochAt, flagAt, idAt, objectAt, textAt } from '../json-values.ts';
import type { StoredTime } from '../stored-time.ts';
import { newAccount, newMessage } from '../new-records.ts';
import { oneMessage, profileOf, withoutId, type CaptureReader } from './capture-item.ts';

/** The author's details stand under `user`, under `owner`, or spread over both; the id is also the second half of the item's. */
function authorOf(item: unknown): RecordedAccount | null {
  const owner = objectAt(item, 'owner');
  const user = objectAt(item, 'user');
  const said = (key: string): string | null => textAt(user, key) ?? textAt(owner, key);
  return newAccount({
    id: idAt(user, 'id') ?? idAt(user, 'pk') ?? idAt(owner, 'id') ?? idAt(owner, 'pk') ?? textAt(item, 'id')?.split('_')[1] ?? null,
    handle: said('username'), name: said('full_name'), followers: countAt(user, 'follower_count') ?? countAt(owner, 'edge_followed_by', 'count'),
  });
}

function timeOf(item: unknown): StoredTime {
  const taken = epochAt(item, 'taken_at');
  return taken.ms === null ? epochAt(item, 'taken_at_timestamp') : taken;
}

/**
 * An Instagram post in any of three shapes: the item list, the older Graph (`shortcode`), and Polaris, which has neither
 * time nor likes. Items of overview pages (`_zs_partial`) lack time and counts. Where likes are hidden Instagram gives a
 * made-up number, which is left out; advertisements are no posts of anybody's page.
 */
export const readCapturedInstagramPost: CaptureReader = (item, { line }) => {
  if (textAt(item, 'product_type') === 'ad' || (textAt(item, 'link') ?? '').startsWith('https://www.facebook.com/ads/')) return { rejected: { code: 'not-a-message', detail: 'an advertisement' } };
  const code = textAt(item, 'code') ?? textAt(item, 'shortcode');
  if (code === null) return withoutId('Instagram');
  const author = authorOf(item);
  const hidden = flagAt(item, 'like_and_view_counts_disabled') === true;
  return oneMessage(newMessage({
    network: 'instagram', nativeId: code, kind: 'post', author, container: profileOf(author?.handle ?? null), time: timeOf(item),
    text: textAt(item, 'caption', 'text') ?? textAt(item, 'caption') ?? textAt(item, 'edge_media_to_caption', 'edges', 0, 'node', 'text'), url: `https://www.instagram.com/p/${code}`,
    likes: hidden ? null : (countAt(item, 'like_count') ?? countAt(item, 'edge_media_preview_like', 'count')),
    replies: countAt(item, 'comment_count') ?? countAt(item, 'edge_media_preview_comment', 'count') ?? countAt(item, 'edge_media_to_comment', 'count'),
    views: countAt(item, 'view_count') ?? countAt(item, 'play_count') ?? countAt(item, 'ig_play_count') ?? countAt(item, 'video_view_count'), shares: countAt(item, 'reshare_count'), line,
  }));
};
