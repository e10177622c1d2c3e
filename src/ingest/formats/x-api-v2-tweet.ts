import type { RecordedAccount, RecordedMessage, RecordedReaction } from '../../domain/model/record.ts';
import { countAt, idAt, listOf, objectAt, objectOf, textAt, valueAt } from '../json-values.ts';
import type { Refusal } from '../rejected-row.ts';
import { newAccount, newMessage } from '../new-records.ts';
import { lastVersion, retweet, tweetAddress, tweetLanguage, tweetTime, xPlace } from './x-tweet.ts';
import { tweetLinks, tweetText } from './x-text.ts';

/** What one tweet of version 2 is. */
export type TweetV2 =
  | { readonly message: RecordedMessage }
  | { readonly reaction: RecordedReaction }
  | { readonly refused: Refusal };

/** How a tweet's author is found by id. */
export type AccountLookUp = (id: string) => RecordedAccount | null;

/** True for an object of version 2 that can only be a tweet: users, lists, counts and compliance notices are none. */
export function isTweetV2(value: unknown): boolean {
  const id = textAt(value, 'id');
  if (id === null || !/^\d{1,20}$/.test(id) || textAt(value, 'text') === null || valueAt(value, 'full_text') !== undefined) return false;
  const signs = [
    /^\d{1,20}$/.test(textAt(value, 'author_id') ?? ''), /^\d{1,20}$/.test(textAt(value, 'conversation_id') ?? ''), countAt(value, 'public_metrics', 'retweet_count') !== null,
    Array.isArray(valueAt(value, 'edit_history_tweet_ids')), Array.isArray(valueAt(value, 'referenced_tweets')), textAt(value, 'author', 'username') !== null, textAt(value, 'reply_settings') !== null,
  ];
  return signs.filter(Boolean).length >= 2 || (signs[3] === true && Object.keys(value as object).length <= 3);
}

/** A user of version 2 as an account; null for anything else. */
export function accountV2(user: unknown): RecordedAccount | null {
  return newAccount({
    id: idAt(user, 'id'), handle: textAt(user, 'username'), name: textAt(user, 'name'), followers: countAt(user, 'public_metrics', 'followers_count'),
    isBrand: textAt(user, 'verified_type') === 'business' ? true : null, profile: textAt(user, 'description'), link: textAt(user, 'entities', 'url', 'urls', 0, 'expanded_url'),
  });
}

function referenced(tweet: unknown, type: string): string | null {
  return idAt(listOf(valueAt(tweet, 'referenced_tweets')).find((reference) => textAt(reference, 'type') === type), 'id');
}

/** Where a tweet is withheld, its text may be no more than the notice of it. */
function isNotice(tweet: unknown, text: string): boolean {
  return objectAt(tweet, 'withheld') !== null && text.length < 300 && /\bhas been withheld\b/.test(text);
}

/**
 * Reads one tweet of version 2. An edited tweet is stored under the id of its last version, which its readers answer; a
 * retweet is a share of the original; a long text (`note_tweet`) replaces the cut one.
 */
export function readTweetV2(tweet: unknown, { accountOf, line }: { accountOf: AccountLookUp; line: number }): TweetV2 {
  const own = idAt(tweet, 'id');
  const written = textAt(tweet, 'text');
  if (own === null || written === null) return { refused: { code: own === null && written !== null ? 'missing-id' : 'not-a-message', detail: 'no id or no text: no tweet' } };
  const versions = valueAt(tweet, 'edit_history_tweet_ids');
  const id = lastVersion(own, versions);
  const authorId = idAt(tweet, 'author_id');
  const author = accountV2(objectAt(tweet, 'author')) ?? (authorId === null ? null : (accountOf(authorId) ?? newAccount({ id: authorId })));
  const time = tweetTime(tweet, own);
  if (time.ms === null) return { refused: { code: 'missing-time', detail: 'the tweet has no time' } };
  const original = referenced(tweet, 'retweeted');
  if (original !== null) return author === null ? { refused: { code: 'not-a-message', detail: 'a retweet that does not say whose it is' } } : { reaction: retweet(author, original, { line, time }) };
  if (isNotice(tweet, written)) return { refused: { code: 'withheld', detail: 'the tweet is withheld; its text is only the notice' } };
  const note = objectAt(tweet, 'note_tweet');
  const quoted = referenced(tweet, 'quoted');
  const parent = referenced(tweet, 'replied_to');
  const conversation = idAt(tweet, 'conversation_id');
  const known = [id, own, ...listOf(versions).map((version) => idAt([version], 0))];
  const root = conversation === null || known.includes(conversation) ? null : conversation;
  const links = tweetLinks(valueAt(tweet, 'entities'), note?.['entities']);
  return {
    message: newMessage({
      network: 'x', nativeId: id, kind: parent !== null || root !== null ? 'reply' : 'post', author, container: xPlace(), time, text: tweetText(textAt(note, 'text') ?? written, links, [...known, quoted]),
      parentNativeId: parent, rootNativeId: root, languageTag: tweetLanguage(textAt(tweet, 'lang')), url: tweetAddress(id, author?.handle ?? null),
      likes: countAt(tweet, 'public_metrics', 'like_count'), replies: countAt(tweet, 'public_metrics', 'reply_count'), shares: countAt(tweet, 'public_metrics', 'retweet_count'),
      views: countAt(tweet, 'public_metrics', 'impression_count'), saves: countAt(tweet, 'public_metrics', 'bookmark_count'), quotedNativeId: quoted, line,
    }),
  };
}

/** The tweets that a flat tweet holds whole under its references. */
export function tweetsInside(tweet: unknown): unknown[] {
  return listOf(valueAt(tweet, 'referenced_tweets')).map(objectOf).filter((reference) => reference !== null && textAt(reference, 'text') !== null);
}
