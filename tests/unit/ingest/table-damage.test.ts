import { describe, expect, test } from 'vitest';
import { doubleEncoding, isRepairable, singleEncoded } from '../../../src/ingest/double-encoding.ts';
import type { FileWarning } from '../../../src/domain/model/file-warning.ts';
import { isRoundedId } from '../../../src/ingest/table-damage.ts';
import { inspectTable } from '../../../src/ingest/table-inspection.ts';
import { partOf, readFiles } from '../../support/ingest.ts';

async function warned(csv: string): Promise<Partial<Record<FileWarning['code'], string>>> {
  const { warnings } = await inspectTable(await partOf(csv, 'table.csv'));
  return Object.fromEntries(warnings.map(({ code, message }) => [code, message]));
}

/** A table of texts, one row each, with ids and times. */
function tableOf(texts: readonly string[]): string {
  return `id,text,date\n${texts.map((text, position) => `c${String(position)},"${text.replaceAll('"', '""')}",2026-01-0${String((position % 9) + 1)}T10:00:00Z`).join('\n')}\n`;
}

/** Text whose UTF-8 bytes are read as windows-1252. */
function mangled(text: string): string {
  return new TextDecoder('windows-1252').decode(Buffer.from(text, 'utf8'));
}

describe('ids', () => {
  const rows = (ids: readonly string[]): string => `id,text,author,date\n${ids.map((id, position) => `${id},t${String(position)},a${String(position)},2026-01-02`).join('\n')}\n`;

  test('zeros after the fifteenth digit are said, and such ids are not used', async () => {
    const csv = rows(['570306133677760000', '570306133677761000', '570306133677762000', '570306133677763000']);
    expect((await warned(csv))['rounded-ids']).toMatch(/^4 ids end in zeros after the fifteenth digit.*\(id\)/);
    const { messages } = await readFiles([['x.csv', csv]]);
    expect(messages.map(({ nativeId }) => nativeId.startsWith('row:'))).toEqual([true, true, true, true]);
  });
  test('whole ids are left alone, even where one ends in zeros', async () => {
    const csv = rows(['570306133677760513', '570306133677761000', '570306133677762117', '570306133677763001']);
    expect((await warned(csv))['rounded-ids']).toBeUndefined();
    const { messages } = await readFiles([['x.csv', csv]]);
    expect(messages[1]?.nativeId).toBe('570306133677761000');
    expect([isRoundedId('570306133677760000'), isRoundedId('570306133677760001'), isRoundedId('100000'), isRoundedId('1234567890123450')]).toEqual([true, false, false, true]);
  });
  test('rounded parents are no links', async () => {
    const csv = 'id,parent_id,text,date\na,570306133677760000,x,2026-01-02\nb,570306133677761000,y,2026-01-02\nc,570306133677762000,z,2026-01-02\n';
    expect((await warned(csv))['rounded-ids']).toContain('parent_id');
    expect((await readFiles([['x.csv', csv]])).messages.map(({ parentNativeId }) => parentNativeId)).toEqual([null, null, null]);
  });
  test('exponents are said with their count', async () => {
    expect((await warned(rows(['5.70306E+17', '"5,70307E+17"', 'c3'])))['damaged-ids']).toMatch(/^2 ids were rounded by a spreadsheet/);
  });
  test('a list of ids read as one number is said', async () => {
    const csv = 'tweet_id,author_id,inbound,created_at,text,response_tweet_id,in_response_to_tweet_id\n1,9,True,Tue Oct 31 22:10:47 +0000 2017,ok,"119,237,119,238",\n2,9,True,Tue Oct 31 22:10:47 +0000 2017,ok,"119,237",\n';
    expect((await warned(csv))['joined-ids']).toMatch(/^1 cell holds a list of ids/);
    // a list of short ids that stand in the table is one
    expect((await warned(csv.replace('\n1,9', '\n119,9')))['joined-ids']).toBeUndefined();
    // counts with thousands marks are no ids
    expect((await warned('id,text,date,likes\n1,ciao,2026-01-02,"1,234,567,890"\n'))['joined-ids']).toBeUndefined();
  });
});

describe('texts', () => {
  test.each([255, 256, 280, 1000, 32_767])('cut at %i characters', async (length) => {
    const texts = ['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(length - 3)} xy`);
    expect((await warned(tableOf([...texts, 'short one.'])))['cut-texts']).toMatch(new RegExp(`^4 texts are exactly ${String(length)} characters long`));
  });
  test('long texts of different lengths, or that end as sentences do, are whole', async () => {
    expect((await warned(tableOf(['a'.repeat(300), 'b'.repeat(299), 'c'.repeat(298), 'd'.repeat(297)])))['cut-texts']).toBeUndefined();
    expect((await warned(tableOf(['a', 'b', 'c', 'd'].map((letter) => `${letter.repeat(279)}.`))))['cut-texts']).toBeUndefined();
    expect((await warned(tableOf(['ciao', 'bene', 'caro', 'nino', 'dina'])))['cut-texts']).toBeUndefined();
  });
  test('UTF-8 read as windows-1252 is repaired where the whole column shows it', async () => {
    const texts = ['Il caffè è già pronto, però…', 'L’amico 😀 di là', 'plain ascii'];
    const csv = tableOf(texts.map(mangled));
    expect((await warned(csv))['double-encoded']).toMatch(/^2 texts show UTF-8 read as Windows-1252.*: repaired on import$/);
    expect((await readFiles([['x.csv', csv]])).messages.map(({ text }) => text)).toEqual(texts);
  });
  test('a column with sound accents beside broken ones is left as it is, and that is said', async () => {
    const csv = tableOf([mangled('perché'), 'perché', 'così', 'caffè']);
    expect((await warned(csv))['double-encoded-kept']).toMatch(/not repaired, because 3 others are sound$/);
    expect((await warned(csv))['double-encoded']).toBeUndefined();
    expect((await readFiles([['x.csv', csv]])).messages[0]?.text).toBe(mangled('perché'));
  });
  test('sound texts never change, broken ones come back whole', () => {
    for (const text of ['Perché è così?', 'Ça va à São Paulo', '🙂👍', 'Ã', 'naïve Ångström', '“ciao” – €5', '']) expect(singleEncoded(text)).toBe(text);
    for (const text of ['Perché è così?', 'à', 'là giù', '🙂 è “così”', '€5', 'l’ha']) expect(singleEncoded(mangled(text))).toBe(text);
    expect(singleEncoded('lÃ  dove')).toBe('là dove');
    expect(isRepairable(doubleEncoding(['ciao']))).toBe(false);
    expect(doubleEncoding([mangled('è'), 'è', 'x'])).toEqual({ damaged: 1, sound: 1 });
  });
  test('HTML entities are decoded, and said', async () => {
    const csv = tableOf(['caff&egrave; &amp; t&#232;', 'AT&T', 'a & b']);
    expect((await warned(csv))['html-entities']).toMatch(/^1 text holds HTML entities/);
    expect((await readFiles([['x.csv', csv]])).messages.map(({ text }) => text)).toEqual(['caffè & tè', 'AT&T', 'a & b']);
  });
});

describe('what a warning carries beside its words', () => {
  const facts = async (csv: string): Promise<unknown[]> => (await inspectTable(await partOf(csv, 'table.csv'))).warnings.map(({ code, count, names }) => [code, count, names]);

  test('counts of what shows it, and the columns it is about', async () => {
    const ids = ['570306133677760000', '570306133677761000', '570306133677762000', '570306133677763000'];
    expect(await facts(`id,,text,date\n${ids.map((id) => `${id},1,ciao,2026-01-02T10:00:00Z`).join('\n')}\n`)).toEqual([['renamed-columns', 1, [expect.any(String)]], ['rounded-ids', 4, ['id']]]);
    expect(await facts(tableOf(['Il caffè è già pronto', 'L’amico 😀 di là', 'a &amp; b'].map(mangled)))).toEqual([['double-encoded', 2, []], ['html-entities', 1, []]]);
    expect(await facts(tableOf([mangled('perché'), 'perché', 'così', 'caffè']))).toEqual([['double-encoded-kept', 1, []]]);
  });
  test('no count where nothing is counted', async () => {
    expect(await facts(`id,text,date\n${[2, 3, 4].map((day) => `${String(day)},ciao,2026-01-0${String(day)}T00:00:00Z`).join('\n')}\n`)).toEqual([['days-only', null, []]]);
  });
});

describe('rows', () => {
  test('a million empty rows are passed over, said, and the first hundred listed', async () => {
    const csv = `id,text,date\n1,ciao,2026-01-02\n${',,\n'.repeat(1_000_000)}2,ancora,2026-01-03\n`;
    expect((await warned(csv))['empty-rows']).toMatch(/^\d+ of the first \d+ rows are empty/);
    const { messages, rejected, rows } = await readFiles([['x.csv', csv]]);
    expect(messages.map(({ nativeId, line }) => [nativeId, line])).toEqual([['1', 2], ['2', 1_000_003]]);
    expect([rejected.length, new Set(rejected.map(({ code }) => code)).size, rows]).toEqual([100, 1, 102]);
  }, 30_000);
  test('a sound table warns of nothing', async () => {
    expect(await warned('id,text,author,date\n1,Perché è così?,Anna,2026-01-02T10:00:00Z\n2,boh,Ugo,2026-01-02T11:00:00Z\n')).toEqual({});
  });
});
