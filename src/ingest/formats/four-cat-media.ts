import { newContainer } from '../new-records.ts';
import { joinedText, profileOf, wholeNetwork } from './capture-item.ts';
import { fourCatAuthor, fourCatMessage, type FourCatTable } from './four-cat-row.ts';

/** Tables of networks of videos, pictures and notes, and of two that write as Mastodon does. */
export const FOUR_CAT_MEDIA: readonly FourCatTable[] = [
  {
    id: 'tiktok-comments', name: 'TikTok comments', requires: ['postid', 'iscommentoncomment', 'issticky'],
    read: (row) => {
      const video = row.text('postid');
      const thread = row.text('threadid');
      const isAnswer = row.isYes('iscommentoncomment') || (thread !== null && thread !== video);
      return fourCatMessage(row, {
        network: 'tiktok', nativeId: row.text('id'), kind: isAnswer ? 'reply' : 'comment', author: fourCatAuthor(row, { handle: 'author', name: 'authorfull' }), container: wholeNetwork('tiktok', 'TikTok'), text: row.text('body'),
        parentNativeId: isAnswer ? thread : video, rootNativeId: video, languageTag: row.text('languageguess'), url: row.text('commenturl'), likes: row.count('likes'), replies: row.count('replies'),
      });
    },
  },
  {
    id: 'tiktok', name: 'TikTok', requires: ['tiktokurl', 'plays', 'isduet'],
    read: (row) => {
      const author = fourCatAuthor(row, { id: 'authorid', handle: 'author', name: 'authorfull', followers: 'authorfollowers' });
      return fourCatMessage(row, {
        network: 'tiktok', nativeId: row.text('id'), kind: 'post', author, container: profileOf(author?.handle ?? null), text: row.text('body'), url: row.text('tiktokurl'),
        likes: row.count('likes'), replies: row.count('comments'), shares: row.count('shares'), views: row.count('plays'),
      });
    },
  },
  {
    id: 'douyin', name: 'Douyin', requires: ['diggcount', 'authoruserid', 'authornickname', 'videotags'],
    read: (row) => {
      const author = fourCatAuthor(row, { id: 'authoruserid', name: 'authornickname' });
      const profile = /\/user\/([\w-]{1,200})/.exec(row.text('authorprofileurl') ?? '')?.[1] ?? author?.nativeId ?? null;
      return fourCatMessage(row, {
        network: 'douyin', nativeId: row.text('id'), kind: 'post', author, container: profileOf(profile, author?.name ?? profile), text: row.text('body'), url: row.text('posturl'),
        likes: row.count('diggcount'), replies: row.count('commentcount'), shares: row.count('sharecount'), views: row.count('playcount'), saves: row.count('collectcount'),
      });
    },
  },
  {
    id: 'ninegag', name: '9gag', requires: ['isvotemasked', 'isanonymous', 'upvotes', 'tagsannotated'],
    read: (row) => {
      const author = row.isYes('isanonymous') ? null : fourCatAuthor(row, { handle: 'author', name: 'authorname' });
      return fourCatMessage(row, { network: '9gag', nativeId: row.text('id'), kind: 'post', author, container: profileOf(author?.handle ?? null), text: joinedText(row.text('subject'), row.text('body')), url: row.text('url'), likes: row.count('upvotes'), replies: row.count('comments') });
    },
  },
  {
    id: 'imgur', name: 'Imgur', requires: ['albummedia', 'isalbum', 'viralityscore'],
    read: (row) => fourCatMessage(row, {
      network: 'imgur', nativeId: row.text('id'), kind: 'post', author: fourCatAuthor(row, { id: 'author' }), container: null, text: joinedText(row.text('subject'), row.text('body')), url: row.text('posturl'),
      likes: row.count('upvotes'), replies: row.count('comments'), views: row.count('views'), saves: row.count('favourites'),
    }),
  },
  {
    id: 'pinterest', name: 'Pinterest', requires: ['pinneroriginal', 'board', 'ideatags'],
    read: (row) => {
      const author = fourCatAuthor(row, { handle: 'author', name: 'authorfullname' });
      return fourCatMessage(row, { network: 'pinterest', nativeId: row.text('id'), kind: 'post', author, container: profileOf(author?.handle ?? null), text: joinedText(row.text('subject'), row.text('body')), url: row.text('url') });
    },
  },
  {
    id: 'xiaohongshu-comments', name: 'Xiaohongshu comments', requires: ['iplocation', 'threadid', 'likes', 'replies', 'authoravatarurl'],
    read: (row) => {
      const note = row.text('threadid');
      return fourCatMessage(row, {
        network: 'xiaohongshu', nativeId: row.text('id'), kind: 'comment', author: fourCatAuthor(row, { name: 'author' }), container: wholeNetwork('xiaohongshu', 'Xiaohongshu'), text: row.text('body'), parentNativeId: note, rootNativeId: note,
        likes: row.count('likes'), replies: row.count('replies'),
      });
    },
  },
  {
    id: 'xiaohongshu', name: 'Xiaohongshu', requires: ['title', 'body', 'authoravatarurl', 'likes', 'videourl', 'url'],
    read: (row) => {
      const author = fourCatAuthor(row, { name: 'author' });
      return fourCatMessage(row, { network: 'xiaohongshu', nativeId: row.text('id'), kind: 'post', author, container: profileOf(author?.nativeId ?? null), text: joinedText(row.text('title'), row.text('body')), url: row.text('url'), likes: row.count('likes') });
    },
  },
  {
    id: 'gab', name: 'Gab', requires: ['reactioncount', 'repostscount', 'accountusername', 'grouptitle'],
    read: (row) => {
      const group = row.text('groupid');
      return fourCatMessage(row, {
        network: 'gab', nativeId: row.text('id'), kind: 'post', author: fourCatAuthor(row, { id: 'accountid', handle: 'accountusername', name: 'accountdisplayname', profile: row.text('accountnote') }),
        container: group === null ? wholeNetwork('gab', 'Gab') : newContainer('channel', row.text('grouptitle') ?? group, group), text: row.html('body'), url: row.text('url'),
        likes: row.count('reactioncount'), replies: row.count('repliescount'), shares: row.count('repostscount'),
      });
    },
  },
  {
    id: 'truthsocial', name: 'Truth Social', requires: ['reblogscount', 'accountusername', 'groupdisplayname'],
    read: (row) => {
      const group = row.text('groupid');
      const thread = row.text('threadid');
      return fourCatMessage(row, {
        network: 'truthsocial', nativeId: row.text('id'), kind: thread !== null && thread !== row.text('id') ? 'reply' : 'post', author: fourCatAuthor(row, { id: 'accountid', handle: 'accountusername', name: 'accountdisplayname', followers: 'accountfollowers' }),
        container: group === null ? wholeNetwork('truthsocial', 'Truth Social') : newContainer('channel', row.text('groupdisplayname') ?? group, group), text: row.html('body'), rootNativeId: thread, url: row.text('url'),
        replies: row.count('repliescount'), shares: row.count('reblogscount'),
      });
    },
  },
];
