import type { RecordedAccount, RecordedContainer, RejectionCode } from '../../domain/model/record.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { countAt, epochAt, flagAt, idAt, objectAt, objectOf, textAt, valueAt } from '../json-values.ts';
import type { JsonObject } from '../json-item.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';

/** The network code of everything here. */
export const REDDIT = 'reddit';

const GONE = /^\[\s*(?:deleted|removed)(?:\s+by\s+(?:reddit|user|moderator|author))?\s*\]$/i;
const ENTITIES: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': '\'', '&nbsp;': ' ', '&#x200B;': '', '&amp;': '&' };

/** True for what Reddit writes in place of a text or a name that was taken away. */
function isGone(text: string): boolean {
  return GONE.test(text.trim().slice(0, 60));
}

function decoded(text: string): string {
  return text.replace(/&(?:lt|gt|quot|#39|nbsp|#x200B|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}

/** A text of Reddit, whose markdown comes with HTML entities, sometimes escaped twice; null for one that was deleted or removed. */
export function redditText(written: string | null): string | null {
  if (written === null || isGone(written)) return null;
  const text = decoded(decoded(written).replace(/&amp;(?=#x200B;|nbsp;)/g, '&'));
  return text.trim() === '' ? null : text;
}

/** Full name of a thing (`t1_abc`), from a full name or a bare id of the kind given; null for no id. */
export function fullName(id: string | null, kind: 't1' | 't3'): string | null {
  if (id === null || id === '_') return null;
  return /^t\d_/.test(id) ? id : `${kind}_${id}`;
}

/** The subreddit, or the profile page that Reddit keeps as a subreddit `u_name`. */
export function subredditNamed(name: string | null): RecordedContainer | null {
  if (name === null) return null;
  const plain = name.replace(/^\/?r\//i, '').replace(/^\/?(?:u|user)\//i, 'u_').replace(/\/$/, '');
  return plain === '' ? null : newContainer(plain.startsWith('u_') ? 'profile' : 'subreddit', plain);
}

/**
 * An account by its name, which on Reddit is unique and never changes: dumps, listings and exports of one person meet by it,
 * while the `t2_` id is missing from many of them.
 */
export function redditor(name: string | null, rest: { readonly fullId?: string | null; readonly isBot?: boolean; readonly profile?: string | null } = {}): RecordedAccount | null {
  if (name !== null && isGone(name)) return null;
  const handle = name?.replace(/^\/?u\//i, '') ?? null;
  return newAccount({ id: handle === null ? (rest.fullId ?? null) : null, handle, ...(rest.isBot === true || handle === 'AutoModerator' ? { isBot: true } : {}), ...(rest.profile == null ? {} : { profile: rest.profile }) });
}

function nameAt(data: JsonObject, key: string, inner: string): string | null {
  return textAt(data, key) ?? textAt(data, key, inner);
}

/** Address of a permalink, which dumps write without the host. */
export function redditAddress(permalink: string | null): string | null {
  if (permalink === null) return null;
  return /^https?:\/\//i.test(permalink) ? permalink : permalink.startsWith('/') ? `https://www.reddit.com${permalink}` : null;
}

/** True for an object with the members of a comment. */
export function isRedditComment(value: unknown): boolean {
  const data = objectOf(value);
  return data !== null && typeof valueAt(data, 'body') === 'string' && idAt(data, 'link_id') !== null && idAt(data, 'parent_id') !== null && valueAt(data, 'subreddit') !== undefined;
}

/** True for an object with the members of a submission. */
export function isRedditSubmission(value: unknown): boolean {
  const data = objectOf(value);
  return data !== null && typeof valueAt(data, 'title') === 'string' && valueAt(data, 'subreddit') !== undefined && idAt(data, 'id') !== null
    && ['selftext', 'is_self', 'num_comments', 'over_18'].filter((key) => valueAt(data, key) !== undefined).length >= 2 && valueAt(data, 'score') !== undefined;
}

function refused(code: RejectionCode, detail: string): ItemOutcome {
  return { rejected: { code, detail } };
}

function messageOf(data: JsonObject, { kind, id, line, replies }: { kind: 'comment' | 'post'; id: string; line: number; replies: number | null }): ItemOutcome {
  const time = epochAt(data, 'created_utc');
  if (time.ms === null) return valueAt(data, 'created_utc') == null ? refused('missing-time', 'no created_utc') : refused('unreadable-time', 'created_utc is no time');
  const isComment = kind === 'comment';
  const root = isComment ? fullName(idAt(data, 'link_id'), 't3') : null;
  const parent = isComment ? (fullName(idAt(data, 'parent_id'), 't1') ?? root) : null;
  const subreddit = subredditNamed(nameAt(data, 'subreddit', 'display_name'));
  const written = isComment ? [textAt(data, 'body')] : [textAt(data, 'title'), textAt(data, 'selftext')];
  const authorName = nameAt(data, 'author', 'name');
  // archives keep what its author deleted after it was collected: the place in the thread stays, the person and the words go
  const isTakenBack = flagAt(data, '_meta', 'was_deleted_later') === true || written.some((text) => text !== null && isGone(text));
  const distinguished = textAt(data, 'distinguished');
  const author = isTakenBack ? null : redditor(authorName, {
    fullId: idAt(data, 'author_fullname'),
    profile: distinguished === 'moderator' ? `moderator${subreddit === null ? '' : ` of r/${subreddit.name}`}` : distinguished === 'admin' ? 'Reddit admin' : null,
  });
  const text = isTakenBack ? null : written.map(redditText).filter((part) => part !== null).join('\n\n');
  return {
    messages: [newMessage({
      network: REDDIT, nativeId: id, kind: !isComment ? 'post' : parent?.startsWith('t1_') === true ? 'reply' : 'comment', line, time, author, container: subreddit, text,
      parentNativeId: parent, rootNativeId: root, url: redditAddress(textAt(data, 'permalink')), likes: countAt(data, 'score') ?? countAt(data, 'ups'),
      replies: isComment ? replies : (countAt(data, 'num_comments') ?? replies), shares: countAt(data, 'num_crossposts'),
      quotedNativeId: isComment ? null : fullName(idAt(data, 'crosspost_parent'), 't3'),
    })],
  };
}

/** A comment as a message; `replies` is how many answers the listing declares, null where it does not say. */
export function commentOutcome(data: JsonObject, line: number, replies: number | null = null): ItemOutcome {
  const id = fullName(idAt(data, 'id') ?? idAt(data, 'name'), 't1');
  return id === null ? refused('missing-id', 'a comment without id') : messageOf(data, { kind: 'comment', id, line, replies });
}

/** A submission as a message, with the one it crossposts where that is in it. */
export function submissionOutcome(data: JsonObject, line: number): ItemOutcome {
  const id = fullName(idAt(data, 'id') ?? idAt(data, 'name'), 't3');
  if (id === null) return refused('missing-id', 'a post without id');
  const own = messageOf(data, { kind: 'post', id, line, replies: null });
  const original = objectAt(data, 'crosspost_parent_list', 0);
  const originalId = original === null ? null : fullName(idAt(original, 'id'), 't3');
  if (original === null || originalId === null || own === null || 'rejected' in own) return own;
  const embedded = messageOf(original, { kind: 'post', id: originalId, line, replies: null });
  return embedded === null || 'rejected' in embedded ? own : { messages: [...(own.messages ?? []), ...(embedded.messages ?? [])] };
}

/** A comment or submission, by its members; a rejection for anything else. */
export function thingOutcome(value: unknown, line: number): ItemOutcome {
  const data = objectOf(value);
  if (data === null) return refused('not-a-message', 'no object');
  if (isRedditComment(data) || (typeof valueAt(data, 'body') === 'string' && (idAt(data, 'link_id') !== null || idAt(data, 'name')?.startsWith('t1_') === true))) return commentOutcome(data, line);
  if (isRedditSubmission(data) || (typeof valueAt(data, 'title') === 'string' && idAt(data, 'id') !== null)) return submissionOutcome(data, line);
  return refused('not-a-message', 'neither a comment nor a post');
}
