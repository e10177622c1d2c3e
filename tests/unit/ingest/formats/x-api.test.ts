import { describe, expect, it } from 'vitest';
import { X_API_V1 } from '../../../../src/ingest/formats/x-api-v1.ts';
import { X_API_V2 } from '../../../../src/ingest/formats/x-api-v2.ts';
import { fixture, partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const read = (name: string) => readFiles([[name.split('/')[1] ?? name, fixture(`formats/${name}`)]]);
const QUESTION = '1763500000000000001';
const ANSWER = '1763500000000000055';

describe('tweets of version 1.1', () => {
  it('keep their ids, answers and counts, and name accounts by id', async () => {
    const { messages, formats } = await read('x-api-v1/tweets.json');
    expect(formats).toEqual({ 'tweets.json': 'x-api-v1' });
    expect(messages.find(({ nativeId }) => nativeId === ANSWER)).toMatchObject({
      kind: 'reply', parentNativeId: QUESTION, text: '@anna_rossi Mi spiace! Scrivici & la cambiamo', likes: 2, author: { nativeId: '7001', handle: 'caffebrio', name: 'Caffè Brio', followers: 12000, profile: 'amo il caffè', link: 'https://anna.example' },
      container: { nativeId: 'x', kind: 'unknown' },
    });
  });

  it('make a retweet a share with the original beside it, and a quotation two messages', async () => {
    const { messages, reactions } = await read('x-api-v1/tweets.json');
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: QUESTION, account: { handle: 'leo' }, createdAtMs: Date.parse('2024-03-01T10:00:09Z') }]);
    expect(messages.filter(({ nativeId }) => nativeId === QUESTION)).toHaveLength(2);
    expect(messages.find(({ nativeId }) => nativeId === '1763500000000000099')).toMatchObject({ text: 'Anche a me', quotedNativeId: QUESTION, kind: 'post' });
  });

  it('hold long texts of the stream whole, and lie in answers of searches too', async () => {
    expect((await read('x-api-v1/tweets.json')).messages.find(({ nativeId }) => nativeId === '1763500000000000111')?.text).toBe('Testo tagliato che qui è intero ✅');
    expect((await read('x-api-v1/search.json')).messages.map(({ nativeId }) => nativeId)).toEqual([QUESTION, ANSWER]);
  });

  it('one a line with notices of the stream between them', async () => {
    const [first, second] = JSON.parse(fixture('formats/x-api-v1/tweets.json')) as object[];
    const lines = [first, { delete: { status: { id_str: '1' } } }, second, { limit: { track: 5 } }, first].map((line) => JSON.stringify(line)).join('\n');
    const { messages, rejected, rows } = await readFiles([['stream.jsonl', lines]]);
    expect([messages.length, rows]).toEqual([3, 5]);
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['deleted', 2], ['error-row', 4]]);
  });
});

describe('tweets of version 2', () => {
  it('are read page by page with the accounts and tweets that a page includes', async () => {
    const { messages, reactions, rows, facts } = await read('x-api-v2/pages.jsonl');
    expect(messages.find(({ nativeId }) => nativeId === ANSWER)).toMatchObject({
      kind: 'reply', parentNativeId: QUESTION, rootNativeId: QUESTION, text: '@anna_rossi Mi spiace! Scrivici & la cambiamo https://brio.example/form', views: 900, saves: 3, createdAtMs: Date.parse('2024-03-01T10:00:00Z'),
      author: { nativeId: '7001', handle: 'caffebrio', isBrand: true, followers: 12000 }, url: `https://x.com/caffebrio/status/${ANSWER}`,
    });
    expect(messages.find(({ nativeId }) => nativeId === QUESTION)).toMatchObject({ kind: 'post', rootNativeId: null, replies: 1, likes: 4, author: { handle: 'anna_rossi', isBrand: null } });
    expect(reactions).toMatchObject([{ kind: 'share', targetNativeId: QUESTION, account: { nativeId: '9003' } }]);
    expect(rows).toBe(6 + 2 + 1 + 1);
    expect(facts.collectedAtMs).toBe(Date.parse('2024-03-03T08:00:00Z'));
  });

  it('an answer that does not say what it answers still belongs to its conversation', async () => {
    const { messages } = await read('x-api-v2/pages.jsonl');
    expect(messages.find(({ nativeId }) => nativeId === '1763500000000000600')).toMatchObject({ kind: 'reply', parentNativeId: null, rootNativeId: QUESTION });
  });

  it('versions of an edited tweet are one message, long texts are whole', async () => {
    const { messages } = await read('x-api-v2/pages.jsonl');
    expect(messages.filter(({ text }) => text?.startsWith('Apriamo')).map(({ nativeId }) => nativeId)).toEqual(['1763500000000000300', '1763500000000000300']);
    expect(messages.find(({ nativeId }) => nativeId === '1763500000000000400')?.text).toBe('Un testo lungo che qui sta per intero, con tutto quello che c\'era da dire');
  });

  it('what cannot be had is refused by reason: gone, not to be seen, only a notice, an error of the stream', async () => {
    const { rejected } = await read('x-api-v2/pages.jsonl');
    expect(rejected.map(({ code, line }) => [code, line])).toEqual([['deleted', 1], ['withheld', 1], ['withheld', 1], ['error-row', 4]]);
  });

  it('flat tweets give the same records as pages', async () => {
    const { messages, reactions, rows } = await read('x-api-v2/flat.jsonl');
    const pages = await read('x-api-v2/pages.jsonl');
    const plain = (message: (typeof messages)[number] | undefined) => ({ ...message, line: 0 });
    expect(rows).toBe(2);
    expect(plain(messages.find(({ nativeId }) => nativeId === ANSWER))).toEqual(plain(pages.messages.find(({ nativeId }) => nativeId === ANSWER)));
    expect(reactions[0]).toMatchObject({ targetNativeId: QUESTION, kind: 'share' });
    expect(messages.filter(({ nativeId }) => nativeId === QUESTION)).toHaveLength(2);
  });

  it('the same file as one document or as a list is read alike', async () => {
    const page = fixture('formats/x-api-v2/pages.jsonl').split('\n')[0] ?? '';
    const lines = await readFiles([['a.jsonl', page]]);
    const list = await readFiles([['a.json', `[${page}]`]]);
    const placeless = (messages: typeof list.messages) => messages.map((message) => ({ ...message, line: 0 }));
    expect(placeless(list.messages)).toEqual(placeless(lines.messages));
    expect([list.reactions.length, list.rows, list.rejected.map(({ code }) => code).sort()]).toEqual([lines.reactions.length, lines.rows, lines.rejected.map(({ code }) => code).sort()]);
    expect(lines.messages.length).toBeGreaterThan(3);
  });

  it('one long document is read tweet by tweet, with authors that are named behind them', async () => {
    const tweets = Array.from({ length: 300 }, (_, at) => ({ id: String(1_700_000_000_000_000_000n + BigInt(at)), text: 'x'.repeat(60_000), author_id: '7', conversation_id: '5', created_at: '2026-01-01T00:00:00Z', lang: 'it' }));
    const source = { data: tweets, includes: { users: [{ id: '7', username: 'ada', name: 'Ada' }], tweets: [tweets[0]] }, errors: [{ resource_type: 'tweet', parameter: 'ids', title: 'Not Found Error' }], meta: { result_count: 300 }, __twarc: { retrieved_at: '2026-01-02T00:00:00Z' } };
    const { messages, rejected, rows, facts } = await readFiles([['long.json', JSON.stringify(source)]]);
    expect([messages.length, rows, new Set(messages.map(({ author }) => author?.handle)), facts.collectedAtMs]).toEqual([300, 301, new Set(['ada']), Date.UTC(2026, 0, 2)]);
    expect(messages.at(-1)).toMatchObject({ line: 300, nativeId: '1700000000000000299' });
    expect(rejected).toMatchObject([{ code: 'deleted', raw: null }]);
  });

  it.each(['users', 'counts', 'compliance'])('files of %s hold no tweets and are not taken', async (name) => {
    const { head } = await partOf(fixture(`formats/x-api-v2/${name}.jsonl`));
    expect(X_API_V2.recognise(head)).toBe(0);
  });

  it('does not take its neighbours', async () => {
    const status = JSON.stringify({ id: '112233445566778899', created_at: '2024-03-01T10:00:00.000Z', content: '<p>ciao</p>', account: { acct: 'anna' }, replies_count: 0 });
    for (const text of [fixture('formats/x-api-v1/tweets.json'), status, '{"id":1,"type":"message","text":"ciao","from_id":"user1"}', '[{"id":"1","text":"ciao","createdAt":"2024-03-01"}]']) expect(X_API_V2.recognise((await partOf(text)).head)).toBe(0);
    expect(X_API_V1.recognise((await partOf(fixture('formats/x-api-v2/flat.jsonl'))).head)).toBe(0);
  });
});

describe.skipIf(referenceData() === null)('real answers of the interfaces', () => {
  const folder = `${referenceData() ?? ''}/platform-formats/x-api`;
  it('version 1.1: three tweets, one a retweet, one a quotation', async () => {
    const { messages, reactions, rows } = await readFiles([`${folder}/v1.1_tweets.json`]);
    expect([rows, messages.length, reactions.length]).toEqual([3, 4, 1]);
    // the number of the same id ends in zeros
    expect(reactions[0]?.account?.nativeId).toMatch(/^\d+$/);
    expect(messages.map(({ nativeId }) => nativeId)).toContain('1169196446043664385');
  });

  it.each([['noflat', 117, 47, 33], ['2sets', 131, 145, 10], ['entities_test', 336, 314, 93], ['brexit', 88, 67, 10], ['kpop', 43, 78, 0]] as const)('%s: %d tweets, %d retweets, %d answers to tweets of the file', async (name, tweets, retweets, linked) => {
    const { messages, reactions } = await readFiles([`${folder}/v2_twarc/${name}.jsonl`]);
    const ids = new Set(messages.map(({ nativeId }) => nativeId));
    expect([ids.size, messages.length, reactions.length, messages.filter(({ parentNativeId }) => parentNativeId !== null && ids.has(parentNativeId)).length]).toEqual([tweets, tweets, retweets, linked]);
  });

  it('the flat file holds the tweets of the page it was made of', async () => {
    const ids = async (name: string) => new Set((await readFiles([`${folder}/v2_twarc/${name}.jsonl`])).messages.map(({ nativeId }) => nativeId));
    expect(await ids('flat')).toEqual(await ids('noflat'));
  });

  it('an edited tweet is one before and after, and a broken stream loses one line', async () => {
    const { messages } = await readFiles([`${folder}/v2_twarc/edited_before.jsonl`, `${folder}/v2_twarc/edited_after.jsonl`]);
    expect(new Set(messages.map(({ nativeId }) => nativeId)).size).toBe(1);
    const stream = await readFiles([`${folder}/v2_twarc/streaming_output_with_error.jsonl`]);
    expect([stream.rows, stream.rejected.map(({ code }) => code)]).toEqual([8, ['broken-json']]);
  });
});
