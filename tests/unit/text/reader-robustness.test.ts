import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createReader, READER_VERSION } from '../../../src/text/reader.ts';

const reader = createReader();
const read = (text: string, direction: 'inbound' | 'outbound' = 'inbound', sourceLanguage?: string) =>
  reader.read({ id: 'x', text, direction, ...(sourceLanguage === undefined ? {} : { sourceLanguage }) });

describe('language', () => {
  it.each([
    ['quanto costa?', 'it'], ['how much', 'en'], ['Buongiorno, vorrei sapere gli orari', 'it'], ['what a nice day', 'en'], ['nn funziona, xke?', 'it'],
    ['¿Cuánto cuesta el envío a Madrid?', 'es'], ['merci beaucoup pour tout', 'fr'], ['Vielen Dank für die schnelle Hilfe', 'de'], ['muito obrigado pela ajuda', 'pt'],
    ['Спасибо большое за помощь', 'ru'], ['ありがとうございます', 'ja'], ['شكرا جزيلا لكم', 'ar'],
  ])('%s is %s', (text, language) => {
    expect(read(text).language).toBe(language);
  });

  it('leaves other languages without labels', () => {
    const reading = read('¿Cuánto cuesta el envío a Madrid?');
    expect(reading).toMatchObject({ textKind: 'text', sentiment: null, sentiments: null, intent: null, intents: null, act: null, acts: null, labels: [], spans: [], promises: [] });
  });

  it('is unknown below a few letters, whatever links and names surround them', () => {
    expect(read('ok').language).toBe('unknown');
    expect(read('ok').intent).toBeNull();
    expect(read('5 @marchio https://example.test/quanto-costa 10/10').language).toBe('unknown');
  });

  it('lets the tag of the source weigh in on a single word, not against the evidence', () => {
    expect(read('Vomitoooo').language).not.toBe('it');
    expect(read('Vomitoooo', 'inbound', 'it').language).toBe('it');
    expect(read('Buongiorno, quanto costa la spedizione?', 'inbound', 'en').language).toBe('it');
  });
});

describe('text kind', () => {
  it.each([
    ['😍😍😍', 'emoji'], [':)', 'emoji'], ['👍🏽 ❤️', 'emoji'], ['@anna @luca', 'tags'], ['@anna 😂', 'tags'], ['#fail #caffe', 'tags'], ['', 'none'], ['   \n', 'none'], ['https://example.test/a', 'none'], ['?!', 'none'], ['bello 😍', 'text'], ['@anna guarda', 'text'],
  ])('%s is %s', (text, kind) => {
    const reading = read(text);
    expect(reading.textKind).toBe(kind);
    if (kind !== 'text') expect(reading).toMatchObject({ language: 'unknown', intent: null, sentiment: null, labels: [] });
  });
});

describe('hostile input', () => {
  const HOSTILE = ['\u0000\u0001 non funziona', '\uD83D lone \uDE00 surrogate does not work', '\u202Ediovvihcra\u202C non funziona', 'z\u0301\u0302\u0303\u0304\u0305a\u0316\u0317l\u0334g\u0321o non funziona', '@'.repeat(500), '#'.repeat(500), '&amp;'.repeat(500), "l'".repeat(500), '?!'.repeat(500), '__proto__ constructor toString', '\u200B\u200D\uFEFF'];

  it.each(HOSTILE)('reads without failing: %j', (text) => {
    for (const direction of ['inbound', 'outbound'] as const) {
      const reading = read(text, direction);
      for (const span of reading.spans) expect(text.slice(span.start, span.end).length).toBe(span.end - span.start);
    }
  });

  it('still finds the problem behind control and combining characters', () => {
    expect(read('\u0000\u0001 non funziona niente').intent).toBe('trouble');
    expect(read('no\u0301n funzi\u0301ona l’app').language).toBe('it');
  });

  it.each([
    ['words', 'non funziona '.repeat(80_000)], ['one word', 'a'.repeat(1_000_000)], ['spaces', ' '.repeat(1_000_000)], ['marks', '?'.repeat(1_000_000)],
    ['numbers', '1.'.repeat(500_000)], ['mentions', '@a'.repeat(500_000)], ['emoji', '😍'.repeat(500_000)], ['english', 'it does not work and I want a refund. '.repeat(27_000)], ['entities', '&amp'.repeat(250_000)],
  ])('reads one megabyte of %s in bounded time', (_name, text) => {
    read(text.slice(0, 100));
    const started = performance.now();
    const reading = read(text);
    expect(performance.now() - started).toBeLessThan(1000);
    for (const span of reading.spans) expect(span.end).toBeLessThanOrEqual(8_000);
  });

  it('never fails and keeps spans inside, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.constantFrom('inbound' as const, 'outbound' as const), (text, direction) => {
      const reading = reader.read({ id: 'x', text: `${text} non funziona`, direction, atMs: 0, timeZone: 'Europe/Rome' });
      return [...reading.spans, ...reading.promises].every(({ start, end }) => start >= 0 && start <= end && end <= text.length + 13);
    }), { seed: 7, numRuns: 200 });
  });
});

describe('reader', () => {
  it('gives the same readings before and after its caches are dropped', () => {
    const recycled = createReader({ recycleAfter: 2 });
    const texts = ['quanto costa?', 'how much is it?', 'non funziona', 'the app does not work', 'Bravi!'].map((text, index) => ({ id: String(index), text, direction: 'inbound' as const }));
    expect(recycled.readMany([...texts, ...texts])).toEqual([...reader.readMany(texts), ...reader.readMany(texts)]);
  });

  it('keeps the order and the ids', () => {
    expect(reader.readMany([{ id: 'b', text: 'ciao a tutti', direction: 'inbound' }, { id: 'a', text: 'hello there', direction: 'inbound' }]).map(({ id }) => id)).toEqual(['b', 'a']);
    expect(READER_VERSION).toMatch(/^\d+\.\d+\.\d+\+\d+\.\d+\.\d+$/u);
  });
});
