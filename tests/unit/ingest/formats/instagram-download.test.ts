import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commentParts, INSTAGRAM_DOWNLOAD } from '../../../../src/ingest/formats/instagram-download.ts';
import { labelledEntry } from '../../../../src/ingest/formats/meta-labels.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const file = (name: string): readonly [string, string] => [name, fixture(`formats/instagram-download/${name}`)];
const PROFILE = file('personal_information.json');
const brio = { nativeId: 'caffe.brio', handle: 'caffe.brio' };

describe('instagram-download of 2021 and later', () => {
  it('finds the owner under localised labels', async () => {
    const { facts } = await readFiles([PROFILE]);
    expect(facts.owner).toEqual({ nativeId: 'caffe.brio', handle: 'caffe.brio', name: 'Caffè Brio', followers: null, isBrand: null, profile: 'Torrefazione a Trieste', link: null });
  });

  it('reads posts, stories and reels; the file of an only picture names the post', async () => {
    const { messages, formats } = await readFiles([PROFILE, file('posts_1.json'), file('stories.json'), file('reels.json')]);
    expect(new Set(Object.values(formats))).toEqual(new Set(['instagram-download']));
    expect(messages.map(({ nativeId, text, createdAtMs }) => [nativeId.replace(/^content:.*/, 'content'), text, createdAtMs])).toEqual([
      ['17851964128264437', 'È arrivata l’estate ☀️', 1655000000000], ['content', 'Due foto, un caffè', 1656000005000], ['content', null, 1657000000000], ['content', 'Crema perfetta', 1657100000000],
    ]);
    expect(messages.every(({ author, container, kind }) => author?.nativeId === brio.nativeId && container?.name === 'caffe.brio' && kind === 'post')).toBe(true);
  });

  it('reads comments of three generations: text and owner by known labels, else by their order', async () => {
    const { messages, rejected } = await readFiles([PROFILE, file('post_comments_1.json'), file('comments_2021.json'), file('reels_comments_2024.json')]);
    expect(messages.map(({ text, container, createdAtMs, rootNativeId }) => [text, container?.name, createdAtMs, rootNativeId])).toEqual([
      ['Grazie mille, Pina! 🧡', 'nonna.pina', 1658000000000, null], ['wow', 'moka.laboratorio.ufficiale', 1658000100000, null], ['Che bontà', 'nonna.pina', 1610000000000, null],
      ['Ordine spedito ieri', 'nonna.pina', 1719000001000, 'instagram.com/p/C9abcDEF'],
    ]);
    expect(messages.every(({ author, kind }) => author?.nativeId === 'caffe.brio' && kind === 'comment')).toBe(true);
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message']);
  });

  it('tells text and owner apart when the owner stands first', () => {
    expect(commentParts(labelledEntry({ string_map_data: { A: { value: 'nonna.pina' }, B: { value: 'Che buono il caffè' }, C: { timestamp: 1658000000 } } }))).toEqual({ text: 'Che buono il caffè', mediaOwner: 'nonna.pina' });
    expect(commentParts(labelledEntry({ string_map_data: { A: { value: 'solo testo' } } }))).toEqual({ text: 'solo testo', mediaOwner: null });
  });

  it('reads likes, saves and views; a liked comment is not the post its address leads to', async () => {
    const { reactions } = await readFiles([PROFILE, ...['liked_posts.json', 'liked_posts_2025.json', 'liked_comments.json', 'saved_posts.json', 'posts_viewed.json'].map(file)]);
    expect(reactions.map(({ kind, targetNativeId, container, createdAtMs }) => [kind, targetNativeId?.replace(/^content:.*/, 'content'), container?.name ?? null, createdAtMs])).toEqual([
      ['like', 'instagram.com/p/CbcXYZ12', 'moka.lab', 1659000000000], ['like', 'instagram.com/p/DEFgh123', 'moka.lab', 1750000000000], ['like', 'content', null, 1659100000000],
      ['save', 'instagram.com/p/CbcXYZ12', 'moka.lab', 1659200000000], ['view', 'content', 'moka.lab', 1659300000000],
    ]);
    expect(reactions.every(({ account }) => account?.nativeId === 'caffe.brio')).toBe(true);
  });

  it('reads follows in both directions, whichever member names the account', async () => {
    const { reactions } = await readFiles([PROFILE, file('followers_1.json'), file('following.json')]);
    expect(reactions.map(({ kind, account, container }) => [kind, account?.nativeId, container?.nativeId])).toEqual([['follow', 'nonna.pina', 'caffe.brio'], ['follow', 'caffe.brio', 'moka.lab'], ['follow', 'caffe.brio', 'zia.rosa']]);
  });

  it('reads nothing from lists about other things', async () => {
    const { messages, reactions, rejected, formats } = await readFiles([PROFILE, file('blocked.json')]);
    expect([messages.length, reactions.length, rejected.length, formats['blocked.json']]).toEqual([0, 0, 0, 'instagram-download']);
  });

  it('takes no files of others', async () => {
    for (const foreign of ['facebook-download/your_posts_1.json', 'facebook-download/comments.json', 'facebook-download/likes_and_reactions.json', 'messenger/message_1.json', 'graph-api/instagram-media.json', 'graph-api/instagram-comments.json', 'meta-content-library/comments.json']) {
      expect(INSTAGRAM_DOWNLOAD.recognise((await partOf(fixture(`formats/${foreign}`))).head), foreign).toBe(0);
    }
    expect(INSTAGRAM_DOWNLOAD.recognise((await partOf('{"followers": ["a"], "photos": [{"path": "x"}]}')).head)).toBe(0);
  });
});

describe('instagram-download of 2020', () => {
  const old = (name: string): readonly [string, string] => file(`2020/${name}`);
  const OWNER = old('profile.json');

  it('knows the owner', async () => {
    expect((await readFiles([OWNER])).facts.owner).toMatchObject({ ...brio, name: 'Caffè Brio', profile: 'Tosto piano', link: 'https://brio.example' });
  });

  it('reads positional lists as comments, likes and posts, several pictures of one post as one', async () => {
    const { messages, reactions, rejected } = await readFiles([OWNER, old('comments.json'), old('likes.json'), old('media.json')]);
    expect(messages.map(({ kind, text, container, createdAtMs }) => [kind, text, container?.name, createdAtMs])).toEqual([
      ['comment', 'Arriva domani, promesso 🙌', 'nonna.pina', Date.UTC(2020, 9, 19, 16, 39, 30)], ['comment', 'Grazie!', 'moka.lab', Date.UTC(2020, 9, 18, 20, 55, 15)],
      ['post', 'Città al mattino', 'caffe.brio', Date.UTC(2020, 9, 8, 12, 3, 40)], ['post', 'Crema ☕', 'caffe.brio', Date.UTC(2020, 9, 9, 18, 50, 46)], ['post', null, 'caffe.brio', Date.UTC(2020, 9, 20, 11, 52, 6)],
    ]);
    expect(reactions.map(({ kind, container }) => [kind, container?.name ?? null])).toEqual([['like', 'moka.lab'], ['like', null]]);
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message']);
  });

  it('is private where it holds conversations, and in no other list', async () => {
    const names = ['2020/profile.json', '2020/comments.json', '2020/likes.json', '2020/media.json', '2020/connections.json', '2020/messages.json', 'personal_information.json', 'posts_1.json', 'followers_1.json', 'blocked.json'];
    const isPrivate = await Promise.all(names.map(async (name) => INSTAGRAM_DOWNLOAD.isPrivate?.((await partOf(file(name)[1], name)).head) === true));
    expect(names.filter((_, position) => isPrivate[position])).toEqual(['2020/messages.json']);
  });

  it('reads follows and conversations; calls and names of groups are no rows', async () => {
    const { messages, reactions, rejected, rows } = await readFiles([OWNER, old('connections.json'), old('messages.json')]);
    expect(messages.map(({ author, text, precision }) => [author?.handle, text, precision])).toEqual([['caffe.brio', 'Il pacco è partito', 'ms'], ['nonna.pina', 'Dov\'è il pacco?', 's'], ['nonna.pina', null, 's']]);
    expect(new Set(messages.map(({ container }) => container?.nativeId))).toEqual(new Set(['caffe.brio, nonna.pina']));
    expect(reactions.map(({ kind, account, targetNativeId, container }) => [kind, account?.handle, targetNativeId === messages[1]?.nativeId, container?.name ?? null])).toEqual([['follow', 'nonna.pina', false, 'caffe.brio'], ['follow', 'caffe.brio', false, 'moka.lab'], ['like', 'caffe.brio', true, null]]);
    expect([rejected.length, rows]).toEqual([1, 6]);
  });

  const data = referenceData();
  describe.skipIf(data === null)('with real files', () => {
    it('finds every row', async () => {
      const { messages, reactions, rejected, facts } = await readFiles(['profile', 'comments', 'likes', 'media', 'connections', 'messages'].map((name) => join(data ?? '', `platform-formats/instagram-ddp-2020/${name}.json`)));
      expect(facts.owner?.handle).not.toBeNull();
      const count = (kind: string): number => messages.filter((message) => message.kind === kind).length;
      expect([count('comment'), count('post'), count('message')]).toEqual([16, 50, 558]);
      expect([reactions.filter(({ kind }) => kind === 'like').length, reactions.filter(({ kind }) => kind === 'follow').length]).toEqual([230, 110]);
      expect([rejected.length, new Set(messages.map(({ nativeId }) => nativeId)).size]).toEqual([0, 624]);
    });

    it('reads the shapes of 2021', async () => {
      const real = (name: string): string => join(data ?? '', `platform-formats/facebook-instagram-dyi/parser/${name}.json`);
      const { messages, facts } = await readFiles(['personal_information', 'instagram_post', 'post_comments'].map(real));
      expect(facts.owner?.handle).not.toBeNull();
      expect(messages.map(({ kind }) => kind)).toEqual(['post', 'post', 'post', 'post', 'post', 'comment', 'comment']);
    });
  });
});
