import type { ReactionKind } from '../../domain/model/codes.ts';
import type { JsonItem } from '../json-item.ts';
import { listOf, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { ReadSetting } from '../record-format.ts';
import { refusedRow, type DownloadRow, type DownloadShape } from './meta-download.ts';

const network = 'instagram';
/** Lists of `[time, account]` and what each says that the owner did. */
const GIVEN: Readonly<Record<string, ReactionKind>> = { media_likes: 'like', comment_likes: 'like', saved_media: 'save' };
const MEDIA = ['photos', 'videos', 'stories'];
const PATHS = [...Object.keys(GIVEN).map((root) => `${root}[]`), 'media_comments[]', 'live_comments[]', ...MEDIA.map((root) => `${root}[]`), 'followers', 'following'];

function isTimed(value: unknown, width: number): boolean {
  return Array.isArray(value) && value.length >= 2 && value.length <= width && timeAt(value, [0]).ms !== null;
}

function isDatedNames(value: unknown): boolean {
  const times = Object.values(objectOf(value) ?? {});
  return times.length > 0 && times.every((time) => typeof time === 'string' && timeAt([time], [0]).ms !== null);
}

function createReader(setting: ReadSetting): (item: JsonItem) => readonly DownloadRow[] {
  const contentId = createContentIds();
  const shown = new Set<string>();
  const owner = setting.facts.owner;
  const placeOf = (name: string | null): ReturnType<typeof newContainer> | null => (name === null ? null : newContainer('profile', name));

  function comment(value: unknown, line: number): DownloadRow {
    const time = timeAt(value, [0]);
    const text = textAt(value, 1);
    const mediaOwner = textAt(value, 2)?.trim() ?? null;
    if (text === null) return refusedRow('not-a-message', 'a comment without text');
    return { messages: [newMessage({ network, nativeId: contentId([network, 'comment', time.ms, text, mediaOwner]), kind: 'comment', author: owner, container: placeOf(mediaOwner), time, text, line })] };
  }

  function post(value: unknown, root: string, line: number): readonly DownloadRow[] {
    const time = timeAt(value, ['taken_at']);
    const text = textAt(value, 'caption');
    // the pictures of one post stand beside each other as entries of their own
    const key = JSON.stringify([root, time.ms, text]);
    if (shown.has(key)) return [];
    shown.add(key);
    return [{ messages: [newMessage({ network, nativeId: contentId([network, 'post', root, time.ms, text, time.ms === null ? textAt(value, 'path') : null]), kind: 'post', author: owner, container: placeOf(owner?.handle ?? null), time, text, line })] }];
  }

  function follows(value: unknown, { isOwner, line }: { isOwner: boolean; line: number }): readonly DownloadRow[] {
    const own = placeOf(owner?.handle ?? null);
    return Object.keys(objectOf(value) ?? {}).flatMap((name) => {
      const container = isOwner ? placeOf(name) : own;
      if (container === null) return [];
      return [{ reactions: [newReaction({ network, kind: 'follow', account: isOwner ? owner : newAccount({ handle: name }), container, time: timeAt(value, [name]), line })] }];
    });
  }

  return ({ path, value, line }) => {
    const root = path.replace('[]', '');
    // a list without entries holds a sentence that says so
    if (typeof value === 'string') return [];
    if (root === 'followers' || root === 'following') return follows(value, { isOwner: root === 'following', line });
    if (MEDIA.includes(root)) return post(value, root, line);
    if (root.endsWith('_comments')) return [comment(value, line)];
    const kind = GIVEN[root] ?? 'other';
    const time = timeAt(value, [0]);
    const to = textAt(value, 1)?.trim() ?? null;
    if (to === null) return [refusedRow('not-a-message', 'a reaction without the account it went to')];
    return [{ reactions: [newReaction({ network, kind, account: owner, container: root === 'comment_likes' ? null : placeOf(to), targetNativeId: contentId([network, root, time.ms, to]), time, line })] }];
  };
}

function isThread(value: unknown): boolean {
  return Array.isArray(valueAt(value, 'participants')) && listOf(valueAt(value, 'conversation')).some((message) => textAt(message, 'sender') !== null && textAt(message, 'created_at') !== null);
}

/** Lines about the conversation itself: names given, calls. */
const SERVICE = ['action', 'video_call_action'];

function createThreadReader(): (item: JsonItem) => readonly DownloadRow[] {
  const contentId = createContentIds();
  return ({ value, line }) => {
    const names = listOf(valueAt(value, 'participants')).flatMap((name) => (typeof name === 'string' ? name : [])).sort();
    if (names.length === 0) return [refusedRow('not-a-message', 'no conversation')];
    const container = newContainer('channel', names.join(', '));
    return listOf(valueAt(value, 'conversation')).flatMap((said): DownloadRow | [] => {
      if (SERVICE.some((key) => textAt(said, key) !== null)) return [];
      const time: StoredTime = timeAt(said, ['created_at']);
      const sender = newAccount({ handle: textAt(said, 'sender') });
      const text = textAt(said, 'text') ?? textAt(said, 'heart') ?? textAt(said, 'link');
      const holds = text !== null || ['media', 'media_url', 'media_share_url', 'story_share', 'animated_media_images', 'voice_media', 'profile_share_username', 'media_share_caption'].some((key) => valueAt(said, key) !== undefined);
      if (sender === null || !holds) return refusedRow('not-a-message', sender === null ? 'a message without sender' : 'a message without text or attachment', said);
      const nativeId = contentId([network, 'message', container.nativeId, time.ms, sender.nativeId, text]);
      const likes = listOf(valueAt(said, 'likes')).flatMap((like) => {
        const account = newAccount({ handle: textAt(like, 'username') });
        return account === null ? [] : [newReaction({ network, kind: 'like', account, targetNativeId: nativeId, time: textAt(like, 'date') === null ? NO_TIME : timeAt(like, ['date']), line })];
      });
      return { messages: [newMessage({ network, nativeId, kind: 'message', author: sender, container, time, text, line })], reactions: likes };
    });
  };
}

/** Files of Instagram downloads up to 2020: positional lists, newest first, in plain UTF-8. */
export const SHAPES_OF_2020: readonly DownloadShape[] = [
  {
    order: 0, paths: [''],
    sure: ({ json }) => (textAt(json?.document, 'username') !== null && textAt(json?.document, 'date_joined') !== null && valueAt(json?.document, 'private_account') !== undefined ? 0.95 : 0),
    reader: (_, setting) => ({ value }) => {
      setting.facts.owner = newAccount({ handle: textAt(value, 'username'), name: textAt(value, 'name'), profile: textAt(value, 'biography'), link: textAt(value, 'website') }) ?? setting.facts.owner;
      return [];
    },
  },
  {
    paths: PATHS,
    sure: ({ json }) => {
      const document = json?.document;
      if (objectOf(document) === null) return 0;
      if (['media_comments', 'live_comments', ...Object.keys(GIVEN)].some((root) => isTimed(valueAt(document, root, 0), 3))) return 0.97;
      if (MEDIA.some((root) => textAt(document, root, 0, 'path') !== null && timeAt(valueAt(document, root, 0), ['taken_at']).ms !== null)) return 0.97;
      return ['followers', 'following'].some((root) => isDatedNames(valueAt(document, root))) ? 0.9 : 0;
    },
    reader: (_, setting) => createReader(setting),
  },
  {
    isPrivate: true, paths: ['[]'],
    sure: ({ json }) => (Array.isArray(json?.document) && json.values.length > 0 && json.values.every(isThread) ? 0.97 : 0),
    reader: () => createThreadReader(),
  },
];
