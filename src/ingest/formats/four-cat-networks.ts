import { newContainer, newReaction } from '../new-records.ts';
import { joinedText, profileOf, wholeNetwork } from './capture-item.ts';
import { fourCatAuthor, fourCatMessage, type FourCatTable } from './four-cat-row.ts';
import { linkedinTime } from './zeeschuimer-linkedin.ts';
import { retweet, tweetLanguage, xPlace, xProfile } from './x-tweet.ts';

/** Tables of networks where people answer each other. */
export const FOUR_CAT_NETWORKS: readonly FourCatTable[] = [
  {
    id: 'x', name: 'X', requires: ['isretweet', 'isquotetweet', 'isreply', 'languageguess'],
    read: (row) => {
      const id = row.text('id');
      const author = fourCatAuthor(row, { id: 'authorid', handle: 'author', name: 'authorfullname', followers: 'authorfollowers' });
      if (row.isYes('iswithheld')) return { rejected: { code: 'withheld', detail: 'the tweet is withheld where it was collected' } };
      const passedOn = row.text('retweeteduser');
      // the table names whose tweet was passed on, not which
      if (row.isYes('isretweet') && id !== null && author !== null) return { reactions: [retweet(author, `retweet:${id}`, { line: row.line, time: row.time(), container: passedOn === null ? null : xProfile(passedOn) })] };
      const thread = row.text('threadid');
      return fourCatMessage(row, {
        network: 'x', nativeId: id, kind: row.isYes('isreply') || (thread !== null && thread !== id) ? 'reply' : 'post', author, container: xPlace(), text: row.text('body'), rootNativeId: thread, quotedNativeId: row.text('quotetweetid'),
        languageTag: tweetLanguage(row.text('languageguess')), url: row.text('link'), likes: row.count('likecount'), replies: row.count('replycount'), shares: row.count('retweetcount'), views: row.count('impressioncount'),
      });
    },
  },
  {
    id: 'bluesky', name: 'Bluesky', requires: ['repliedtopost', 'quotedpost', 'repostcount', 'repliesallowed'],
    read: (row) => {
      const parent = row.text('repliedtopost');
      return fourCatMessage(row, {
        network: 'bluesky', nativeId: row.text('id'), kind: parent === null ? 'post' : 'reply', author: fourCatAuthor(row, { id: 'authorid', handle: 'author', name: 'authordisplayname', profile: row.text('authorprofile') }),
        container: wholeNetwork('bluesky', 'Bluesky'), text: row.text('body'), parentNativeId: parent, rootNativeId: row.text('threadid'), quotedNativeId: row.text('quotedpost'), languageTag: row.text('languages')?.split(',')[0] ?? null,
        url: row.text('link'), likes: row.count('likecount'), replies: row.count('replycount'), shares: row.count('repostcount'),
      });
    },
  },
  {
    id: 'telegram', name: 'Telegram', requires: ['chat', 'authorusername', 'isreply', 'replyto', 'bodymarkdown'],
    read: (row) => {
      // "<chat>-<message>": messages are numbered chat by chat
      const match = /^(.{1,200})-(\d{1,15})$/.exec(row.text('id') ?? '');
      const chat = match?.[1] ?? row.text('chat') ?? row.text('threadid');
      const number = match?.[2] ?? row.text('id');
      const answered = row.text('replyto');
      const sender = row.text('author');
      return fourCatMessage(row, {
        network: 'telegram', nativeId: number === null ? null : `${chat ?? 'chat'}:${number}`, kind: answered === null ? 'message' : 'reply',
        author: fourCatAuthor({ ...row, text: (column) => (column === 'author' && sender !== null && /^\d+$/.test(sender) ? `user${sender}` : row.text(column)) }, { id: 'author', handle: 'authorusername', name: 'authorname', isBot: row.text('authorisbot') === null ? null : row.isYes('authorisbot') }),
        container: newContainer('channel', row.text('chat') ?? chat ?? 'Telegram', chat ?? 'Telegram'), text: row.text('body'), parentNativeId: answered === null ? null : `${chat ?? 'chat'}:${answered}`, views: row.count('views'),
      });
    },
  },
  {
    id: 'threads', name: 'Threads', requires: ['threadid', 'ispaidpartnership', 'reposts', 'replies', 'quotes', 'authorisverified'],
    read: (row) => fourCatMessage(row, {
      network: 'threads', nativeId: row.text('id'), kind: 'post', author: fourCatAuthor(row, { handle: 'author' }), container: wholeNetwork('threads', 'Threads'), text: row.text('body'), url: row.text('url'),
      likes: row.count('likes'), replies: row.count('replies'), shares: row.count('reposts'),
    }),
  },
  {
    id: 'linkedin', name: 'LinkedIn', requires: ['timestampago', 'timestampcollected', 'inclusioncontext', 'posturl'],
    read: (row) => {
      const number = row.text('id');
      const name = number === null ? null : `urn:li:activity:${number}`;
      const path = row.text('author');
      const isCompany = row.isYes('authoriscompany') || /^(?:company|school|showcase)\//.test(path ?? '');
      const account = fourCatAuthor(row, { id: 'author', name: 'authorname', isBrand: isCompany ? true : null, ...(isCompany ? {} : { profile: row.text('authordescription') }) });
      const author = account === null || path === null ? account : { ...account, handle: path.split('/')[1] ?? path };
      return fourCatMessage(row, {
        // the column holds what is left of "18h"; the number is exact
        ...(name !== null && linkedinTime(name).ms !== null ? { time: linkedinTime(name) } : { time: { ms: row.time().ms, precision: 'relative' } }),
        network: 'linkedin', nativeId: name, kind: 'post', author, container: author === null ? null : newContainer(isCompany ? 'page' : 'profile', author.name ?? author.nativeId, author.nativeId), text: row.text('body'), url: row.text('posturl'),
        likes: row.count('reactions'), replies: row.count('comments'), shares: row.count('shares'),
      });
    },
  },
  {
    id: 'facebook', name: 'Facebook', requires: ['isingroup', 'groupname', 'authorname', 'body'],
    read: (row) => {
      const group = row.text('groupname');
      const author = fourCatAuthor(row, { handle: 'author', name: 'authorname' });
      return fourCatMessage(row, {
        network: 'facebook', nativeId: row.text('id'), kind: 'post', author, container: group !== null ? newContainer('channel', group) : author === null ? null : newContainer('page', author.name ?? author.nativeId, author.nativeId), text: row.text('body'), url: row.text('url'),
      });
    },
  },
  {
    id: 'instagram', name: 'Instagram', requires: ['threadid', 'parentid', 'numlikes', 'numcomments', 'usertags'],
    read: (row) => {
      const id = row.text('id');
      const thread = row.text('threadid');
      const parent = row.text('parentid');
      const author = fourCatAuthor(row, { id: 'authorid', handle: 'author', name: 'authorfullname' });
      // older tables hold comments too, each under the code of its post
      const kind = thread === null || thread === id ? 'post' : parent === null || parent === thread ? 'comment' : 'reply';
      return fourCatMessage(row, {
        network: 'instagram', nativeId: id, kind, author, container: kind === 'post' ? profileOf(author?.handle ?? null) : null, text: row.text('body'), parentNativeId: parent, rootNativeId: thread, url: kind === 'post' ? `https://www.instagram.com/p/${id ?? ''}` : row.text('url'),
        likes: row.isYes('likeshidden') ? null : row.count('numlikes'), replies: row.count('numcomments'), views: row.count('playcount'),
      });
    },
  },
  {
    id: 'tumblr', name: 'Tumblr', requires: ['isreblog', 'reblogkey', 'parentposturl', 'notecount'],
    read: (row) => {
      const id = row.text('id');
      const author = fourCatAuthor(row, { handle: 'author', name: 'authorsubject', profile: row.text('authordescription') });
      const parent = /\/(?:post\/)?(\d{6,25})(?:[/?#]|$)/.exec(row.text('parentposturl') ?? '')?.[1] ?? null;
      const words = joinedText(row.text('body'), row.text('bodyask'));
      if (row.isYes('isreblog') && words === null && id !== null && author !== null) return { reactions: [newReaction({ network: 'tumblr', kind: 'share', account: author, targetNativeId: parent ?? `reblog:${id}`, time: row.time(), line: row.line })] };
      return fourCatMessage(row, {
        network: 'tumblr', nativeId: id, kind: row.isYes('isreblog') ? 'reply' : 'post', author, container: profileOf(author?.handle ?? null), text: words, parentNativeId: row.isYes('isreblog') ? parent : null, url: row.text('posturl'),
        likes: row.count('likecount'), replies: row.count('replycount'), shares: row.count('reblogcount'),
      });
    },
  },
  {
    id: 'vk', name: 'VK', requires: ['itemtype', 'inreplytocommentid', 'authorscreenname', 'postcomments'],
    read: (row) => {
      const thread = row.text('threadid');
      const answered = row.text('inreplytocommentid');
      const isComment = row.text('itemtype') === 'comment' || (thread !== null && thread !== row.text('id') && row.text('itemtype') !== 'post');
      return fourCatMessage(row, {
        network: 'vk', nativeId: row.text('id'), kind: !isComment ? 'post' : answered === null ? 'comment' : 'reply', author: fourCatAuthor(row, { id: 'authorid', handle: 'authorscreenname', name: 'authorname', followers: 'authorfollowers', isBrand: row.text('authortype') === 'group' ? true : null }),
        container: wholeNetwork('vk', 'VK'), text: joinedText(row.text('subject'), row.text('body')), parentNativeId: isComment ? (answered ?? thread) : null, rootNativeId: isComment ? thread : null, url: row.text('link'),
        likes: row.count('likes'), replies: row.count('postcomments'), views: row.count('views'),
      });
    },
  },
];
