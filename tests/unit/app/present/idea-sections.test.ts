import { describe, expect, it } from 'vitest';
import type { IdeaFigures } from '../../../../src/app/present/idea-figures.ts';
import type { MadePages } from '../../../../src/app/present/page-making.ts';
import type { SectionDesk } from '../../../../src/app/present/section-desk.ts';
import { companiesSection, mirrorSection } from '../../../../src/app/present/sections/company-sections.ts';
import { mindsSection } from '../../../../src/app/present/sections/minds-section.ts';
import { samenessSection } from '../../../../src/app/present/sections/sameness-section.ts';
import { scepticSection } from '../../../../src/app/present/sections/sceptic-section.ts';
import { pastPageSection, probesSection } from '../../../../src/app/present/sections/visitor-sections.ts';
import { clientSafeTable } from '../../../../src/present/privacy/client-safe-table.ts';
import { reportVoice } from '../../../../src/present/report-voice.ts';

const OFF: IdeaFigures = { sameness: null, pastPage: null, probes: null, companies: null, mirror: null, challenged: null, minds: null, borrowed: null };
const SECTIONS = [samenessSection, pastPageSection, probesSection, companiesSection, mirrorSection, scepticSection, mindsSection];
const DAY_MS = 86_400_000;

/** A desk with the answers of some ideas; of the rest of a report only what these sections read. */
function deskWith(ideas: object, audience: SectionDesk['audience'] = 'client', language: 'it' | 'en' = 'en'): SectionDesk {
  const overview = { windowStartMs: 0, windowEndMs: 30 * DAY_MS, networks: ['facebook'], messages: 900, coverage: [], unseen: [], brand: 'Aurora', abstained: 0 };
  return { figures: { ideas: { ...OFF, ...ideas }, overview, project: { dataVersion: 1, timeZone: 'Europe/Rome' } }, voice: reportVoice(language, 'Europe/Rome'), audience, question: '', seed: 1 } as unknown as SectionDesk;
}

const rowsOf = ({ tables }: MadePages, key: string): readonly (readonly unknown[])[] => tables.find((table) => table.key === key)?.rows ?? [];
const place = (container: string, open: number | null, oldestSeconds: number | null = null): object => ({ container, network: 'facebook', observable: open !== null, items: 20, itemsInAll: 40, undated: 0, hidden: 0, own: 10, open, itemsWithOpen: open, oldestSeconds });
const pastPage = (places: readonly object[], weekly: readonly number[] = []): object => ({
  pastPage: {
    page: { most: 20, timeZone: 'Europe/Rome', fromMs: 0, toMs: 30 * DAY_MS, atMs: 30 * DAY_MS, places, page: null },
    weeks: { weeks: weekly.map((open, at) => ({ week: '', startMs: at * 7 * DAY_MS, endMs: 0, atMs: 0, open, came: 1, messageIds: [] })), stays: { n: 40, tooFew: false, ends: {}, medianSeconds: 86_400, low: 43_200, high: 172_800, longestSeconds: null, messageIds: [] } },
  },
});
const share = (count: number, n: number): object => ({ count, n, share: null, low: 0.1, high: 0.9 });
const side = (name: string, people: number): object => ({ side: name, people, turns: 24, open: 4, withinDay: share(10, 24), withinWeek: share(18, 24), medianSeconds: name === 'agency' ? 3600 : 7200, proposals: 3, unsolicited: 2, adopted: share(1, 2) });
const mirror = (people: number): object => ({ mirror: { ready: true, both: [side('agency', people), side('client', people)], reciprocity: 0.9, promises: { voices: 0, of: people, kept: 0, late: 0, broken: 0, unverifiable: 0 } } });

describe('pages of ideas', () => {
  it('are not made while their sections are off', () => {
    for (const section of SECTIONS) expect(section(deskWith({}))).toEqual({ pages: [], tables: [] });
  });

  it('show a client small places of the first page together, and nothing that could be worked out from their sum', () => {
    const places = [place('Roma', 26, 500), place('Bari', 3, 900), place('Lecce', 4), place('Como', 0), place('Pisa', null)];
    expect(rowsOf(pastPageSection(deskWith(pastPage(places))), 'first-page')).toEqual([['5 other pages', 100, 50, 33, 900]]);
    expect(rowsOf(pastPageSection(deskWith(pastPage([...places, place('Enna', 5)]))), 'first-page')).toEqual([['Roma (Facebook)', 20, 10, 26, 500], ['5 other pages', 100, 50, 12, 900]]);
    expect(rowsOf(pastPageSection(deskWith(pastPage(places), 'analyst')), 'first-page').map(([name]) => name)).toEqual(['Roma (Facebook)', 'Bari (Facebook)', 'Lecce (Facebook)', 'Como (Facebook)', 'Pisa (Facebook)']);
  });

  it('name no number of open criticism under ten to a client, and draw weeks only where half of them can be told', () => {
    const few = pastPageSection(deskWith(pastPage([place('Roma', 7)], [3, 4, 12])));
    expect(few.pages[0]).toMatchObject({ form: 'too-few', figures: [] });
    expect(few.pages[0]?.title.text).not.toMatch(/7/);
    expect(few.tables.map(({ key }) => key)).toEqual(['first-page']);
    expect(pastPageSection(deskWith(pastPage([place('Roma', 17)], [13, 0, 2]))).tables.map(({ key }) => key)).toEqual(['first-page', 'first-page-weeks']);
    expect(pastPageSection(deskWith(pastPage([place('Roma', null)]))).pages[0]?.title.text).toContain('cannot be told');
  });

  it('give a client no number of a mirror while a side has fewer than ten people', () => {
    const small = mirrorSection(deskWith(mirror(9)));
    expect(small.tables).toEqual([]);
    expect(small.pages[0]).toMatchObject({ form: 'too-few', blocks: [] });
    expect(mirrorSection(deskWith(mirror(9), 'analyst')).tables).toHaveLength(1);
    const told = mirrorSection(deskWith(mirror(10)));
    // the agency waits for the client: half of the client's answers come within what the agency waits
    expect(told.pages[0]?.title.text).toBe('Half of the agency’s answers come within 2 hours, half of the client’s within 1 hour');
    expect(rowsOf(told, 'mirror')).toHaveLength(2);
  });

  it('name companies to the analyst alone, and say nothing of fewer than ten', () => {
    const waiting = (companies: number, people: number): object => ({ requests: 40, people, companies, withinDay: share(10, 40), withinHorizon: share(30, 40), meanSeconds: 9000 });
    const companies = (many: number): object => ({ companies: { preset: {}, tried: { followUpHours: 72, horizonDays: 14 }, total: many, people: 30, bases: { hand: 1, file: 20, domain: 2, profile: 0, none: 7 }, companies: [{ name: 'Conti Rossi', people: 12, requests: 20, answered: share(9, 18) }], effect: { before: waiting(many, 30), after: waiting(many, 30) } } });
    expect(JSON.stringify(companiesSection(deskWith(companies(12))))).not.toContain('Conti Rossi');
    expect(rowsOf(companiesSection(deskWith(companies(12), 'analyst')), 'companies')[0]?.[0]).toBe('Conti Rossi');
    expect(companiesSection(deskWith(companies(9)))).toMatchObject({ tables: [], pages: [{ form: 'too-few', blocks: [] }] });
    expect(companiesSection(deskWith(companies(12), 'client', 'it')).pages[0]?.title.text).toBe('Chiedono 12 aziende: 30 richieste su 40 hanno avuto risposta entro 14 giorni');
  });

  it('hold kept sentences against what would make them false, those on fewer than ten cases not for a client', () => {
    const found = (n: number | null, level: string): object => ({ measures: 'figure', now: { estimate: 0.4, low: 0.3, high: 0.5, n }, claim: { kind: 'minority', low: null, high: 0.5 }, distance: { threshold: 0.5, distance: 0.1, errors: 1.96 }, variations: [], unvaried: [], joint: { draws: 200, held: 150 }, verdict: { level, tried: 9, held: 8, unclear: 0, failed: 1 } });
    const challenged = { challenged: [{ sentence: 'Fewer than half are answered', unit: 'share', found: found(60, 'depends') }, { sentence: 'Three people wait', unit: 'share', found: found(3, 'holds') }] };
    expect(rowsOf(scepticSection(deskWith(challenged)), 'sceptic')).toEqual([['Fewer than half are answered', 60, 'over 50 in 100', 2, '8 of 9', 0.75, 'depends']]);
    expect(scepticSection(deskWith(challenged, 'analyst')).pages[0]?.title.text).toBe('Sentences that bear every change: 1 of 2 that were challenged');
  });
});

describe('the brand in minds', () => {
  const shareOf = (k: number, n: number): object => ({ k, n, estimate: n < 30 ? null : k / n, low: n < 30 ? null : 0.1, high: n < 30 ? null : 0.5 });
  const tone = (n: number): object => ({ n, people: n, tooFew: n < 5, negative: shareOf(Math.floor(n / 3), n), positive: shareOf(Math.floor(n / 2), n), corrected: null });
  const quarters = (ks: readonly number[]): object[] => ks.map((k, at) => ({ quarter: `2026-Q${at + 1}`, n: 40, k }));
  const term = (name: string, authorsIn: number, { authorsOut = 2, moved = 'not-clear', used = [12, 13, 14] }: { readonly authorsOut?: number; readonly moved?: string; readonly used?: readonly number[] } = {}): object => ({ key: `it:${name}`, term: name, words: 1, authorsIn, authorsOut, logOdds: Math.log(4), low: Math.log(2), high: Math.log(8), z: authorsIn / 5, q: 0.01, messages: authorsIn, messageIds: [1], tone: tone(authorsIn), quarters: quarters(used), trend: { z: 3, q: 0.01, moved } });
  const entry = (title: string, people: number, terms: readonly object[], state = 'told'): object => ({ brand: 'Aurora', tribe: { id: `own:${title}`, lens: 'interests', name: title, title, color: 1, shape: 'disc', hidden: false, origin: 'rule', sensitive: null, size: people + 5 }, basis: 'meant', language: 'it', about: { people, messages: people + 10 }, rest: { people: 60, messages: 200 }, state, tested: 90, tone: tone(people + 10), messageIds: [1], terms });
  const minds = (...entries: readonly object[]): object => ({ minds: { leastAuthors: 20, correction: { available: false, reason: 'few-checked', labelled: 3, needed: 30 }, entries } });

  it('tells a client words of ten people and more, tribes of which ten speak of it, and no number of fewer who say it elsewhere', () => {
    const made = mindsSection(deskWith(minds(entry('Bar', 45, [term('gluten', 35), term('milk', 9)]), entry('Home', 40, []), entry('Few', 8, [], 'about'))));
    expect(made.pages.map(({ key, form }) => [key, form])).toEqual([['minds', 'clear'], ['mind:own:Bar', 'clear']]);
    expect(made.pages[0]?.title.text).toBe('In the tribe “Bar” those who speak of Aurora speak mostly of “gluten”');
    expect(rowsOf(made, 'minds').map(([tribe, words, people]) => [tribe, words, people])).toEqual([['Bar', 'gluten', 45], ['Home', 'no clear word', 40]]);
    expect(rowsOf(made, 'mind:own:Bar').map((row) => row.slice(0, 7))).toEqual([['gluten', 4, 2, 8, 35, { withheld: 'few-people' }, 35]]);
    const analyst = mindsSection(deskWith(minds(entry('Bar', 45, [term('gluten', 35), term('milk', 9)]), entry('Few', 8, [], 'about')), 'analyst'));
    expect(rowsOf(analyst, 'mind:own:Bar').map(([word, , , , , elsewhere]) => [word, elsewhere])).toEqual([['gluten', 2], ['milk', 2]]);
    expect(rowsOf(analyst, 'minds').map(([tribe, words]) => [tribe, words])).toEqual([['Bar', 'gluten, milk'], ['Few', 'too few people speak of it']]);
  });

  it('gives a tone from thirty messages on, and quarters only of words that ten people use in them', () => {
    const { tables } = mindsSection(deskWith(minds(entry('Bar', 45, [term('gluten', 35), term('milk', 12, { used: [3, 0, 11] })]))));
    const safe = (key: string): unknown[] => tables.filter((table) => table.key === key).flatMap((table) => clientSafeTable(table, 10).rows.map((row) => [...row]));
    expect(safe('mind:own:Bar').map((row) => (row as unknown[])[7])).toEqual([11 / 35, { withheld: 'no-estimate' }]);
    expect(safe('mind-quarters:own:Bar').slice(3)).toEqual([['milk', 'Q1 2026', { withheld: 'few-people' }, { withheld: 'few-people' }], ['milk', 'Q2 2026', 40, 0], ['milk', 'Q3 2026', 40, 11]]);
  });

  it('says how a word moves between the first and the last quarter that may be told', () => {
    const bullets = (used: readonly number[], audience: 'client' | 'analyst' = 'client'): readonly string[] => mindsSection(deskWith(minds(entry('Bar', 45, [term('gluten', 35, { moved: 'up', used })])), audience)).pages.flatMap(({ key, blocks }) => (key === 'mind:own:Bar' ? blocks.flatMap((block) => (block.kind === 'bullets' ? block.items : [])) : []));
    expect(bullets([10, 16, 20])).toEqual(['“gluten” is rising: from 25 people in 100 (Q1 2026) to 50 (Q3 2026).']);
    expect(bullets([4, 5, 20])).toEqual(['“gluten” is rising.']);
    expect(bullets([4, 5, 20], 'analyst')).toEqual(['“gluten” is rising: from 10 people in 100 (Q1 2026) to 50 (Q3 2026).']);
  });

  it('says so without a number where no word is clear, where too few speak of the brand, and makes no page where no tribe may be told', () => {
    expect(mindsSection(deskWith(minds(entry('Home', 40, [])))).pages.map(({ form, figures, title }) => [form, figures.length, title.text])).toEqual([['not-clear', 0, 'In no tribe is a word clearly tied to Aurora']]);
    expect(mindsSection(deskWith(minds(entry('Home', 15, [], 'about')), 'client', 'it')).pages[0]?.title.text).toBe('Con quali parole le tribù pensino Aurora non si può dire: servono 20 persone che ne parlino, e altrettante con cui confrontarle');
    expect(mindsSection(deskWith(minds(entry('Few', 8, [], 'about'), entry('Never', 0, [], 'never'))))).toEqual({ pages: [], tables: [] });
  });

  it('tells a client the words that ten people used before the brand, by months, and the index', () => {
    const taken = (name: string, peopleBefore: number): object => ({ key: `it:${name}`, term: name, words: 1, q: 0.01, people: peopleBefore + 4, peopleBefore, brandDays: 6, brandBefore: 0, firstPeopleMs: 5.5 * DAY_MS, firstBrandMs: 40.5 * DAY_MS, messageIds: [], brandMessageIds: [], tribes: [{ id: 'own:Bar', lens: 'interests', name: 'Bar', title: 'Bar', color: 1, shape: 'disc', hidden: false, origin: 'rule', sensitive: null, people: 12 }] });
    const borrowed = (more: object = {}): object => ({ borrowed: { brand: 'Aurora', language: 'it', languages: [], tooFew: null, leastPeople: 20, leastBrandDays: 30, people: 80, brandMessages: 60, brandDays: 40, isCut: false, tested: 40, index: { k: 10, n: 40, estimate: 0.25, low: 0.14, high: 0.4 }, borrowed: [taken('slow', 14), taken('raw', 9)], lent: [], ...more } });
    const made = mindsSection(deskWith(borrowed()));
    expect(made.pages.map(({ title, form }) => [title.text, form])).toEqual([['Aurora took up “slow” from people, who used them before', 'clear']]);
    expect(rowsOf(made, 'borrowed')).toEqual([['slow', 14, '1970-01', '1970-02', 6, 'Bar']]);
    expect(rowsOf(mindsSection(deskWith(borrowed(), 'analyst')), 'borrowed').map(([word]) => word)).toEqual(['slow', 'raw']);
    expect(mindsSection(deskWith(borrowed({ tooFew: 'brand', borrowed: [], tested: 0 })))).toMatchObject({ tables: [], pages: [{ form: 'too-few', blocks: [], figures: [] }] });
    expect(mindsSection(deskWith(borrowed({ borrowed: [] }))).pages[0]).toMatchObject({ form: 'not-clear', title: { text: 'No word clearly passes from people to Aurora' } });
  });
});
