import type { RecordedMessage } from '../../domain/model/record.ts';
import { idAt, listOf, objectAt, textAt, valueAt } from '../json-values.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths, shareOfHead } from '../json-format.ts';
import { isRefusal, legacyAccount, legacyTweet, retweet, tweetTime } from './x-tweet.ts';

function isTweet(value: unknown): boolean {
  return textAt(value, 'id_str') !== null && (textAt(value, 'full_text') ?? textAt(value, 'text')) !== null && textAt(value, 'user', 'screen_name') !== null && textAt(value, 'created_at') !== null;
}

/** The tweets inside a tweet: the one passed on, the one quoted, and the one that one quotes. */
function embedded(tweet: unknown, line: number, depth = 3): RecordedMessage[] {
  if (depth === 0) return [];
  return ['retweeted_status', 'quoted_status'].flatMap((member) => {
    const inner = objectAt(tweet, member);
    if (inner === null) return [];
    const read = legacyTweet(inner, { author: legacyAccount(inner['user']), line });
    // of a retweet of a retweet only the original is a message
    const own = isRefusal(read) || objectAt(inner, 'retweeted_status') !== null ? [] : [read];
    return [...own, ...embedded(inner, line, depth - 1)];
  });
}

/** What one tweet of version 1.1 becomes: a message, or a share with the original beside it. */
function readTweetV1(tweet: unknown, line: number): ItemOutcome {
  if (objectAt(tweet, 'delete') !== null || objectAt(tweet, 'status_withheld') !== null) return { rejected: { code: objectAt(tweet, 'delete') === null ? 'withheld' : 'deleted', detail: 'a notice of the stream: the tweet is gone' } };
  if (listOf(valueAt(tweet, 'errors')).length > 0 || objectAt(tweet, 'limit') !== null) return { rejected: { code: 'error-row', detail: 'an error or a limit notice of the source' } };
  const author = legacyAccount(valueAt(tweet, 'user'));
  const original = idAt(tweet, 'retweeted_status', 'id_str') ?? idAt(tweet, 'retweeted_status', 'id');
  const others = embedded(tweet, line);
  if (original !== null) {
    const id = idAt(tweet, 'id_str') ?? '';
    return { messages: others, reactions: author === null ? [] : [retweet(author, original, { line, time: tweetTime(tweet, id) })] };
  }
  const read = legacyTweet(tweet, { author, line });
  return isRefusal(read) ? { rejected: read } : { messages: [read, ...others] };
}

/** Tweets as version 1.1 of X's interface gives them: one a line, in a list, or in the answer of a search. */
export const X_API_V1 = jsonFormat({
  id: 'x-api-v1', name: 'X API 1.1 (tweets)',
  description: 'tweets of version 1.1 of X\'s interface with their authors, reply links and the tweets they pass on or quote',
  recognise: (head) => {
    const share = shareOfHead(head, isTweet);
    if (share >= 0.5) return 0.95;
    const answer = objectAt(headValues(head), 0);
    return isTweet(valueAt(answer, 'statuses', 0)) ? 0.95 : 0;
  },
  paths: (head) => pagePaths(head, ['statuses[]']),
  reader: () => ({ value, line }) => readTweetV1(value, line),
});
