import { describe, expect, it } from 'vitest';
import { longTextOf, rememberLongText } from '../../../../src/ingest/formats/x-archive-notes.ts';
import { X_ARCHIVE } from '../../../../src/ingest/formats/x-archive.ts';
import { handleOfAddress, tweetOfAddress, tweetText } from '../../../../src/ingest/formats/x-text.ts';
import { emptyFacts } from '../../../../src/ingest/record-format.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const NAMES = ['tweets.js', 'note-tweet.js', 'account.js', 'manifest.js', 'like.js', 'follower.js', 'deleted-tweets.js', 'direct-messages.js'] as const;
const whole = () => readFiles(NAMES.map((name) => [name, fixture(`formats/x-archive/${name}`)]));
const FIRST = '1763504451080945664';
const LONG = '1763505709695107072';

describe('an X archive', () => {
  it('names its owner and its time, and reads what the owner wrote, whatever the order of its files', async () => {
    const { messages, facts, formats } = await whole();
    expect(facts.owner).toEqual({ nativeId: '7001', handle: 'caffebrio', name: 'Caffè Brio', followers: null, isBrand: null });
    expect(facts.collectedAtMs).toBe(Date.parse('2024-04-01T08:30:00Z'));
    expect(new Set(Object.values(formats))).toEqual(new Set(['x-archive']));
    expect(messages).toHaveLength(6);
    expect(messages.every(({ author, container }) => author?.nativeId === '7001' && container?.nativeId === 'caffebrio' && container.kind === 'profile')).toBe(true);
    expect(JSON.stringify([messages, [...facts.notes]])).not.toMatch(/qualcuno@|\+39|privato"/);
  });

  it('writes addresses out, decodes entities once and leaves links to own pictures out', async () => {
    const { messages } = await whole();
    expect(messages.find(({ nativeId }) => nativeId === FIRST)).toMatchObject({
      network: 'x', kind: 'post', text: 'Nuova miscela & nuova tazza: la trovate qui 👉 https://brio.example/miscela?a=1&b=2', createdAtMs: Date.parse('2024-03-01T10:00:00Z'), precision: 's',
      likes: 1204, shares: 33, replies: null, languageTag: 'it', parentNativeId: null, url: `https://x.com/caffebrio/status/${FIRST}`,
    });
  });

  it('links a thread of the owner\'s own and answers to others', async () => {
    const { messages } = await whole();
    expect(messages.filter(({ kind }) => kind === 'reply').map(({ parentNativeId }) => parentNativeId)).toEqual([FIRST, '1763500000000000001']);
  });

  it('reads a retweet as a share: of the original where its picture names it, else of what its own id stands for', async () => {
    const { reactions } = await whole();
    const shares = reactions.filter(({ kind }) => kind === 'share');
    expect(shares.map(({ targetNativeId, container, account }) => [targetNativeId, container?.nativeId ?? null, account?.nativeId])).toEqual([
      ['retweet:1763505205539766272', 'anna_rossi', '7001'], ['1763400000000000009', null, '7001'],
    ]);
    expect(shares[0]?.createdAtMs).toBe(Date.parse('2024-03-01T10:03:00Z'));
  });

  it('gives a cut tweet its whole text, with the addresses of the whole text', async () => {
    const { messages } = await whole();
    const text = messages.find(({ nativeId }) => nativeId === LONG)?.text ?? '';
    expect(text).toContain('in torrefazione il sabato: https://brio.example/sabato Vi aspettiamo!');
    expect(text).not.toContain('…');
    const alone = await readFiles([['tweets.js', fixture('formats/x-archive/tweets.js')]]);
    expect(alone.messages.find(({ nativeId }) => nativeId === LONG)?.text?.endsWith('può venire in…')).toBe(true);
  });

  it('takes a link to another tweet as a quotation and stores an edited tweet under its last version', async () => {
    const { messages } = await whole();
    expect(messages.find(({ quotedNativeId }) => quotedNativeId !== null)).toMatchObject({ text: 'Grazie a chi ci ha scritto', quotedNativeId: '1763500000000000001', languageTag: null, kind: 'post' });
    expect(messages.find(({ text }) => text === 'Refuso corretto')?.nativeId).toBe('1763506212172726272');
  });

  it('reads likes and followers as named reactions, refuses deleted tweets and leaves direct messages alone', async () => {
    const { reactions, rejected, messages } = await whole();
    expect(reactions.filter(({ kind }) => kind === 'like')).toMatchObject([{ targetNativeId: '1763500000000000001', account: { nativeId: '7001' }, createdAtMs: null, precision: 'none' }]);
    expect(reactions.filter(({ kind }) => kind === 'follow').map(({ account, container }) => [account?.nativeId, container?.nativeId])).toEqual([['9001', 'caffebrio'], ['9002', 'caffebrio']]);
    expect(rejected.map(({ code }) => code).sort()).toEqual(['deleted', 'missing-id']);
    expect(messages.some(({ text }) => text === 'privato' || text === 'Ritirato')).toBe(false);
  });

  it('without account.js the pictures of own tweets name the owner; without any, likes and retweets are refused', async () => {
    const { messages, reactions } = await readFiles([['tweets.js', fixture('formats/x-archive/tweets.js')]]);
    expect(messages[0]?.author).toMatchObject({ nativeId: 'caffebrio', handle: 'caffebrio' });
    expect(reactions).toHaveLength(2);
    const likes = await readFiles([['like.js', fixture('formats/x-archive/like.js')]]);
    expect(likes.reactions).toHaveLength(0);
    expect(likes.rejected.map(({ code }) => code)).toEqual(['not-a-message', 'missing-id']);
  });

  it('reads the shape of 2019: no wrapper, no handle, ids that stand for nobody', async () => {
    const { messages, rejected } = await readFiles([['tweet.js', fixture('formats/x-archive/tweet-2019.js')]]);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({ nativeId: '1107658861033308160', text: 'Perché no? 10 < 20', kind: 'reply', parentNativeId: '1100000000000000001', likes: 3, author: null });
    expect(rejected.map(({ code }) => code)).toEqual(['missing-id', 'missing-time', 'unreadable-time', 'not-a-message']);
  });

  it('is known by what a script assigns, not by file names', async () => {
    const sure = async (text: string) => X_ARCHIVE.recognise((await partOf(text)).head);
    expect(await sure('window.YTD.tweets.part0 = []')).toBe(1);
    expect(await sure('window.YTD.tweets.part12 = [{"tweet": {"id_str": "1"}}]')).toBe(1);
    expect(await sure('window.YTD.ad_impressions.part0 = [{"ad": {}}]')).toBe(1);
    expect(await sure('window.other = [{"tweet": {"id_str": "1"}}]')).toBe(0);
    expect(await sure(fixture('formats/x-api-v1/tweets.json'))).toBe(0);
    expect(await sure('[{"tweet": {"id_str": "1", "full_text": "x"}}]')).toBe(0);
  });
});

describe('long texts of an archive', () => {
  const facts = emptyFacts();
  rememberLongText(facts, { noteTweetId: '1763505709611220992', createdAt: '2024-03-01T10:05:00.000Z', core: { text: 'Un testo lungo, e questa è la sua seconda parte', urls: [] } });
  const near = { id: LONG, ms: Date.parse('2024-03-01T10:05:00Z') };
  it.each([
    ['begins alike', { ...near, text: 'Un testo lungo, e questa…' }, 'Un testo lungo, e questa è la sua seconda parte'],
    ['begins alike after the people answered', { ...near, text: '@anna @leo Un testo lungo, e…' }, '@anna @leo Un testo lungo, e questa è la sua seconda parte'],
    ['begins otherwise', { ...near, text: 'Un altro testo…' }, null],
    ['is of another moment', { id: FIRST, ms: Date.parse('2024-03-01T10:00:00Z'), text: 'Un testo lungo, e questa…' }, null],
  ])('belong to a tweet that %s', (_, tweet, expected) => {
    expect(longTextOf(facts, tweet)?.text ?? null).toBe(expected);
  });
});

describe('addresses in tweets', () => {
  it('name tweets and handles', () => {
    expect(tweetOfAddress('https://twitter.com/anna/status/12?s=20')).toBe('12');
    expect(tweetOfAddress('https://x.com/i/web/status/12')).toBe('12');
    expect(tweetOfAddress('https://x.com/anna/status/12/photo/1')).toBeNull();
    expect(tweetOfAddress('https://x.it/anna/status/12')).toBeNull();
    expect(handleOfAddress('https://twitter.com/anna/status/12/photo/1')).toBe('anna');
    expect(handleOfAddress('https://twitter.com/i/web/status/12')).toBeNull();
  });

  it('are replaced whole, also where one begins another or holds a dollar sign', () => {
    expect(tweetText('a https://t.co/ab b https://t.co/abc', [{ short: 'https://t.co/ab', full: 'https://x.it/$&1' }, { short: 'https://t.co/abc', full: 'https://y.it' }], [])).toBe('a https://x.it/$&1 b https://y.it');
  });
});

describe.skipIf(referenceData() === null)('real archives', () => {
  const folder = `${referenceData() ?? ''}/platform-formats`;
  it.each([['x-archive-2023-sample', 60, 51, 18, 7], ['x-archive-2024-sample', 60, 55, 29, 7]] as const)('%s: %d tweets, %d own, %d answers, %d of them to tweets of the file', async (name, rows, own, replies, linked) => {
    const read = await readFiles([`${folder}/${name}/tweets.js`]);
    const ids = new Set(read.messages.map(({ nativeId }) => nativeId));
    expect([read.rows, read.messages.length, read.reactions.length, read.messages.filter(({ kind }) => kind === 'reply').length, read.messages.filter(({ parentNativeId }) => parentNativeId !== null && ids.has(parentNativeId)).length]).toEqual([rows, own, rows - own, replies, linked]);
    expect(read.rejected).toEqual([]);
  });

  it('three of eight long texts belong to the sixty tweets', async () => {
    const cut = await readFiles([`${folder}/x-archive-2024-sample/tweets.js`]);
    const whole = await readFiles([`${folder}/x-archive-2024-sample/tweets.js`, `${folder}/x-archive-2024-sample/note-tweet.js`]);
    const grown = whole.messages.filter(({ text }, position) => (text?.length ?? 0) > (cut.messages[position]?.text?.length ?? 0));
    expect(grown).toHaveLength(3);
    expect(whole.messages).toHaveLength(55);
  });
});
