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

/** "comment:POST_COMMENT" of an id that Facebook wrote in base 64; null for a plain one. */
function opened(id: string): string | null {
  if (!/^[A-Za-z0-9+/]{12,300}={0,2}$/.test(id) || /^\d+$/.test(id)) return null;
  const text = Buffer.from(id, 'base64').toString('latin1');
  return /^comment:\d+_\d+$/.test(text) ? text : null;
}

/**
 * The id of the comment that a reply answers, written as the reply's own id is, so that both meet: Facebook writes one
 * comment as a number, as POST_COMMENT, or as that in base 64.
 */
function parentOf(ownId: string, commentId: string): string {
  const own = opened(ownId);
  const number = /(\d+)$/.exec(opened(commentId) ?? commentId)?.[1];
  if (number === undefined) return commentId;
  if (own !== null) return Buffer.from(own.replace(/\d+$/, number), 'latin1').toString('base64');
  return /^\d+_\d+$/.test(ownId) ? ownId.replace(/\d+$/, number) : number;
}

function withThread(message: RecordedMessage, { depth, post }: { readonly depth: string; readonly post: string }): RecordedMessage {
  const { comment, reply } = addressedIds(message.url ?? '');
  const isReply = reply !== null || (/^\d+$/.test(depth) && Number(depth) > 0);
  const nativeId = message.nativeId.startsWith('row:') ? (reply ?? comment ?? message.nativeId) : message.nativeId;
  const parent = message.parentNativeId ?? (reply !== null && comment !== null ? parentOf(nativeId, comment) : null);
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
