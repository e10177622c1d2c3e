import { describe, expect, it } from 'vitest';
import { PUBLISHED_FIGURES } from '../../../../../src/domain/answers/published-figures.ts';
import { ANSWER_KINDS, ANSWER_SEQUELS } from '../../../../../src/domain/answers/answer-quality.ts';
import { ANSWER_KINDS_SHOWN, ANSWER_SEQUELS_SHOWN } from '../../../../../src/renderer/features/response/answer-facts.ts';
import { benchmarkTitle, countedFigure, criticismTitle, firstPageTitle, publishedParts, publishedTitle, qualityTitle, quartersTitle, vanishedTitle, type Benchmarks, type Criticism, type FirstPages, type Quality, type QualityGroup, type Vanished } from '../../../../../src/renderer/features/response/answer-words.ts';
import { shareRows } from '../../../../../src/renderer/features/response/share-rows.ts';
import { voiceOf } from '../../charts/voice.ts';

const it_ = voiceOf('it');
const en = voiceOf('en');
const share = (k: number, n: number, low: number | null = null, high: number | null = null): { k: number; n: number; estimate: number | null; low: number | null; high: number | null } => ({ k, n, estimate: low === null ? null : k / n, low, high });
const WEEK = 604_800;

const group = (care: ReturnType<typeof share>, deflect: ReturnType<typeof share>): QualityGroup => ({
  key: 'all', n: care.n, authors: 40, tooFew: false, acts: { care, answer: share(0, care.n), deflect, template: share(0, care.n) }, classes: null, after: null, turns: null,
});
const published = (change: Partial<Quality['published']>): Quality => ({
  horizonSeconds: WEEK, groups: [], quarters: [], published: { n: 45, tooFew: false, publishedSeconds: 3600, honestSeconds: 7200, answers: 25, late: 0, silent: 20, young: 0, cappedSeconds: 0, silenceSeconds: 3600, ...change },
});
const none = { n: 0, authors: 0, tooFew: true, answered: null, dominantAuthor: false };
const side = (k: number, n: number): Criticism['all']['criticism'] => ({ n, authors: n, tooFew: false, answered: share(k, n, 0.1, 0.9), dominantAuthor: false });
const criticism = (all: [number, number] | null, opening: [number, number] | null): Criticism => {
  const of = (limits: [number, number] | null): Criticism['all'] => (limits === null ? { criticism: none, praise: none, difference: null } : { criticism: side(15, 60), praise: side(30, 40), difference: { estimate: (limits[0] + limits[1]) / 2, low: limits[0], high: limits[1] } });
  return { draws: 2000, all: of(all), opening: of(opening), unobservable: 0, unread: 0 };
};

describe('shares in words', () => {
  it('are told in a hundred, as counts, or as too few', () => {
    expect(countedFigure(share(31, 100, 0.27, 0.35), 100, it_)).toEqual({ main: '31 su 100', limits: 'tra 27 e 35' });
    expect(countedFigure(share(7, 22), 22, en)).toEqual({ main: '7 of 22', limits: null });
    expect(countedFigure(null, 12, it_)).toEqual({ main: 'troppo pochi (12)', limits: null });
  });

  it('stand in rows of a chart, without a mark where there is no share', () => {
    const [row, few] = shareRows([{ key: 'a', label: 'a', share: share(31, 100, 0.27, 0.35), n: 100, color: 'red', open: () => undefined }, { key: 'b', label: 'b', share: null, n: 4, color: 'red', open: () => undefined }], it_);
    expect(row).toMatchObject({ estimate: 0.31, low: 0.27, high: 0.35, value: '31 su 100', lines: ['31 su 100 (tra 27 e 35)', '31 su 100'] });
    expect(few).toMatchObject({ estimate: null, value: 'troppo pochi (4)' });
  });
});

describe('titles in three forms', () => {
  it('of quality', () => {
    expect(qualityTitle(group(share(50, 100, 0.4, 0.6), share(10, 100, 0.05, 0.18)), it_)).toBe('Chi riceve risposta è preso in carico 50 volte su 100 e rimandato in privato 10');
    expect(qualityTitle(group(share(20, 100, 0.1, 0.3), share(25, 100, 0.15, 0.35)), en)).toMatch(/^It is not clear whether people who are answered are taken care of more often/u);
    expect(qualityTitle(group(share(7, 22), share(3, 22)), it_)).toBe('Come siano le risposte non si può dire: sono troppo poche (22)');
  });

  it('of criticism: clear only when both comparisons point the same way', () => {
    expect(criticismTitle(criticism([-0.6, -0.4], [-0.5, -0.2]), it_)).toBe('Chi critica riceve risposta 25 volte su 100, chi fa un complimento 75');
    expect(criticismTitle(criticism([-0.6, -0.4], [-0.1, 0.2]), it_)).toMatch(/^Non è chiaro se chi critica.*aprono una conversazione la differenza sta tra 10 su 100 in meno e 20 su 100 in più$/u);
    expect(criticismTitle(criticism([-0.1, 0.2], [-0.1, 0.3]), it_)).toMatch(/^Non è chiaro se chi critica.*la differenza sta tra 10 su 100 in meno e 20 su 100 in più$/u);
    expect(criticismTitle(criticism([0.1, 0.4], [-0.5, -0.2]), it_)).toMatch(/^Non è chiaro.*il contrario$/u);
    expect(criticismTitle(criticism([0.1, 0.4], null), en)).toMatch(/cannot be told: too few messages open a conversation \(0\)$/u);
    expect(criticismTitle(criticism(null, null), en)).toContain('too few');
  });

  it('of the wait usually published, with the parts of the difference', () => {
    expect(publishedTitle(published({}), it_)).toBe('Chi chiede aspetta in media 2 ore, contando al massimo 7 giorni; il tempo che di solito si pubblica sarebbe 1 ora');
    expect(publishedTitle(published({ honestSeconds: null }), it_)).toMatch(/^Quanto si aspetta contando tutti non si può dire/u);
    expect(publishedTitle(published({ n: 12, publishedSeconds: null }), en)).toContain('(12)');
    expect(publishedParts(published({ young: 5, late: 1, cappedSeconds: -600 }), it_)).toEqual([
      '20 richieste senza risposta non entrano nella media pubblicata: contarle aggiunge 1 ora.',
      'Di queste 5 sono state osservate per meno di 7 giorni e contano per quanto sono state osservate.',
      '1 risposta è arrivata dopo 7 giorni e qui conta 7 giorni: toglie 10 minuti.',
    ]);
    expect(publishedParts(published({ silent: 0, silenceSeconds: 0 }), en)).toEqual(['No answer came after 7 days.']);
  });

  it('of quarters: from the first to the last that can be told', () => {
    const quarter = (key: string, deflect: ReturnType<typeof share> | null): Quality['quarters'][number] => ({ key, startMs: 0, endMs: 1, n: 40, tooFew: deflect === null, deflect, template: null });
    expect(quartersTitle([quarter('2025-Q3', share(4, 40, 0.04, 0.23)), quarter('2025-Q4', null), quarter('2026-Q1', share(20, 40, 0.35, 0.65))], 'deflect', it_)).toBe('Chi chiede è rimandato in privato più spesso: da 10 a 50 prime risposte su 100 tra il 3° trimestre 2025 e il 1° trimestre 2026');
    expect(quartersTitle([quarter('2025-Q3', share(20, 40, 0.35, 0.65)), quarter('2025-Q4', share(18, 40, 0.3, 0.6))], 'deflect', en)).toMatch(/^It is not clear whether between Q3 2025 and Q4 2025/u);
    expect(quartersTitle([quarter('2025-Q3', share(4, 40, 0.04, 0.23))], 'deflect', it_)).toContain('servono due trimestri');
    expect(quartersTitle([], 'template', it_)).toContain('risposta fotocopia');
  });

  it('of the own past', () => {
    const one = (estimate: number) => ({ n: 50, authors: 50, tooFew: false, share: { estimate, low: 0, high: 1 } });
    const past = (difference: { estimate: number; low: number; high: number } | null, reason: Benchmarks['past']['reason'] = null): Benchmarks => ({
      draws: 2000, published: [], brands: { reason: 'one-brand', cells: [], leftOut: [], peopleAtTwo: 0, rivals: [] },
      past: { reason, chosen: false, nowFromMs: 2, nowToMs: 3, beforeFromMs: 1, dataFromMs: 0, comparisons: [{ seconds: WEEK, first: one(0.6), second: one(0.5), difference }], leftOut: [] },
    });
    expect(benchmarkTitle(past({ estimate: 0.1, low: 0.02, high: 0.2 }), it_)).toBe('Chi chiede riceve risposta entro 7 giorni più spesso di prima: 10 su 100 in più');
    expect(benchmarkTitle(past({ estimate: -0.1, low: -0.2, high: -0.02 }), en)).toContain('less often than before: 10 in 100 fewer');
    expect(benchmarkTitle(past({ estimate: 0.1, low: -0.1, high: 0.3 }), it_)).toMatch(/^Non è chiaro/u);
    expect(benchmarkTitle(past(null), it_)).toContain('troppo pochi casi (50)');
    expect(benchmarkTitle(past(null, 'no-earlier-data'), it_)).toContain('Il periodo prima non è nei dati');
  });

  it('of what vanished', () => {
    const traced = (k: number, n: number, told: boolean): Vanished['vanished'] => ({ n, read: n, tooFew: false, criticism: told ? share(k, n, 0.1, 0.9) : null, intents: {} });
    const vanished = (change: Partial<Vanished>): Vanished => ({ comparable: true, vanished: traced(30, 40, true), stillThere: traced(25, 100, true), difference: { estimate: 0.5, low: 0.3, high: 0.7 }, notReExported: 0, hidden: 0, containers: [], ...change });
    expect(vanishedTitle(vanished({}), it_)).toBe('Tra i messaggi spariti le critiche sono 75 su 100, tra quelli che ci sono ancora 25');
    expect(vanishedTitle(vanished({ difference: { estimate: 0.1, low: -0.1, high: 0.3 } }), en)).toMatch(/^It is not clear/u);
    expect(vanishedTitle(vanished({ vanished: traced(2, 12, false), difference: null }), it_)).toContain('troppo pochi casi (12)');
    expect(vanishedTitle(vanished({ vanished: traced(0, 0, false) }), it_)).toMatch(/^Nessun messaggio risulta sparito/u);
    expect(vanishedTitle(vanished({ comparable: false }), en)).toMatch(/^No page was exported twice/u);
  });

  it('of the first page', () => {
    const pages = (open: (number | null)[]): FirstPages => ({ most: 20, containers: open.map((one, i) => ({ container: String(i), network: 'x', replies: null, endMs: null, items: 1, itemsInAll: 1, itemsWithOpen: 0, criticism: 0, open: one, oldestSeconds: null })) });
    expect(firstPageTitle(pages([1, null]), it_)).toBe('Chi visita oggi le pagine trova 1 critica senza risposta tra i primi 20 contenuti');
    expect(firstPageTitle(pages([3, 4]), en)).toContain('finds 7 unanswered pieces of criticism');
    expect(firstPageTitle(pages([0]), it_)).toContain('non trova critiche');
    expect(firstPageTitle(pages([null]), it_)).toContain('non si può dire');
    expect(firstPageTitle(pages([]), it_)).toContain('non c’è una pagina');
  });
});

it('every code that is shown has words, and what is shown is what is computed', () => {
  expect(ANSWER_KINDS_SHOWN).toEqual(ANSWER_KINDS);
  expect(ANSWER_SEQUELS_SHOWN).toEqual(ANSWER_SEQUELS);
  for (const voice of [it_, en]) {
    for (const code of [...ANSWER_KINDS, ...ANSWER_SEQUELS]) expect(voice.text(`answers.quality.of.${code}`)).not.toContain('quality.of');
    for (const { id } of PUBLISHED_FIGURES) expect(voice.text(`answers.benchmarks.publishedWhat.${id}`, { n: '1', answered: '1' })).not.toContain('publishedWhat');
    for (const reason of ['smaller-brand', 'times-not-known', 'network-not-shared', 'replies-missing', 'kind-not-shared', 'months-not-shared']) expect(voice.text(`answers.benchmarks.leftReason.${reason}`)).not.toContain('leftReason');
  }
});
