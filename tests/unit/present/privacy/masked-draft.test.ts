import { describe, expect, it } from 'vitest';
import { maskedDraft, namesIn } from '../../../../src/present/privacy/masked-draft.ts';

describe('a message as the beginning of a quote', () => {
  it('loses contacts, names of those who wrote and numbers', () => {
    const text = 'Sono Anna Ròssi, ordine 12.345 del 3/7: scrivete a anna@posta.it o @anna_r, tel 333 1234567. Due volte, 2 pacchi';
    expect(maskedDraft(text, { names: ['Anna Ròssi', '@bruno_x'], voice: false })).toBe('Sono …, ordine … del …: scrivete a … o …, tel …. Due volte, 2 pacchi');
  });
  it('keeps a person’s words and takes a brand’s signature', () => {
    expect(maskedDraft('Buona giornata — Marta', { names: [], voice: true })).toBe('Buona giornata');
    expect(maskedDraft('Buona giornata — Marta', { names: [], voice: false })).toBe('Buona giornata — Marta');
  });
  it('finds names as whole words, in any letter case, from three letters up', () => {
    expect(namesIn('ANNA e annamaria, Bo no', ['Anna Bo', 'x9'])).toEqual(['ANNA']);
    expect(namesIn('', ['Anna'])).toEqual([]);
  });
});
