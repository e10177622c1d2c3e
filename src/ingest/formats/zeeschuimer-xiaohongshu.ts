import type { RecordedMessage } from '../../domain/model/record.ts';
import { epochAt, idAt, listOf, objectAt, textAt, valueAt } from '../json-values.ts';
import { newAccount, newMessage } from '../new-records.ts';
import { firstTime } from '../stored-time.ts';
import { chineseCount, joinedText, oneMessage, profileOf, wholeNetwork, withoutId, type CaptureReader } from './capture-item.ts';

/**
 * A note of Xiaohongshu (RedNote) in any of three shapes: its interface (`note_card`), its pages (`note`, in other letter
 * case), and what could be read from an overview page, which has no text beyond the title and no time.
 */
export const readCapturedNote: CaptureReader = (item, { line }) => {
  const note = objectAt(item, 'note_card') ?? objectAt(item, 'note') ?? item;
  const id = idAt(item, 'id') ?? idAt(item, 'note_id') ?? idAt(note, 'noteId');
  if (id === null) return withoutId('Xiaohongshu');
  const user = objectAt(note, 'user');
  const name = textAt(user, 'nickname') ?? textAt(user, 'nick_name') ?? textAt(item, 'author_name');
  const userId = idAt(user, 'user_id') ?? idAt(user, 'userId');
  const numbers = objectAt(note, 'interact_info') ?? objectAt(note, 'interactInfo') ?? objectAt(item, 'interactInfo');
  const count = (short: string): number | null => chineseCount(numbers, `${short}_count`) ?? chineseCount(numbers, `${short}Count`);
  return oneMessage(newMessage({
    network: 'xiaohongshu', nativeId: id, kind: 'post', author: newAccount({ id: userId, name }), container: profileOf(userId ?? name, name), time: firstTime(epochAt(note, 'time'), epochAt(item, 'time')),
    text: joinedText(textAt(note, 'display_title') ?? textAt(note, 'title'), textAt(note, 'desc')), url: `https://www.xiaohongshu.com/explore/${id}`,
    likes: count('liked') ?? chineseCount(item, 'likes'), replies: count('comment'), shares: count('shared') ?? count('share'), saves: count('collected'), line,
  }));
};

function comment(item: unknown, line: number, above: string | null): RecordedMessage[] {
  const id = idAt(item, 'id');
  if (id === null) return [];
  const note = idAt(item, 'note_id');
  const answered = idAt(item, 'target_comment', 'id') ?? above;
  const own = newMessage({
    network: 'xiaohongshu', nativeId: id, kind: answered === null ? 'comment' : 'reply', author: newAccount({ id: idAt(item, 'user_info', 'user_id'), name: textAt(item, 'user_info', 'nickname') }),
    container: wholeNetwork('xiaohongshu', 'Xiaohongshu'), time: epochAt(item, 'create_time'), text: textAt(item, 'content'), parentNativeId: answered ?? note, rootNativeId: note,
    likes: chineseCount(item, 'like_count'), replies: chineseCount(item, 'sub_comment_count'), line,
  });
  return [own, ...listOf(valueAt(item, 'sub_comments')).flatMap((reply) => comment(reply, line, id))];
}

/** A comment of Xiaohongshu, with the answers that its page showed under it. Where its writer went online is not read. */
export const readCapturedNoteComment: CaptureReader = (item, { line }) => {
  const messages = comment(item, line, null);
  return messages.length === 0 ? withoutId('Xiaohongshu') : { messages };
};
