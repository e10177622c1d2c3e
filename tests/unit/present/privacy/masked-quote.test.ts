import fc from 'fast-check';
import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { longestCommonRun, maskedQuoteProblems, trigramSimilarity, withoutContacts } from '../../../../src/present/privacy/masked-quote.ts';
import { pseudonyms } from '../../../../src/present/privacy/pseudonyms.ts';
import { unsignedText } from '../../../../src/present/privacy/unsigned-text.ts';

describe('a masked quote', () => {
  const source = 'Ho comprato la vostra macchina rossa a marzo e dopo due giorni perdeva già acqua dappertutto';
  it('that kept words in a row leads back, and says which', () => {
    expect(maskedQuoteProblems('Dice che la macchina ROSSA a Marzo, e dopo poco si guasta', source)).toEqual([{ kind: 'run', words: 'macchina rossa a marzo e dopo' }]);
    expect(maskedQuoteProblems(source.toUpperCase(), source).map(({ kind }) => kind)).toEqual(['run', 'alike']);
    expect(maskedQuoteProblems('Grazie mille', 'grazie mille!!').map(({ kind }) => kind)).toEqual(['run', 'alike']);
  });
  it('told in other words does not', () => {
    expect(maskedQuoteProblems('Un cliente racconta di un guasto poco dopo l’acquisto', source)).toEqual([]);
    expect(maskedQuoteProblems(' …! ', source)).toEqual([{ kind: 'empty', words: '' }]);
  });
  it('that any other message holds nearly alone leads back too', () => {
    const index = ['un guasto poco dopo l acquisto'];
    const search = (words: string): number => index.filter((text) => text.includes(words)).length;
    expect(maskedQuoteProblems('Racconta un guasto poco dopo', source, search)).toEqual([{ kind: 'found', words: 'un guasto poco dopo' }]);
    expect(maskedQuoteProblems('Racconta un guasto poco dopo', source, () => 400)).toEqual([]);
  });
  it('loses contacts, and is warned of those it keeps', () => {
    const text = 'Scrivi a anna.rossi+x@posta.it o @anna_r, tel. +39 333 123 45 67, vedi https://x.y/z?q=1 e bit.ly/abc. Ordine 12345, 3.000 euro';
    expect(withoutContacts(text)).toBe('Scrivi a … o …, tel. …, vedi … e … Ordine 12345, 3.000 euro');
    expect(maskedQuoteProblems(text, '').map(({ kind }) => kind)).toEqual(['mail', 'link', 'link', 'mention', 'phone']);
  });
  it('is compared by numbers that hold for any texts', () => {
    fc.assert(fc.property(fc.lorem(), fc.lorem(), (one, other) => {
      const alike = trigramSimilarity(one, other);
      expect(alike).toBeGreaterThanOrEqual(0);
      expect(alike).toBeLessThanOrEqual(1);
      expect(trigramSimilarity(other, one)).toBe(alike);
      expect(trigramSimilarity(one, one.toUpperCase())).toBe(1);
      expect(longestCommonRun(one, one).length).toBe(one.match(/[a-z]+/giu)?.length);
      expect(longestCommonRun(one, other).length).toBe(longestCommonRun(other, one).length);
    }), { numRuns: 30 });
    // by hand: " ab ", " abc " share " ab" of {" ab","ab "} and {" ab","abc","bc "}
    expect(trigramSimilarity('ab', 'abc')).toBe(1 / 4);
  });
});

describe('a reply without its signature', () => {
  it.each([
    ['Ci spiace, scrivici in privato. ^MR', 'Ci spiace, scrivici in privato'],
    ['Abbiamo risolto *AB', 'Abbiamo risolto'],
    ['Buona giornata — Marta', 'Buona giornata'],
    ['Buona giornata – Marta del Servizio Clienti', 'Buona giornata'],
    ['Ti rispondiamo presto\nMarta', 'Ti rispondiamo presto'],
    ['Ti rispondiamo presto\nIl team Aurora', 'Ti rispondiamo presto'],
    ['Grazie!\nMarta\nTeam Aurora', 'Grazie!'],
    ['Ciao, sono Marta e ti aiuto io', 'Ciao, sono … e ti aiuto io'],
    ['Hi, my name is John. ^JS', 'Hi, my name is …'],
    ['We are sorry\nCustomer Care Aurora', 'We are sorry'],
  ])('%j becomes %j', (text, left) => expect(unsignedText(text)).toBe(left));
  it.each(['Il prezzo è 3-4 euro', 'Roma – Milano in tre ore', 'Ci sono novità', 'Apri Impostazioni\nPoi premi Invia e aspetta', '^^ grazie'])('%j stays', (text) => expect(unsignedText(text)).toBe(text));
});

describe('pseudonyms', () => {
  const digest = (secret: string) => (key: string): string => createHmac('sha256', secret).update(key).digest('hex');
  const keys = Array.from({ length: 40 }, (_, at) => `x:${String(at)}`);
  it('are numbered in the order of the keyed hash, whatever order people come in', () => {
    const names = pseudonyms(keys, { language: 'it', digest: digest('one') });
    expect([...names.values()]).toEqual(keys.map((_, at) => `Voce ${String(at + 1)}`));
    expect(new Map([...pseudonyms([...keys].reverse().concat(keys), { language: 'it', digest: digest('one') })].sort())).toEqual(new Map([...names].sort()));
    // SHA-256 keyed with "one" of x:0 to x:3, ordered: made with Python's hmac
    expect([...pseudonyms(['x:0', 'x:1', 'x:2', 'x:3'], { language: 'en', digest: digest('one') })]).toEqual([['x:0', 'Voice 1'], ['x:2', 'Voice 2'], ['x:3', 'Voice 3'], ['x:1', 'Voice 4']]);
  });
  it('are others in another deliverable', () => {
    const [one, other] = [pseudonyms(keys, { language: 'it', digest: digest('one') }), pseudonyms(keys, { language: 'it', digest: digest('two') })];
    expect(keys.filter((key) => one.get(key) === other.get(key)).length).toBeLessThan(8);
  });
});
