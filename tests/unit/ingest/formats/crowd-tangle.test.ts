import { describe, expect, it } from 'vitest';
import { CROWD_TANGLE } from '../../../../src/ingest/formats/crowd-tangle.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const file = (name: string): readonly [string, string] => [name, fixture(`formats/crowdtangle/${name}`)];

describe('crowdtangle', () => {
  it('reads posts of pages; times keep their suffix, in winter and in summer', async () => {
    const { messages, rejected, formats } = await readFiles([file('facebook-pages.csv')]);
    expect(formats).toEqual({ 'facebook-pages.csv': 'crowdtangle' });
    expect(messages.map(({ nativeId, createdAtMs, precision, text }) => [nativeId, createdAtMs, precision, text])).toEqual([
      ['45711', Date.UTC(2021, 2, 1, 17), 's', 'Nuova miscela ☕'], ['45712', Date.UTC(2021, 6, 1, 16), 's', null],
    ]);
    expect(messages[0]).toMatchObject({ network: 'facebook', kind: 'post', author: { nativeId: '100106', handle: 'caffebrio', name: 'Caffè Brio', followers: 1200, isBrand: null }, container: { kind: 'page', nativeId: '100106', name: 'Caffè Brio' }, url: 'https://www.facebook.com/100106/posts/45711' });
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['unreadable-time', 4]]);
  });

  it('adds up reactions of every kind; a picture has no views, and N/A is no number', async () => {
    const { messages } = await readFiles([file('facebook-pages.csv')]);
    expect(messages.map(({ likes, replies, shares, views, author }) => [likes, replies, shares, views, author?.followers])).toEqual([[1100, 30, 104, null, 1200], [9, 1, 0, 5000, null]]);
  });

  it('reads posts in groups without taking the group for their author', async () => {
    const { messages } = await readFiles([file('facebook-groups.csv')]);
    expect(messages).toMatchObject([{ network: 'facebook', nativeId: '45720', author: null, container: { kind: 'channel', name: 'Amici della moka', nativeId: '7700' }, text: 'Chi vende?', createdAtMs: Date.UTC(2021, 2, 2, 14) }]);
  });

  it('reads posts of Instagram', async () => {
    const { messages } = await readFiles([file('instagram.csv')]);
    expect(messages).toMatchObject([{ network: 'instagram', nativeId: 'instagram.com/p/CL1abc', author: { nativeId: 'caffe.brio', name: 'Caffè Brio', followers: 2500 }, container: { kind: 'profile', nativeId: 'caffe.brio' }, likes: 1000, replies: 12, views: null, text: 'Crema al banco' }]);
  });

  it('reads days and hours that stand apart, and times that lost their suffix, in the zone of the tool', async () => {
    const { messages } = await readFiles([['x.csv', 'Page Name,Facebook Id,Post Created Date,Post Created Time,Likes,URL\nBrio,1,2021-07-01,12:00:00,3,https://www.facebook.com/1/posts/45799\n'], ['y.csv', 'Page Name,Facebook Id,Post Created,Likes,URL\nBrio,1,2021-03-01 12:00:00,3,https://www.facebook.com/1/posts/45798\n']]);
    expect(messages.map(({ createdAtMs }) => createdAtMs)).toEqual([Date.UTC(2021, 6, 1, 16), Date.UTC(2021, 2, 1, 17)]);
  });

  it('takes no other tables', async () => {
    for (const foreign of [fixture('formats/business-suite/instagram-english.csv'), fixture('formats/meta-content-library/posts.csv'), 'Page Name,Text,Date,URL\na,b,c,d\n', 'User Name,Likes,Comments,Type\na,1,2,x\n']) expect(CROWD_TANGLE.recognise((await partOf(foreign)).head)).toBe(0);
  });
});
