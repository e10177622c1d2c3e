import { describe, expect, it } from 'vitest';
import { createPairCensus, type TermRow } from '../../../../src/domain/terms/pair-census.ts';
import { holdsMessage, termCensus } from '../../../../src/domain/terms/term-census.ts';
import { MOST_CODES, TERM_BREAK, termCode } from '../../../../src/domain/terms/term-code.ts';
import { commonest, createVocabulary, type SpokenWord } from '../../../../src/domain/terms/vocabulary.ts';

const spoken = (text: string): SpokenWord[] => text.split(' ').map((word) => {
  const [form = '', stem = form] = word.replace(',', '').split('/');
  return { form, stem, joined: !word.startsWith(',') };
});

describe('a vocabulary', () => {
  it('holds the words of five messages and more, in their commonest spelling', () => {
    const vocabulary = createVocabulary();
    const messages = [...Array.from({ length: 6 }, (_, i) => spoken(i < 2 ? 'ordine/ordin perso' : 'ordini/ordin perso')), spoken('raro ordini/ordin')];
    for (const message of messages) vocabulary.survey(message);
    const encoded = messages.map((message) => vocabulary.encode(message));
    const codes = new Map(vocabulary.words().map(({ stem, code, shown }) => [stem, { code, shown }]));
    expect([...codes].map(([stem, { shown }]) => [stem, shown])).toEqual([['ordin', 'ordini'], ['perso', 'perso']]);
    expect(encoded[0]).toBe(`${codes.get('ordin')?.code ?? ''}${codes.get('perso')?.code ?? ''}`);
    expect(encoded[6]).toBe(codes.get('ordin')?.code);
  });

  it('parts words that are not in a row, and neighbours of words that it does not hold', () => {
    const vocabulary = createVocabulary();
    for (let i = 0; i < 5; i += 1) vocabulary.survey(spoken('uno due tre'));
    const [one, two, three] = [vocabulary.encode(spoken('uno')), vocabulary.encode(spoken('due')), vocabulary.encode(spoken('tre'))];
    expect(vocabulary.encode(spoken('uno due ,tre'))).toBe(`${one}${two}${TERM_BREAK}${three}`);
    expect(vocabulary.encode(spoken('uno altro due'))).toBe(`${one}${TERM_BREAK}${two}`);
    expect(vocabulary.encode([])).toBe('');
  });

  it('breaks ties of spellings by the alphabet', () => {
    expect(commonest(new Map([['b', 2], ['a', 2], ['c', 1]]), 'x')).toBe('a');
    expect(commonest(new Map(), 'x')).toBe('x');
  });

  it('has a code for every position below the surrogates', () => {
    expect(termCode(0).length + termCode(MOST_CODES - 1).length).toBe(2);
    expect(() => termCode(MOST_CODES)).toThrow(`invalid code position: ${MOST_CODES}`);
  });
});

const [A, B, C, D] = [termCode(0), termCode(1), termCode(2), termCode(3)];
const rows = (terms: readonly string[], people: number): TermRow[] => terms.map((text, index) => ({ accountId: index % people, messageId: index + 1, terms: text })).sort((one, other) => one.accountId - other.accountId || one.messageId - other.messageId);

describe('two words in a row', () => {
  const pairsOf = (terms: readonly string[], people = 12): string[] => {
    const census = createPairCensus();
    const all = rows(terms, people);
    for (const row of all) census.survey(row);
    for (const row of all) census.count(row);
    return census.pairs(10).map(({ code }) => code);
  };
  const noise = Array.from({ length: 200 }, () => D);

  it('are one term when they are said together more than apart, by five people', () => {
    expect(pairsOf([...noise, ...Array.from({ length: 12 }, () => `${A}${B}`)])).toEqual([`${A}${B}`]);
    expect(pairsOf([...noise, ...Array.from({ length: 12 }, () => `${A} ${B}`)])).toEqual([]);
    expect(pairsOf([...noise, ...Array.from({ length: 12 }, () => `${A}${B}`)], 4)).toEqual([]);
    expect(pairsOf([...noise, ...Array.from({ length: 60 }, (_, i) => (i < 6 ? `${A}${C}` : i < 33 ? A : C))])).toEqual([]);
  });
});

describe('a census of terms', () => {
  it('counts every author once a side, however often a term is repeated', () => {
    const all = rows([`${A}${B}${A}`, `${A}${B}`, A, `${A} ${B}`, '', C], 3);
    const { inGroup, inRest } = termCensus(all, { pairs: [`${A}${B}`], group: (id) => id <= 2, rest: (id) => id !== 6 });
    expect([inGroup.messages, inGroup.authors, inRest.messages, inRest.authors]).toEqual([2, 2, 3, 3]);
    expect([inGroup.authorsOf(A), inGroup.messagesOf(A), inGroup.authorsOf(`${A}${B}`)]).toEqual([2, 2, 2]);
    expect([inRest.authorsOf(A), inRest.authorsOf(B), inRest.authorsOf(`${A}${B}`), inRest.authorsOf(C), inRest.authorsOf(`${B}${C}`)]).toEqual([2, 1, 0, 0, 0]);
  });

  it('takes sets of messages as bits', () => {
    expect([1, 8, 9].map((id) => holdsMessage(Uint8Array.of(0b10, 0b10), id))).toEqual([true, false, true]);
    expect(holdsMessage(Uint8Array.of(1), 700)).toBe(false);
  });
});
