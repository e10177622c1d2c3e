import type { ReactionKind } from '../../domain/model/codes.ts';
import { postAddress } from '../../domain/model/post-address.ts';
import { fileName } from '../file-name.ts';
import { headValues } from '../json-format.ts';
import type { JsonItem } from '../json-item.ts';
import { epochAt, listOf, objectOf, textAt, valueAt } from '../json-values.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { ReadSetting } from '../record-format.ts';
import { SHAPES_OF_2020 } from './instagram-download-2020.ts';
import { downloadFormat, refusedRow, type DownloadRow, type DownloadShape } from './meta-download.ts';
import { isLabelled, labelledEntry, type LabelledEntry, type LabelledText } from './meta-labels.ts';

type EntryKind = 'post' | 'comment' | 'like' | 'comment-like' | 'save' | 'view' | 'follower' | 'following';

const network = 'instagram';
/** Members under which the files keep their entries. */
const ROOTS: Readonly<Record<string, EntryKind>> = {
  ig_stories: 'post', ig_reels_media: 'post', ig_igtv_media: 'post', ig_archived_post_media: 'post', ig_posts: 'post',
  comments_media_comments: 'comment', comments_reels_comments: 'comment', comments_live_comments: 'comment',
  likes_media_likes: 'like', likes_comment_likes: 'comment-like', story_activities_story_likes: 'like', saved_saved_media: 'save',
  impressions_history_posts_seen: 'view', impressions_history_videos_watched: 'view', relationships_followers: 'follower', relationships_following: 'following',
};
const ROOT_NAMES = Object.keys(ROOTS);
const REACTIONS: Partial<Record<EntryKind, ReactionKind>> = { like: 'like', 'comment-like': 'like', save: 'save', view: 'view' };
const POST = /^https?:\/\/(?:www\.)?instagram\.com\/(?:[\w.]+\/)?(?:p|reel|reels|tv|stories)\//i;
const PROFILE = /^https?:\/\/(?:www\.)?instagram\.com\/(?:_u\/)?([\w.]+)\/?(?:\?|$)/i;
const HANDLE = /^@?[\w.]{1,30}$/;
/** Labels of a comment's text and of the account whose post it stands under, in the languages known; elsewhere their order decides. */
const COMMENT_LABEL = /^(?:comment|commento|kommentar|commentaire|comentario|comentário|opmerking|reactie)$/i;
const OWNER_LABEL = /^(?:media owner|proprietario|proprietario del contenuto multimediale|medieninhaber|eigentümer|media-eigenaar|propriétaire|propietario|owner|username|nome utente|author|autore)/i;

function isMedia(value: unknown): boolean {
  return textAt(value, 'uri') !== null && (typeof valueAt(value, 'creation_timestamp') === 'number');
}

function isPost(value: unknown): boolean {
  return isMedia(value) || listOf(valueAt(value, 'media')).some(isMedia);
}

/** The text of a comment and the account under whose post it stands; only labels that are known are read, else the order: text first. */
export function commentParts({ title, texts }: LabelledEntry): { readonly text: string | null; readonly mediaOwner: string | null } {
  const labelledOwner = texts.find(({ label }) => OWNER_LABEL.test(label.trim()));
  const rest = texts.filter((said) => said !== labelledOwner);
  const labelledText = rest.find(({ label }) => COMMENT_LABEL.test(label.trim()));
  const isWords = ({ text }: LabelledText): boolean => !HANDLE.test(text);
  const said = labelledText ?? (rest.length === 2 && rest[0] !== undefined && !isWords(rest[0]) ? (rest.find(isWords) ?? rest[0]) : rest[0]);
  const owner = labelledOwner ?? rest.find((other) => other !== said && !isWords(other));
  return { text: said?.text ?? null, mediaOwner: owner?.text ?? (title !== null && HANDLE.test(title) ? title : null) };
}

/** The account that an entry names: its heading, a text that can be a handle, or the address of a profile. */
function namedHandle({ title, texts, links }: LabelledEntry): string | null {
  if (title !== null && HANDLE.test(title)) return title;
  const labelled = texts.find(({ label, text }) => /user|utente|usuari|utilisateur|benutzer|gebruiker/i.test(label) && HANDLE.test(text)) ?? texts.find(({ text }) => HANDLE.test(text) && /[a-z0-9]/i.test(text));
  return labelled?.text ?? links.flatMap((link) => PROFILE.exec(link)?.[1] ?? []).at(0) ?? null;
}

function createEntryReader(setting: ReadSetting): (value: unknown, kind: EntryKind, line: number) => readonly DownloadRow[] {
  const contentId = createContentIds();
  const { owner } = setting.facts;
  const placeOf = (name: string | null): ReturnType<typeof newContainer> | null => (name === null ? null : newContainer('profile', name.replace(/^@/, '')));

  function post(value: unknown, line: number): DownloadRow {
    const media = isMedia(value) ? [value] : listOf(valueAt(value, 'media'));
    const times = [epochAt(value, 'creation_timestamp'), ...media.map((one) => epochAt(one, 'creation_timestamp'))];
    const time = times.find(({ ms }) => ms !== null) ?? epochAt(value, 'timestamp');
    const titles = [textAt(value, 'title'), ...media.map((one) => textAt(one, 'title'))];
    const text = titles.find((title) => title !== null) ?? (isLabelled(value) ? (commentParts(labelledEntry(value)).text ?? null) : null);
    const files = media.flatMap((one) => textAt(one, 'uri') ?? []);
    if (files.length === 0 && text === null) return refusedRow('not-a-message', 'a post without text or media');
    // the file of a post's only picture is named after the post's id
    const named = files.length === 1 ? /_(1[78]\d{15,16})(?:\.\w+)?$/.exec(files[0] ?? '')?.[1] : undefined;
    return { messages: [newMessage({ network, nativeId: named ?? contentId([network, 'post', time.ms, text, ...files]), kind: 'post', author: owner, container: placeOf(owner?.handle ?? null), time, text, line })] };
  }

  return (value, kind, line) => {
    if (kind === 'post') return [post(value, line)];
    const entry = labelledEntry(value);
    const { time, links } = entry;
    if (kind === 'follower' || kind === 'following') {
      const handle = namedHandle(entry);
      const container = placeOf(kind === 'following' ? handle : (owner?.handle ?? null));
      if (handle === null) return [refusedRow('not-a-message', 'an entry that names no account')];
      return container === null ? [] : [{ reactions: [newReaction({ network, kind: 'follow', account: kind === 'following' ? owner : newAccount({ handle }), container, time, line })] }];
    }
    if (kind === 'comment') {
      const { text, mediaOwner } = commentParts(entry);
      if (text === null) return [refusedRow('not-a-message', 'a comment without text')];
      const address = links.find((link) => POST.test(link));
      return [{ messages: [newMessage({
        network, nativeId: contentId([network, 'comment', time.ms, text, mediaOwner]), kind: 'comment', author: owner, container: placeOf(mediaOwner), rootNativeId: address === undefined ? null : postAddress(address), time, text, line,
      })] }];
    }
    const to = namedHandle(entry);
    // the address of a liked comment is that of the post it stands under
    const address = kind === 'comment-like' ? undefined : links.find((link) => POST.test(link));
    if (to === null && address === undefined && links.length === 0) return [refusedRow('not-a-message', 'an entry that names no account and no post')];
    const targetNativeId = address === undefined ? contentId([network, kind, time.ms, to, links[0] ?? null]) : postAddress(address);
    return [{ reactions: [newReaction({ network, kind: REACTIONS[kind] ?? 'other', account: owner, container: kind === 'comment-like' ? null : placeOf(to), targetNativeId, time, line })] }];
  };
}

/** What a bare list holds: its entries say it, and where they do not, its place in the download. */
function bareKind({ name, json }: PartHead): EntryKind | null {
  const first = (json?.values ?? []).find((value) => typeof value === 'object' && value !== null);
  if (first === undefined) return null;
  if (isPost(first)) return 'post';
  if (!isLabelled(first)) return null;
  const file = fileName(name);
  if (/saved/i.test(file)) return 'save';
  if (/like/i.test(file)) return /comment/i.test(file) ? 'comment-like' : 'like';
  if (/following/i.test(file)) return 'following';
  if (/viewed|watched|seen/i.test(file)) return 'view';
  if (/comment/i.test(file)) return 'comment';
  const entry = labelledEntry(first);
  if (entry.links.some((link) => POST.test(link))) return entry.texts.some(({ text }) => !HANDLE.test(text)) ? 'comment' : 'like';
  if (Array.isArray(valueAt(first, 'string_list_data')) && entry.links.some((link) => PROFILE.test(link))) return 'follower';
  if (textAt(first, 'string_map_data', 'Comment', 'value') !== null || entry.texts.length >= 2) return 'comment';
  return entry.texts.length > 0 ? 'comment' : null;
}

function sureOfEntries(head: PartHead): number {
  const document = head.json?.document;
  if (objectOf(document) !== null) {
    for (const root of ROOT_NAMES) {
      const entries = listOf(valueAt(document, root));
      if (entries.length > 0 && entries.every((entry) => isPost(entry) || isLabelled(entry))) return 0.97;
    }
    return 0;
  }
  if (!Array.isArray(document)) return 0;
  const values = headValues(head);
  if (values.length === 0 || bareKind(head) === null) return 0;
  if (values.every((value) => Array.isArray(valueAt(value, 'label_values')))) return JSON.stringify(values.slice(0, 20)).includes('instagram.com') ? 0.92 : /instagram/i.test(head.name) ? 0.8 : 0;
  if (values.every(isLabelled)) return 0.95;
  return values.filter((value) => isPost(value) && valueAt(value, 'label_values') === undefined && valueAt(value, 'attachments') === undefined).length * 2 > values.length ? 0.95 : 0;
}

const USER_LABEL = /user|utente|usuari|utilisateur|benutzer|gebruiker|brugernavn|brukernavn|användar/i;
const NAME_LABEL = /^(?:name|nome|nom|nombre|naam|navn|namn)$/i;
const ABOUT_LABEL = /^(?:bio|biografia|biografie|biography|biographie|biografía|steckbrief)$/i;

const OWNER: DownloadShape = {
  order: 0, paths: ['profile_user[]'],
  sure: ({ json }) => (objectOf(valueAt(json?.document, 'profile_user', 0, 'string_map_data')) === null ? 0 : 0.97),
  reader: (_, setting) => ({ value }) => {
    const { texts, links } = labelledEntry(value);
    const under = (label: RegExp): string | null => texts.find((said) => label.test(said.label.trim()))?.text ?? null;
    const handle = under(USER_LABEL);
    setting.facts.owner = newAccount({ handle, name: under(NAME_LABEL), profile: under(ABOUT_LABEL), link: links[0] ?? null }) ?? setting.facts.owner;
    return [];
  },
};

const ENTRIES: DownloadShape = {
  paths: ({ json }) => (Array.isArray(json?.document) ? ['[]'] : ROOT_NAMES.map((root) => `${root}[]`)),
  sure: sureOfEntries,
  reader: ({ head }, setting) => {
    const read = createEntryReader(setting);
    const bare = bareKind(head) ?? 'post';
    return ({ value, path, line }: JsonItem) => {
      const root = path.replace('[]', '');
      const kind = root === '' ? bare : (ROOTS[root] ?? bare);
      if (kind === 'post' ? !isPost(value) && !isLabelled(value) : !isLabelled(value)) return [refusedRow('not-a-message', 'no entry of an Instagram download')];
      return read(value, kind, line);
    };
  },
};

/** Lists of a download about other things (account history, requests, blocked accounts) are known by their entries, so that no general reader takes them for messages. */
const OTHER_FILES: DownloadShape = {
  paths: [], reader: () => () => [],
  sure: ({ json }) => {
    const lists = Object.values(objectOf(json?.document) ?? {}).filter(Array.isArray).filter((list) => list.length > 0);
    return lists.length > 0 && lists.every((list) => list.slice(0, 20).every((entry) => objectOf(valueAt(entry, 'string_map_data')) !== null || Array.isArray(valueAt(entry, 'string_list_data')))) ? 0.75 : 0;
  },
};

/** A person's or brand's own Instagram download in JSON, of any year since 2018. */
export const INSTAGRAM_DOWNLOAD = downloadFormat({
  id: 'instagram-download', name: 'Instagram download',
  description: 'posts, comments, likes, follows and (to 2020) messages of one account, as Instagram gives them to it in JSON; not the comments it received, and comments name only whose post they stand under',
  shapes: [...SHAPES_OF_2020, OWNER, ENTRIES, OTHER_FILES],
});
