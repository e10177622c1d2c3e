import type { RecordedAccount } from '../../domain/model/record.ts';
import { postAddress } from '../../domain/model/post-address.ts';
import { fileName } from '../file-name.ts';
import { headValues } from '../json-format.ts';
import type { JsonItem } from '../json-item.ts';
import { epochAt, idAt, listOf, objectAt, objectOf, textAt, valueAt } from '../json-values.ts';
import type { StoredTime } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import { nameId } from '../private-name.ts';
import type { Part, ReadSetting } from '../record-format.ts';
import { ALBUMS } from './facebook-download-albums.ts';
import { downloadFormat, refusedRow, type DownloadRow, type DownloadShape } from './meta-download.ts';
import { isLabelled, labelledEntry } from './meta-labels.ts';
import { reactionKind } from './meta-reactions.ts';

type EntryKind = 'post' | 'guest-post' | 'comment' | 'reaction' | 'followed' | 'follower' | 'view' | 'comment-or-reaction' | 'post-or-reaction';

/** Members under which the files keep their entries, with what an entry is when its own content does not say. */
const ROOTS: Readonly<Record<string, EntryKind>> = {
  comments_v2: 'comment', comments: 'comment', group_comments_v2: 'comment', group_comments: 'comment', group_posts_v2: 'post', group_posts: 'post', status_updates_v2: 'post', status_updates: 'post',
  wall_posts_sent_to_you_v2: 'guest-post', wall_posts_sent_to_you: 'guest-post', reactions_v2: 'reaction', reactions: 'reaction',
  page_likes_v2: 'followed', page_likes: 'followed', pages_followed_v2: 'followed', pages_followed: 'followed', following_v2: 'followed', following: 'followed', followers_v2: 'follower', followers: 'follower', recently_viewed: 'view',
};
const ROOT_NAMES = Object.keys(ROOTS);
const POST_ADDRESS = /^https?:\/\/(?:[\w-]+\.)?facebook\.com\/.*(?:\/(?:posts|videos|reel|permalink)\/|[?&](?:v|story_fbid|fbid)=)/i;

/** The root member that a path of items lies under. */
function rootOf(path: string): EntryKind {
  const name = path.split('.').map((step) => step.replace('[]', '')).find((step) => Object.hasOwn(ROOTS, step));
  return name === undefined ? 'post' : (ROOTS[name] ?? 'post');
}

/** What is attached to an entry: media, links, places, events, notes. */
function attachmentsOf(entry: unknown): readonly unknown[] {
  return listOf(valueAt(entry, 'attachments')).flatMap((attachment) => listOf(valueAt(attachment, 'data')));
}

function isEntry(value: unknown): boolean {
  if (epochAt(value, 'timestamp').ms === null && typeof valueAt(value, 'timestamp') !== 'number') return false;
  return listOf(valueAt(value, 'data')).some((part) => ['post', 'comment', 'reaction', 'update_timestamp', 'name'].some((key) => valueAt(part, key) !== undefined)) || Array.isArray(valueAt(value, 'attachments')) || textAt(value, 'title') !== null || textAt(value, 'name') !== null;
}

/** The words of a post: its own, else those of a note or of its pictures. The heading is never read: it is prose in the account's language. */
function postText(entry: unknown): string | null {
  const own = listOf(valueAt(entry, 'data')).flatMap((part) => textAt(part, 'post') ?? []);
  const attached = (): string[] => attachmentsOf(entry).flatMap((part) => textAt(part, 'note', 'text') ?? textAt(part, 'text') ?? textAt(part, 'media', 'description') ?? []);
  const texts = [...new Set((own.length > 0 ? own : attached()).map((text) => text.trim()))];
  return texts.length === 0 ? null : texts.join('\n\n');
}

function createEntryReader(setting: ReadSetting): (entry: unknown, kind: EntryKind, line: number) => readonly DownloadRow[] {
  const contentId = createContentIds();
  const network = 'facebook';
  const profileOf = (account: RecordedAccount | null): ReturnType<typeof newContainer> | null => (account === null ? null : newContainer('profile', account.name ?? account.nativeId));

  function reaction(code: string, account: RecordedAccount | null, { time, target, line }: { time: StoredTime; target: string; line: number }): DownloadRow {
    return { reactions: [newReaction({ network, kind: reactionKind(code) ?? 'other', account, targetNativeId: target, time, line })] };
  }

  function comment(entry: unknown, said: unknown, line: number): DownloadRow {
    const own = epochAt(said, 'timestamp');
    const time = own.ms === null ? epochAt(entry, 'timestamp') : own;
    const written = textAt(said, 'author')?.trim() ?? null;
    const author = written === null ? setting.facts.owner : newAccount({ name: written });
    const text = textAt(said, 'comment');
    const attached = attachmentsOf(entry);
    if (text === null && attached.length === 0) return refusedRow('not-a-message', 'a comment without text or attachment', entry);
    const group = textAt(said, 'group')?.trim() ?? null;
    const nativeId = idAt(entry, 'fbid') ?? contentId([network, 'comment', time.ms, written === null ? null : nameId(written), text, group, text === null ? JSON.stringify(attached) : null]);
    return { messages: [newMessage({ network, nativeId, kind: 'comment', author, container: group === null ? null : newContainer('channel', group), time, text, line })] };
  }

  function labelled(entry: unknown, kind: EntryKind, line: number): readonly DownloadRow[] {
    const { time, links, texts } = labelledEntry(entry);
    // a comment of one word may be the word of a reaction
    const reacted = kind.endsWith('reaction') ? texts.find(({ text }) => reactionKind(text) !== null) : undefined;
    const id = idAt(entry, 'fbid');
    if (reacted !== undefined || kind === 'reaction') {
      const address = links.find((link) => POST_ADDRESS.test(link));
      const target = address === undefined ? contentId([network, 'reacted', id, time.ms]) : postAddress(address);
      return [reaction(reacted?.text ?? '', setting.facts.owner, { time, target, line })];
    }
    const text = texts.reduce<string | null>((longest, next) => (next.text.length > (longest?.length ?? 0) ? next.text : longest), null);
    const media = listOf(valueAt(entry, 'media'));
    if (text === null && media.length === 0) return [refusedRow('not-a-message', 'an entry without text or media')];
    const author = setting.facts.owner;
    const written = kind.startsWith('comment') ? 'comment' : 'post';
    const nativeId = id ?? contentId([network, written, time.ms, text, text === null ? JSON.stringify(media) : null]);
    return [{ messages: [newMessage({ network, nativeId, kind: written, author, container: written === 'post' ? profileOf(author) : null, time, text, line })] }];
  }

  function followed(entry: unknown, kind: 'followed' | 'follower', line: number): readonly DownloadRow[] {
    const name = textAt(entry, 'name') ?? listOf(valueAt(entry, 'data')).map((part) => textAt(part, 'name')).find((found) => found !== null) ?? null;
    const { owner } = setting.facts;
    const place = kind === 'followed' ? (name === null ? null : newContainer('page', name.trim())) : profileOf(owner);
    const account = kind === 'followed' ? owner : newAccount({ name });
    if (name === null || place === null) return [];
    return [{ reactions: [newReaction({ network, kind: 'follow', account, container: place, time: epochAt(entry, 'timestamp'), line })] }];
  }

  return (entry, kind, line) => {
    if (kind === 'followed' || kind === 'follower') return followed(entry, kind, line);
    if (kind === 'view') {
      const address = textAt(entry, 'data', 'uri');
      if (address === null || !POST_ADDRESS.test(address)) return [];
      return [{ reactions: [newReaction({ network, kind: 'view', account: setting.facts.owner, targetNativeId: postAddress(address), time: epochAt(entry, 'timestamp'), line })] }];
    }
    if (Array.isArray(valueAt(entry, 'label_values'))) return labelled(entry, kind, line);
    const time = epochAt(entry, 'timestamp');
    const parts = listOf(valueAt(entry, 'data'));
    const comments = parts.flatMap((part) => objectAt(part, 'comment') ?? []);
    const reactions = parts.flatMap((part) => objectAt(part, 'reaction') ?? []);
    if (reactions.length > 0) {
      const target = contentId([network, 'reacted', time.ms, textAt(entry, 'title')]);
      return reactions.map((given) => reaction(textAt(given, 'reaction') ?? '', textAt(given, 'actor') === null ? setting.facts.owner : newAccount({ name: textAt(given, 'actor') }), { time, target, line }));
    }
    if (comments.length > 0) return comments.map((said) => comment(entry, said, line));
    if (kind === 'comment') return [comment(entry, null, line)];
    if (kind === 'reaction') return [refusedRow('not-a-message', 'an entry without a reaction')];
    const text = postText(entry);
    const attached = attachmentsOf(entry);
    if (text === null && attached.length === 0) return [refusedRow('not-a-message', 'a post without text or attachment')];
    const author = kind === 'guest-post' ? null : setting.facts.owner;
    const nativeId = idAt(entry, 'fbid') ?? contentId([network, 'post', time.ms, text, text === null ? JSON.stringify(attached) : null]);
    return [{ messages: [newMessage({ network, nativeId, kind: 'post', author, container: profileOf(setting.facts.owner), time, text, line })] }];
  };
}

/** What a bare list of labelled entries holds, which only the name of its own file says: folders are named after several kinds. */
function labelledKind(path: string): EntryKind {
  const name = fileName(path);
  const mayReact = /reaction|like/i.test(name);
  if (/comment/i.test(name)) return mayReact ? 'comment-or-reaction' : 'comment';
  if (mayReact) return 'reaction';
  return /post/i.test(name) ? 'post' : 'post-or-reaction';
}

function readEntries(part: Part, setting: ReadSetting): (item: JsonItem) => readonly DownloadRow[] {
  const read = createEntryReader(setting);
  return ({ value, path, line }) => {
    const isBare = path === '[]';
    // a list of whole files, each under its root, is read by the other paths
    if (isBare && !isEntry(value) && !isLabelled(value)) return ROOT_NAMES.some((root) => valueAt(value, root) !== undefined) ? [] : [refusedRow('not-a-message', 'no entry of a Facebook download')];
    return read(value, isBare && isLabelled(value) ? labelledKind(part.head.name) : rootOf(path), line);
  };
}

/** Names that other programs use too need an entry that says what it holds. */
function isTelling(root: string, entry: unknown): boolean {
  if (root === 'recently_viewed') return Array.isArray(valueAt(entry, 'entries')) || Array.isArray(valueAt(entry, 'children'));
  if (root.endsWith('_v2')) return isEntry(entry) || Array.isArray(valueAt(entry, 'label_values'));
  if (typeof valueAt(entry, 'timestamp') !== 'number') return false;
  if (/follow|likes/.test(root)) return textAt(entry, 'name') !== null || textAt(entry, 'title') !== null;
  return listOf(valueAt(entry, 'data')).some((part) => ['post', 'comment', 'reaction', 'update_timestamp'].some((key) => valueAt(part, key) !== undefined));
}

function firstEntries(document: unknown, root: string): readonly unknown[] {
  const found = valueAt(document, root);
  return (Array.isArray(found) ? listOf(found) : listOf(valueAt(found, 'activity_log_data'))).slice(0, 20);
}

function sureOfRoots(document: unknown): number {
  if (objectOf(document) === null) return 0;
  for (const root of ROOT_NAMES) {
    const entries = firstEntries(document, root);
    if (entries.length === 0) continue;
    if (entries.filter((entry) => isTelling(root, entry)).length * 2 >= entries.length) return root.endsWith('_v2') ? 0.97 : 0.9;
  }
  return 0;
}

function sureOfList(head: PartHead): number {
  if (!Array.isArray(head.json?.document)) return 0;
  const values = headValues(head);
  if (values.length === 0) return 0;
  const labelled = values.filter((value) => Array.isArray(valueAt(value, 'label_values')));
  if (labelled.length === values.length) {
    const written = JSON.stringify(labelled.slice(0, 20));
    if (written.includes('instagram.com')) return 0;
    return written.includes('facebook.com') ? 0.9 : labelled.some((value) => labelledEntry(value).texts.some(({ text }) => reactionKind(text) !== null)) ? 0.85 : 0.6;
  }
  if (values.every((value) => sureOfRoots(value) > 0)) return 0.9;
  const posts = values.filter((value) => epochAt(value, 'timestamp').ms !== null && typeof valueAt(value, 'timestamp') === 'number' && (Array.isArray(valueAt(value, 'attachments')) || listOf(valueAt(value, 'data')).some((part) => textAt(part, 'post') !== null || valueAt(part, 'update_timestamp') !== undefined)));
  return posts.length * 2 > values.length ? 0.95 : 0;
}

const PROFILE: DownloadShape = {
  order: 0, paths: ['profile_v2', 'profile'],
  sure: ({ json }) => (['profile_v2', 'profile'].some((root) => textAt(json?.document, root, 'name', 'full_name') !== null) ? 0.97 : 0),
  reader: (_, setting) => ({ value }) => {
    setting.facts.owner = newAccount({ name: textAt(value, 'name', 'full_name') }) ?? setting.facts.owner;
    return [];
  },
};

/** Files of a download about other things (events, searches, groups joined) are known by their root, so that no general reader takes them for messages. */
const OTHER_FILES: DownloadShape = {
  paths: [], reader: () => () => [],
  sure: ({ json }) => {
    const members = Object.entries(objectOf(json?.document) ?? {});
    return members.length > 0 && members.every(([name, value]) => /^[a-z_]{3,60}_v2$/.test(name) && typeof value === 'object') ? 0.75 : 0;
  },
};

/** Where the entries stand: those that the beginning shows suffice for a list, while a document may hold any root further on. */
function pathsOf({ json }: PartHead): readonly string[] {
  if (Array.isArray(json?.document)) return ['[]', ...ROOT_NAMES.filter((root) => json?.values.some((value) => valueAt(value, root) !== undefined)).map((root) => `[].${root}[]`)];
  return [...ROOT_NAMES.filter((root) => root !== 'recently_viewed').flatMap((root) => [`${root}[]`, `${root}.activity_log_data[]`]), 'recently_viewed[].entries[]', 'recently_viewed[].children[].entries[]'];
}

const ENTRIES: DownloadShape = {
  paths: pathsOf,
  sure: (head) => Math.max(sureOfRoots(head.json?.document), sureOfList(head)),
  reader: readEntries,
};

/** A person's or page's own Facebook download in JSON, of any year since 2018. */
export const FACEBOOK_DOWNLOAD = downloadFormat({
  id: 'facebook-download', name: 'Facebook download',
  description: 'posts, comments and reactions of one account, as Facebook gives them to it in JSON; of what others wrote only comments under its pictures, and no ids: an answer is not linked to what it answers',
  shapes: [PROFILE, ENTRIES, ALBUMS, OTHER_FILES],
});
