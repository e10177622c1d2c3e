import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createDateOrderFinder } from '../../../../src/ingest/formats/whatsapp-dates.ts';
import { chatLine } from '../../../../src/ingest/formats/whatsapp-header.ts';
import { WHATSAPP_CHAT } from '../../../../src/ingest/formats/whatsapp.ts';
import { partOf, readFiles } from '../../../support/ingest.ts';
import { referenceData } from '../../../support/reference-data.ts';

const two = (value: number): string => String(value).padStart(2, '0');

/** Thirty messages over two months, six hours and a day apart in turn, in a pattern of strptime's letters. */
function chatIn(pattern: string, { fullYear = false } = {}): { text: string; times: number[] } {
  const times: number[] = [];
  const lines = Array.from({ length: 30 }, (_, position) => {
    const at = Date.UTC(2020, 0, 5 + Math.floor(position * 2.2), (position * 7) % 24, (position * 13) % 60, pattern.includes('%S') ? (position * 17) % 60 : 0);
    times.push(at);
    const date = new Date(at);
    const values: Readonly<Record<string, string>> = {
      '%y': fullYear ? String(date.getUTCFullYear()) : two(date.getUTCFullYear() % 100), '%m': two(date.getUTCMonth() + 1), '%d': two(date.getUTCDate()), '%H': two(date.getUTCHours()), '%I': String(date.getUTCHours() % 12 === 0 ? 12 : date.getUTCHours() % 12),
      '%M': two(date.getUTCMinutes()), '%S': two(date.getUTCSeconds()), '%p': date.getUTCHours() < 12 ? 'AM' : 'PM', '%name': position % 2 === 0 ? 'Anna' : 'Bar Rossi',
    };
    return `${pattern.replace(/%(?:name|\w)/g, (key) => values[key] ?? key)} messaggio ${String(position)}: è così`;
  });
  return { text: lines.join('\n'), times };
}

const DATES = ['%y?%m?%d', '%y?%d?%m', '%d?%m?%y', '%m?%d?%y'].flatMap((order) => ['-', '/', '.'].map((sign) => order.replaceAll('?', sign)));
const CLOCKS = ['%H:%M', '%I:%M %p', '%H:%M:%S', '%I:%M:%S %p'];
const PATTERNS = DATES.flatMap((date) => CLOCKS.flatMap((clock) => [`${date}, ${clock} - %name:`, `[${date} ${clock}] %name:`]));

describe('beginnings of lines', () => {
  it.each(PATTERNS)('reads a chat written %s', async (pattern) => {
    for (const fullYear of [true, false]) {
      const { text, times } = chatIn(pattern, { fullYear });
      const { messages, rejected, formats } = await readFiles([['chat.txt', text]], { timeZone: 'UTC' });
      expect([Object.values(formats), rejected]).toEqual([['whatsapp'], []]);
      expect(messages.map(({ createdAtMs }) => createdAtMs)).toEqual(times);
      expect(new Set(messages.map(({ author, precision }) => `${author?.nativeId ?? ''} ${precision}`))).toEqual(new Set(['Anna', 'Bar Rossi'].map((name) => `${name} ${pattern.includes('%S') ? 's' : 'min'}`)));
      expect(messages[3]?.text).toBe('messaggio 3: è così');
    }
  });

  it.each([
    ['\u200e[31/12/24, 11:34:56\u202fPM] Anna: x', 23, 34, 56], ['31/12/24 23:34 - Anna: x', 23, 34, null], ['31.12.24, 23.34 - Anna: x', 23, 34, null], ['31/12/2024, 11:34 p.\u00a0m. - Anna: x', 23, 34, null], ['31/12/2024 à 23:34 - Anna: x', 23, 34, null],
    ['12/31/24, 12:05 AM - Anna: x', 0, 5, null], ['31. 12. 2024 23:34 - Anna: x', 23, 34, null], ['31\u200f/12\u200f/2024, 23:34 - Anna: x', 23, 34, null], ['31/12/13 23:34:05: Anna: x', 23, 34, 5],
  ])('%s', (line, hour, minute, second) => {
    expect(chatLine(line)).toMatchObject({ hour, minute, second, rest: 'Anna: x' });
  });

  it.each(['31/12/24', '12:30 ci vediamo', '[foto] bella', '1/2 kg di caffè - Anna: x', '31/12/24, 25:00 - Anna: x', '31/12/24, 13:00 pm - Anna: x', '[31/12/24, 23:00 - Anna: x', '192.168.1.1 - Anna: x'])('continues a message: %s', (line) => {
    expect(chatLine(line)).toBeNull();
  });

  it('looks at a line of a million characters once', () => {
    const started = performance.now();
    for (const start of ['[', '1/1/21, 12:00 - ', '\u200e', '1', ' ']) chatLine(start.repeat(1_000_000 / start.length));
    expect(performance.now() - started).toBeLessThan(500);
  });
});

describe('order of dates', () => {
  const found = (dates: readonly string[], latestMs: number | null = null): unknown => {
    const finder = createDateOrderFinder(latestMs);
    for (const date of dates) finder.add(date.split('/') as [string, string, string]);
    return finder.found();
  };

  it.each([
    ['a number that no month can have', ['3/4/21', '13/4/21'], 'day-first'], ['the same for the second', ['3/4/21', '4/13/21'], 'month-first'], ['time that does not run backwards', ['1/2/21', '1/3/21', '2/1/21'], 'month-first'],
    ['the part that changes faster, first', ['1/2/21', '2/2/21', '3/2/21', '4/2/21'], 'day-first'], ['the part that changes faster, second', ['2/1/21', '2/2/21', '2/3/21', '2/4/21'], 'month-first'],
    ['four digits at the front', ['2021/02/01', '2021/02/03'], 'year-first'], ['one date that is the same both ways', ['4/4/21'], 'day-first'],
  ])('%s', (_, dates, order) => {
    expect(found(dates)).toEqual({ order, ambiguous: false });
  });

  it('is ambiguous when nothing tells, and not when one reading lies after the collection', () => {
    expect(found(['3/4/21', '4/5/21'])).toEqual({ order: 'day-first', ambiguous: true });
    expect(found(['3/12/21', '4/12/21'], Date.UTC(2021, 9, 1))).toEqual({ order: 'month-first', ambiguous: false });
    expect(found(['3/4/05'])).toEqual({ order: null, ambiguous: false });
  });
});

describe('whatsapp chats', () => {
  const ANDROID = [
    '13/07/23, 10:00 - I messaggi e le chiamate sono crittografati end-to-end. Nessuno può leggerli.', '13/07/23, 10:00 - Anna ha creato il gruppo "Clienti del bar"', '13/07/23, 10:01 - +39 333 000 0001 è stato aggiunto',
    '13/07/23, 10:02 - Anna: Avete il decaf?', 'Domani passo', '', '- e anche mia madre ☕', '13/07/23, 10:03 - +39 333 000 0001: Sì @393330000002!', '13/07/23, 10:04 - +39 333 000 0002: <Media omessi>', '13/07/23, 10:05 - Bar Rossi: IMG-20230713-WA0001.jpg (file allegato)', 'La nuova miscela',
    '13/07/23, 10:06 - Anna ha cambiato l\'oggetto da "Clienti del bar" a "Bar: clienti"', '13/07/23, 10:07 - Anna: Questo messaggio è stato eliminato', '13/07/23, 10:01 - Anna: prima di tutto <Questo messaggio è stato modificato>', '13/07/23, 10:07 - Anna:', 'sotto',
  ].join('\r\n');

  it('reads messages of several lines, passes over system lines, and knows the group', async () => {
    const { messages, rejected, rows } = await readFiles([['Chat WhatsApp con Clienti.txt', ANDROID]]);
    expect(messages.map(({ text, author, line }) => [line, author?.name, text])).toEqual([
      [4, 'Anna', 'Avete il decaf?\nDomani passo\n\n- e anche mia madre ☕'], [8, 'numero 1', 'Sì @numero 2!'], [9, 'numero 2', null], [10, 'Bar Rossi', 'La nuova miscela'], [13, 'Anna', null], [14, 'Anna', 'prima di tutto'], [15, 'Anna', 'sotto'],
    ]);
    expect(messages[0]).toMatchObject({ network: 'whatsapp', kind: 'message', createdAtMs: Date.UTC(2023, 6, 13, 8, 2), precision: 'min', parentNativeId: null, container: { kind: 'channel', name: 'Clienti del bar', nativeId: 'Clienti del bar' } });
    expect([rejected, rows]).toEqual([[], 7]);
    expect(JSON.stringify(messages)).not.toMatch(/333/);
  });

  it('reads the marks and notices of an iPhone', async () => {
    const IPHONE = [
      '[13/07/23, 10:00:00] Bar Rossi: \u200eMessages and calls are end-to-end encrypted. No one outside of this chat can read them.', '\u200e[13/07/23, 10:00:01] Anna: \u200eimage omitted', '[13/07/23, 10:00:02] ~\u202fUgo: ciao @\u2068+39 333 000 0003\u2069',
      '\u200e[13/07/23, 10:00:03] Bar Rossi: \u200eAnna added you', '[13/07/23, 10:00:04] Anna: \u200ePOLL:', 'Moka o filtro?', '[13/07/23, 10:00:05] \u202a+39 333 000 0003\u202c: sì \u200e<This message was edited>', '[13/07/23, 10:00:06] Anna: menù.pdf • \u200e1 page \u200edocument omitted',
    ].join('\n');
    const { messages } = await readFiles([['_chat.txt', IPHONE]]);
    expect(messages.map(({ author, text, precision }) => [author?.name, text, precision])).toEqual([
      ['Anna', null, 's'], ['Ugo', 'ciao @numero 1', 's'], ['Anna', 'POLL:\nMoka o filtro?', 's'], ['numero 1', 'sì', 's'], ['Anna', null, 's'],
    ]);
    expect(messages[0]?.container?.name).toBe('Bar Rossi');
  });

  it('gives the same ids and number names to a chat that was exported again later', async () => {
    const [early, late, other] = await Promise.all([ANDROID, `${ANDROID}\r\n14/07/23, 09:00 - +39 333 000 0004: nuovo`, ANDROID.replaceAll('13/07/23, 10:00', '12/07/23, 10:00').replace('Clienti del bar', 'Altri')].map(async (text) => (await readFiles([['c.txt', text]])).messages));
    expect(late?.slice(0, -1)).toEqual(early);
    expect(other?.[1]?.author?.nativeId).not.toBe(early?.[1]?.author?.nativeId);
    expect(other?.[1]?.author?.name).toBe(early?.[1]?.author?.name);
  });

  it('asks for the order of the dates where nothing tells, and takes a person\'s word', async () => {
    const text = '3/4/21, 10:00 - Anna: ciao\n3/4/21, 10:01 - Ugo: ciao';
    await expect(readFiles([['c.txt', text]])).rejects.toThrow('ambiguous dates: day first and month first fit every value; the mapping\'s dateOrder must say which');
    const times = await Promise.all((['day-first', 'month-first'] as const).map(async (dateOrder) => (await readFiles([['c.txt', text]], { timeZone: 'UTC', mapping: { columns: {}, dateOrder } })).messages[0]?.createdAtMs));
    expect(times).toEqual([Date.UTC(2021, 3, 3, 10), Date.UTC(2021, 2, 4, 10)]);
  });

  it('refuses single lines whose date cannot be and messages without end', async () => {
    const { messages, rejected } = await readFiles([['c.txt', `prima\n${chatIn('%d/%m/%y, %H:%M - %name:').text}\n31/02/20, 10:00 - Anna: mai\ncoda\n01/04/20, 10:00 - Anna: ${'a'.repeat(3 << 20)}\n02/04/20, 10:00 - Anna: fine`]]);
    expect([messages.length, messages.at(-1)?.text]).toEqual([31, 'fine']);
    expect(rejected.map(({ code }) => code)).toEqual(['not-a-message', 'unreadable-time', 'line-too-long']);
  });

  it('takes neither logs nor tables nor prose', async () => {
    for (const text of ['[2020-01-01 10:00:00] INFO: started\n[2020-01-01 10:00:01] ERROR: stopped', '01/02/2021,10:00,ciao\n02/02/2021,10:00,ciao', 'Caro diario,\n31/12/24, 23:34 oggi - niente: nulla', '[{"a":1}]']) expect(WHATSAPP_CHAT.recognise((await partOf(text)).head)).toBe(0);
  });

  it('names a chat without a name by a mark of its beginning, and one with a person of whom only the number is known by none', async () => {
    const { text } = chatIn('%d/%m/%y, %H:%M - %name:');
    expect((await readFiles([['_chat.txt', text]])).messages[0]?.container).toMatchObject({ name: 'WhatsApp', nativeId: expect.stringMatching(/^chat:[\w-]{10}$/) as string });
    const known = (await readFiles([['WhatsApp Chat with +39 333 000 0001 (2).txt', text]])).messages[0]?.container;
    expect(known).toMatchObject({ name: 'numero 1' });
    expect(known?.nativeId).not.toContain('333');
  });
});

describe.skipIf(referenceData() === null)('whatsapp reference files', () => {
  const folder = join(referenceData() ?? '', 'platform-formats/whatsapp');

  it.each([
    ['2A_5M.txt', 5, 2], ['whatstk/lorem.txt', 500, 4], ['whatstk/lorem-2000.txt', 2000, 4], ['whatstk/lorem-merge-part1.txt', 300, 4], ['whatstk/lorem-merge-part2.txt', 300, 5], ['whatstk/pokemon.txt', 18, 8],
  ])('%s', async (name, count, authors) => {
    const { messages, rejected, formats } = await readFiles([join(folder, name)]);
    expect([Object.values(formats), messages.length, rejected.length]).toEqual([['whatsapp'], count, 0]);
    expect(new Set(messages.map(({ author }) => author?.nativeId)).size).toBe(authors);
  });

  it('a chat of one day is ambiguous until someone says how it is written, as text and as archive', async () => {
    for (const name of ['4A_11M.txt', '4A_11M.zip']) {
      await expect(readFiles([join(folder, name)])).rejects.toThrow('ambiguous dates');
      const { messages } = await readFiles([join(folder, name)], { mapping: { columns: {}, dateOrder: 'month-first' } });
      expect([name, messages.length, new Set(messages.map(({ author }) => author?.nativeId)).size]).toEqual([name, 11, 5]);
    }
  });

  it('every format of header that another reader knows', async () => {
    const formats = JSON.parse(readFileSync(join(folder, 'whatstk/header_format_support.json'), 'utf8')) as { format: string }[];
    expect(formats).toHaveLength(96);
    for (const { format } of formats) {
      const { text, times } = chatIn(format);
      expect([format, (await readFiles([['c.txt', text]], { timeZone: 'UTC' })).messages.map(({ createdAtMs }) => createdAtMs)]).toEqual([format, times]);
    }
  });
});
