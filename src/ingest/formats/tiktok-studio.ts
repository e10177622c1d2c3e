import { createZoneReader } from '../local-time.ts';
import { timeAt } from '../json-values.ts';
import { NO_TIME, type StoredTime } from '../stored-time.ts';
import { createContentIds } from '../content-ids.ts';
import { newAccount, newContainer, newMessage } from '../new-records.ts';
import { timeOfId } from '../snowflake-time.ts';
import { writtenCount } from '../written-number.ts';
import { columnFormat, hasColumns } from './column-format.ts';
import { tiktokVideoId } from './video-address.ts';

/** Videos of an account with their totals, as TikTok Studio exports them; the id of a video tells its time to the second. */
export const TIKTOK_STUDIO = columnFormat({
  id: 'tiktok-studio', name: 'TikTok Studio, content analytics',
  description: 'posted videos with their totals of views, likes, comments and shares; no comment is in it',
  recognise: (table) => (hasColumns(table, ['videotitle', 'videolink', 'posttime']) ? 0.95 : hasColumns(table, ['videolink', 'totallikes', 'totalviews']) ? 0.9 : 0),
  reader(_, { timeZone }) {
    const utcOf = createZoneReader(timeZone);
    const contentId = createContentIds();
    return ({ line, cell }) => {
      const link = cell('videolink');
      const title = cell('videotitle');
      if (link === '' && title === '') return { rejected: { code: 'not-a-message', detail: 'the row has neither a title nor a link' } };
      const id = tiktokVideoId(link);
      const written = cell('posttime');
      const known: StoredTime = id === null ? NO_TIME : timeOfId('tiktok', id);
      const handle = /tiktok\.com\/@([\w.]{1,40})\//i.exec(link)?.[1] ?? null;
      const count = (name: string): number | null => writtenCount(cell(name));
      return { messages: [newMessage({
        network: 'tiktok', nativeId: id ?? contentId([title, written, link]), kind: 'post', author: newAccount({ handle }), container: handle === null ? newContainer('unknown', 'TikTok', 'tiktok') : newContainer('profile', handle),
        time: known.ms === null ? timeAt({ written }, ['written'], utcOf) : known, text: title, url: link === '' ? null : link,
        likes: count('totallikes'), replies: count('totalcomments'), shares: count('totalshares'), views: count('totalviews'), saves: count('totalsaves') ?? count('totalfavorites'), line,
      })] };
    };
  },
});
