import { postAddress } from '../../domain/model/post-address.ts';
import type { RecordedMessage } from '../../domain/model/record.ts';
import { newReaction } from '../new-records.ts';
import { idOf } from '../record-maker.ts';
import type { NamedCell, RefinedRow, TableFormat } from '../table-format.ts';
import { writtenCount } from '../written-number.ts';
import { facebookPostId } from './facebook-post-id.ts';

const STATUS = /(?:twitter|x)\.com\/[^/]+\/status(?:es)?\/(\d{1,20})/i;

/** Networks whose posts other exports name by their address. */
const JOINED_BY_ADDRESS = new Set(['facebook', 'instagram', 'tiktok', 'youtube']);

/** The id that a post has on its network, from its address or as written; null for a name. */
function postIdOf(written: string): string | null {
  const status = STATUS.exec(written)?.[1];
  if (status !== undefined) return status;
  return /^\d{5,20}$/.test(written) ? written : /^https?:/i.test(written) ? postAddress(written) : null;
}

/** The first count that one of a row's columns holds: each network has columns of its own. */
function firstCount(cell: NamedCell, headers: readonly string[]): number | null {
  for (const header of headers) {
    const count = writtenCount(cell(header));
    if (count !== null) return count;
  }
  return null;
}

function mention(message: RecordedMessage, cell: NamedCell): RefinedRow {
  const onX = message.network === 'x';
  // a post is known by its address, on X by the number in it, so that mentions and other exports of it meet
  const isJoined = message.kind === 'post' && JOINED_BY_ADDRESS.has(message.network) && cell('threadentrytype') !== '' && cell('url') !== '';
  const joined = isJoined ? ((message.network === 'facebook' ? facebookPostId(cell('url')) : null) ?? postAddress(cell('url'))) : null;
  const nativeId = onX ? (STATUS.exec(cell('url'))?.[1] ?? message.nativeId) : (joined ?? message.nativeId);
  const reposted = postIdOf(cell('twitterretweetof')) ?? (/^(?:share|retweet|repost)$/i.test(cell('threadentrytype')) ? idOf(cell('threadid')) : null);
  if (reposted !== null && message.author !== null) {
    return { messages: [], reactions: [newReaction({ network: message.network, kind: 'share', account: message.author, targetNativeId: reposted, time: { ms: message.createdAtMs, precision: message.precision }, line: message.line })] };
  }
  const parent = postIdOf(cell('twitterreplyof')) ?? postIdOf(cell('replyto'));
  const text = message.text ?? (cell('snippet') === '' ? null : cell('snippet'));
  return { messages: [{
    ...message, nativeId, text, parentNativeId: parent === nativeId ? null : parent, rootNativeId: message.rootNativeId === nativeId ? null : message.rootNativeId, kind: parent !== null ? 'reply' : message.kind,
    likes: firstCount(cell, ['twitterlikes', 'twitterlikecount', 'facebooklikes', 'instagramlikes', 'instagramlikecount', 'linkedinlikes', 'tiktoklikes', 'likes']), replies: firstCount(cell, ['twitterreplycount', 'facebookcomments', 'instagramcomments', 'instagramcommentcount', 'linkedincomments', 'tiktokcomments', 'comments']),
    shares: firstCount(cell, ['twitterretweets', 'twitterretweetcount', 'facebookshares', 'linkedinshares', 'tiktokshares', 'shares']),
  }] };
}

/** Mentions of Brandwatch: lines about the report stand above the header, and texts of X are often held back. */
export const BRANDWATCH: TableFormat = {
  id: 'brandwatch', name: 'Brandwatch mentions', description: 'mentions found by a query, of many networks; texts of X are often withheld, reposts are shares',
  requires: ['queryid|queryname', 'date', 'url', 'pagetype', 'snippet|fulltext|title'],
  columns: {
    resourceid: 'id', mentionid: null, queryid: null, queryname: null, date: 'createdAt', added: null, updated: null, fulltext: 'text', snippet: null, title: null, author: 'author', fullname: null, twitterauthorid: 'authorId',
    url: 'url', originalurl: null, domain: 'container', pagetype: 'network', threadid: 'rootId', threadentrytype: 'kind', threadauthor: null, threadcreateddate: null, threadurl: null, replyto: null, impressions: 'views', reachestimate: null, reach: null,
    language: 'language', mediaurls: null, rating: 'rating', likes: null, comments: null, shares: null, accounttype: null, sentiment: null, parentpostid: null,
  },
  kind: 'post', containerKind: 'unknown', withholdsTexts: true,
  refine: ([message], cell) => (message === undefined ? { messages: [] } : mention(message, cell)),
};
