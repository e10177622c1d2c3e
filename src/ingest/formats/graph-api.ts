import { postAddress } from '../../domain/model/post-address.ts';
import type { RecordedAccount, RecordedContainer, RecordedMessage, RecordedReaction } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { countAt, flagAt, idAt, listOf, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { NO_TIME } from '../stored-time.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import { facebookPostId } from './facebook-post-id.ts';
import { reactionKind } from './meta-reactions.ts';

interface Place {
  readonly root: string | null;
  readonly parent: string | null;
  readonly container: RecordedContainer | null;
}

interface Found {
  readonly messages: RecordedMessage[];
  readonly reactions: RecordedReaction[];
}

const NOWHERE: Place = { root: null, parent: null, container: null };
const EDGES = ['posts', 'feed', 'published_posts', 'media', 'comments'];
/** Those that list what is no part of the object they stand on. */
const PAGE_EDGES = EDGES.filter((edge) => edge !== 'comments');
const POST_MEMBERS = ['shares', 'status_type', 'story', 'full_picture', 'is_published', 'attachments', 'promotable_id', 'place', 'insights'];
const COMMENT_MEMBERS = ['comment_count', 'like_count', 'is_hidden', 'can_comment', 'can_remove', 'can_hide', 'can_like', 'user_likes', 'parent', 'attachment', 'message_tags'];
/** Answers to answers are listed one level deep; a file nested deeper than this is none of the interface. */
const DEEPEST = 8;

function isFacebook(value: unknown): boolean {
  return idAt(value, 'id') !== null && timeAt(value, ['created_time']).ms !== null;
}

function isInstagramMedia(value: unknown): boolean {
  return textAt(value, 'media_type') !== null || textAt(value, 'media_product_type') !== null || valueAt(value, 'caption') !== undefined || textAt(value, 'permalink') !== null || valueAt(value, 'comments_count') !== undefined;
}

function isInstagram(value: unknown): boolean {
  if (idAt(value, 'id') === null || timeAt(value, ['timestamp']).ms === null) return false;
  return isInstagramMedia(value) || (textAt(value, 'text') !== null && (textAt(value, 'username') !== null || textAt(value, 'from', 'username') !== null || valueAt(value, 'like_count') !== undefined || valueAt(value, 'hidden') !== undefined || valueAt(value, 'replies') !== undefined));
}

/** Objects that hold nothing but an edge, such as a post of which only its comments were asked for. */
function isHolder(value: unknown): boolean {
  return idAt(value, 'id') !== null && EDGES.some((edge) => listOf(valueAt(value, edge, 'data')).some((inner) => isFacebook(inner) || isInstagram(inner)));
}

function isPost(value: unknown): boolean {
  if (POST_MEMBERS.some((key) => valueAt(value, key) !== undefined)) return true;
  const permalink = textAt(value, 'permalink_url');
  if (permalink !== null) return !/[?&]comment_id=/.test(permalink);
  if (COMMENT_MEMBERS.some((key) => valueAt(value, key) !== undefined)) return false;
  const id = idAt(value, 'id') ?? '';
  // a page's own posts begin with the page's id, comments with that of their post
  const author = idAt(value, 'from', 'id');
  return (author !== null && id.startsWith(`${author}_`)) || valueAt(value, 'comments') !== undefined;
}

function facebookAccount(value: unknown): RecordedAccount | null {
  return newAccount({ id: idAt(value, 'id'), handle: textAt(value, 'username'), name: textAt(value, 'name') });
}

/** Reactions that are listed by name; summaries are counts. */
function namedReactions(value: unknown, target: string, { line, found }: { line: number; found: Found }): void {
  for (const edge of ['reactions', 'likes']) {
    for (const given of listOf(valueAt(value, edge, 'data'))) {
      const account = facebookAccount(given);
      if (account !== null) found.reactions.push(newReaction({ network: 'facebook', kind: reactionKind(textAt(given, 'type') ?? 'LIKE') ?? 'other', account, targetNativeId: target, time: NO_TIME, line }));
    }
  }
}

function takeFacebook(value: unknown, place: Place, { line, found, depth }: { line: number; found: Found; depth: number }): void {
  const id = idAt(value, 'id');
  if (id === null || depth > DEEPEST) return;
  const network = 'facebook';
  const isTop = place.root === null && place.parent === null && isPost(value);
  const author = facebookAccount(valueAt(value, 'from'));
  const nativeId = isTop ? (facebookPostId(id) ?? id) : id;
  const container = isTop && author !== null ? newContainer('page', author.name ?? author.nativeId, author.nativeId) : place.container;
  const parent = isTop ? null : (idAt(value, 'parent', 'id') ?? place.parent);
  const root = isTop ? null : (place.root ?? (/^\d{5,}_\d{5,}$/.test(id) ? (id.split('_')[0] ?? null) : null));
  const time = timeAt(value, ['created_time']);
  const text = textAt(value, 'message') ?? (isTop ? textAt(value, 'story') : null);
  if (time.ms !== null || text !== null) {
    const url = textAt(value, 'permalink_url');
    found.messages.push(newMessage({
      network, nativeId, kind: isTop ? 'post' : parent === null ? 'comment' : 'reply', author, container, time, text, url: url === null ? null : url.startsWith('/') ? `https://www.facebook.com${url}` : url, line,
      parentNativeId: parent, rootNativeId: root, hidden: flagAt(value, 'is_hidden'),
      likes: countAt(value, 'reactions', 'summary', 'total_count') ?? countAt(value, 'likes', 'summary', 'total_count') ?? countAt(value, 'like_count'),
      replies: countAt(value, 'comment_count') ?? countAt(value, 'comments', 'summary', 'total_count'), shares: countAt(value, 'shares', 'count'),
    }));
    namedReactions(value, nativeId, { line, found });
  }
  for (const inner of listOf(valueAt(value, 'comments', 'data'))) takeFacebook(inner, { root: isTop ? nativeId : root, parent: isTop ? null : nativeId, container }, { line, found, depth: depth + 1 });
}

function instagramAccount(value: unknown): RecordedAccount | null {
  const handle = textAt(value, 'username') ?? textAt(value, 'from', 'username');
  return newAccount({ id: handle ?? idAt(value, 'from', 'id') ?? idAt(value, 'owner', 'id'), handle });
}

function takeInstagram(value: unknown, place: Place, { line, found, depth }: { line: number; found: Found; depth: number }): void {
  const id = idAt(value, 'id');
  if (id === null || depth > DEEPEST) return;
  const network = 'instagram';
  const isTop = place.root === null && place.parent === null && (isInstagramMedia(value) || valueAt(value, 'comments') !== undefined);
  const author = instagramAccount(value);
  const container = isTop && author !== null ? newContainer('profile', author.handle ?? author.nativeId, author.nativeId) : place.container;
  const permalink = textAt(value, 'permalink');
  const written = textAt(value, 'media', 'permalink');
  const parent = isTop ? null : (idAt(value, 'parent_id') ?? place.parent);
  const root = isTop ? null : (place.root ?? idAt(value, 'media', 'id') ?? (written === null ? null : postAddress(written)));
  const time = timeAt(value, ['timestamp']);
  const text = isTop ? textAt(value, 'caption') : textAt(value, 'text');
  if (time.ms !== null || text !== null) {
    found.messages.push(newMessage({
      network, nativeId: id, kind: isTop ? 'post' : parent === null ? 'comment' : 'reply', author, container, time, text, url: permalink, line,
      parentNativeId: parent, rootNativeId: root, hidden: flagAt(value, 'hidden'), likes: countAt(value, 'like_count'), replies: countAt(value, 'comments_count') ?? countAt(value, 'replies', 'summary', 'total_count'),
    }));
  }
  for (const edge of ['comments', 'replies']) {
    for (const inner of listOf(valueAt(value, edge, 'data'))) takeInstagram(inner, { root: isTop ? id : root, parent: isTop ? null : id, container }, { line, found, depth: depth + 1 });
  }
}

/** Records of one object of an answer. */
function recordsOf(value: unknown, line: number): ItemOutcome {
  if (objectOf(valueAt(value, 'error')) !== null) return { rejected: { code: 'error-row', detail: 'an error of the interface instead of data' } };
  const found: Found = { messages: [], reactions: [] };
  const anyInside = listOf(valueAt(value, 'comments', 'data'))[0];
  if (isInstagram(value) || (!isFacebook(value) && isInstagram(anyInside))) takeInstagram(value, NOWHERE, { line, found, depth: 0 });
  else if (isFacebook(value) || isFacebook(anyInside)) takeFacebook(value, NOWHERE, { line, found, depth: 0 });
  return found.messages.length > 0 ? found : { rejected: { code: 'not-a-message', detail: 'neither a post nor a comment: no time and no text' } };
}

function elementsOf(value: unknown): readonly unknown[] {
  const data = valueAt(value, 'data');
  const holder = PAGE_EDGES.find((edge) => Array.isArray(valueAt(value, edge, 'data')));
  return Array.isArray(data) ? (data as unknown[]) : holder === undefined ? [value] : listOf(valueAt(value, holder, 'data'));
}

/** Signs that no other program's comments with an id, a text and a time share. */
function isTelling(value: unknown): boolean {
  if (isHolder(value)) return true;
  if (isFacebook(value)) return ['message', 'story', 'from', 'comments', 'comment_count', 'permalink_url', 'is_hidden', 'attachments', 'attachment'].some((key) => valueAt(value, key) !== undefined);
  return isInstagram(value) && (/^\d{9,}$/.test(idAt(value, 'id') ?? '')) && valueAt(value, 'ownerUsername') === undefined && valueAt(value, 'shortcode') === undefined;
}

function recognise(head: PartHead): number {
  const values = headValues(head).slice(0, 50);
  const elements = values.flatMap((value) => elementsOf(value).slice(0, 50));
  const telling = elements.filter(isTelling).length;
  if (telling === 0 || telling * 2 < elements.length) return 0;
  const isPage = values.some((value) => Array.isArray(valueAt(value, 'data')) || EDGES.some((edge) => Array.isArray(valueAt(value, edge, 'data'))));
  return isPage ? 0.96 : 0.9;
}

/** Answers of Meta's Graph API saved as JSON: pages of posts or comments, or posts with their comments inside. */
export const GRAPH_API = jsonFormat({
  id: 'graph-api', name: 'Graph API of Facebook and Instagram',
  description: 'posts and comments as the owner of a page or account gets them from Meta\'s interface, with answers, counts and hidden comments; people without consent have no name',
  recognise,
  paths: (head) => pagePaths(head, ['data[]', ...PAGE_EDGES.flatMap((edge) => [`${edge}.data[]`, `data[].${edge}.data[]`])]),
  reader: () => ({ value, line }) => (objectOf(value) === null ? { rejected: { code: 'not-a-message', detail: 'neither a post nor a comment' } } : recordsOf(value, line)),
});
