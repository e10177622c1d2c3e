import type { ReactionKind } from '../../domain/model/codes.ts';
import type { RecordedAccount } from '../../domain/model/record.ts';
import { ownerless, type ItemOutcome } from '../item-outcome.ts';
import { jsonFormat } from '../json-format.ts';
import { jsonItems } from '../json-items.ts';
import { countAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { RecordFormat } from '../record-format.ts';
import { timeOfId } from '../snowflake-time.ts';
import { tiktokVideoId, videoAddress } from './video-address.ts';

type Section = 'comment' | 'video' | 'like' | 'save' | 'share' | 'view' | 'repost' | 'follower' | 'following';

/** Where each section stands, with the names that exports of different years give to it; any section above may hold them. */
const LISTS: readonly (readonly [path: string, section: Section])[] = [
  ['Comment.Comments.CommentsList', 'comment'], ['Comment.CommentsList', 'comment'], ['Comments.Comments.CommentsList', 'comment'],
  ['*.Videos.VideoList', 'video'], ['*.Posts.VideoList', 'video'],
  ['*.Like List.ItemFavoriteList', 'like'], ['*.Favorite Videos.FavoriteVideoList', 'save'],
  ['*.Share History.ShareHistoryList', 'share'], ['*.Reposts.RepostList', 'repost'],
  ['*.Watch History.VideoList', 'view'], ['*.Video Browsing History.VideoList', 'view'],
  ['*.Follower.FansList', 'follower'], ['*.Follower List.FansList', 'follower'], ['*.Following.Following', 'following'], ['*.Following List.Following', 'following'],
];
const SECTION_OF = new Map<string, Section>(LISTS.flatMap(([path, section]) => [path, path.toLowerCase()].map((written) => [`${written}[]`, section] as const)));
const PROFILES = ['*.Profile Info.ProfileMap', '*.Profile Information.ProfileMap', '*.profile info.profilemap', '*.profile information.profilemap'];
const ROOTS = ['activity', 'your activity', 'comment', 'video', 'post', 'profile', 'profile and settings', 'likes and favorites', 'app settings', 'direct message', 'direct messages', 'ads and data', 'tiktok live', 'tiktok shopping', 'tiktok shop', 'income+ wallet'];
const REACTION_OF: Readonly<Partial<Record<Section, ReactionKind>>> = { like: 'like', save: 'save', share: 'share', repost: 'share', view: 'view' };

const WITH_PROFILE = 'ask TikTok for the profile too';

/** A field whose name is written in either letter case; null when absent, blank or "N/A". */
function fieldOf(item: unknown, ...names: readonly string[]): string | null {
  for (const name of names) {
    const text = textAt(item, name) ?? textAt(item, name.toLowerCase());
    if (text !== null && text.trim().toUpperCase() !== 'N/A') return text.trim();
  }
  return null;
}

function timeOf(item: unknown): StoredTime {
  const date = fieldOf(item, 'Date');
  return date === null ? NO_TIME : timeAt({ date }, ['date']);
}

/** The account that a profile section tells of; addresses, telephone numbers and dates of birth are never looked at. */
function profileOwner(profile: unknown): RecordedAccount | null {
  return newAccount({ handle: fieldOf(profile, 'userName', 'UserName'), name: fieldOf(profile, 'displayName', 'nickName'), followers: countAt(profile, 'followerCount'), profile: fieldOf(profile, 'bioDescription') });
}

interface Sections {
  readonly owner: RecordedAccount | null;
  readonly contentId: ReturnType<typeof createContentIds>;
  readonly line: number;
}

function postOutcome(item: unknown, { owner, contentId, line }: Sections): ItemOutcome {
  const link = fieldOf(item, 'Link');
  const id = link === null ? null : tiktokVideoId(link);
  if (/^(?:only me|private|self|friends)/i.test(fieldOf(item, 'WhoCanView') ?? '')) return { rejected: { code: 'withheld', detail: 'the video is not public' } };
  const written = timeOf(item);
  const time = written.ms === null && id !== null ? timeOfId('tiktok', id) : written;
  const text = fieldOf(item, 'Title');
  if (time.ms === null && id === null && text === null) return { rejected: { code: 'not-a-message', detail: 'the video has neither a date, a link nor a title' } };
  const handle = owner?.handle ?? null;
  return { messages: [newMessage({
    network: 'tiktok', nativeId: id ?? contentId(['video', time.ms, text]), kind: 'post', author: owner, container: handle === null ? newContainer('unknown', 'TikTok', 'tiktok') : newContainer('profile', handle), time, text,
    url: id === null ? null : handle === null ? link : `https://www.tiktok.com/@${handle}/video/${id}`, likes: countAt(item, 'Likes') ?? countAt(item, 'likes'), line,
  })] };
}

function commentOutcome(item: unknown, { owner, contentId, line }: Sections): ItemOutcome {
  const text = fieldOf(item, 'Comment');
  if (text === null && fieldOf(item, 'Photo') === null) return { rejected: { code: 'not-a-message', detail: 'the comment has neither text nor picture' } };
  const time = timeOf(item);
  const link = fieldOf(item, 'Url', 'Link');
  const video = link === null ? null : tiktokVideoId(link);
  return { messages: [newMessage({
    network: 'tiktok', nativeId: contentId([owner?.nativeId ?? null, time.ms, text, video]), kind: 'comment', author: owner, container: newContainer('unknown', 'TikTok', 'tiktok'), time, text,
    rootNativeId: video === null ? null : videoAddress('tiktok', video), url: link, line,
  })] };
}

function followOutcome(section: 'follower' | 'following', item: unknown, { owner, line }: Sections): ItemOutcome {
  const other = newAccount({ handle: fieldOf(item, 'UserName') });
  if (other === null) return { rejected: { code: 'not-a-message', detail: 'the entry names nobody' } };
  const [who, whom] = section === 'follower' ? [other, owner] : [owner, other];
  if (who === null || whom === null) return ownerless(section === 'follower' ? 'a follower' : 'a follow', WITH_PROFILE);
  return { reactions: [newReaction({ network: 'tiktok', kind: 'follow', account: who, container: newContainer('profile', whom.handle ?? whom.nativeId, whom.nativeId), time: timeOf(item), line })] };
}

/** Share of sections that a document names as TikTok does, with a list of the kind inside. */
function recognition(head: PartHead): number {
  const document = objectOf(head.json?.document);
  if (document === null) return 0;
  const known = Object.keys(document).filter((key) => ROOTS.includes(key.toLowerCase()));
  if (known.length === 0) return 0;
  const lists = new Set([...SECTION_OF.keys()].map((path) => path.replace('[]', '').split('.').at(-2)?.toLowerCase()));
  const inside = known.flatMap((key) => Object.entries(objectOf(valueAt(document, key)) ?? {})).filter(([key, value]) => objectOf(value) !== null && (lists.has(key.toLowerCase()) || PROFILES.some((path) => path.toLowerCase().includes(`.${key.toLowerCase()}.`))));
  return inside.length >= 2 ? 0.97 : inside.length === 1 && known.length >= 2 ? 0.95 : inside.length === 1 ? 0.9 : 0;
}

const SECTIONS = jsonFormat({
  id: 'tiktok-download', name: 'TikTok, download of one\'s data',
  description: 'what one account posted, commented, liked, saved, shared, watched and follows; private messages are left out, answers of others are not in it',
  recognise: recognition,
  paths: () => [...SECTION_OF.keys()],
  reader(_, { facts }) {
    const contentId = createContentIds();
    return ({ value, path, line }) => {
      const section = SECTION_OF.get(path);
      if (section === undefined) return null;
      const known = { owner: facts.owner, contentId, line };
      if (section === 'video') return postOutcome(value, known);
      if (section === 'comment') return commentOutcome(value, known);
      if (section === 'follower' || section === 'following') return followOutcome(section, value, known);
      const link = fieldOf(value, 'Link', 'VideoLink');
      const target = link === null ? null : tiktokVideoId(link);
      const kind = REACTION_OF[section];
      // what has no video was given to no message
      if (target === null || kind === undefined) return null;
      if (facts.owner === null) return ownerless(`a ${kind}`, WITH_PROFILE);
      return { reactions: [newReaction({ network: 'tiktok', kind, account: facts.owner, targetNativeId: target, time: timeOf(value), line })] };
    };
  },
});

/**
 * The JSON that TikTok gives an account of its own data, whatever year's names its sections bear; times are UTC. The
 * profile may stand after what it explains, so the owner is looked for first.
 */
export const TIKTOK_DOWNLOAD: RecordFormat = {
  ...SECTIONS,
  async *read(part, setting) {
    for await (const { items } of jsonItems(part, PROFILES, setting.signal)) for (const { value } of items) setting.facts.owner ??= profileOwner(value);
    yield* SECTIONS.read(part, setting);
  },
};
