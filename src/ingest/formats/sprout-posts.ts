import { postAddress } from '../../domain/model/post-address.ts';
import type { TableFormat } from '../table-format.ts';
import { writtenCount } from '../written-number.ts';
import { facebookPostId } from './facebook-post-id.ts';

/** The brand's own posts of a Sprout Social report, with their counts; dates are month first. */
export const SPROUT_POSTS: TableFormat = {
  id: 'sprout-posts', name: 'Sprout Social posts', description: 'the brand\'s own posts with their counts, without what people answered',
  requires: ['date', 'network', 'posttype', 'profile', 'post', 'impressions|engagements'],
  columns: {
    date: 'createdAt', network: 'network', posttype: null, contenttype: null, profile: 'container', sentby: null, link: 'url', post: 'text', linkedcontent: null, impressions: 'views', organicimpressions: null, paidimpressions: null, reach: null, engagements: null,
    reactions: 'likes', likes: null, comments: 'replies', shares: 'shares', saves: null, tags: null, videoviews: null, postid: null,
  },
  kind: 'post', containerKind: 'profile', dateOrder: 'month-first',
  refine: (made, cell) => ({ messages: made.map((message) => {
    const profile = message.container?.name ?? '';
    const handle = profile.startsWith('@') ? profile.slice(1) : null;
    const link = cell('link');
    const nativeId = link === '' ? message.nativeId : (/\/status(?:es)?\/(\d+)/.exec(link)?.[1] ?? (message.network === 'facebook' ? facebookPostId(link) : null) ?? postAddress(link));
    return { ...message, nativeId, author: profile === '' ? null : { nativeId: handle ?? profile, handle, name: profile, followers: null, isBrand: true }, inbound: false, likes: message.likes ?? writtenCount(cell('likes')), saves: writtenCount(cell('saves')) };
  }) }),
};
