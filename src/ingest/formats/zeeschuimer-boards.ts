import { countAt, epochAt, idAt, objectAt, textAt, timeAt } from '../json-values.ts';
import { NO_TIME, storedTime, type StoredTime } from '../stored-time.ts';
import { newAccount, newMessage } from '../new-records.ts';
import { writtenTime } from '../written-time.ts';
import { joinedText, oneMessage, profileOf, withoutId, type CaptureReader } from './capture-item.ts';

/** A post of 9gag; anonymous ones have no author. */
export const readCapturedNinegagPost: CaptureReader = (item, { line }) => {
  const id = textAt(item, 'id');
  if (id === null) return withoutId('9gag');
  const handle = textAt(item, 'creator', 'username');
  return oneMessage(newMessage({
    network: '9gag', nativeId: id, kind: 'post', author: newAccount({ id: idAt(item, 'creator', 'userId'), handle, name: textAt(item, 'creator', 'fullName') }), container: profileOf(handle),
    time: epochAt(item, 'creationTs'), text: joinedText(textAt(item, 'title'), textAt(item, 'description')), url: textAt(item, 'url'), likes: countAt(item, 'upVoteCount'), replies: countAt(item, 'commentsCount'), line,
  }));
};

/** A post of Imgur; its account is often only a number. */
export const readCapturedImgurPost: CaptureReader = (item, { line }) => {
  const id = textAt(item, 'id');
  if (id === null) return withoutId('Imgur');
  const handle = textAt(item, 'account', 'username');
  return oneMessage(newMessage({
    network: 'imgur', nativeId: id, kind: 'post', author: newAccount({ id: idAt(item, 'account_id') ?? idAt(item, 'account', 'id'), handle }), container: profileOf(handle), time: timeAt(item, ['created_at']),
    text: joinedText(textAt(item, 'title'), textAt(item, 'description')), url: textAt(item, 'url'), likes: countAt(item, 'upvote_count'), replies: countAt(item, 'comment_count'), views: countAt(item, 'view_count'), saves: countAt(item, 'favorite_count'), line,
  }));
};

/** "Tue, 12 Mar 2024 10:00:00 +0000". */
function mailTime(text: string | null): StoredTime {
  return text === null ? NO_TIME : storedTime(writtenTime(text, 'day-first') ?? writtenTime(text, 'iso'));
}

/** A pin of Pinterest. Overview pages leave out the time, and those read from the page itself the author too. */
export const readCapturedPin: CaptureReader = (item, { line }) => {
  const id = idAt(item, 'entityId') ?? idAt(item, 'id');
  if (id === null) return withoutId('Pinterest');
  const pinner = objectAt(item, 'pinner');
  const handle = textAt(pinner, 'username');
  return oneMessage(newMessage({
    network: 'pinterest', nativeId: id, kind: 'post', container: profileOf(handle), time: mailTime(textAt(item, 'created_at') ?? textAt(item, 'createdAt')),
    author: newAccount({ id: idAt(pinner, 'entityId') ?? idAt(pinner, 'id'), handle, name: textAt(pinner, 'fullName') ?? textAt(pinner, 'full_name'), followers: countAt(pinner, 'followerCount') ?? countAt(pinner, 'follower_count') }),
    text: joinedText(textAt(item, 'title'), textAt(item, 'description') ?? textAt(item, 'body')), url: `https://www.pinterest.com/pin/${id}`,
    replies: countAt(item, 'comment_count'), shares: countAt(item, 'repin_count') ?? countAt(item, 'repinCount'), saves: countAt(item, 'aggregatedPinData', 'aggregatedStats', 'saves') ?? countAt(item, 'aggregated_pin_data', 'aggregated_stats', 'saves'), line,
  }));
};
