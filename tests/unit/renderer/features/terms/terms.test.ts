import { describe, expect, it } from 'vitest';
import { filtersFrom, filterWords, writtenFilters } from '../../../../../src/renderer/features/terms/comparison.ts';
import { doublingTicks, falseRate, termRows, termsSentence, termTable, tickText, timesBetween, type Distinctive, type DistinctiveTerm } from '../../../../../src/renderer/features/terms/term-rows.ts';
import { leftOutWords, termsLead } from '../../../../../src/renderer/features/terms/terms-lead.ts';
import { answeredWords, topicDates, topicsLead, type Topic } from '../../../../../src/renderer/features/terms/topic-words.ts';
import { voiceOf } from '../../charts/voice.ts';

const [italian, english] = [voiceOf('it'), voiceOf('en')];
const term = (name: string, logOdds: number, more: Partial<DistinctiveTerm> = {}): DistinctiveTerm => ({ key: `it:${name}`, term: name, words: 1, authorsIn: 30, authorsOut: 12, messagesIn: 34, messagesOut: 13, logOdds, low: logOdds - 0.5, high: logOdds + 0.5, z: logOdds * 4, q: 0.00001, ...more });
const answer: Distinctive = {
  language: 'it', languages: [{ language: 'it', messages: 765 }, { language: 'en', messages: 1 }], group: { messages: 765, authors: 522 }, rest: { messages: 3654, authors: 1721 }, leftOut: 32, tooFew: null, leastAuthors: 20, tested: 973,
  ofGroup: [term('ordine', Math.log(4)), term('carta di credito', Math.log(3), { words: 2 })], ofRest: [term('grazie', -Math.log(5), { authorsIn: 3, authorsOut: 180 })],
};

describe('terms in words', () => {
  it('have a finding in three forms', () => {
    expect(termsSentence(answer, italian)).toBe('Qui più che altrove si parla di «ordine» e «carta di credito»');
    expect(termsSentence({ ...answer, ofGroup: [] }, english)).toBe('Less than elsewhere, people here write about “grazie”');
    expect(termsSentence({ ...answer, ofGroup: [], ofRest: [] }, italian)).toBe('Nessuna parola distingue con chiarezza questo gruppo');
  });

  it('say what stands on either side and what is left out', () => {
    expect(termsLead(answer, italian)).toBe('Il gruppo: 765 messaggi di 522 autori. A confronto: 3.654 messaggi di 1.721 autori.');
    expect(leftOutWords(answer, italian)).toBe('Un altro messaggio è in inglese. Nel gruppo 32 messaggi non sono contati: altra lingua, autore non noto, bot o senza testo.');
    expect(leftOutWords({ ...answer, languages: [], leftOut: 0 }, english)).toBe('');
  });

  it('read as factors, on the side they speak for', () => {
    const opened: unknown[] = [];
    const rows = termRows(answer, italian, ({ term: name }, side) => opened.push([name, side]));
    expect(rows.map(({ label, value }) => [label, value])).toEqual([['ordine', '30 autori'], ['carta di credito', '30 autori'], ['grazie', '180 autori']]);
    expect(rows[0]?.lines).toEqual(['4 volte più usata nel gruppo, tra 2,43 e 6,59', '30 autori nel gruppo, 12 fra gli altri', 'quota attesa di falsi: meno di 0,001']);
    expect(rows[2]?.lines[0]).toBe('5 volte più usata dagli altri, tra 3,03 e 8,24');
    for (const row of rows) row.open();
    expect(opened).toEqual([['ordine', 'group'], ['carta di credito', 'group'], ['grazie', 'rest']]);
    expect(timesBetween(answer.ofRest[0] ?? term('x', -1), 'rest', english)).toBe('between 3.03 and 8.24');
    expect(falseRate(0.0301, italian)).toBe('0,0301');
    const table = termTable(answer, 'caption', italian);
    expect(table.rows).toHaveLength(3);
    for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('are drawn on doublings', () => {
    expect(doublingTicks({ domain: [-1.5, 1.5], wanted: 10 }).map((value) => tickText(value, italian))).toEqual(['×4', '×2', '×1', '×2', '×4']);
    expect(doublingTicks({ domain: [0, Math.log(1000)], wanted: 3 }).length).toBeLessThanOrEqual(4);
    expect(doublingTicks({ domain: [1, 1], wanted: 5 })).toEqual([]);
  });
});

describe('a comparison that is kept', () => {
  it('goes into the address and comes back', () => {
    const filters = { intents: ['trouble' as const], networks: ['instagram'], fromMs: Date.UTC(2026, 2, 3), text: 'a & b' };
    expect(filtersFrom(writtenFilters(filters))).toEqual(filters);
    expect(filterWords(filters, italian)).toBe('dal 3 marzo 2026 · Instagram · problema · «a & b»');
    expect(filterWords({ tribes: ['value:even', 'role:customer', 'own'], sentiments: ['negative'], toMs: Date.UTC(2026, 2, 2, 23) }, english)).toMatch(/^until 2 March 2026 · even, customer, own · negative$/);
  });

  it('is none where the address holds nothing that is understood', () => {
    for (const written of [undefined, '', 'nonsense', 'intent=anger', '%%%']) expect(filtersFrom(written)).toBeNull();
  });
});

describe('topics in words', () => {
  const topic: Topic = { id: 'a', kind: 'question', brand: 'Aurora', label: 'tempi spedizione', terms: ['tempi', 'spedizione'], messages: 24, people: 20, firstMs: Date.UTC(2026, 0, 5, 12), lastMs: Date.UTC(2026, 1, 6, 12), typical: null, answers: { n: 22, inPublic: 5, sentToPrivate: 2, unobservable: 2 }, best: null };

  it('count answers as words, never as a rate', () => {
    expect(answeredWords(topic, italian)).toBe('con risposta 7 su 22 (2 in privato, 2 non osservabili)');
    expect(answeredWords({ ...topic, answers: { n: 3, inPublic: 0, sentToPrivate: 0, unobservable: 0 } }, english)).toBe('0 of 3 with an answer');
    expect(answeredWords({ ...topic, answers: { n: 0, inPublic: 0, sentToPrivate: 0, unobservable: 4 } }, italian)).toBe('risposte non osservabili');
    expect(answeredWords({ ...topic, answers: null }, italian)).toBeNull();
  });

  it('open with how much recurs, also when nothing does', () => {
    expect(topicsLead({ total: 146, grouped: 647, asked: 1346, topics: [] }, 'question', italian)).toBe('Su 1.346 domande, 647 si ripetono: 146 gruppi.');
    expect(topicsLead({ total: 0, grouped: 0, asked: 12, topics: [] }, 'question', english)).toBe('Under these filters none of the 12 questions recurs.');
    expect(topicsLead({ total: 1, grouped: 4, asked: null, topics: [] }, 'copies', italian)).toBe('1 testo torna quasi uguale in 4 messaggi.');
    expect(topicsLead({ total: 0, grouped: 0, asked: null, topics: [] }, 'copies', italian)).toBe('Con questi filtri nessun testo torna quasi uguale.');
  });

  it('have dates, where any is known', () => {
    expect(topicDates(topic, italian)).toBe('dal 5 gennaio 2026 al 6 febbraio 2026');
    expect(topicDates({ ...topic, lastMs: topic.firstMs }, english)).toBe('on 5 January 2026');
    expect(topicDates({ ...topic, firstMs: null, lastMs: null }, italian)).toBe('');
  });
});
