import type { TableFormat } from '../table-format.ts';
import { videoAddress } from './video-address.ts';

/** Comments of YouTube videos as Apify exports them; ids may be missing, and times are ages. */
export const APIFY_YOUTUBE_COMMENTS: TableFormat = {
  id: 'apify-youtube-comments', name: 'Apify YouTube comments', description: 'comments of YouTube videos as Apify exports them (CSV, JSON, XLSX); times are relative',
  requires: ['comment', 'author', 'votecount'],
  columns: { comment: 'text', votecount: 'likes', commentscount: null, replycount: 'replies', pageurl: 'rootId', videoid: 'rootId', replytocid: 'parentId', type: 'kind', title: null, channelid: null, avatar: null, authorischannelowner: 'inbound', hascreatorheart: 'likedByBrand' },
  network: 'youtube', kind: 'comment', containerKind: 'channel',
  refine: (made) => ({ messages: made.map((message) => (message.rootNativeId !== null && /^[\w-]{6,20}$/.test(message.rootNativeId) ? { ...message, rootNativeId: videoAddress('youtube', message.rootNativeId) } : message)) }),
};
