import type { RecordedAccount, RecordedContainer, RecordedMessage, RecordedReaction } from '../../domain/model/record.ts';
import { countAt, idAt, listOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { Refusal } from '../rejected-row.ts';
import { timeOfId } from '../snowflake-time.ts';
import { tweetLinks, tweetOfAddress, tweetText, type TweetLink } from './x-text.ts';

/**
 * The one place of tweets that stand on nobody's page: on X people answer each other anywhere, so whether replies are in
 * the data is a question to the whole file and not to single profiles.
 */
export function xPlace(): RecordedContainer {
  return newContainer('unknown', 'X', 'x');
}

/** A profile on X as a container, known by its handle. */
export function xProfile(handle: string): RecordedContainer {
  return newContainer('profile', handle, handle.toLowerCase());
}

/** The address of a tweet; one without a handle is valid too. */
export function tweetAddress(id: string, handle: string | null): string {
  return `https://x.com/${handle ?? 'i'}/status/${id}`;
}

/** A language as X guesses it; its codes for "none", "unknown" and "only tags" are no languages. */
export function tweetLanguage(tag: string | null): string | null {
  return tag === null || tag === 'und' || tag === 'zxx' || tag === 'art' || /^q[a-z]{2}$/.test(tag) ? null : tag;
}

/** An account in the shape of version 1.1. X marks companies as verified "Business". */
export function legacyAccount(user: unknown, id: string | null = idAt(user, 'id_str') ?? idAt(user, 'id')): RecordedAccount | null {
  return newAccount({
    id, handle: textAt(user, 'screen_name'), name: textAt(user, 'name'), followers: countAt(user, 'followers_count'),
    isBrand: textAt(user, 'verified_type')?.toLowerCase() === 'business' ? true : null,
    profile: textAt(user, 'description'), link: textAt(user, 'entities', 'url', 'urls', 0, 'expanded_url'),
  });
}

/** The id of a tweet's last version: edited tweets have an id for each, and people answer the last. */
export function lastVersion(id: string, versions: unknown): string {
  return listOf(versions).map((_, position, all) => idAt(all, position)).filter((version) => version !== null).at(-1) ?? id;
}

/** When a tweet was written: as it says, else as its id says. */
export function tweetTime(tweet: unknown, id: string): StoredTime {
  const written = timeAt(tweet, ['created_at']);
  return written.ms === null ? timeOfId('x', id) : written;
}

/** What else is known of a tweet in the shape of version 1.1. */
export interface LegacyTweetContext {
  readonly author: RecordedAccount | null;
  readonly line: number;
  readonly container?: RecordedContainer;
  readonly views?: number | null;
  readonly saves?: number | null;
  /** The whole text where the tweet holds a cut one. */
  readonly longText?: { readonly text: string; readonly links: readonly TweetLink[] } | null;
  /** Id to store it under, where versions are told apart. */
  readonly id?: string | null;
  readonly quotedId?: string | null;
}

/**
 * Reads a tweet in the shape of version 1.1: that API, the archive and the inner part of captured tweets. Long texts of the
 * streaming API (`extended_tweet`) are found by themselves.
 */
export function legacyTweet(tweet: unknown, { author, line, container = xPlace(), views = null, saves = null, longText = null, id: knownId = null, quotedId = null }: LegacyTweetContext): RecordedMessage | Refusal {
  const id = knownId ?? idAt(tweet, 'id_str') ?? idAt(tweet, 'id');
  const written = textAt(tweet, 'extended_tweet', 'full_text') ?? textAt(tweet, 'full_text') ?? textAt(tweet, 'text');
  if (id === null) return { code: written === null ? 'not-a-message' : 'missing-id', detail: 'the tweet has no id' };
  if (written === null && valueAt(tweet, 'created_at') === undefined) return { code: 'not-a-message', detail: 'neither text nor time: no tweet' };
  const time = tweetTime(tweet, id);
  if (time.ms === null) return textAt(tweet, 'created_at') === null ? { code: 'missing-time', detail: 'the tweet has no time' } : { code: 'unreadable-time', detail: 'the time of the tweet is written in no known way' };
  const links = [...tweetLinks(valueAt(tweet, 'entities'), valueAt(tweet, 'extended_entities'), valueAt(tweet, 'extended_tweet', 'entities')), ...(longText?.links ?? [])];
  const linked = links.map(({ full }) => (full === null ? null : tweetOfAddress(full))).filter((shown) => shown !== null && shown !== id).at(-1) ?? null;
  const quoted = quotedId ?? idAt(tweet, 'quoted_status_id_str') ?? linked;
  const text = tweetText(longText?.text ?? written ?? '', links, [id, quoted]);
  const parent = idAt(tweet, 'in_reply_to_status_id_str') ?? idAt(tweet, 'in_reply_to_status_id');
  return newMessage({
    network: 'x', nativeId: id, kind: parent === null ? 'post' : 'reply', author, container, time, text, parentNativeId: parent, rootNativeId: idAt(tweet, 'conversation_id_str'),
    languageTag: tweetLanguage(textAt(tweet, 'lang')), url: tweetAddress(id, author?.handle ?? null),
    likes: countAt(tweet, 'favorite_count'), replies: countAt(tweet, 'reply_count'), shares: countAt(tweet, 'retweet_count'), views, saves: saves ?? countAt(tweet, 'bookmark_count'), quotedNativeId: quoted, line,
  });
}

/** True for a tweet that could not be read. */
export function isRefusal(read: RecordedMessage | Refusal): read is Refusal {
  return 'code' in read;
}

/** A retweet: a share of the original, by whoever passed it on. */
export function retweet(account: RecordedAccount, targetNativeId: string, { line, time = NO_TIME, container = null }: { line: number; time?: StoredTime; container?: RecordedContainer | null }): RecordedReaction {
  return newReaction({ network: 'x', kind: 'share', account, targetNativeId, container, time, line });
}
