import type { RecordedMessage } from '../../domain/model/record.ts';
import type { TableFormat } from '../table-format.ts';
import { facebookPostId } from './facebook-post-id.ts';

/** The ids that a comment's address names: of the comment, and of the reply where it is one. */
function addressedIds(url: string): { readonly comment: string | null; readonly reply: string | null } {
  const parameter = (name: string): string | null => {
    const found = new RegExp(`[?&]${name}=([^&#]{1,300})`).exec(url)?.[1];
    return found === undefined ? null : found.replace(/%3D/gi, '=');
  };
  return { comment: parameter('comment_id'), reply: parameter('reply_comment_id') };
}

/** POST_COMMENT of an id that Facebook wrote as "comment:POST_COMMENT" in base 64, which is how its own interface writes the same comment; any other id as it is. */
function openedId(id: string): string {
  if (!/^[A-Za-z0-9+/]{12,300}={0,2}$/.test(id) || /^\d+$/.test(id)) return id;
  return /^comment:(\d+_\d+)$/.exec(Buffer.from(id, 'base64').toString('latin1'))?.[1] ?? id;
}

/** The id of the comment that a reply answers, written as the reply's own id is, as a number or as POST_COMMENT, so that both meet. */
function parentOf(ownId: string, commentId: string): string {
  const number = /(\d+)$/.exec(openedId(commentId))?.[1];
  if (number === undefined) return commentId;
  return /^\d+_\d+$/.test(ownId) ? ownId.replace(/\d+$/, number) : number;
}

function withThread(message: RecordedMessage, { depth, post }: { readonly depth: string; readonly post: string }): RecordedMessage {
  const { comment, reply } = addressedIds(message.url ?? '');
  const isReply = reply !== null || (/^\d+$/.test(depth) && Number(depth) > 0);
  const nativeId = openedId(message.nativeId.startsWith('row:') ? (reply ?? comment ?? message.nativeId) : message.nativeId);
  const answered = message.parentNativeId ?? (reply === null ? null : comment);
  const parent = answered === null ? null : parentOf(nativeId, answered);
  return { ...message, nativeId, parentNativeId: parent === nativeId ? null : parent, rootNativeId: facebookPostId(post) ?? message.rootNativeId, kind: isReply || parent !== null ? 'reply' : message.kind };
}

/** Comments of Facebook posts as Apify exports them. A reply names its comment by `replyToCommentId` or only in its address. */
export const APIFY_FACEBOOK_COMMENTS: TableFormat = {
  id: 'apify-facebook-comments', name: 'Apify Facebook comments', description: 'comments of Facebook posts as Apify exports them (CSV, JSON, XLSX); replies only where they were asked for',
  requires: ['profilename', 'text', 'date', 'facebookurl|inputurl'],
  columns: { facebookurl: 'rootId', inputurl: null, facebookid: null, profileurl: 'authorId', profileid: 'authorId', profilepicture: null, commenturl: 'url', threadingdepth: null, replytocommentid: 'parentId', feedbackid: null, posttitle: null, pagename: 'container' },
  network: 'facebook', kind: 'comment', containerKind: 'page',
  refine: (made, cell) => ({ messages: made.map((message) => withThread(message, { depth: cell('threadingdepth'), post: cell('facebookurl') })) }),
};
