import { describe, expect, it } from 'vitest';
import type { RecordedMessage } from '../../../../src/domain/model/record.ts';
import { chineseCount } from '../../../../src/ingest/formats/capture-item.ts';
import { FOUR_CAT_NDJSON, ZEESCHUIMER } from '../../../../src/ingest/formats/zeeschuimer.ts';
import { fixture, partOf, readFiles, type ReadFiles } from '../../../support/ingest.ts';

const read = (name: string): Promise<ReadFiles> => readFiles([[`${name}.ndjson`, fixture(`formats/zeeschuimer/${name}.ndjson`)]]);
const TEN = Date.parse('2024-03-01T10:00:00Z');
const QUESTION = '1763500000000000001';
const VIDEO = '7341332623471411201';

function only(messages: readonly RecordedMessage[], id: string): RecordedMessage | undefined {
  return messages.find(({ nativeId }) => nativeId === id);
}

describe('captured tweets', () => {
  it('keep ids, threads and counts, with accounts in the old and in the new shape', async () => {
    const { messages, formats, facts } = await read('x');
    expect(formats).toEqual({ 'x.ndjson': 'zeeschuimer' });
    expect(only(messages, QUESTION)).toMatchObject({ kind: 'post', text: '@caffebrio la macchinetta perde acqua 😢 <aiuto>', author: { nativeId: '9001', handle: 'anna_rossi', name: 'Anna Rossi 🌿', followers: 250 }, likes: 4, replies: 1, views: 905, saves: 2, createdAtMs: TEN - 5000 });
    expect(only(messages, '1763500000000000055')).toMatchObject({ kind: 'reply', parentNativeId: QUESTION, rootNativeId: QUESTION, author: { nativeId: '7001', handle: 'caffebrio', isBrand: true, profile: 'amo il caffè' } });
    expect(facts.collectedAtMs).toBe(TEN + 86_400_000);
  });

  it('a retweet is a share of the original, which is there too, whole', async () => {
    const { reactions } = await read('x');
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: QUESTION, account: { handle: 'leo' }, createdAtMs: TEN + 9000 }]);
  });

  it('an author left out is known by id, and by handle where a picture names it', async () => {
    const { messages } = await read('x');
    expect(only(messages, '1763500000000000111')).toMatchObject({ author: { nativeId: '9004', handle: 'nina' }, text: 'La foto' });
  });

  it('long texts are whole; the shape of before is read; what the page did not show is refused', async () => {
    const { messages, rejected } = await read('x');
    expect(only(messages, '1763500000000000122')?.text).toBe('Un testo lungo che qui sta intero https://brio.example/n');
    expect(only(messages, '1763500000000000133')).toMatchObject({ text: 'Vecchia forma', author: { handle: 'leo' }, kind: 'post' });
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['withheld', 8], ['withheld', 9]]);
    expect(only(messages, '1763500000000000099')).toMatchObject({ text: 'Anche a me', quotedNativeId: null });
  });

  it('the same item met again is read when it is newer, and passed over when it is not', async () => {
    const { messages, rows } = await read('x');
    // as itself, beside its retweet, and once more with newer counts
    expect(messages.filter(({ nativeId }) => nativeId === QUESTION).map(({ likes }) => likes)).toEqual([4, 4, 9]);
    expect(rows).toBe(10);
  });
});

describe('captured Instagram posts', () => {
  it('are read in the item list, the Graph and the Polaris shape', async () => {
    const { messages } = await read('instagram');
    expect(only(messages, 'C4brioAAA')).toMatchObject({ network: 'instagram', kind: 'post', text: 'Nuova miscela ☕️ assaggiata da @anna', likes: 321, replies: 12, createdAtMs: TEN, precision: 's', author: { nativeId: '7001', handle: 'caffebrio', name: 'Caffè Brio' }, container: { kind: 'profile', nativeId: 'caffebrio' }, url: 'https://www.instagram.com/p/C4brioAAA' });
    expect(only(messages, 'C4brioCCC')).toMatchObject({ text: 'Dal grafo: perché sì', likes: 7, replies: 2, createdAtMs: TEN + 60_000 });
    expect(only(messages, 'C4annaDDD')).toMatchObject({ text: 'solo anteprima', createdAtMs: null, precision: 'none', likes: null, replies: null, views: 88, author: { nativeId: '9001', handle: 'anna.rossi' } });
  });

  it('hidden likes are unknown, advertisements and items without a code are refused', async () => {
    const { messages, rejected } = await read('instagram');
    expect(only(messages, 'C4brioBBB')).toMatchObject({ likes: null, views: 5000, text: null });
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message', 'missing-id']);
  });

  it('a whole item completes a partial one, not the other way round', async () => {
    const { messages, rows } = await read('instagram');
    expect(messages.filter(({ nativeId }) => nativeId === 'C4annaDDD').map(({ likes }) => likes)).toEqual([null, 321]);
    expect(rows).toBe(7);
  });
});

describe('captured TikTok items', () => {
  it('videos: author as object or as name, counts as number or text, time from the id where it is missing', async () => {
    const { messages } = await read('tiktok');
    expect(messages[0]).toMatchObject({ nativeId: VIDEO, createdAtMs: TEN, likes: 1500, replies: 3, shares: 4, views: 99_000, saves: 12, languageTag: 'it', author: { nativeId: '70010', handle: 'caffebrio', followers: 50_000 }, url: `https://www.tiktok.com/@caffebrio/video/${VIDEO}` });
    expect(messages[1]).toMatchObject({ createdAtMs: TEN + 1000, languageTag: null, author: { nativeId: 'leo', name: 'Leo' } });
  });

  it('comments: answers under them, the profile where the page was that of the video, the heart of its author', async () => {
    const { messages, rejected } = await read('tiktok-comments');
    expect(messages.map(({ kind, parentNativeId, rootNativeId, container, likedByBrand }) => [kind, parentNativeId, rootNativeId, container?.nativeId, likedByBrand])).toEqual([
      ['comment', VIDEO, VIDEO, 'caffebrio', true], ['reply', '7341000000000000001', VIDEO, 'caffebrio', false], ['reply', '7341000000000000002', VIDEO, 'tiktok', false],
    ]);
    expect(rejected.map(({ code }) => code)).toEqual(['missing-id']);
  });
});

describe('captured Threads posts', () => {
  it('belong to the thread whose page showed them; passed on without a word they are shares', async () => {
    const { messages, reactions } = await read('threads');
    expect(only(messages, 'DAmain')).toMatchObject({ kind: 'post', rootNativeId: null, likes: 4, replies: 2, shares: 1, createdAtMs: TEN });
    expect(only(messages, 'DAre')).toMatchObject({ kind: 'reply', rootNativeId: 'DAmain', parentNativeId: null });
    expect(only(messages, 'DAqu')).toMatchObject({ kind: 'post', quotedNativeId: 'DAmain' });
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: 'DAmain', account: { handle: 'leo' } }]);
    expect(only(messages, 'DAsh')).toBeUndefined();
  });
});

describe('captured LinkedIn updates', () => {
  it('have the exact time of their number, whatever the page says of their age', async () => {
    const { messages } = await read('linkedin');
    expect(messages[0]).toMatchObject({ nativeId: 'urn:li:activity:7169270140108800000', createdAtMs: TEN, precision: 'ms', author: { nativeId: 'company/caffe-brio', handle: 'caffe-brio', isBrand: true }, container: { kind: 'page' }, likes: 40, replies: 3, shares: 1 });
    expect(messages[1]).toMatchObject({ createdAtMs: TEN + 60_000, author: { handle: 'anna-rossi', isBrand: null, profile: 'Barista' }, container: { kind: 'profile' } });
  });

  it('of before are read too, shares are shares, and parts of the page that are no updates are refused', async () => {
    const { messages, reactions, rejected } = await read('linkedin');
    expect(messages.find(({ text }) => text === 'Vecchia forma')).toMatchObject({ likes: 6, replies: 5, shares: 7, createdAtMs: TEN + 180_000 });
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: 'urn:li:activity:7169270140108800000', account: { handle: 'leo' }, createdAtMs: TEN + 120_000 }]);
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message']);
  });
});

describe('other captured items', () => {
  it.each([
    ['9gag', { nativeId: 'aAbB1', text: 'Il primo caffè\ndi lunedì', author: { nativeId: '55', handle: 'mocha' }, likes: 900, replies: 44, createdAtMs: TEN }],
    ['imgur', { nativeId: 'k1', text: 'Latte art', author: { nativeId: '77' }, likes: 5, views: 300, saves: 6, createdAtMs: TEN }],
    ['pinterest', { nativeId: '881', text: 'Moka\ncome pulirla', author: { nativeId: '31', handle: 'annarossi' }, createdAtMs: TEN, url: 'https://www.pinterest.com/pin/881' }],
    ['gab', { nativeId: '111', text: 'Good morning & welcome', author: { nativeId: '5', handle: 'bob' }, container: { kind: 'channel', nativeId: '9', name: 'Coffee lovers' }, likes: 3, replies: 2, shares: 1, createdAtMs: TEN }],
    ['douyin', { text: '咖啡 ☕', author: { nativeId: '501', name: '小安' }, container: { nativeId: 'MS4wABC' }, likes: 12, createdAtMs: TEN }],
    ['xiaohongshu', { nativeId: 'n1', text: '咖啡店\n很好喝', author: { nativeId: 'u1', name: '安安' }, likes: 15_000, replies: 20, saves: 10, shares: 3, createdAtMs: TEN }],
  ])('%s', async (name, expected) => {
    const { messages } = await read(name);
    expect(messages[0]).toMatchObject({ kind: 'post', ...expected });
  });

  it('lack what their pages left out', async () => {
    expect((await read('9gag')).messages[1]).toMatchObject({ text: 'Anonimo', author: null, container: null });
    expect((await read('pinterest')).messages[1]).toMatchObject({ nativeId: '882', text: 'Tazze\nidee', author: null, createdAtMs: null, precision: 'none' });
    expect((await read('xiaohongshu')).messages.slice(1)).toMatchObject([{ nativeId: 'n2', author: { nativeId: 'u2' }, likes: 7, createdAtMs: TEN + 1000 }, { nativeId: 'n3', text: '只有标题', likes: 99, createdAtMs: null, author: { name: '王王' } }]);
  });

  it('Douyin: pages and live streams', async () => {
    const { messages } = await read('douyin');
    expect(messages.slice(1)).toMatchObject([{ text: '嵌入', likes: 12_000, createdAtMs: TEN + 5000, author: { nativeId: '502' } }, { text: '直播', author: { nativeId: '503' }, createdAtMs: TEN + 9000 }]);
  });

  it('Gab: the shape of before, and groups that are no posts', async () => {
    const { messages, rejected } = await read('gab');
    expect(messages[1]).toMatchObject({ nativeId: '112', text: 'Older shape', author: { handle: 'bob' }, container: { nativeId: 'gab' } });
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message']);
  });

  it('Truth Social: answers carry what they answer, up to the first', async () => {
    const { messages, reactions } = await read('truthsocial');
    expect(messages.slice(0, 3).map(({ nativeId, kind, parentNativeId, rootNativeId }) => [nativeId, kind, parentNativeId, rootNativeId])).toEqual([['203', 'reply', '202', '201'], ['202', 'reply', '201', '201'], ['201', 'post', null, null]]);
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: '201', account: { handle: 'zed' } }]);
  });

  it('Xiaohongshu comments: answers under them; where people went online is never kept', async () => {
    const { messages } = await read('xiaohongshu-comments');
    expect(messages.map(({ nativeId, kind, parentNativeId, rootNativeId }) => [nativeId, kind, parentNativeId, rootNativeId])).toEqual([['c1', 'comment', 'n1', 'n1'], ['c2', 'reply', 'c1', 'n1']]);
    expect(JSON.stringify(messages)).not.toContain('意大利');
  });

  it('of unknown platforms are refused by name, lines that are none as such', async () => {
    const item = (platform: string): string => JSON.stringify({ id: 1, nav_index: '1:1:1', item_id: 'a', timestamp_collected: TEN, source_platform: platform, source_platform_url: 'https://x.example', data: { id: 'a' } });
    const { rejected } = await readFiles([['a.ndjson', [item('parler.com'), item('9gag.com'), '{"x":1}', item('9gag.com').slice(0, 40)].join('\n')]]);
    expect(rejected.map(({ code, line }) => [code, line]).sort((one, other) => Number(one[1]) - Number(other[1]))).toEqual([['not-a-message', 1], ['not-a-message', 3], ['broken-json', 4]]);
  });
});

describe('the same items from 4CAT', () => {
  it('give the same records', async () => {
    const [zeeschuimer, fourCat] = [await read('x'), await readFiles([['x.ndjson', fixture('formats/4cat/x.ndjson')]])];
    expect(fourCat.formats).toEqual({ 'x.ndjson': '4cat-ndjson' });
    expect(fourCat.messages).toEqual(zeeschuimer.messages);
    expect(fourCat.reactions).toEqual(zeeschuimer.reactions);
  });

  it('are told apart, and from tweets of the interface', async () => {
    const zeeschuimer = await partOf(fixture('formats/zeeschuimer/x.ndjson'));
    const fourCat = await partOf(fixture('formats/4cat/x.ndjson'));
    expect([ZEESCHUIMER.recognise(zeeschuimer.head), FOUR_CAT_NDJSON.recognise(zeeschuimer.head)]).toEqual([1, 0]);
    expect([ZEESCHUIMER.recognise(fourCat.head), FOUR_CAT_NDJSON.recognise(fourCat.head)]).toEqual([0, 1]);
    for (const name of ['x-api-v2/pages.jsonl', 'x-api-v2/flat.jsonl', 'x-api-v1/tweets.json']) expect(ZEESCHUIMER.recognise((await partOf(fixture(`formats/${name}`))).head)).toBe(0);
  });
});

it.each([['1.2万', 12_000], ['3千+', 3000], ['10+', 10], ['1亿', 100_000_000], ['7', 7], ['点赞', null]])('%s is a count', (written, count) => {
  expect(chineseCount({ likes: written }, 'likes')).toBe(count);
});
