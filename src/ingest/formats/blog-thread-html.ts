import { Parser } from 'htmlparser2';
import { VOID_ELEMENTS } from '../html-text.ts';
import { datedLine } from './blog-thread-dates.ts';
import type { BlogPage } from './blog-thread-text.ts';

type Role = 'comment' | 'author' | 'date' | 'content' | 'skip' | 'title' | 'body' | 'post-author' | 'paragraph';

interface OpenComment {
  author: string;
  link: string | null;
  datetime: string | null;
  dateText: string;
  content: string;
  paragraphs: string;
  ownId: string | null;
  url: string | null;
  readonly parent: number | null;
  readonly line: number;
}

const BLOCKS = new Set(['p', 'div', 'li', 'ul', 'ol', 'blockquote', 'pre', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'tr']);
const COMMENT_CLASS = /^(?:comment|commento|comment-item|comment_item|blog-comment|comment-wrapper|media-comment)$/;
const AUTHOR_CLASS = /^(?:fn|comment-author|comment-author-name|comment__author|comment_author|author|commenter|commentator|user|autore)$/;
const DATE_CLASS = /^(?:comment-date|comment-metadata|comment-meta|commentmetadata|comment-time|comment-timestamp|comment__date|datetime|comment-datetime|data)$/;
const CONTENT_CLASS = /^(?:comment-content|comment-text|comment_text|comment__content|comment__body|commenttext|comment-copy|testo-commento)$/;
const SKIPPED_CLASS = /^(?:reply|comment-reply-link|says|comment-awaiting-moderation|edit-link|comment-edit-link|screen-reader-text|avatar|comment-actions|sharedaddy|jp-relatedposts|comment-respond|continue|thread-toggle)$/;
const MOST_DEPTH = 2000;

function tidy(text: string): string {
  return text.replace(/[ \t\u00a0]{1,}/g, ' ').replace(/ ?\n ?/g, '\n').replace(/\n{2,}/g, '\n').trim();
}

/**
 * Comments of a blog's page saved as HTML, as WordPress, Blogger and themes like theirs write it: comments inside comments
 * are answers to them. Only names, times and texts are taken; nothing of the page is run.
 */
export function blogPageOfHtml(html: string): BlogPage {
  const found: OpenComment[] = [];
  const stack: { readonly name: string; readonly role: Role | null }[] = [];
  const open: number[] = [];
  const post = { title: '', ogTitle: null as string | null, pageTitle: '', body: '', author: '', date: null as string | null, url: null as string | null, site: null as string | null };
  const active = new Map<Role, number>();
  let counted = 0;
  let line = 1;
  let inPageTitle = false;
  const lineAt = (position: number): number => {
    for (; counted < position; counted += 1) if (html.charCodeAt(counted) === 10) line += 1;
    return line;
  };
  const isIn = (role: Role): boolean => (active.get(role) ?? 0) > 0;
  const current = (): OpenComment | null => found[open.at(-1) ?? -1] ?? null;
  const breakLine = (): void => {
    const comment = current();
    if (isIn('skip')) return;
    if (comment === null) {
      if (isIn('body')) post.body += '\n';
    } else if (isIn('content')) comment.content += '\n';
    else if (isIn('paragraph')) comment.paragraphs += '\n';
  };

  function roleOf(name: string, attributes: Readonly<Record<string, string>>, classes: readonly string[]): Role | null {
    const has = (pattern: RegExp): boolean => classes.some((each) => pattern.test(each));
    if (['script', 'style', 'noscript', 'template', 'form', 'button', 'svg', 'textarea', 'select', 'nav'].includes(name) || has(SKIPPED_CLASS)) return 'skip';
    const id = attributes['id'] ?? '';
    const comment = current();
    // Blogger numbers its comments c123..., WordPress comment-123
    if (['li', 'article', 'div', 'section', 'dl'].includes(name) && (has(COMMENT_CLASS) || /^(?:li-)?comment-\d+$/.test(id) || (name === 'li' && /^c\d{6,}$/.test(id))) && !classes.some((each) => /^(?:pingback|trackback|comment-form|comments)$/.test(each))) {
      const number = /(\d+)$/.exec(id)?.[1] ?? null;
      const isSame = comment !== null && (number !== null ? number === comment.ownId?.replace(/\D+/g, '') : name !== 'li' && comment.author === '' && comment.content === '' && comment.paragraphs === '');
      return isSame ? null : 'comment';
    }
    if (comment !== null) {
      if (has(CONTENT_CLASS) || attributes['itemprop'] === 'text' || attributes['itemprop'] === 'commentText' || (name === 'dd' && has(/^comment-body$/)) || (name === 'p' && has(/^comment-(?:body|content)$/))) return 'content';
      if (name === 'time' || has(DATE_CLASS)) return 'date';
      if (has(AUTHOR_CLASS) || name === 'cite' || attributes['itemprop'] === 'author' || attributes['itemprop'] === 'name') return 'author';
      return name === 'p' ? 'paragraph' : null;
    }
    if (has(/^(?:entry-title|post-title|article-title)$/) || (name === 'h1' && post.title === '')) return 'title';
    if (has(/^(?:entry-content|post-content|post-body|article-body|article-content)$/) || attributes['itemprop'] === 'articleBody') return 'body';
    if (has(/^(?:fn|post-author|author-name)$/) || attributes['rel'] === 'author') return 'post-author';
    return null;
  }

  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'title' && stack.some((element) => element.name === 'head')) inPageTitle = true;
      if (name === 'meta' || name === 'link') {
        const property = attributes['property'] ?? attributes['name'] ?? attributes['rel'] ?? '';
        const content = attributes['content'] ?? attributes['href'] ?? '';
        if (property === 'og:title') post.ogTitle = content;
        else if (property === 'og:site_name') post.site = content;
        else if (property === 'canonical' || (property === 'og:url' && post.url === null)) post.url = content;
        else if (property === 'article:published_time') post.date = content;
        else if (property === 'author' && post.author === '') post.author = content;
      }
      if (name === 'br') breakLine();
      if (VOID_ELEMENTS.has(name)) return;
      const classes = (attributes['class'] ?? '').toLowerCase().split(/\s+/).filter((each) => each !== '');
      const role = stack.length > MOST_DEPTH || isIn('skip') ? null : roleOf(name, attributes, classes);
      if (BLOCKS.has(name)) breakLine();
      stack.push({ name, role });
      if (role === 'comment') {
        // what is said of the outer comment goes on after the inner one
        open.push(found.length);
        found.push({ author: '', link: null, datetime: null, dateText: '', content: '', paragraphs: '', ownId: attributes['id'] ?? null, url: null, parent: open.at(-2) ?? null, line: lineAt(parser.startIndex) });
      } else if (role !== null) active.set(role, (active.get(role) ?? 0) + 1);
      const comment = current();
      if (comment !== null && !isIn('skip')) {
        if (name === 'time' || name === 'abbr') comment.datetime ??= attributes['datetime'] ?? (name === 'abbr' && datedLine(attributes['title'] ?? '') !== null ? (attributes['title'] ?? null) : null);
        const address = attributes['href'] ?? '';
        if (name === 'a' && /^https?:\/\//i.test(address)) {
          if (/#(?:comment-|c)\d+$/.test(address) || /[?&]showComment=\d+/.test(address)) comment.url ??= address;
          else if (isIn('author') && comment.content === '') comment.link ??= address;
        }
      } else if (comment === null && name === 'time' && post.date === null) post.date = attributes['datetime'] ?? null;
    },
    ontext(text) {
      if (isIn('skip')) return;
      if (inPageTitle) {
        post.pageTitle += text;
        return;
      }
      const comment = current();
      if (comment === null) {
        if (isIn('title')) post.title += text;
        else if (isIn('body')) post.body += text.replace(/\n/g, ' ');
        else if (isIn('post-author') && post.author.length < 200) post.author += text;
      } else if (isIn('content')) comment.content += text.replace(/\n/g, ' ');
      else if (isIn('author')) comment.author += text;
      else if (isIn('date')) comment.dateText += text;
      else if (isIn('paragraph')) comment.paragraphs += text.replace(/\n/g, ' ');
    },
    onclosetag(name) {
      if (VOID_ELEMENTS.has(name)) return;
      if (name === 'title') inPageTitle = false;
      if (BLOCKS.has(name)) breakLine();
      const element = stack.pop();
      if (element?.role === 'comment') open.pop();
      else if (element?.role != null) active.set(element.role, (active.get(element.role) ?? 0) - 1);
    },
  }, { decodeEntities: true });
  parser.write(html);
  parser.end();

  // a comment without author or text costs only itself: what answers it answers what it answered
  const kept = found.map((comment) => ({ ...comment, author: tidy(comment.author).replace(/\s+/g, ' ').replace(/ ?(?:scrive|dice|says|said|ha scritto|ha detto)(?: ?:|\.\.\.|…)?$/i, ''), text: tidy(comment.content === '' ? comment.paragraphs : comment.content), date: comment.datetime ?? (comment.dateText.trim() === '' ? null : tidy(comment.dateText).replace(/\n/g, ' ')) }));
  const isKept = (position: number): boolean => kept[position] !== undefined && kept[position].author !== '' && kept[position].text !== '';
  const newPosition = new Map([...kept.keys()].filter(isKept).map((old, position) => [old, position]));
  const parentOf = (parent: number | null): number | null => {
    let at = parent;
    while (at !== null && !newPosition.has(at)) at = kept[at]?.parent ?? null;
    return at === null ? null : (newPosition.get(at) ?? null);
  };
  const comments = kept.filter((_, position) => isKept(position)).map(({ author, link, date, text, parent, ownId, url, line: at }) => ({ author, link, date, text, parent: parentOf(parent), ownId: /\d/.test(ownId ?? '') ? (ownId ?? '').replace(/^(?:li|div)-/, '') : null, url, line: at }));
  const dated = comments.filter(({ date }) => date !== null && (/^\d{4}-\d{2}-\d{2}/.test(date) || datedLine(date) !== null)).length;
  const title = tidy(post.title) || (post.ogTitle ?? '') || tidy(post.pageTitle);
  return {
    post: { title: title === '' ? null : title.replace(/\s+/g, ' '), text: tidy(post.body) || null, author: tidy(post.author).replace(/\s+/g, ' ') || null, date: post.date, url: /^https?:\/\//i.test(post.url ?? '') ? post.url : (comments.find(({ url }) => url !== null)?.url?.replace(/[#?].*$/, '') ?? null), site: post.site },
    comments, confidence: dated >= 2 ? 0.9 : 0,
  };
}
