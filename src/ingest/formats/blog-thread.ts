import type { RecordedMessage } from '../../domain/model/record.ts';
import { postAddress } from '../../domain/model/post-address.ts';
import { fileStem } from '../file-name.ts';
import { IngestFailure } from '../ingest-failure.ts';
import { createZoneReader } from '../local-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import { isMarkup, type PartHead } from '../part-head.ts';
import type { Part, ReadSetting, RecordBatch, RecordFormat } from '../record-format.ts';
import { createTextDecoding } from '../text-decoder.ts';
import { blogTime } from './blog-thread-dates.ts';
import { blogPageOfHtml } from './blog-thread-html.ts';
import { blogPageOfText, type BlogComment, type BlogPage } from './blog-thread-text.ts';
import { withoutContacts } from '../written-contacts.ts';

const BLOG = 'blog';
/** A page longer than this holds something else. */
const LONGEST_PAGE = 32 << 20;
/** Recognising looks at so much of a text. */
const SHOWN_TEXT = 1 << 18;
const IN_REPLY = /^(?:in (?:risposta a|reply to)|rispondendo a|replying to|↳|@)\s?/i;

function pageOf(text: string): BlogPage {
  return isMarkup(text) ? blogPageOfHtml(text) : blogPageOfText(text);
}

function recognition(head: PartHead): number {
  if (head.json !== null) return 0;
  if (isMarkup(head.text)) return /(?:class|id)\s?=\s?["'][^"'>]{0,200}comment/i.test(head.text) ? blogPageOfHtml(head.text).confidence : 0;
  return blogPageOfText(head.text.slice(0, SHOWN_TEXT)).confidence;
}

async function textOf(part: Part, signal: AbortSignal | undefined): Promise<{ text: string; bytes: number }> {
  const decoding = createTextDecoding(part.head.survey.encoding);
  const pieces: string[] = [];
  let bytes = 0;
  for await (const block of part.source.open(signal)) {
    bytes += block.length;
    if (bytes > LONGEST_PAGE) throw new IngestFailure('unreadable-file', `the page is longer than ${String(LONGEST_PAGE >> 20)} MiB: save one post with its comments`);
    pieces.push(decoding.write(block));
  }
  pieces.push(decoding.end());
  return { text: pieces.join(''), bytes };
}

/** Position of the comment that a text says it answers, by its author's name at the beginning; the latest of that author. */
function answeredBy(text: string, earlier: ReadonlyMap<string, number>): number | null {
  const mark = IN_REPLY.exec(text);
  if (mark === null) return null;
  const rest = text.slice(mark[0].length, mark[0].length + 80).toLowerCase();
  let best: { readonly length: number; readonly position: number } | null = null;
  for (let length = 1; length <= Math.min(60, rest.length); length += 1) {
    const position = /^[\p{L}\p{N}]/u.test(rest.slice(length)) ? undefined : earlier.get(rest.slice(0, length));
    if (position !== undefined) best = { length, position };
  }
  return best?.position ?? null;
}

function siteOf({ post }: BlogPage, part: Part): string {
  const host = post.url === null ? undefined : /^https?:\/\/(?:www\.)?([^/?#:]{1,200})/i.exec(post.url)?.[1]?.toLowerCase();
  return host ?? post.site ?? (fileStem(part.head.name) || 'blog');
}

function messagesOf(page: BlogPage, part: Part, { timeZone, collectedAtMs, facts, mapping }: ReadSetting): RecordedMessage[] {
  const utcOf = createZoneReader(timeZone);
  const idOf = createContentIds();
  const { post, comments } = page;
  const site = siteOf(page, part);
  const container = newContainer(mapping?.container?.kind ?? 'page', mapping?.container?.name ?? post.site ?? site, mapping?.container?.name ?? site);
  const timeOf = (date: string | null): ReturnType<typeof blogTime> => blogTime(date ?? '', utcOf, collectedAtMs ?? facts.collectedAtMs);
  const accountOf = (name: string | null, link: string | null): RecordedMessage['author'] => (name === null ? null : newAccount({ name, ...(link === null ? {} : { link }) }));
  const messages: RecordedMessage[] = [];
  // 1. the post, where the page shows one
  const address = post.url === null ? null : postAddress(post.url);
  const postText = [post.title, post.text].filter((piece) => piece !== null).join('\n');
  const postId = address ?? (postText === '' ? null : idOf([BLOG, site, 'post', postText]));
  if (postId !== null && postText !== '') messages.push(newMessage({ network: BLOG, nativeId: postId, kind: 'post', author: accountOf(post.author, null), container, time: timeOf(post.date), text: withoutContacts(postText), url: post.url, replies: comments.length, line: 1 }));
  // 2. comments, each under the one it stands in or names
  const ids: string[] = [];
  const latest = new Map<string, number>();
  comments.forEach((comment: BlogComment, position) => {
    const { author, link, date, text, ownId, url, line } = comment;
    const answered = comment.parent ?? answeredBy(text, latest);
    const nativeId = ownId === null || address === null ? idOf([BLOG, site, postId, author, date, text]) : `${address}#${ownId}`;
    ids.push(nativeId);
    latest.set(author.toLowerCase(), position);
    messages.push(newMessage({
      network: BLOG, nativeId, kind: answered === null ? 'comment' : 'reply', author: accountOf(author, link), container, time: timeOf(date), text: withoutContacts(text),
      parentNativeId: answered === null ? postId : (ids[answered] ?? postId), rootNativeId: postId, url, line,
    }));
  });
  return messages;
}

/**
 * The comments under a blog's post, copied as text or saved as a page, with the post where it is shown. Times without a
 * zone are read in the project's. Answers are known by nesting, or by the name a comment begins with. Throws IngestFailure
 * `unreadable-file` when no comment is found, or for a page of more than 32 MiB.
 */
export const BLOG_THREAD: RecordFormat = {
  id: 'blog-thread', name: 'Blog comments (page or copied text)', description: 'the comments under one post of a blog, copied as text or saved as HTML, with the post where the page shows it',
  recognise: recognition,
  async *read(part, setting): AsyncGenerator<RecordBatch> {
    const { text, bytes } = await textOf(part, setting.signal);
    const page = pageOf(text);
    if (page.comments.length === 0) throw new IngestFailure('unreadable-file', 'the page shows no comments: none has an author, a date and a text');
    const messages = messagesOf(page, part, setting);
    yield { messages, reactions: [], rejected: [], rows: messages.length, bytes };
  },
};
