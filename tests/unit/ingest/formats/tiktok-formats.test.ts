import { describe, expect, it } from 'vitest';
import { TIKTOK_DOWNLOAD } from '../../../../src/ingest/formats/tiktok-download.ts';
import { tiktokVideoId } from '../../../../src/ingest/formats/video-address.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';

const OLD = fixture('formats/tiktok-download/old.json');
const NEW = fixture('formats/tiktok-download/new.json');

describe('tiktok-download', () => {
  it('knows the owner, wherever the profile stands, without mail, telephone or date of birth', async () => {
    const { facts } = await readFiles([['u', OLD]]);
    expect(facts.owner).toEqual({ nativeId: 'caffe.brio', handle: 'caffe.brio', name: null, followers: null, isBrand: null, profile: 'Torrefazione a Trieste' });
  });

  it('reads posted videos and comments; what is not public is withheld, private messages are left out', async () => {
    const { messages, rejected, formats } = await readFiles([['u', OLD]]);
    expect(formats).toEqual({ u: 'tiktok-download' });
    const owner = { nativeId: 'caffe.brio' };
    expect(messages).toHaveLength(4);
    expect(messages.filter(({ kind }) => kind === 'comment')).toMatchObject([
      { author: owner, text: 'Perché è così amaro? ☕', createdAtMs: Date.UTC(2023, 0, 8, 21, 30), precision: 's', rootNativeId: 'tiktok.com/video/7180000000000000003', parentNativeId: null },
      { text: 'Perché è così amaro? ☕' },
    ]);
    expect(new Set(messages.map(({ nativeId }) => nativeId)).size).toBe(4);
    expect(messages.filter(({ kind }) => kind === 'post')).toMatchObject([
      { nativeId: '7186000000000000000', author: owner, text: 'Crema perfetta', likes: 1204, url: 'https://www.tiktok.com/@caffe.brio/video/7186000000000000000', container: { kind: 'profile', name: 'caffe.brio' } },
      { text: 'Espresso lungo', likes: 5, url: null },
    ]);
    expect(rejected.map(({ code }) => code).sort()).toEqual(['not-a-message', 'not-a-message', 'withheld']);
    expect(JSON.stringify(messages)).not.toContain('segreto');
  });

  it('reads what the owner did as reactions, and leaves out what names no video', async () => {
    const { reactions } = await readFiles([['u', OLD]]);
    expect(reactions.map(({ kind, targetNativeId, container, account }) => [kind, targetNativeId ?? container?.nativeId, account?.nativeId]).sort()).toEqual([
      ['follow', 'caffe.brio', 'nonna.pina'], ['follow', 'moka.lab', 'caffe.brio'], ['like', '7180000000000000001', 'caffe.brio'], ['save', '7180000000000000002', 'caffe.brio'], ['share', '7180000000000000002', 'caffe.brio'], ['view', '7180000000000000001', 'caffe.brio'],
    ]);
    expect(reactions.find(({ kind }) => kind === 'view')?.createdAtMs).toBe(Date.UTC(2023, 0, 5, 10));
  });

  it('reads the sections under their later names, with keys in lower case', async () => {
    const { messages, reactions, formats } = await readFiles([['u', NEW]]);
    expect(formats).toEqual({ u: 'tiktok-download' });
    expect(messages).toMatchObject([{ kind: 'comment', text: 'So smooth!', rootNativeId: 'tiktok.com/video/7460000000000000001', createdAtMs: Date.UTC(2026, 1, 1, 8), author: { handle: 'brio.uk' } }, { kind: 'post', nativeId: '7466000000000000000' }]);
    expect(reactions.map(({ kind }) => kind).sort()).toEqual(['follow', 'like', 'save', 'view']);
  });

  it('keeps comments without an author, and no reaction of nobody, where the profile is missing', async () => {
    const { messages, reactions } = await readFiles([['u', JSON.stringify({ ...(JSON.parse(NEW) as object), 'Profile And Settings': {} })]]);
    expect(messages.map(({ author }) => author)).toEqual([null, null]);
    expect(reactions).toEqual([]);
  });

  it('does not take documents that only share a section name', async () => {
    for (const text of ['{"Comment":{"text":"ciao"}}', '{"Profile":{"name":"x"},"Post":[]}', '{"activity":[{"id":1}]}']) expect(TIKTOK_DOWNLOAD.recognise((await partOf(text)).head)).toBe(0);
  });

  it('reads ids from all addresses of the app, and from no other', () => {
    expect(tiktokVideoId('https://m.tiktok.com/v/7180000000000000001.html')).toBe('7180000000000000001');
    expect(tiktokVideoId('https://example.com/video/7180000000000000001')).toBeNull();
    expect(tiktokVideoId('https://www.tiktok.com/@a/video/123')).toBeNull();
  });
});

describe('tiktok-studio', () => {
  it('reads videos with their totals, timed by their ids', async () => {
    const { messages, formats, rejected } = await readFiles([['c', fixture('formats/tiktok-studio/content.csv')]]);
    expect(formats).toEqual({ c: 'tiktok-studio' });
    expect(messages).toMatchObject([
      { nativeId: '7186000000000000000', kind: 'post', text: 'Crema perfetta, in 20 s', likes: 1204, replies: 31, shares: 12, views: 45_600, author: { handle: 'caffe.brio' }, container: { kind: 'profile', name: 'caffe.brio' }, createdAtMs: 1_673_121_005_000, precision: 's' },
      { text: 'Espresso lungo', author: null, createdAtMs: Date.UTC(2023, 0, 11, 11, 30), precision: 'min', views: 90 },
    ]);
    expect(rejected).toEqual([]);
  });
});
