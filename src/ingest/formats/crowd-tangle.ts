import { postAddress } from '../../domain/model/post-address.ts';
import { createZoneReader } from '../local-time.ts';
import { storedTime, type StoredTime } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import { writtenTime } from '../written-time.ts';
import { facebookPostId } from './facebook-post-id.ts';
import { metaTableFormat, type MetaRow } from './meta-table.ts';

/** CrowdTangle's own zone, for the rare file whose times lost their suffix. */
const ZONE = 'America/New_York';

const COLUMNS = {
  pageName: ['pagename'], groupName: ['groupname'], account: ['account'], userName: ['username'], facebookId: ['facebookid'], category: ['pagecategory'], pageDescription: ['pagedescription'],
  likesAtPosting: ['likesatposting'], followersAtPosting: ['followersatposting'], created: ['postcreated'], createdDate: ['postcreateddate'], createdTime: ['postcreatedtime'],
  type: ['type'], interactions: ['totalinteractions'], likes: ['likes'], comments: ['comments'], shares: ['shares'], love: ['love'], wow: ['wow'], haha: ['haha'], sad: ['sad'], angry: ['angry'], care: ['care'],
  postViews: ['postviews'], totalViews: ['totalviews'], views: ['views'], url: ['url'], photo: ['photo'], message: ['message'], title: ['title'], description: ['description'],
} as const satisfies Record<string, readonly string[]>;

type Field = keyof typeof COLUMNS;
const REACTIONS = ['likes', 'love', 'wow', 'haha', 'sad', 'angry', 'care'] as const;

/** Reactions of every kind together; null when the table has none of their columns filled. */
function reactionsOf({ count }: MetaRow<Field>): number | null {
  const counts = REACTIONS.map(count).filter((found) => found !== null);
  return counts.length === 0 ? null : counts.reduce((sum, found) => sum + found, 0);
}

/** The tables that CrowdTangle wrote until 2024, of Facebook pages and groups or of Instagram accounts. */
export const CROWD_TANGLE = metaTableFormat<Field>({
  id: 'crowdtangle', name: 'CrowdTangle posts',
  description: 'public posts of Facebook pages, groups and Instagram accounts with counts of reactions, comments and shares, as CrowdTangle exported them until 2024; no comment is in it',
  columns: COLUMNS, timeField: 'created', timeZone: ZONE, usualOrder: () => 'month-first',
  sure: (has) => {
    if (!(has('created') || has('createdDate')) || !has('url')) return 0;
    if ((has('pageName') || has('groupName')) && (has('interactions') || has('facebookId')) && has('likes')) return 0.98;
    return has('userName') && has('likes') && has('comments') && has('type') && (has('photo') || has('followersAtPosting') || has('account')) ? 0.95 : 0;
  },
  reader: () => {
    const contentId = createContentIds();
    const utcOf = createZoneReader(ZONE);
    // a table may hold the day and the hour apart
    const apart = (row: MetaRow<Field>): StoredTime | null => {
      const time = storedTime(writtenTime([row.text('createdDate'), row.text('createdTime')].filter((piece) => piece !== null).join(' '), 'iso'), utcOf);
      return time.ms === null ? null : time;
    };
    return {
      row: (row) => {
        const { text, count, line } = row;
        if (!row.hasTime && text('createdDate') === null) return { rejected: { code: 'missing-time', detail: 'no time of posting' } };
        const time = row.time ?? apart(row);
        if (time === null) return { rejected: { code: 'unreadable-time', detail: 'the time of posting is written in no known way' } };
        const url = text('url');
        const group = text('groupName');
        const isInstagram = text('pageName') === null && group === null && (/instagram\.com/i.test(url ?? '') || text('facebookId') === null);
        const network = isInstagram ? 'instagram' : 'facebook';
        const name = text('pageName') ?? text('account') ?? text('userName');
        const words = text('message') ?? text('description') ?? text('title');
        const author = group !== null ? null : newAccount({
          id: isInstagram ? text('userName') : text('facebookId'), handle: text('userName'), name, followers: count('followersAtPosting') ?? count('likesAtPosting'), profile: text('pageDescription'),
        });
        const container = group !== null ? newContainer('channel', group, text('facebookId') ?? group) : author === null ? null : newContainer(isInstagram ? 'profile' : 'page', name ?? author.nativeId, author.nativeId);
        const nativeId = url === null ? contentId([network, container?.nativeId ?? null, time.ms, words]) : ((isInstagram ? null : facebookPostId(url)) ?? postAddress(url));
        const views = count('postViews') ?? count('totalViews') ?? count('views');
        return { messages: [newMessage({
          network, nativeId, kind: 'post', author, container, time, text: words, url, line,
          // what is no video has no views: a nought says nothing
          likes: reactionsOf(row), replies: count('comments'), shares: count('shares'), views: views === 0 ? null : views,
        })] };
      },
    };
  },
});
