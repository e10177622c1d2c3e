import type { RecordedAccount, RecordedMessage } from '../../domain/model/record.ts';
import { textOfHtml } from '../html-text.ts';
import { ownerless, type ItemOutcome } from '../item-outcome.ts';
import { jsonFormat } from '../json-format.ts';
import { countAt, idAt, listOf, objectAt, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage, newReaction } from '../new-records.ts';
import type { PartHead } from '../part-head.ts';
import type { SourceFacts } from '../record-format.ts';
import { mastodonHandle, serverOf } from './mastodon-address.ts';

const PUBLIC = new Set(['https://www.w3.org/ns/activitystreams#Public', 'as:Public', 'Public']);
const POSTS = new Set(['Note', 'Question', 'Article', 'Page']);
const ACTORS = new Set(['Person', 'Service', 'Application', 'Organization', 'Group']);

type Content = 'actor' | 'outbox' | 'likes' | 'bookmarks';

/** What a document of the archive holds; null for any other document. */
function contentOf(head: PartHead): Content | null {
  const document = objectOf(head.json?.document);
  if (document === null) return null;
  const type = textAt(document, 'type');
  if (type !== null && ACTORS.has(type) && textAt(document, 'preferredUsername') !== null && textAt(document, 'inbox') !== null && textAt(document, 'outbox') !== null) return 'actor';
  if (type !== 'OrderedCollection') return null;
  const id = textAt(document, 'id') ?? '';
  const first = listOf(valueAt(document, 'orderedItems'))[0];
  if (/(?:^|\/)outbox(?:\.json)?$/.test(id) || ['Create', 'Announce'].includes(textAt(first, 'type') ?? '')) return 'outbox';
  if (/(?:^|\/)bookmarks\.json$/.test(id)) return 'bookmarks';
  return /(?:^|\/)likes\.json$/.test(id) ? 'likes' : null;
}

/** An account by the address of its actor: named `name@server`, as other servers show it, so that archive and interface agree. */
function accountAt(actor: string): RecordedAccount | null {
  const handle = mastodonHandle(actor);
  return newAccount({ id: handle ?? actor, handle }, { namesServers: true });
}

/** The owner of the archive, from its actor document. */
function ownerOf(actor: unknown): RecordedAccount | null {
  const id = idAt(actor, 'id');
  const name = textAt(actor, 'preferredUsername');
  const server = serverOf(id ?? textAt(actor, 'inbox') ?? '');
  const handle = name === null || server === null ? null : `${name}@${server}`.toLowerCase();
  const about = textOfHtml(textAt(actor, 'summary') ?? '');
  const link = listOf(valueAt(actor, 'attachment')).map((field) => /href="(https?:\/\/[^"]{1,500})"/i.exec(textAt(field, 'value') ?? '')?.[1]).find((address) => address !== undefined);
  return newAccount({ id: handle ?? id, handle, name: textAt(actor, 'name'), isBot: ['Service', 'Application'].includes(textAt(actor, 'type') ?? ''), profile: about === '' ? null : about, ...(link === undefined ? {} : { link }) }, { namesServers: true });
}

/** The account that acts: the owner, where the actor is the owner's. */
function actorOf(activity: unknown, { owner }: SourceFacts): RecordedAccount | null {
  const address = idAt(activity, 'actor') ?? idAt(activity, 'attributedTo');
  const account = address === null ? null : accountAt(address);
  return account === null || account.nativeId === owner?.nativeId ? owner : account;
}

function isPublic(activity: unknown): boolean {
  return ['to', 'cc'].flatMap((field) => [textAt(activity, field), ...listOf(valueAt(activity, field))]).some((address) => typeof address === 'string' && PUBLIC.has(address));
}

function noteMessage(note: unknown, author: RecordedAccount | null, line: number): RecordedMessage | null {
  const nativeId = idAt(note, 'id');
  if (nativeId === null) return null;
  const parentNativeId = idAt(note, 'inReplyTo');
  const languages = Object.keys(objectAt(note, 'contentMap') ?? {});
  const warning = textAt(note, 'summary');
  const text = textOfHtml(textAt(note, 'content') ?? '');
  const quoted = idAt(note, 'quote') ?? idAt(note, 'quoteUri') ?? idAt(note, 'quoteUrl');
  return newMessage({
    network: 'mastodon', nativeId, kind: parentNativeId === null ? 'post' : 'reply', author, container: author === null ? newContainer('unknown', 'Mastodon', 'mastodon') : newContainer('profile', author.handle ?? author.nativeId, author.nativeId),
    time: timeAt(note, ['published']), text: warning === null ? text : `${textOfHtml(warning)}\n${text}`, parentNativeId, url: textAt(note, 'url'), languageTag: languages.length === 1 ? (languages[0] ?? null) : null,
    likes: countAt(note, 'likes', 'totalItems'), shares: countAt(note, 'shares', 'totalItems'), replies: countAt(note, 'replies', 'totalItems'), line, ...(quoted === null ? {} : { quotedNativeId: quoted }),
  });
}

function activityOutcome(activity: unknown, facts: SourceFacts, line: number): ItemOutcome {
  const type = textAt(activity, 'type');
  const object = valueAt(activity, 'object');
  if (type !== 'Create' && type !== 'Announce') return { rejected: { code: 'not-a-message', detail: 'the activity is neither a post nor a boost' } };
  if (!isPublic(activity)) return { rejected: { code: 'withheld', detail: 'the post is for followers or for the people named in it only' } };
  const actor = actorOf(activity, facts);
  const time = timeAt(activity, ['published']);
  if (type === 'Announce') {
    const target = typeof object === 'string' ? idAt(activity, 'object') : idAt(object, 'id');
    if (target === null) return { rejected: { code: 'missing-id', detail: 'the boost names no post' } };
    const author = idAt(object, 'attributedTo');
    const original = objectOf(object) === null || !POSTS.has(textAt(object, 'type') ?? '') ? null : noteMessage(object, author === null ? null : accountAt(author), line);
    return { messages: original === null ? [] : [original], reactions: [newReaction({ network: 'mastodon', kind: 'share', account: actor, targetNativeId: target, time, line })] };
  }
  if (!POSTS.has(textAt(object, 'type') ?? '')) return { rejected: { code: 'not-a-message', detail: 'what was made is no post' } };
  const message = noteMessage(object, actor, line);
  return message === null ? { rejected: { code: 'missing-id', detail: 'the post has no id' } } : { messages: [message] };
}

/**
 * What a Mastodon account takes home: its profile, its posts and boosts, and the addresses of what it liked and
 * bookmarked. Posts that are not public are withheld. Likes and bookmarks bear no time. Where the list of posts stands
 * twice in one document, as some servers write it, the empty one adds nothing.
 */
export const MASTODON_ARCHIVE = jsonFormat({
  id: 'mastodon-archive', name: 'Mastodon account archive',
  description: 'public posts, boosts, likes and bookmarks of one account; what others answered is not in it',
  recognise(head) {
    const content = contentOf(head);
    return content === null ? 0 : content === 'actor' ? 0.95 : 0.97;
  },
  order(head) {
    const content = contentOf(head);
    return content === 'actor' ? 0 : content === 'outbox' ? 1 : 2;
  },
  paths: (head) => (contentOf(head) === 'actor' ? [''] : ['orderedItems[]']),
  reader(part, { facts }) {
    const content = contentOf(part.head);
    return ({ value, line }) => {
      if (content === 'actor') {
        facts.owner ??= ownerOf(value);
        return null;
      }
      if (content === 'outbox') return activityOutcome(value, facts, line);
      const target = typeof value === 'string' ? value.trim() : (idAt(value, 'object') ?? idAt(value, 'id') ?? '');
      if (target === '') return { rejected: { code: 'missing-id', detail: 'the entry names no post' } };
      const kind = content === 'bookmarks' ? 'save' : 'like';
      return facts.owner === null ? ownerless(`a ${kind}`, 'import the whole archive, or actor.json with it') : { reactions: [newReaction({ network: 'mastodon', kind, account: facts.owner, targetNativeId: target, line })] };
    };
  },
});
