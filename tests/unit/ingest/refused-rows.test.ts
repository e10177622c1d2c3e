import { describe, expect, test } from 'vitest';
import { columnFormat } from '../../../src/ingest/formats/column-format.ts';
import { emptyFacts } from '../../../src/ingest/record-format.ts';
import { partOf, readFiles } from '../../support/ingest.ts';

const HEADER = 'Page Name,Facebook Id,Post Created,Likes,URL,Message';
const post = (id: string): string => `Brio,1,2021-03-0${id} 12:00:00,3,https://www.facebook.com/1/posts/4579${id},ciao`;

describe('what is refused', () => {
  test('is kept as the file has it, but not where it was deleted or withheld', async () => {
    const lines = [
      { delete: { status: { id_str: '9', text: 'parole ritirate' } } }, { status_withheld: { id_str: '8', text: 'parole trattenute' } }, { errors: [{ message: 'limite' }] },
    ];
    const tweets = ['1', '2', '3', '4'].map((id) => ({ id_str: id, text: 'ciao', created_at: 'Tue Oct 31 22:10:47 +0000 2017', user: { id_str: '2', screen_name: 'ada' } }));
    const { rejected, formats } = await readFiles([['t.ndjson', [...tweets, ...lines].map((line) => JSON.stringify(line)).join('\n')]]);
    expect(Object.values(formats)).toEqual(['x-api-v1']);
    expect(rejected.map(({ code, raw }) => [code, raw ?? null])).toEqual([['deleted', null], ['withheld', null], ['error-row', '{"errors":[{"message":"limite"}]}']]);
  });
  test('neither where a table says so, nor in mails, downloads and answers about missing tweets', async () => {
    const csv = 'Id,Created at,Source type,Content thread id,Body,In reply to id,Remotely deleted\nc1,23/09/2026 18:23,facebook,t1,parole ritirate,,true\n';
    const mbox = 'From - Mon Mar  3 10:12:00 2025\nFrom: Ada <ada@esempio.example>\nSubject: parole ritirate\nMessage-ID: <1@x>\nX-Mozilla-Status: 0009\n\nparole ritirate\n';
    const chat = JSON.stringify({ participants: [{ name: 'Ada' }], messages: [{ sender_name: 'Ada', timestamp_ms: 1_700_000_000_000, content: 'parole ritirate', is_unsent: true }] });
    const page = JSON.stringify({ data: [{ id: '5', text: 'x', author_id: '1', conversation_id: '5', created_at: '2026-01-01T00:00:00Z' }], errors: [{ resource_type: 'tweet', parameter: 'ids', title: 'Not Found Error', detail: 'parole ritirate' }] });
    for (const [name, text] of [['e.csv', csv], ['m.mbox', mbox], ['message_1.json', chat], ['p.json', page]] as const) {
      const { rejected } = await readFiles([[name, text]]);
      expect([name, rejected.map(({ code, raw }) => [code, raw ?? null])]).toEqual([name, [['deleted', null]]]);
    }
  });
});

describe('rows of tables', () => {
  test('that are shifted are refused by every format, and blank ones are passed over', async () => {
    const shifted = 'Brio,1,2021-03-05 12:00:00,3,https://www.facebook.com/1/posts/45795';
    const wide = `${post('6')},7,8`;
    const { messages, rejected, rows, formats } = await readFiles([['c.csv', [HEADER, post('1'), ',,,,,', shifted, ',,', wide, `${post('2')},,`, ''].join('\n')]]);
    expect(Object.values(formats)).toEqual(['crowdtangle']);
    expect(messages.map(({ nativeId }) => nativeId)).toEqual(['45791', '45792']);
    expect(rejected.map(({ line, code, raw }) => [line, code, raw])).toEqual([[4, 'wrong-column-count', shifted], [6, 'wrong-column-count', wide]]);
    expect(rows).toBe(4);
  });
  test('that are blank are no rows of a data request either, however narrow', async () => {
    const { messages, rejected } = await readFiles([['comments.csv', 'id,permalink,date,ip,subreddit,gildings,link,parent,body,media\n,,,,,,,,,\n,\nab1,/r/moka/comments/xyz1/_/ab1/,2014-08-27 00:59:46 UTC,,moka,0,/r/moka/comments/xyz1/,,ciao,\n']]);
    expect([messages.map(({ nativeId }) => nativeId), rejected]).toEqual([['t1_ab1'], []]);
  });
  test('say what was nested in them and refused', async () => {
    const format = columnFormat({ id: 'x', name: 'x', description: 'x', recognise: () => 1, reader: () => () => ({ refused: [{ code: 'missing-id', detail: 'an answer without id' }] }) });
    for await (const batch of format.read(await partOf('a,b\n1,2\n'), { timeZone: 'UTC', collectedAtMs: null, facts: emptyFacts() })) {
      if (batch.rows > 0) expect([batch.rejected, batch.rows]).toEqual([[{ line: 2, code: 'missing-id', detail: 'an answer without id' }], 2]);
    }
    expect.assertions(1);
  });
});
