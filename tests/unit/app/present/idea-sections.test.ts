import { describe, expect, it } from 'vitest';
import type { IdeaFigures } from '../../../../src/app/present/idea-figures.ts';
import type { MadePages } from '../../../../src/app/present/page-making.ts';
import type { SectionDesk } from '../../../../src/app/present/section-desk.ts';
import { companiesSection, mirrorSection } from '../../../../src/app/present/sections/company-sections.ts';
import { samenessSection } from '../../../../src/app/present/sections/sameness-section.ts';
import { scepticSection } from '../../../../src/app/present/sections/sceptic-section.ts';
import { pastPageSection, probesSection } from '../../../../src/app/present/sections/visitor-sections.ts';
import { reportVoice } from '../../../../src/present/report-voice.ts';

const OFF: IdeaFigures = { sameness: null, pastPage: null, probes: null, companies: null, mirror: null, challenged: null };
const SECTIONS = [samenessSection, pastPageSection, probesSection, companiesSection, mirrorSection, scepticSection];
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
