import { performance } from 'node:perf_hooks';
import { describe, expect, test } from 'vitest';
import { BLOG_THREAD } from '../../../../src/ingest/formats/blog-thread.ts';
import { blogTime } from '../../../../src/ingest/formats/blog-thread-dates.ts';
import { blogPageOfText } from '../../../../src/ingest/formats/blog-thread-text.ts';
import { fixture, partOf, readFiles, type ReadFiles } from '../../../support/ingest.ts';

const read = (name: string): Promise<ReadFiles> => readFiles([[name, fixture(`formats/blog-thread/${name}`)]], { timeZone: 'Europe/Rome' });
const outline = ({ messages }: ReadFiles): unknown[] => messages.map(({ kind, author, createdAtMs, precision, text }) => [kind, author?.name ?? null, createdAtMs === null ? null : new Date(createdAtMs).toISOString(), precision, text]);
/** Position of what each message answers, and of its root. */
const links = ({ messages }: ReadFiles): unknown[] => messages.map(({ parentNativeId, rootNativeId }) => [messages.findIndex(({ nativeId }) => nativeId === parentNativeId), messages.findIndex(({ nativeId }) => nativeId === rootNativeId)]);

describe('copied text', () => {
  test('in Italian: the post, every way of naming who wrote when, and who answers whom', async () => {
    const found = await read('copiato.txt');
    expect(found.formats).toEqual({ 'copiato.txt': 'blog-thread' });
    expect(outline(found)).toEqual([
      ['post', 'Giulia', '2011-03-28T07:00:00.000Z', 'min', 'Le nostre nuove borracce\nDa oggi le borracce sono in vendita.\nDiteci che cosa ne pensate!'],
      ['comment', 'Anna', '2011-03-29T12:06:00.000Z', 'min', 'Che bello! Ma quanto costano? 😀\nScrivetemi a [mail]\n\nSeconda riga, dopo una vuota.'],
      ['reply', 'Giulia', '2011-03-29T13:30:00.000Z', 'min', '@Anna costano 12 euro'],
      ['comment', 'Luca Neri', '2011-03-30T06:05:00.000Z', 'min', 'Nel 2010 le avevate già, no? Il 3 maggio 2010 ne ho presa una.'],
      ['reply', 'Marta', '2011-03-31T08:00:00.000Z', 'min', 'In risposta a Luca Neri: sì, me lo ricordo.'],
    ]);
    expect(links(found)).toEqual([[-1, -1], [0, 0], [1, 0], [0, 0], [3, 0]]);
    expect(found.messages[1]).toMatchObject({ network: 'blog', line: 8, container: { kind: 'page', name: 'copiato' } });
    expect((await read('copiato.txt')).messages).toEqual(found.messages);
  });

  test('in English', async () => {
    const found = await read('copied.txt');
    expect(outline(found)).toEqual([
      ['post', null, null, 'none', 'Our new bottles'],
      ['comment', 'Anna', '2011-03-29T12:06:00.000Z', 'min', 'How much are they?'],
      ['comment', 'John Smith', '2011-03-28T22:15:00.000Z', 'min', 'I like the blue one'],
      ['reply', 'Bob', '2011-04-01T07:00:00.000Z', 'min', '@anna twelve euros'],
    ]);
    expect(links(found)).toEqual([[-1, -1], [0, 0], [0, 0], [1, 0]]);
  });

  test('with dates under the texts, and without a post', async () => {
    const found = await read('blogger.txt');
    expect(outline(found)).toEqual([
      ['comment', 'Anna', '2011-03-29T12:06:00.000Z', 'min', 'Che bello!\nGrazie'],
      ['comment', 'Luca', '2011-03-30T07:00:00.000Z', 'min', 'Anche a me piace'],
    ]);
    expect(found.messages.every(({ parentNativeId, rootNativeId }) => parentNativeId === null && rootNativeId === null)).toBe(true);
  });

  test('hostile lines cost little', () => {
    const started = performance.now();
    for (const text of [' '.repeat(1_000_000) + 'x', 'il '.repeat(300_000), '29 marzo 2011 '.repeat(60_000), '29 marzo 2011 alle 14:06\n'.repeat(30_000), 'Anna scrive:\n'.repeat(50_000), '|·•#'.repeat(200_000), `Anna ${'·'.repeat(190)}\n`.repeat(3000), '1'.repeat(1_000_000)]) blogPageOfText(text);
    expect(performance.now() - started).toBeLessThan(8000);
  }, 30_000);
});

describe('saved pages', () => {
  test('of WordPress: nested comments are replies, pings and scripts are nothing', async () => {
    const found = await read('wordpress.html');
    expect(found.formats).toEqual({ 'wordpress.html': 'blog-thread' });
    expect(outline(found)).toEqual([
      ['post', 'Giulia', '2011-03-28T07:00:00.000Z', 's', 'Le nuove borracce\nDa oggi in vendita.\nChe ne dite?'],
      ['comment', 'Anna', '2011-03-29T12:06:00.000Z', 's', 'Quanto costano?\nGrazie & ciao\nÈ per un regalo 🎁'],
      ['reply', 'Giulia', '2011-03-29T13:30:00.000Z', 's', '12 euro.'],
      ['comment', 'Luca', '2011-03-30T06:05:00.000Z', 'min', 'Belle.\nChiamatemi al [tel]'],
    ]);
    expect(links(found)).toEqual([[-1, -1], [0, 0], [1, 0], [0, 0]]);
    expect(found.messages.map(({ nativeId }) => nativeId)).toEqual(['bottega.example/2011/03/borracce', 'bottega.example/2011/03/borracce#comment-12', 'bottega.example/2011/03/borracce#comment-13', 'bottega.example/2011/03/borracce#comment-15']);
    expect(found.messages[1]).toMatchObject({ container: { kind: 'page', nativeId: 'bottega.example', name: 'Bottega, il blog' }, author: { link: 'https://anna.example' }, url: 'https://www.bottega.example/2011/03/borracce/#comment-12', line: 12 });
  });

  test('of Blogger', async () => {
    const found = await read('blogger.html');
    expect(outline(found)).toEqual([
      ['post', null, null, 'none', 'Borracce\nIn vendita.'],
      ['comment', 'Anna', '2011-03-29T12:06:00.000Z', 'min', 'Che bello!\nDavvero.'],
      ['reply', 'Luca', '2011-03-30T07:00:00.000Z', 'min', 'Vero'],
    ]);
    expect(links(found)).toEqual([[-1, -1], [0, 0], [1, 0]]);
  });

  test('cut anywhere, and nested without end, are read or refused in words', async () => {
    const page = fixture('formats/blog-thread/wordpress.html');
    for (let at = 100; at < page.length; at += 397) await readFiles([['x.html', page.slice(0, at)]], { format: 'blog-thread' }).then(({ messages }) => expect(messages.length).toBeGreaterThan(0), (error: unknown) => expect(String(error)).toContain('shows no comments'));
    await expect(readFiles([['x.html', `<html>${'<li class="comment">'.repeat(100_000)}`]], { format: 'blog-thread' })).rejects.toThrow('shows no comments');
  });
});

describe('recognition', () => {
  test.each([
    ['a WhatsApp chat', '29/03/2011, 14:06 - Anna: ciao\n29/03/2011, 14:07 - Luca: ciao a te\n30/03/2011, 09:00 - Anna: che fai?\n'],
    ['a WhatsApp chat of an iPhone', '[29/03/11, 14:06:00] Anna: ciao\n[29/03/11, 14:07:10] Luca: ciao a te\n[29/03/11, 14:08:10] Luca: ok\n'],
    ['a mail', 'From: Anna <a@b.example>\nTo: c@d.example\nDate: Tue, 29 Mar 2011 14:06:00 +0200\nMessage-ID: <x@y>\n\nciao\n\nIl 28 marzo 2011 10:00, Luca <l@b.example> ha scritto:\n> sì\n'],
    ['quoted mails', 'Ok\n\nIl giorno 29 marzo 2011 14:06, Luca <l@b.example> ha scritto:\n> sì\n\nOn Mar 28, 2011, at 2:06 PM, Anna <a@b.example> wrote:\n> no\n'],
    ['a letter', 'Roma, 29 marzo 2011\n\nGentile signora,\nle scrivo per il contratto del 28 marzo 2011.\n\nMilano, 30 marzo 2011\n\nCordiali saluti\n'],
    ['an article', 'Il 29 marzo 2011 alle 14:06 la terra ha tremato.\nIl 30 marzo 2011 alle 10:00 è arrivata la protezione civile.\nIl 31 marzo 2011 alle 11:00 tutto era finito.\n'],
    ['a table', 'autore,data,testo\nAnna,29 marzo 2011 14:06,ciao\nLuca,30 marzo 2011 09:00,ciao a te\nMarta,31 marzo 2011 10:00,ok\n'],
    ['a table with the date last', 'testo;autore;data\nciao;Anna;29 marzo 2011 14:06\ncome va;Luca;30 marzo 2011 09:00\nok;Marta;31 marzo 2011 10:00\n'],
    ['a log', '2011-03-29 14:06:00 INFO started\n2011-03-29 14:06:01 WARN slow\n2011-03-29 14:06:02 INFO done\n'],
    ['a list of changes', 'Version 1.2\n29/03/2011\n- fixed\n\nVersion 1.3\n30/03/2011\n- added\n'],
    ['an agenda', 'Riunione\n29 marzo 2011\nsi parla di borracce\n\nCena\n30 marzo 2011\nda Luca\n'],
    ['an ordinary page', '<html><head><title>x</title></head><body><div class="comments"><p>29 marzo 2011 alle 14:06</p><p>30 marzo 2011 alle 10:00</p></div><ul><li>uno</li></ul></body></html>'],
    ['a page with one comment', '<html><body><li class="comment" id="comment-1"><b class="fn">Anna</b><time datetime="2011-03-29T14:06:00Z"></time><p>ciao</p></li></body></html>'],
  ])('is not misled by %s', async (_, text) => {
    expect(BLOG_THREAD.recognise((await partOf(text)).head)).toBe(0);
  });

  test('takes forums without words of their own for less sure', async () => {
    expect(BLOG_THREAD.recognise((await partOf('Anna\n29 marzo 2011 14:06\nciao\n\nLuca\n29 marzo 2011 15:06\nciao a te\n\nMarta\n30 marzo 2011 10:00\nok\n')).head)).toBe(0.6);
  });
});

describe('times', () => {
  const rome = (wall: number): number => wall - 3_600_000;
  test.each([
    ['29 Marzo 2011 at 14:06', '2011-03-29T13:06:00.000Z', 'min'], ['29 marzo 2011 alle ore 14:06', '2011-03-29T13:06:00.000Z', 'min'], ['martedì 29 marzo 2011 alle 14.06', '2011-03-29T13:06:00.000Z', 'min'],
    ['March 29, 2011 at 2:06 pm', '2011-03-29T13:06:00.000Z', 'min'], ['Tuesday, March 29th, 2011 - 2:06 PM', '2011-03-29T13:06:00.000Z', 'min'], ['29/03/2011 14:06', '2011-03-29T13:06:00.000Z', 'min'], ['29.03.11', '2011-03-28T23:00:00.000Z', 'day'],
    ['03/29/2011 14:06', '2011-03-29T13:06:00.000Z', 'min'], ['2011-03-29T14:06:00+02:00', '2011-03-29T12:06:00.000Z', 's'], ['2 giorni fa', '2026-01-08T00:00:00.000Z', 'relative'],
  ])('%s', (written, iso, precision) => expect(blogTime(written, rome, Date.UTC(2026, 0, 10))).toEqual({ ms: Date.parse(iso), precision }));
  test('that are none stay unknown', () => {
    for (const text of ['', 'ciao', '31 febbraio 2011', '2 giorni fa']) expect(blogTime(text, rome, null)).toEqual({ ms: null, precision: 'none' });
  });
});
