import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { recognisedFormat } from '../../../../src/ingest/format-registry.ts';
import { fixture, partOf, readFiles, type ReadFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

type Row = Readonly<Record<string, string>>;

const TEN = Date.parse('2024-03-01T10:00:00Z');

/** A table of 4CAT: the columns of the first row, all others as far as given. */
function table(rows: readonly Row[], delimiter = ','): string {
  const columns = Object.keys(rows[0] ?? {});
  const line = (cells: readonly string[]): string => cells.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(delimiter);
  return [line(columns), ...rows.map((row) => line(columns.map((column) => row[column] ?? '')))].join('\n');
}

const read = (rows: readonly Row[], delimiter = ','): Promise<ReadFiles> => readFiles([['export.csv', table(rows, delimiter)]]);
const AT = { timestamp: '2024-03-01 10:00:00', unix_timestamp: String(TEN / 1000) };

const TWEET: Row = { id: '1763500000000000001', thread_id: '1763500000000000001', ...AT, link: 'https://x.com/anna_rossi/status/1763500000000000001', body: '@caffebrio perde acqua, perché?', author: 'anna_rossi', author_fullname: 'Anna Rossi 🌿', author_id: '9001', source: 'Web', language_guess: 'it', possibly_sensitive: 'no', retweet_count: '1', reply_count: '2', like_count: '4', quote_count: '0', impression_count: '905', is_retweet: 'no', retweeted_user: '', is_quote_tweet: 'no', quote_tweet_id: '', quote_author: '', is_reply: 'no', replied_author: '', is_withheld: 'no', hashtags: '' };

describe('tables of X', () => {
  const rows = [
    TWEET,
    { ...TWEET, id: '1763500000000000055', body: 'Mi spiace &amp; arriviamo', author: 'caffebrio', author_id: '7001', is_reply: 'yes' },
    { ...TWEET, id: '1763500000000000077', thread_id: '1763500000000000077', body: 'RT @anna_rossi: perde', author: 'leo', author_id: '9003', is_retweet: 'yes', retweeted_user: 'anna_rossi' },
    { ...TWEET, id: '1763500000000000099', thread_id: '1763500000000000099', is_quote_tweet: 'yes', quote_tweet_id: '1763500000000000001', language_guess: 'und' },
    { ...TWEET, id: '1763500000000000111', is_withheld: 'yes' },
    { ...TWEET, id: '' },
  ];

  it('hold posts, answers that belong to a conversation, and quotations', async () => {
    const { messages, formats } = await read(rows);
    expect(formats).toEqual({ 'export.csv': '4cat-x' });
    expect(messages[0]).toMatchObject({ network: 'x', kind: 'post', nativeId: TWEET['id'], createdAtMs: TEN, rootNativeId: null, author: { nativeId: '9001', handle: 'anna_rossi', name: 'Anna Rossi 🌿' }, likes: 4, replies: 2, shares: 1, views: 905, languageTag: 'it' });
    expect(messages[1]).toMatchObject({ kind: 'reply', rootNativeId: TWEET['id'], parentNativeId: null, text: 'Mi spiace & arriviamo' });
    expect(messages[2]).toMatchObject({ quotedNativeId: TWEET['id'], languageTag: null });
  });

  it('name whose tweet was passed on, but not which; refuse withheld tweets and rows without id', async () => {
    const { reactions, rejected } = await read(rows);
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: 'retweet:1763500000000000077', container: { nativeId: 'anna_rossi' }, account: { nativeId: '9003' } }]);
    expect(rejected.map(({ code }) => code)).toEqual(['withheld', 'missing-id']);
  });

  it('are UTC whatever the person\'s zone is, from the time as written too, and with semicolons as Zeeschuimer writes them', async () => {
    const zeeschuimer = await read([{ ...TWEET, unix_timestamp: '' }], ';');
    expect(zeeschuimer.formats).toEqual({ 'export.csv': '4cat-x' });
    expect(zeeschuimer.messages[0]).toMatchObject({ createdAtMs: TEN, precision: 's' });
    expect((await read([{ ...TWEET, unix_timestamp: '', timestamp: '2024-03-01T10:00:00.250Z' }], ';')).messages[0]).toMatchObject({ createdAtMs: TEN + 250, precision: 'ms' });
    expect((await read([{ ...TWEET, unix_timestamp: '', timestamp: 'ieri' }])).rejected.map(({ code }) => code)).toEqual(['unreadable-time']);
  });
});

describe('tables of other networks', () => {
  it('Bluesky: what answers what, by its addresses', async () => {
    const { messages, formats } = await read([{ collected_at: '2024-04-01 00:00:00', query: 'caffè', rank: '1', id: 'at://did:plc:a/app.bsky.feed.post/2', thread_id: 'at://did:plc:b/app.bsky.feed.post/1', created_at: '2024-03-01T10:00:00.120Z', author: 'anna.bsky.social', author_id: 'did:plc:a', body: 'che buono', link: 'https://bsky.app/profile/anna.bsky.social/post/2', tags: '', like_count: '3', quote_count: '0', reply_count: '1', repost_count: '2', quoted_post: '', quoted_user: '', replied_to_post: 'at://did:plc:b/app.bsky.feed.post/1', replied_to_user: 'b', replies_allowed: 'True', languages: 'it,en', author_display_name: 'Anna', author_profile: 'ciao', timestamp: '2024-03-01 10:00:00' }]);
    expect(formats).toEqual({ 'export.csv': '4cat-bluesky' });
    expect(messages[0]).toMatchObject({ network: 'bluesky', kind: 'reply', parentNativeId: 'at://did:plc:b/app.bsky.feed.post/1', rootNativeId: 'at://did:plc:b/app.bsky.feed.post/1', createdAtMs: TEN + 120, languageTag: 'it', author: { nativeId: 'did:plc:a', handle: 'anna.bsky.social', profile: 'ciao' }, likes: 3, shares: 2 });
  });

  it('Telegram: messages are numbered chat by chat; a telephone number is no name', async () => {
    const row: Row = { id: 'caffeclub-12', thread_id: 'caffeclub', chat: 'caffeclub', author: '555', author_username: '', author_name: '+39 333 1234567', author_is_bot: 'no', body: 'quando aprite?', body_markdown: '', is_reply: 'yes', reply_to: '9', views: '80', reactions: '', ...AT };
    const { messages, formats } = await read([row, { ...row, id: 'caffeclub-13', reply_to: '', is_reply: 'no' }]);
    expect(formats).toEqual({ 'export.csv': '4cat-telegram' });
    expect(messages[0]).toMatchObject({ network: 'telegram', nativeId: 'caffeclub:12', parentNativeId: 'caffeclub:9', kind: 'reply', views: 80, author: { nativeId: 'user555', isBot: false }, container: { kind: 'channel', nativeId: 'caffeclub' } });
    expect(messages[0]?.author?.name).toMatch(/^person [\da-f]{12}$/);
    expect(messages[1]).toMatchObject({ kind: 'message', parentNativeId: null });
  });

  it('LinkedIn: the exact time of the number, not the one counted back', async () => {
    const { messages, formats } = await read([{ collected_from_url: '', id: '7169270140108800000', thread_id: '7169270140108800000', body: 'Cerchiamo un tostatore', timestamp: '2024-03-01 04:00:00', timestamp_collected: '2024-03-01 22:00:00', timestamp_ago: '18h', is_promoted: 'no', author: 'company/caffe-brio', author_name: 'Caffè Brio', author_is_company: 'yes', author_description: '3.000 follower', post_url: 'https://www.linkedin.com/feed/update/urn:li:activity:7169270140108800000', inclusion_context: '', comments: '3', shares: '1', reactions: '40', unix_timestamp: '1709265600' }]);
    expect(formats).toEqual({ 'export.csv': '4cat-linkedin' });
    expect(messages[0]).toMatchObject({ nativeId: 'urn:li:activity:7169270140108800000', createdAtMs: TEN, precision: 'ms', author: { nativeId: 'company/caffe-brio', handle: 'caffe-brio', name: 'Caffè Brio', isBrand: true }, container: { kind: 'page', name: 'Caffè Brio' }, likes: 40, replies: 3, shares: 1 });
  });

  it('TikTok comments: first under the video, answers under comments', async () => {
    const row: Row = { collected_from_url: '', id: '1', thread_id: '500', author: 'anna', author_full: 'Anna 🌸', author_avatar_url: '', body: 'quanto costa?', ...AT, likes: '5', replies: '1', post_id: '500', post_url: '', post_body: '', comment_url: '', is_liked_by_post_author: 'no', is_sticky: 'no', is_comment_on_comment: 'no', language_guess: 'it' };
    const { messages, formats } = await read([row, { ...row, id: '2', thread_id: '1', is_comment_on_comment: 'yes' }]);
    expect(formats).toEqual({ 'export.csv': '4cat-tiktok-comments' });
    expect(messages.map(({ kind, parentNativeId, rootNativeId }) => [kind, parentNativeId, rootNativeId])).toEqual([['comment', '500', '500'], ['reply', '1', '500']]);
  });

  it('Gab and Truth Social: HTML is read once, so that signs that people wrote stay', async () => {
    for (const [file, format] of [['gab.csv', '4cat-gab'], ['truthsocial.csv', '4cat-truthsocial']] as const) {
      const { messages, formats } = await readFiles([['export.csv', fixture(`formats/4cat/${file}`).replace(/<p>[^<]*<\/p>/, '<p>se a &lt;b&gt; c</p><p>&amp;lt;</p>')]]);
      expect(formats).toEqual({ 'export.csv': format });
      expect(messages[0]?.text).toBe('se a <b> c\n&lt;');
    }
  });

  it('Instagram: posts, and in older tables their comments', async () => {
    const row: Row = { id: 'C4', thread_id: 'C4', parent_id: 'C4', body: 'foto', author: 'caffebrio', author_fullname: 'Caffè Brio', timestamp: '2024-03-01 10:00:00', type: 'picture', url: '', hashtags: '', usertags: '', mentioned: '', num_likes: '7', num_comments: '2', subject: '' };
    const { messages } = await read([row, { ...row, id: '17', author: 'anna', num_likes: '-1' }, { ...row, id: '18', parent_id: '17', author: 'caffebrio' }]);
    expect(messages.map(({ kind, parentNativeId, rootNativeId, likes }) => [kind, parentNativeId, rootNativeId, likes])).toEqual([['post', null, null, 7], ['comment', 'C4', 'C4', null], ['reply', '17', 'C4', 7]]);
  });

  it('VK: comments answer the post or another comment', async () => {
    const row: Row = { id: '10', thread_id: '10', ...AT, link: 'https://vk.com/wall-1_10', item_type: 'post', body: 'новый кофе', author_id: '-1', author_type: 'group', author_screen_name: 'brio', author_name: 'Brio', in_reply_to_user: '', in_reply_to_comment_id: '', views: '9', likes: '2', post_comments: '2', subject: '' };
    const { messages } = await read([row, { ...row, id: '11', item_type: 'comment', author_id: '5', author_type: 'user' }, { ...row, id: '12', item_type: 'comment', in_reply_to_comment_id: '11' }]);
    expect(messages.map(({ kind, parentNativeId, rootNativeId }) => [kind, parentNativeId, rootNativeId])).toEqual([['post', null, null], ['comment', '10', '10'], ['reply', '11', '10']]);
  });

  it('Tumblr: passed on without a word is a share, with words an answer', async () => {
    const row: Row = { type: 'text', id: '700000001', author: 'anna', thread_id: '1', ...AT, author_subject: 'Anna', author_description: '', post_url: 'https://anna.tumblr.com/post/700000001', is_reblog: 'yes', reblog_key: 'k', body: '', body_ask: '', parent_post_author: 'brio', parent_post_url: 'https://www.tumblr.com/brio/700000000/slug', note_count: '3', reblog_count: '1', like_count: '2', reply_count: '0' };
    const { messages, reactions } = await read([row, { ...row, id: '700000002', body: 'anche io' }]);
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: '700000000', account: { handle: 'anna' } }]);
    expect(messages).toMatchObject([{ nativeId: '700000002', kind: 'reply', parentNativeId: '700000000' }]);
  });
});

describe('a table of one\'s own for 4CAT', () => {
  it('has its times in UTC and its threads by id', async () => {
    const { messages, formats } = await readFiles([['dati.csv', 'id,thread_id,author,body,timestamp,reparto\n1,1,anna,"Chi, come me, aspetta?",2024-03-01 10:00:00,a\n2,1,brio,Arriva!,2024-03-01 10:05:00,b\n']]);
    expect(formats).toEqual({ 'dati.csv': '4cat-custom' });
    expect(messages.map(({ nativeId, kind, rootNativeId, createdAtMs }) => [nativeId, kind, rootNativeId, createdAtMs])).toEqual([['1', 'post', null, TEN], ['2', 'comment', '1', TEN + 300_000]]);
  });

  it('is not taken for another table, nor another for it', async () => {
    const name = async (text: string) => recognisedFormat((await partOf(text)).head).format.id;
    expect(await name('id,parent_id,author,body,timestamp\n1,,a,b,2024-03-01 10:00:00\n')).not.toMatch(/^4cat/);
    expect(await name(fixture('formats/4cat/x.ndjson'))).toBe('4cat-ndjson');
  });
});

describe.skipIf(referenceData() === null)('the columns that 4CAT really writes', () => {
  const { columns } = referenceData() === null ? { columns: {} } : JSON.parse(readFileSync(join(referenceData() ?? '', 'platform-formats/4cat-zeeschuimer/4cat_csv_columns.json'), 'utf8')) as { columns: Record<string, string[]> };
  const ids: Readonly<Record<string, string>> = { bsky: 'bluesky', twitterv2: 'x', tiktok_comments: 'tiktok-comments', xiaohongshu_comments: 'xiaohongshu-comments', test: 'custom' };

  it('are known for all of its platforms, each as itself', async () => {
    const known = await Promise.all(Object.entries(columns).map(async ([platform, names]) => [platform, recognisedFormat((await partOf(`${names.join(',')}\n${names.map((name) => (name.includes('timestamp') ? '2024-03-01 10:00:00' : '1')).join(',')}\n`)).head).format.id]));
    expect(known).toHaveLength(17);
    expect(known).toEqual(Object.keys(columns).map((platform) => [platform, `4cat-${ids[platform] ?? platform}`]));
  });
});
