import type { RecordedAccount, RecordedContainer, RecordedMessage } from '../../domain/model/record.ts';
import { textOfHtml } from '../html-text.ts';
import { countAt, idAt, objectAt, textAt, timeAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import { oneMessage, wholeNetwork, withoutId, type CaptureReader } from './capture-item.ts';

/** A group as a place; none of its own where a post stands in no group. */
function group(object: unknown, title: string): RecordedContainer | null {
  const id = idAt(object, 'id');
  return id === null ? null : newContainer('channel', textAt(object, title) ?? id, id);
}

function plain(html: string | null): string | null {
  return html === null ? null : textOfHtml(html);
}

/** A post of Gab, in the short names of its pages (`c` the text, `ca` the time) or in the longer ones of before; groups and users that were seen are no posts. */
export const readCapturedGab: CaptureReader = (item, { line }) => {
  const type = textAt(item, 'type');
  if (type === 'group' || type === 'user') return { rejected: { code: 'not-a-message', detail: `a ${type} of Gab, no post` } };
  const id = idAt(item, 'i') ?? idAt(item, 'id');
  if (id === null) return withoutId('Gab');
  const short = objectAt(item, 'author_info');
  const long = objectAt(item, 'account');
  const time = timeAt(item, ['ca']);
  return oneMessage(newMessage({
    network: 'gab', nativeId: id, kind: 'post', time: time.ms === null ? timeAt(item, ['created_at']) : time, text: plain(textAt(item, 'c') ?? textAt(item, 'content')),
    author: newAccount({
      id: idAt(short, 'i') ?? idAt(long, 'id') ?? idAt(item, 'ai'), handle: textAt(short, 'un') ?? textAt(long, 'username'), name: textAt(short, 'dn') ?? textAt(long, 'display_name'),
      followers: countAt(long, 'followers_count'), profile: plain(textAt(short, 'nt') ?? textAt(long, 'note')),
    }),
    container: group(objectAt(item, 'g') ?? objectAt(item, 'group'), 'title') ?? wholeNetwork('gab', 'Gab'), url: textAt(item, 'ul') ?? textAt(item, 'url'),
    likes: countAt(item, 'fc') ?? countAt(item, 'reaction_count'), replies: countAt(item, 'rc') ?? countAt(item, 'replies_count'), shares: countAt(item, 'rbc') ?? countAt(item, 'reposts_count'), line,
  }));
};

function truthAuthor(item: unknown): RecordedAccount | null {
  return newAccount({ id: idAt(item, 'account', 'id'), handle: textAt(item, 'account', 'username'), name: textAt(item, 'account', 'display_name'), followers: countAt(item, 'account', 'followers_count'), profile: plain(textAt(item, 'account', 'note')) });
}

/** A status and those it answers, outermost last; answers name what they answer as objects inside each other. */
function truths(item: unknown, line: number, depth = 20): RecordedMessage[] {
  const id = idAt(item, 'id');
  if (id === null || depth === 0) return [];
  const above = truths(objectAt(item, 'in_reply_to'), line, depth - 1);
  const parent = above[0]?.nativeId ?? idAt(item, 'in_reply_to_id');
  const own = newMessage({
    network: 'truthsocial', nativeId: id, kind: parent === null ? 'post' : 'reply', author: truthAuthor(item), container: group(objectAt(item, 'group'), 'display_name') ?? wholeNetwork('truthsocial', 'Truth Social'),
    time: timeAt(item, ['created_at']), text: plain(textAt(item, 'content')), parentNativeId: parent, rootNativeId: above.at(-1)?.nativeId ?? null, languageTag: textAt(item, 'language'), url: textAt(item, 'url') ?? textAt(item, 'uri'),
    likes: countAt(item, 'favourites_count'), replies: countAt(item, 'replies_count'), shares: countAt(item, 'reblogs_count'), quotedNativeId: idAt(item, 'quote_id'), line,
  });
  return [own, ...above];
}

/** A status of Truth Social, with those it answers or quotes; one passed on ("ReTruth") is a share of the original. */
export const readCapturedTruth: CaptureReader = (item, { line }) => {
  const original = objectAt(item, 'reblog');
  const account = truthAuthor(item);
  const target = idAt(original, 'id');
  if (target !== null && account !== null) return { messages: truths(original, line), reactions: [newReaction({ network: 'truthsocial', kind: 'share', account, targetNativeId: target, time: timeAt(item, ['created_at']), line })] };
  const messages = [...truths(item, line), ...truths(objectAt(item, 'quote'), line)];
  return messages.length === 0 ? withoutId('Truth Social') : { messages };
};
