import { describe, expect, test } from 'vitest';
import { cellType, columnTypes, COUNTED_VALUES } from '../../../src/ingest/column-types.ts';
import { inspectTable } from '../../../src/ingest/table-inspection.ts';
import { partOf } from '../../support/ingest.ts';

describe('types of columns', () => {
  test.each([
    ['', null], ['  ', null], ['12', 'numbers'], ['1.234,5', 'numbers'], ['12.4K', 'numbers'], ['2,57%', 'numbers'], ['2026-03-02', 'dates'], ['02/03/2026 10:00', 'dates'], ['2 anni fa', 'dates'], ['Tue Oct 31 22:10:47 +0000 2017', 'dates'],
    ['570306133677760513', 'ids'], ['@anna', 'ids'], ['https://x.example/a', 'ids'], ['UgxAAA12', 'ids'], ['ciao', 'texts'], ['Perché è così?', 'texts'],
  ])('%s is %s', (cell, type) => expect(cellType(cell)).toBe(type));

  test('are counted over the whole table, nested rows included', async () => {
    const rows = Array.from({ length: 5000 }, (_, number) => `${String(570_306_133_677_760_000n + BigInt(number))},testo ${String(number)},${number % 2 === 0 ? String(number) : ''},2026-01-02`);
    const types = await columnTypes(await inspectTable(await partOf(`id,testo,mi piace,data\n${rows.join('\n')}\n`)));
    expect(types).toEqual([
      { name: 'id', filled: 5000, numbers: 0, dates: 0, ids: 5000, texts: 0, distinctUpTo: COUNTED_VALUES },
      { name: 'testo', filled: 5000, numbers: 0, dates: 0, ids: 0, texts: 5000, distinctUpTo: COUNTED_VALUES },
      { name: 'mi piace', filled: 2500, numbers: 2500, dates: 0, ids: 0, texts: 0, distinctUpTo: COUNTED_VALUES },
      { name: 'data', filled: 5000, numbers: 0, dates: 5000, ids: 0, texts: 0, distinctUpTo: 1 },
    ]);
    const nested = await columnTypes(await inspectTable(await partOf('[{"id":"a1","text":"x y","date":"2026-01-01","replies":[{"id":"a2","text":"z","date":"2026-01-02"}]}]')));
    expect(nested.map(({ name, filled }) => [name, filled])).toEqual([['id', 2], ['text', 2], ['date', 2]]);
  });
  test('stop when a person stops them', async () => {
    const inspection = await inspectTable(await partOf('id,testo,data\n1,ciao,2026-01-02\n'));
    await expect(columnTypes(inspection, AbortSignal.abort(new Error('stopped')))).rejects.toThrow('stopped');
  });
});
