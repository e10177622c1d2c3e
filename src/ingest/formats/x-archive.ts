import type { RecordedAccount, RecordedContainer } from '../../domain/model/record.ts';
import type { JsonItem } from '../json-item.ts';
import { idAt, listOf, objectAt, textAt, timeAt, valueAt } from '../json-values.ts';
import { ownerless, type ItemOutcome } from '../item-outcome.ts';
import { jsonFormat } from '../json-format.ts';
import { newAccount, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { Part, ReadSetting } from '../record-format.ts';
import { longTextOf, rememberLongText } from './x-archive-notes.ts';
import { handleOfAddress, tweetOfAddress } from './x-text.ts';
import { isRefusal, lastVersion, legacyTweet, retweet, tweetTime, xProfile } from './x-tweet.ts';

type ArchivePart = 'manifest' | 'account' | 'notes' | 'tweets' | 'deleted' | 'likes' | 'followers' | 'unread';

const PARTS: Readonly<Record<string, ArchivePart>> = {
  account: 'account', note_tweet: 'notes', note_tweets: 'notes', tweet: 'tweets', tweets: 'tweets', community_tweet: 'tweets', community_tweets: 'tweets',
  deleted_tweet: 'deleted', deleted_tweets: 'deleted', like: 'likes', likes: 'likes', follower: 'followers', followers: 'followers',
};

const WHOLE_ARCHIVE = 'import the whole archive, or account.js with it';

/** What a part of an archive holds, by the name it assigns to; null for what is no part of one. */
function partKind({ json }: PartHead): ArchivePart | null {
  if (json?.form !== 'script') return null;
  if (json.assigned === '__THAR_CONFIG') return objectAt(json.document, 'archiveInfo') === null && objectAt(json.document, 'userInfo') === null ? null : 'manifest';
  const name = /^YTD\.(\w+)\.part\d+$/.exec(json.assigned ?? '')?.[1];
  return name === undefined ? null : Object.hasOwn(PARTS, name) ? (PARTS[name] ?? 'unread') : 'unread';
}

/** The element itself: newer archives wrap each in an object of one member. */
function unwrapped(value: unknown, ...wrappers: readonly string[]): unknown {
  const wrapper = wrappers.find((name) => objectAt(value, name) !== null);
  return wrapper === undefined ? value : valueAt(value, wrapper);
}

/** Without account.js the pictures of the owner's own tweets still name the owner: their address holds the handle. */
function ownerOfPictures({ json }: PartHead): RecordedAccount | null {
  for (const value of json?.values ?? []) {
    const tweet = unwrapped(value, 'tweet');
    for (const media of listOf(valueAt(tweet, 'entities', 'media'))) {
      const address = textAt(media, 'expanded_url') ?? '';
      const shown = tweetOfAddress(address.replace(/\/(?:photo|video)\/\d+$/, ''));
      if (shown !== null && shown === idAt(tweet, 'id_str') && textAt(media, 'source_status_id_str') === null) return newAccount({ handle: handleOfAddress(address) });
    }
  }
  return null;
}

function readTweet({ value, line }: JsonItem, { owner, profile, facts }: { owner: RecordedAccount | null; profile: RecordedContainer | undefined; facts: ReadSetting['facts'] }): ItemOutcome {
  const tweet = unwrapped(value, 'tweet');
  const id = idAt(tweet, 'id_str') ?? idAt(tweet, 'id');
  const text = textAt(tweet, 'full_text') ?? textAt(tweet, 'text') ?? '';
  const passedOn = /^RT @(\w{1,20}):/.exec(text)?.[1];
  if (passedOn !== undefined && id !== null) {
    if (owner === null) return ownerless('a retweet', WHOLE_ARCHIVE);
    const original = listOf(valueAt(tweet, 'entities', 'media')).map((media) => idAt(media, 'source_status_id_str')).find((source) => source !== null) ?? null;
    // the archive does not name the original; the retweet's own id keeps two of them apart
    return { reactions: [retweet(owner, original ?? `retweet:${id}`, { line, time: tweetTime(tweet, id), container: original === null ? xProfile(passedOn) : null })] };
  }
  const time = id === null ? null : tweetTime(tweet, id);
  const read = legacyTweet(tweet, {
    author: owner, line, ...(profile === undefined ? {} : { container: profile }), id: id === null ? null : lastVersion(id, valueAt(tweet, 'edit_info', 'initial', 'editTweetIds')),
    longText: id === null || time?.ms == null ? null : longTextOf(facts, { id, ms: time.ms, text }),
  });
  return isRefusal(read) ? { rejected: read } : { messages: [read] };
}

function readLike({ value, line }: JsonItem, owner: RecordedAccount | null): ItemOutcome {
  const target = idAt(unwrapped(value, 'like'), 'tweetId');
  if (target === null) return { rejected: { code: 'missing-id', detail: 'the like does not say of which tweet' } };
  if (owner === null) return ownerless('a like', WHOLE_ARCHIVE);
  return { reactions: [newReaction({ network: 'x', kind: 'like', account: owner, targetNativeId: target, line })] };
}

function readFollower({ value, line }: JsonItem, profile: RecordedContainer | undefined): ItemOutcome {
  const account = newAccount({ id: idAt(unwrapped(value, 'follower'), 'accountId') });
  if (account === null) return { rejected: { code: 'missing-id', detail: 'the follower has no id' } };
  if (profile === undefined) return ownerless('a follower', WHOLE_ARCHIVE);
  return { reactions: [newReaction({ network: 'x', kind: 'follow', account, container: profile, line })] };
}

function readManifest(value: unknown, { facts }: ReadSetting): null {
  const { ms } = timeAt(value, ['archiveInfo', 'generationDate']);
  if (ms !== null) facts.collectedAtMs = Math.max(facts.collectedAtMs ?? 0, ms);
  facts.owner ??= newAccount({ id: idAt(value, 'userInfo', 'accountId'), handle: textAt(value, 'userInfo', 'userName'), name: textAt(value, 'userInfo', 'displayName') });
  return null;
}

function readAccount(value: unknown, { facts }: ReadSetting): null {
  const account = unwrapped(value, 'account');
  // mail address and telephone number of the same object are never read
  facts.owner ??= newAccount({ id: idAt(account, 'accountId'), handle: textAt(account, 'username'), name: textAt(account, 'accountDisplayName') });
  return null;
}

function reader({ head }: Part, setting: ReadSetting): (item: JsonItem) => ItemOutcome {
  const kind = partKind(head);
  const { facts } = setting;
  const owner = facts.owner ?? ownerOfPictures(head);
  const profile = owner?.handle == null ? undefined : xProfile(owner.handle);
  return (item) => {
    switch (kind) {
      case 'manifest': return readManifest(item.value, setting);
      case 'account': return readAccount(item.value, setting);
      case 'notes':
        rememberLongText(facts, unwrapped(item.value, 'noteTweet'));
        return null;
      case 'tweets': return readTweet(item, { owner, profile, facts });
      case 'deleted': return { rejected: { code: 'deleted', detail: 'its author deleted the tweet' } };
      case 'likes': return readLike(item, owner);
      case 'followers': return readFollower(item, profile);
      default: return null;
    }
  };
}

/** A person's or brand's own archive of X: a zip archive of scripts, or some of those scripts. */
export const X_ARCHIVE = jsonFormat({
  id: 'x-archive', name: 'X archive',
  description: 'what one account wrote on X, with its likes, retweets and followers; other people\'s answers are not in it, and direct messages are left out',
  // also parts that are not read, direct messages above all: a format that takes anything must not take them
  recognise: (head) => (partKind(head) === null ? 0 : 1),
  order: (head) => {
    const kind = partKind(head);
    return kind === 'manifest' || kind === 'account' || kind === 'notes' ? 0 : kind === 'likes' || kind === 'followers' ? 2 : 1;
  },
  paths: (head) => {
    const kind = partKind(head);
    return kind === 'unread' ? [] : [kind === 'manifest' ? '' : '[]'];
  },
  reader,
});
