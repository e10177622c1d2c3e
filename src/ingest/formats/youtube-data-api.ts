import type { RecordedAccount, RecordedContainer, RecordedMessage } from '../../domain/model/record.ts';
import { textOfHtml } from '../html-text.ts';
import type { ItemOutcome } from '../item-outcome.ts';
import { headValues, jsonFormat, pagePaths } from '../json-format.ts';
import { countAt, idAt, listOf, objectOf, textAt, timeAt, valueAt } from '../json-values.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import type { SourceFacts } from '../record-format.ts';
import type { Refusal } from '../rejected-row.ts';
import { videoAddress } from './video-address.ts';

const LISTS = ['commentThreadListResponse', 'commentListResponse', 'videoListResponse', 'searchListResponse', 'playlistItemListResponse'].map((name) => `youtube#${name}`);
const ITEMS = ['commentThread', 'comment', 'video', 'searchResult', 'playlistItem'].map((name) => `youtube#${name}`);
const CHANNELS = 'youtube-channel-names';

type Item = 'thread' | 'comment' | 'video';

/** What an item of a list is, by its kind, or by its shape where the request left the kind out; null for channels, playlists and anything else. */
function kindOf(item: unknown): Item | null {
  const kind = textAt(item, 'kind');
  if (kind === 'youtube#commentThread' || objectOf(valueAt(item, 'snippet', 'topLevelComment')) !== null) return 'thread';
  if (kind === 'youtube#comment' || (kind === null && textAt(item, 'snippet', 'authorDisplayName') !== null && valueAt(item, 'snippet', 'textDisplay') !== undefined)) return 'comment';
  return kind !== null && ITEMS.includes(kind) ? 'video' : null;
}

/** Names of channels that video lists of the same import have told. */
function channelNames({ notes }: SourceFacts): Map<string, string> {
  const known = notes.get(CHANNELS);
  if (known instanceof Map) return known as Map<string, string>;
  const names = new Map<string, string>();
  notes.set(CHANNELS, names);
  return names;
}

function channelOf(id: string | null, facts: SourceFacts): RecordedContainer | null {
  return id === null ? null : newContainer('channel', channelNames(facts).get(id) ?? id, id);
}

function authorOf(snippet: unknown, owner: string | null): RecordedAccount | null {
  const id = idAt(snippet, 'authorChannelId', 'value') ?? idAt(snippet, 'authorChannelId');
  const written = textAt(snippet, 'authorDisplayName');
  return newAccount({ id, handle: written?.startsWith('@') === true ? written : null, name: written?.startsWith('@') === true ? null : written, isBrand: id !== null && id === owner ? true : null });
}

interface CommentPlace {
  readonly videoId: string | null;
  readonly owner: string | null;
  readonly parent: string | null;
  readonly replies: number | null;
  readonly facts: SourceFacts;
  readonly line: number;
}

/** A comment resource as a message; null when it has no id. What the thread says of its place counts over what the comment says. */
function commentMessage(comment: unknown, { videoId, owner, parent, replies, facts, line }: CommentPlace): RecordedMessage | null {
  const nativeId = idAt(comment, 'id');
  const snippet = valueAt(comment, 'snippet');
  if (nativeId === null || objectOf(snippet) === null) return null;
  const place = owner ?? idAt(snippet, 'channelId');
  const video = videoId ?? idAt(snippet, 'videoId');
  const parentNativeId = idAt(snippet, 'parentId') ?? parent;
  const status = textAt(snippet, 'moderationStatus');
  return newMessage({
    network: 'youtube', nativeId, kind: parentNativeId === null ? 'comment' : 'reply', author: authorOf(snippet, place), container: channelOf(place, facts), time: timeAt(snippet, ['publishedAt']),
    text: textAt(snippet, 'textOriginal') ?? textOfHtml(textAt(snippet, 'textDisplay') ?? ''), parentNativeId, rootNativeId: video === null ? null : videoAddress('youtube', video),
    url: video === null ? null : `https://www.youtube.com/watch?v=${video}&lc=${nativeId}`, likes: countAt(snippet, 'likeCount'), replies, line,
    ...(status === null || status === 'published' ? {} : { hidden: true }),
  });
}

function threadMessages(thread: unknown, facts: SourceFacts, line: number): ItemOutcome {
  const snippet = valueAt(thread, 'snippet');
  const owner = idAt(snippet, 'channelId');
  const videoId = idAt(snippet, 'videoId');
  const top = commentMessage(valueAt(snippet, 'topLevelComment'), { videoId, owner, parent: null, replies: countAt(snippet, 'totalReplyCount'), facts, line });
  if (top === null) return { rejected: { code: 'missing-id', detail: 'the thread has no comment with an id' } };
  const below = listOf(valueAt(thread, 'replies', 'comments')).map((reply) => commentMessage(reply, { videoId, owner, parent: top.nativeId, replies: null, facts, line }));
  const refused = below.filter((reply) => reply === null).map((): Refusal => ({ code: 'missing-id', detail: 'a reply without id' }));
  return { messages: [top, ...below.filter((reply) => reply !== null)], refused };
}

/** A video, search result or playlist entry as the post that comments stand under. */
function videoMessages(item: unknown, facts: SourceFacts, line: number): ItemOutcome {
  const snippet = valueAt(item, 'snippet');
  const id = idAt(item, 'id', 'videoId') ?? idAt(snippet, 'resourceId', 'videoId') ?? idAt(item, 'contentDetails', 'videoId') ?? (textAt(item, 'kind') === 'youtube#video' ? idAt(item, 'id') : null);
  if (id === null) return { rejected: { code: 'not-a-message', detail: 'the entry is no video' } };
  const channel = idAt(snippet, 'videoOwnerChannelId') ?? idAt(snippet, 'channelId');
  const name = textAt(snippet, 'videoOwnerChannelTitle') ?? textAt(snippet, 'channelTitle');
  if (channel !== null && name !== null) channelNames(facts).set(channel, name);
  const published = timeAt(item, ['contentDetails', 'videoPublishedAt']);
  const words = [textAt(snippet, 'title'), textAt(snippet, 'description')].filter((text) => text !== null).join('\n');
  const owned = textAt(item, 'kind') === 'youtube#searchResult' ? textOfHtml(words) : words;
  return { messages: [newMessage({
    network: 'youtube', nativeId: id, kind: 'post', author: newAccount({ id: channel, name, isBrand: null }), container: channel === null ? null : channelOf(channel, facts), time: published.ms === null ? timeAt(snippet, ['publishedAt']) : published,
    text: owned, url: `https://www.youtube.com/watch?v=${id}`, languageTag: textAt(snippet, 'defaultAudioLanguage') ?? textAt(snippet, 'defaultLanguage'),
    views: countAt(item, 'statistics', 'viewCount'), likes: countAt(item, 'statistics', 'likeCount'), replies: countAt(item, 'statistics', 'commentCount'), line,
  })] };
}

function itemOutcome(item: unknown, facts: SourceFacts, line: number): ItemOutcome {
  switch (kindOf(item)) {
    case 'thread':
      return threadMessages(item, facts, line);
    case 'comment': {
      const message = commentMessage(item, { videoId: null, owner: null, parent: null, replies: null, facts, line });
      return message === null ? { rejected: { code: 'missing-id', detail: 'the comment has no id' } } : { messages: [message] };
    }
    case 'video':
      return videoMessages(item, facts, line);
    case null:
      return { rejected: { code: 'not-a-message', detail: 'the entry is neither a comment nor a video' } };
  }
}

/** The items of a response; of anything else itself. */
function itemsOf(value: unknown): readonly unknown[] {
  const items = valueAt(value, 'items');
  return Array.isArray(items) ? items : [value];
}

/**
 * Comment threads, comments and videos as the YouTube Data API v3 answers them: whole responses, arrays of responses or of
 * items, or lines of either. The owner of the channel speaks for a brand. Inline replies are at most five a thread; how
 * many there are stands in the declared count.
 */
export const YOUTUBE_DATA_API = jsonFormat({
  id: 'youtube-data-api', name: 'YouTube Data API',
  description: 'comments with their replies and videos with their counts, as the API answers; at most five replies stand inside a thread unless they were asked for apart',
  recognise(head) {
    const values = headValues(head).slice(0, 20);
    if (values.length === 0) return 0;
    const sure = values.filter((value) => LISTS.includes(textAt(value, 'kind') ?? '') || ITEMS.includes(textAt(value, 'kind') ?? '')).length;
    if (sure * 2 > values.length) return 0.98;
    const shaped = values.filter((value) => itemsOf(value).some((item) => ['thread', 'comment'].includes(kindOf(item) ?? ''))).length;
    return shaped * 2 > values.length ? 0.95 : 0;
  },
  // videos know the names of channels, which comments lack
  order: (head) => (headValues(head).slice(0, 20).some((value) => itemsOf(value).some((item) => kindOf(item) === 'video')) ? 0 : 1),
  paths: (head) => pagePaths(head, ['items[]']),
  reader: (_, { facts }) => ({ value, line }) => itemOutcome(value, facts, line),
});
