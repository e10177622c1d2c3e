import type { RecordedAccount, RecordedMessage } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { countAt, idAt, listOf, objectAt, objectOf, textAt, valueAt } from '../json-values.ts';
import type { Refusal } from '../rejected-row.ts';
import { newAccount } from '../new-records.ts';
import type { CaptureReader } from './capture-item.ts';
import { handleOfAddress, tweetLinks, tweetOfAddress } from './x-text.ts';
import { isRefusal, lastVersion, legacyAccount, legacyTweet, retweet, tweetTime } from './x-tweet.ts';

/** The tweet of a result: sometimes it lies one level deeper, beside a note on who may see it. */
function unwrapped(result: unknown): unknown {
  return objectAt(result, 'tweet') ?? result;
}

/** Pages leave the author out when they carried it before; the address of the tweet's own picture still names it. */
function handleOfPictures(legacy: unknown): string | null {
  for (const entities of ['extended_entities', 'entities']) {
    for (const media of listOf(valueAt(legacy, entities, 'media'))) {
      const address = textAt(media, 'expanded_url') ?? '';
      if (textAt(media, 'source_status_id_str') === null && tweetOfAddress(address.replace(/\/(?:photo|video)\/\d+$/, '')) !== null) return handleOfAddress(address);
    }
  }
  return null;
}

function authorOf(tweet: unknown): RecordedAccount | null {
  const legacy = valueAt(tweet, 'legacy');
  const user = objectAt(tweet, 'core', 'user_results', 'result');
  const id = idAt(user, 'rest_id') ?? idAt(legacy, 'user_id_str');
  if (user !== null) {
    const known = legacyAccount({ ...objectAt(user, 'legacy'), ...objectAt(user, 'core'), ...objectAt(user, 'verification') }, id);
    return known;
  }
  const old = objectAt(tweet, 'user');
  return old === null ? newAccount({ id, handle: handleOfPictures(legacy) }) : legacyAccount(old, idAt(old, 'id_str') ?? id);
}

function readTweet(tweet: unknown, line: number): RecordedMessage | Refusal {
  const legacy = objectAt(tweet, 'legacy');
  const own = idAt(legacy, 'id_str') ?? idAt(tweet, 'rest_id');
  if (legacy === null) return objectAt(tweet, 'tombstone') === null ? { code: own === null ? 'not-a-message' : 'withheld', detail: 'the page held no tweet, only its place' } : { code: 'withheld', detail: 'the page showed a notice instead of the tweet' };
  if (own !== null && textAt(legacy, 'withheld_scope') !== null) return { code: 'withheld', detail: 'the tweet is withheld where it was captured' };
  const note = objectAt(tweet, 'note_tweet', 'note_tweet_results', 'result');
  const text = textAt(note, 'text');
  return legacyTweet(legacy, {
    author: authorOf(tweet), line, views: countAt(tweet, 'views', 'count') ?? countAt(tweet, 'ext_views', 'count'), id: own === null ? null : lastVersion(own, valueAt(tweet, 'edit_control', 'edit_tweet_ids')),
    longText: text === null ? null : { text, links: tweetLinks(note?.['entity_set']) },
    quotedId: idAt(unwrapped(valueAt(tweet, 'quoted_status_result', 'result')), 'rest_id'),
  });
}

/** A tweet as X's pages carry it; a retweet is a share, with the original beside it, as is a quoted tweet. */
export const readCapturedTweet: CaptureReader = (data, { line }): ItemOutcome => {
  const tweet = unwrapped(data);
  const inner = [valueAt(tweet, 'legacy', 'retweeted_status_result', 'result'), valueAt(tweet, 'quoted_status_result', 'result')].map((result) => objectOf(unwrapped(result)));
  const [original, quoted] = inner;
  const quotedOfOriginal = objectOf(unwrapped(valueAt(original, 'quoted_status_result', 'result')));
  const others = [original, quoted, quotedOfOriginal].flatMap((other) => {
    const read = other == null ? null : readTweet(other, line);
    return read === null || isRefusal(read) ? [] : [read];
  });
  if (original != null) {
    const target = idAt(original, 'rest_id') ?? idAt(original, 'legacy', 'id_str');
    const account = authorOf(tweet);
    const id = idAt(tweet, 'legacy', 'id_str') ?? '';
    return target === null || account === null ? { messages: others } : { messages: others, reactions: [retweet(account, target, { line, time: tweetTime(valueAt(tweet, 'legacy'), id) })] };
  }
  const read = readTweet(tweet, line);
  return isRefusal(read) ? { rejected: read } : { messages: [read, ...others] };
};
