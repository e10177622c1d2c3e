import { describe, expect, it } from 'vitest';
import { BUSINESS_SUITE } from '../../../../src/ingest/formats/business-suite.ts';
import { facebookPostId } from '../../../../src/ingest/formats/facebook-post-id.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const file = (name: string): readonly [string, string] => [name, fixture(`formats/business-suite/${name}`)];
const brio = { handle: 'caffe.brio', name: 'Caffè Brio', isBrand: true };

describe('business-suite', () => {
  it('reads posts of Instagram from an English report, month first, in the zone that was said', async () => {
    const { messages, rejected, formats } = await readFiles([file('instagram-english.csv')]);
    expect(formats).toEqual({ 'instagram-english.csv': 'business-suite' });
    expect(messages).toHaveLength(2);
    expect(messages[0]).toMatchObject({
      network: 'instagram', nativeId: '17895695668004550', kind: 'post', author: { ...brio, nativeId: 'caffe.brio' }, container: { kind: 'profile', nativeId: 'caffe.brio', name: 'Caffè Brio' }, createdAtMs: Date.UTC(2024, 4, 2, 6, 31), precision: 'min',
      text: 'Crema ☕, finalmente', url: 'https://www.instagram.com/reel/C1abc/', likes: 610, replies: 57, shares: 88, views: 12400, saves: 230,
    });
    expect(messages[1]?.createdAtMs).toBe(Date.UTC(2024, 4, 3, 16));
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['missing-time', 4]]);
  });

  it('reads posts of Facebook from an Italian report, day first, in another order of columns', async () => {
    const { messages } = await readFiles([file('facebook-italian.csv')]);
    expect(messages.map(({ network, nativeId, createdAtMs, text, likes, replies, shares, views, container }) => [network, nativeId, createdAtMs, text, likes, replies, shares, views, container?.kind, container?.nativeId])).toEqual([
      ['facebook', '457', Date.UTC(2024, 4, 2, 9), 'Nuova miscela', 31, 3, 4, 1200, 'page', '106'], ['facebook', '458', Date.UTC(2024, 5, 3, 10), 'Testo lungo', 1, 0, 0, 2, 'page', '106'],
    ]);
  });

  it('reads a German report', async () => {
    const { messages } = await readFiles([file('instagram-german.csv')]);
    expect(messages).toMatchObject([{ text: 'Schöne Crema', createdAtMs: Date.UTC(2026, 8, 1, 16), likes: 210, replies: 9, shares: 31, views: 7100, saves: 96, author: brio }]);
  });

  it('makes one post of its days, each counted once, and leaves them out beside the whole', async () => {
    const { messages, rows } = await readFiles([file('daily.csv')]);
    expect(messages.map(({ nativeId, likes, replies, views, saves }) => [nativeId, likes, replies, views, saves])).toEqual([['17900000000000022', 8, 4, 90, 0], ['17900000000000021', 8, 2, 150, null]]);
    expect(rows).toBe(5);
  });

  it('lets the whole column tell day and month apart, and a person overrule it', async () => {
    const header = 'Post ID,Account ID,Account username,Publish time,Permalink,Post type\n';
    const row = (id: string, time: string): string => `${id},1,brio,${time},https://www.instagram.com/p/${id}/,IG image\n`;
    const times = async (rows: string, dateOrder?: 'day-first'): Promise<(number | null)[]> => (await readFiles([['x.csv', header + rows]], { timeZone: 'UTC', ...(dateOrder === undefined ? {} : { mapping: { columns: {}, dateOrder } }) })).messages.map(({ createdAtMs }) => createdAtMs);
    expect(await times(row('a1', '03/02/2024 08:00') + row('a2', '25/02/2024 08:00'))).toEqual([Date.UTC(2024, 1, 3, 8), Date.UTC(2024, 1, 25, 8)]);
    expect(await times(row('a1', '03/02/2024 08:00'))).toEqual([Date.UTC(2024, 2, 2, 8)]);
    expect(await times(row('a1', '03/02/2024 08:00'), 'day-first')).toEqual([Date.UTC(2024, 1, 3, 8)]);
  });

  it('falls back on the address for an id that a spreadsheet rounded, and refuses a row without either', async () => {
    const { messages, rejected } = await readFiles([['x.csv', 'Post ID,Account ID,Account username,Publish time,Permalink,Post type\n1.78957E+16,1,brio,05/22/2024 08:00,https://www.instagram.com/reel/C1abc/?igsh=1,IG reel\n,1,brio,05/22/2024 08:00,,IG reel\nx9,1,brio,soon,https://www.instagram.com/p/x9/,IG reel\n']]);
    expect(messages.map(({ nativeId }) => nativeId)).toEqual(['instagram.com/p/C1abc']);
    expect(rejected.map(({ code }) => code)).toEqual(['missing-id', 'unreadable-time']);
  });

  it('takes no other tables', async () => {
    for (const foreign of [fixture('formats/crowdtangle/facebook-pages.csv'), fixture('formats/meta-content-library/posts.csv'), 'Post ID,Text,Date,Author\n1,a,2024-01-01,b\n', 'id,text,permalink,created\n1,a,b,c\n']) expect(BUSINESS_SUITE.recognise((await partOf(foreign)).head)).toBe(0);
  });

  it('knows one post by its id, however a tool writes it', () => {
    expect(['10600_45700', '45700', 'https://www.facebook.com/106/posts/45700', 'https://www.facebook.com/brio/posts/una-miscela/45700/', 'https://www.facebook.com/permalink.php?story_fbid=45700&id=1', 'https://www.facebook.com/brio/videos/45700?x=1'].map(facebookPostId)).toEqual(Array.from({ length: 6 }, () => '45700'));
    expect(['https://www.facebook.com/brio/posts/pfbid02abc', 'hello', ''].map(facebookPostId)).toEqual([null, null, null]);
  });
});

describe('a long report', () => {
  it('finds the day that tells the order far below the first rows', async () => {
    const row = (id: number, time: string): string => `${String(100000 + id)},1,brio,${time},https://www.instagram.com/p/x${String(id)}/,IG image\n`;
    const shuffled = Array.from({ length: 2500 }, (_, id) => row(id, `0${String(1 + (id % 9))}/0${String(1 + ((id * 7) % 9))}/2024 08:00`)).join('');
    const { messages } = await readFiles([['x.csv', `Post ID,Account ID,Account username,Publish time,Permalink,Post type\n${shuffled}${row(9999, '25/02/2024 08:00')}`]], { timeZone: 'UTC' });
    expect(messages).toHaveLength(2501);
    expect(messages.at(1)?.createdAtMs).toBe(Date.UTC(2024, 7, 2, 8));
  });
});
