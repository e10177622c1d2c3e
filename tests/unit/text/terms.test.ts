import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { comparedText } from '../../../src/text/compared-text.ts';
import { askedPart, questionClass } from '../../../src/text/question-class.ts';
import { scannableText, scanWords } from '../../../src/text/scanned-words.ts';
import { termReader } from '../../../src/text/terms.ts';
import { growthOf } from '../../support/linear-cost.ts';

const italian = termReader('it');
const english = termReader('en');
const stems = (reader: typeof italian, text: string): string[] => reader.termsOf(text).map(({ stem }) => stem);
const inRow = (reader: typeof italian, text: string): string[] => reader.termsOf(text).flatMap(({ form, joined }, place, all) => (joined ? [`${all[place - 1]?.form ?? ''} ${form}`] : []));

describe('terms of a text', () => {
  it('are its content words by stem: no stop words, handles, links, numbers or entities', () => {
    expect(stems(italian, '@anna.b La spedizione &amp; le spedizioni: vedi https://x.it/pane o www.x.it, 24h, 2 kg #Caffè2024')).toEqual(['spedizion', 'spedizion', 'ved', 'caffe2024']);
    expect(stems(english, "I can't find my iPhone8's charger, info@shop.com!! 50% off")).toEqual(stems(english, 'find iphone8 charger info'));
    expect(stems(italian, '')).toEqual([]);
    expect(stems(italian, '😍😍 @a #')).toEqual([]);
  });

  it('are one whatever the case, accents, elision, clitics and stretched letters', () => {
    for (const [one, other] of [['Caffè', 'CAFFE'], ["l'ordine", 'ordini'], ['dell’app', 'app'], ['comprarlo', 'comprare'], ['bellissimaaaa', 'bellissimo'], ['caffe\u0300', 'caffè']] as const) expect(stems(italian, one)).toEqual(stems(italian, other));
    expect(stems(english, 'refunds')).toEqual(stems(english, 'refunded'));
  });

  it('join two in a row, or with one linking word, inside a sentence', () => {
    expect(inRow(italian, 'La carta di credito del servizio clienti, ordine perso. Rimborso')).toEqual(['carta credito', 'credito servizio', 'servizio clienti', 'ordine perso']);
    expect(inRow(italian, 'ordine\nperso e poi non più spedito')).toEqual([]);
    expect(inRow(english, 'proof of purchase and battery life, customer-service')).toEqual(['proof purchase', 'purchase battery', 'battery life', 'customer service']);
    expect(italian.writtenAs('La CARTA  di credito', 3, 20)).toBe('carta di credito');
  });

  it('of a question leave out the words around it', () => {
    expect(italian.topicOf('Buongiorno, vorrei sapere quando riapre il negozio di Parma, grazie')).toEqual(italian.topicOf('quando riapre il negozio di Parma?'));
    expect(english.topicOf('Hi, can anyone please tell me when the Leeds store opens? Thanks')).toEqual(english.topicOf('when does the store in Leeds open').toSorted((one, other) => english.topicOf('Leeds store opens').indexOf(one) - english.topicOf('Leeds store opens').indexOf(other)));
  });
});

describe('what a question asks for', () => {
  it.each([
    ['Ciao, a che ora aprite domani?', 'it', 'time'], ['Quando arriva?', 'it', 'time'], ['quanto tempo ci mette?', 'it', 'time'], ['quanto costa?', 'it', 'amount'], ["Dov'è il negozio?", 'it', 'place'], ['Perché non funziona?', 'it', 'why'],
    ['Come si monta?', 'it', 'how'], ['Che differenza c’è?', 'it', 'which'], ['Spedite anche all’estero?', 'it', 'whether'], ['orari di domenica', 'it', null], ['Quando vedo il logo sorrido. Bello', 'it', 'time'], ['Sorrido quando vedo il logo', 'it', null],
    ['What time do you open?', 'en', 'time'], ['how long does it take?', 'en', 'time'], ['how much is it?', 'en', 'amount'], ['Where are you?', 'en', 'place'], ['Is it vegan?', 'en', 'whether'], ['It fails when I log in', 'en', null], ['Great. When do you open? I love it', 'en', 'time'],
  ] as const)('%s (%s) is %s', (text, language, asks) => expect(questionClass(text, language)).toBe(asks));

  it('stands in the sentences that ask', () => {
    expect(askedPart('Complimenti! Quando riaprite? Grazie.').trim()).toBe('quando riaprite?');
    expect(askedPart('orari di domenica')).toBe('orari di domenica');
  });
});

describe('a text as copies are compared', () => {
  it('has no case, accents or links', () => {
    expect(comparedText('PERCHÉ è così? https://t.co/abc')).toBe(`perche e cosi? ${'.'.repeat(16)}`);
  });
});

describe('scanning', () => {
  it('never fails, never leaves its text, and is the same for any text twice', () => {
    fc.assert(fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 300 }), fc.string({ unit: fc.constantFrom('a', 'è', '@', '#', "'", '’', '&', ';', ' ', '\n', '1', '😍', '\u0301', 'https://', 'www.'), maxLength: 80 })), (text) => {
      const scannable = scannableText(text);
      let last = 0;
      scanWords(scannable, ({ form, start, end }) => {
        expect(start).toBeGreaterThanOrEqual(last);
        expect(scannable.slice(start, end)).toBe(form);
        last = end;
      });
      expect(italian.termsOf(text)).toEqual(italian.termsOf(text));
      expect(() => [english.topicOf(text), questionClass(text, 'it'), comparedText(text)]).not.toThrow();
    }), { numRuns: 300 });
  });

  it('takes twice the time for twice the text, whatever stands in it', async () => {
    for (const piece of ['@', 'a', '&', "'", 'https://', '#a ', 'é', '?', 'quando ', '1']) {
      const text = piece.repeat(8000 / piece.length);
      expect({ piece, growth: (await growthOf((times) => { for (let round = 0; round < 40 * times; round += 1) { italian.termsOf(text); questionClass(text, 'it'); comparedText(text); } })) < 3 }).toEqual({ piece, growth: true });
    }
  });
});
