import { describe, expect, it } from 'vitest';
import { overviewOpening } from '../../../../src/renderer/features/overview/overview-opening.ts';
import { unseenText } from '../../../../src/domain/wording/unseen-text.ts';
import { leadingCode, monthSelection } from '../../../../src/renderer/features/overview/month-lines.ts';
import { textPieces } from '../../../../src/renderer/features/messages/text-pieces.ts';
import { pagesFor } from '../../../../src/renderer/features/messages/page-window.ts';
import { threadDepths } from '../../../../src/renderer/features/messages/thread-depths.ts';
import { messageTime, outcomeText } from '../../../../src/renderer/features/messages/message-words.ts';
import { boxTexts, typedBox } from '../../../../src/renderer/features/tribes/box-limits.ts';
import { lensReason, mapTitle } from '../../../../src/renderer/features/tribes/map-marks.ts';
import { gapForm, tellingGap } from '../../../../src/renderer/features/response/gap-rows.ts';
import { meanFigure, medianFigure, onOneLine, outcomeCounts, pText, withinFigure, type SurvivalGroup } from '../../../../src/renderer/features/response/response-figures.ts';
import { drawnSeries, groupLabel } from '../../../../src/renderer/features/response/survival-series.ts';
import { voiceOf } from '../charts/voice.ts';

const italian = voiceOf('it');
const english = voiceOf('en');

const group: SurvivalGroup = {
  key: 'trouble', n: 120, authors: 98, answered: 80, sentToPrivate: 22, nods: 3, censored: 40, peerFirst: 2, inferred: 0,
  medianSeconds: 5_400, medianLow: 3_600, medianHigh: 9_000, longestFollowUpSeconds: 2_592_000, meanOfAnswersSeconds: 4_000, stillWaiting: null, dayTimes: 0, countOnly: 0, cautious: null,
  restrictedMeanSeconds: 219_600, restrictedMeanLow: 200_000, restrictedMeanHigh: 240_000, tooFew: false,
  answeredWithin: [{ seconds: 3_600, estimate: 0.31, low: 0.27, high: 0.35 }, { seconds: 86_400, estimate: 0.6, low: 0.5, high: 0.7 }],
  steps: [{ atSeconds: 60, waiting: 0.9, standardError: 0.01, low: 0.85, high: 0.95 }], corrected: null,
};

describe('response figures', () => {
  it('counts the four outcomes without adding them up', () => {
    expect(outcomeCounts(group)).toEqual({ public: 58, private: 22, nod: 3, silence: 37 });
    expect(outcomeCounts({ ...group, answered: null })).toBeNull();
  });
  it('writes shares by the number of cases', () => {
    expect(onOneLine(withinFigure(group, 3_600, italian))).toBe('31 su 100 (tra 27 e 35)');
    expect(onOneLine(withinFigure({ ...group, n: 22 }, 3_600, italian))).toBe('circa 7 su 22');
    expect(onOneLine(withinFigure({ ...group, n: 12, tooFew: true }, 3_600, english))).toBe('too few (12)');
    expect(onOneLine(withinFigure(group, 604_800, italian))).toBe('non nota');
  });
  it('writes medians that were not reached as more than the follow-up', () => {
    expect(onOneLine(medianFigure(group, italian))).toBe('1 ora e 30 minuti (tra 1 h e 2 h 30 min)');
    expect(onOneLine(medianFigure({ ...group, medianSeconds: null, medianLow: null, medianHigh: null, longestFollowUpSeconds: 604_800 }, italian))).toBe('più di 7 giorni');
    expect(onOneLine(medianFigure({ ...group, medianHigh: null }, english))).toBe('1 hour and 30 minutes (from 1 h up)');
    expect(onOneLine(meanFigure({ ...group, restrictedMeanSeconds: null }, italian))).toBe('non nota');
  });
  it('never writes a p of zero', () => {
    expect(pText(0, italian)).toBe('meno di 0,001');
    expect(pText(0.0412, english)).toBe('0.041');
    expect(pText(null, english)).toBe('–');
  });
  it('names groups and colours only what is said', () => {
    expect(groupLabel('weekday', '1', italian)).toBe('lunedì');
    expect(groupLabel('weekday', '7', english)).toBe('Sunday');
    expect(groupLabel('hour', '9', italian)).toBe('ore 09');
    const { series, left } = drawnSeries([{ ...group, key: 'a' }, { ...group, key: 'b', restrictedMeanSeconds: 10 }, { ...group, key: 'c', restrictedMeanSeconds: 20 }, { ...group, key: 'd', tooFew: true }], { by: 'network', label: (key) => key, open: () => undefined });
    expect(series.map(({ color }) => color)).toEqual(['var(--warm)', 'var(--accent)', 'var(--outline)']);
    expect(left.map(({ key }) => key)).toEqual(['d']);
  });
  it('tells the widest clear gap', () => {
    const base = { intent: 'trouble' as const, n: 100, authors: 50, tooFew: false, gapSeconds: 10, low: 5, high: 15, restrictedMeanSeconds: 20, stillWaitingShare: 0.2, meanOfAnswersSeconds: 5, answers: 60, dominantAuthor: false, corrected: null };
    const unclear = { ...base, intent: 'idea' as const, gapSeconds: 99, low: -5 };
    expect(gapForm(base)).toBe('clear');
    expect(gapForm(unclear)).toBe('not-clear');
    expect(gapForm({ ...base, tooFew: true })).toBe('too-few');
    const value = { clock: 'wall' as const, shareSeconds: [3600, 86_400, 604_800], horizonSeconds: 604_800, correction: { available: false, reason: 'not-drawn' as const, labelled: 0, needed: 100 }, reference: 'purchase' as const, referenceN: 30, referenceTooFew: false, referenceRestrictedMeanSeconds: 10, referenceMeanOfAnswersSeconds: 5, draws: 2000 };
    expect(tellingGap({ ...value, gaps: [unclear, base] })?.intent).toBe('trouble');
    expect(tellingGap({ ...value, gaps: [] })).toBeNull();
  });
});

describe('overview', () => {
  const words = { date: italian.date, network: italian.network };
  const overview = {
    messages: 8_214, accounts: 2_100, persons: 2_100, reactions: 0, identityReviewed: false, networks: ['facebook', 'instagram'], languages: ['it'], languageCounts: [], windowStartMs: Date.UTC(2025, 0, 5), windowEndMs: Date.UTC(2025, 11, 20),
    brand: 'Caffè Aurora', brands: [], inbound: 7_000, outbound: 1_214, withoutAuthor: 0, withoutText: 0, relativeTimes: 0, unread: 0, abstained: 0, coverage: [], months: [], findings: [], comparisonsLookedAt: 0, unseen: [],
  };
  it('opens with who wrote what, where and when', () => {
    expect(overviewOpening(overview, italian, words)).toBe('2.100 profili hanno scritto 8.214 messaggi su Facebook e Instagram tra il 5 gennaio 2025 e il 20 dicembre 2025; 1.214 sono scritti a nome del brand, 7.000 da altri.');
  });
  it('says that firms wrote where one brand is not the only one', () => {
    const desks = { ...overview, unseen: [{ code: 'unclaimed-desks', count: 95, container: null }] };
    const [own, rival] = [{ name: 'Caffè Aurora', own: true, messages: 1_000 }, { name: 'Tramonto', own: false, messages: 214 }];
    for (const several of [desks, { ...overview, brands: [own, rival] }]) expect(overviewOpening(several, italian, words)).toContain('1.214 sono scritti a nome di un’azienda, 7.000 da altri.');
    expect(overviewOpening({ ...overview, brands: [own, { ...rival, messages: 0 }] }, italian, words)).toContain('scritti a nome del brand');
  });
  it('has forms for poor data', () => {
    const absent = { container: 'Recensioni', network: 'google', brand: 'Caffè Aurora', replies: 'absent' as const, reason: 'no-brand-message', imported: 10, declared: null };
    expect(overviewOpening({ ...overview, coverage: [absent, { ...absent, container: 'Forum' }] }, italian, words)).toContain('In 2 pagine o canali non c’è nessuna risposta del brand: prima di misurare l’ascolto va chiarito.');
    expect(overviewOpening({ ...overview, brand: null }, italian, words)).toContain('Non è ancora detto chi parla per il brand');
    expect(overviewOpening({ ...overview, messages: 0 }, english, words)).toBe('No message is left under these filters.');
  });
  it('has words for everything unseen', () => {
    expect(unseenText({ code: 'unread-languages', count: 12, container: null }, italian, 4)).toBe('12 messaggi non letti per lingua o senza un’etichetta sicura; 4 di questi stanno sotto la soglia scelta');
    for (const code of ['replies-absent', 'replies-partly', 'authors-missing', 'texts-missing', 'relative-times', 'unread-languages', 'likes-anonymous', 'private-answers', 'display-order', 'newer-code']) {
      for (const voice of [italian, english]) expect(unseenText({ code, count: 1_200, container: 'Forum' }, voice).length).toBeGreaterThan(15);
    }
    expect(unseenText({ code: 'texts-missing', count: 1_200, container: null }, italian)).toContain('1.200 messaggi senza testo');
    expect(unseenText({ code: 'replies-partly', count: null, container: 'Forum' }, english)).toContain('how many are missing is not known');
  });
  it('opens a month from its first moment to the next, within the period', () => {
    const months = [{ key: '2025-01', startMs: 100, total: 3, intents: { trouble: 2, other: 9 }, sentiments: {} }, { key: '2025-02', startMs: 200, total: 1, intents: { idea: 1 }, sentiments: {} }];
    expect(monthSelection(months, 0, {})).toEqual({ direction: 'inbound', filters: { fromMs: 100, toMs: 200 } });
    expect(monthSelection(months, 1, { filters: { fromMs: 150, toMs: 250, networks: ['x'] } })).toEqual({ direction: 'inbound', filters: { fromMs: 200, toMs: 250, networks: ['x'] } });
    expect(leadingCode(months, 'intents', ['trouble', 'idea', 'other'])).toBe('trouble');
    expect(leadingCode([], 'intents', ['trouble'])).toBeNull();
  });
});

describe('messages', () => {
  it('cuts a text at its evidence and gives it back whole', () => {
    const pieces = textPieces('non va più', [{ code: 'trouble', start: 0, end: 6 }, { code: 'negative', start: 4, end: 10 }, { code: 'idea', start: 40, end: 50 }]);
    expect(pieces).toEqual([{ text: 'non ', codes: ['trouble'] }, { text: 'va', codes: ['trouble', 'negative'] }, { text: ' più', codes: ['negative'] }]);
    expect(pieces.map(({ text }) => text).join('')).toBe('non va più');
    expect(textPieces('', [])).toEqual([]);
  });
  it('asks for the pages in view and one ahead', () => {
    expect(pagesFor({ first: 95, last: 110 }, { size: 100, total: 1_000 })).toEqual([0, 1, 2]);
    expect(pagesFor({ first: 0, last: 5 }, { size: 100, total: 40 })).toEqual([0]);
    expect(pagesFor({ first: 0, last: 5 }, { size: 100, total: 0 })).toEqual([]);
  });
  it('sets replies in and survives a ring of parents', () => {
    expect([...threadDepths([{ messageId: 1, parentId: null }, { messageId: 2, parentId: 1 }, { messageId: 3, parentId: 2 }, { messageId: 4, parentId: 99 }]).values()]).toEqual([0, 1, 2, 0]);
    expect([...threadDepths([{ messageId: 1, parentId: 2 }, { messageId: 2, parentId: 1 }]).values()]).toEqual([1, 1]);
  });
  it('writes a time no more exactly than it is known', () => {
    const atMs = Date.UTC(2026, 2, 2, 9, 30);
    expect(messageTime({ atMs, precision: 'day' }, italian)).toBe('2 marzo 2026');
    expect(messageTime({ atMs, precision: 'relative' }, italian)).toBe('2 marzo 2026 (data approssimata)');
    expect(messageTime({ atMs, precision: 's' }, english)).toContain('10:30');
    expect(messageTime({ atMs: null, precision: 'none' }, english)).toBe('date not known');
    expect(outcomeText({ outcome: 'silence', waitedSeconds: 172_800 }, italian)).toBe('silenzio, in attesa da 2 giorni');
    expect(outcomeText({ outcome: 'public', waitedSeconds: 3_600 }, english)).toBe('public answer, after 1 hour');
  });
});

describe('tribes', () => {
  it('reads the rectangle from its fields', () => {
    expect(typedBox({ createdFrom: '1,5', createdTo: '', consumedFrom: '0', consumedTo: '10' })).toEqual({ createdFrom: 1.5, consumedFrom: 0, consumedTo: 10 });
    expect(typedBox(boxTexts(null))).toBeNull();
    expect(typedBox({ createdFrom: '5', createdTo: '3', consumedFrom: '', consumedTo: '' })).toBe('invalid');
    expect(typedBox({ createdFrom: '-1', createdTo: '', consumedFrom: '', consumedTo: '' })).toBe('invalid');
    expect(typedBox({ createdFrom: 'x', createdTo: '', consumedFrom: '', consumedTo: '' })).toBe('invalid');
    expect(boxTexts({ createdFrom: 1.5 })).toEqual({ createdFrom: '1.5', createdTo: '', consumedFrom: '', consumedTo: '' });
  });
  it('says on which side most people stand', () => {
    const zone = (name: 'gives-more' | 'even', size: number) => ({ id: `value:${name}`, zone: name, size, created: 0, consumed: 0, log2Balance: null, low: null, high: null, tooFew: false });
    const map = { few: 100, withoutBookings: 0, priorPoints: 1, zoneBorderLog2: 1, basis: { observed: 0, received: 0, none: 0 }, cells: [], marks: [], selected: 0, exactlyEven: { count: 0, n: 0, share: null, low: null, high: null }, changingWithWeights: { count: 0, n: 0, share: null, low: null, high: null } };
    expect(mapTitle({ ...map, n: 200, tribes: [zone('gives-more', 61), zone('even', 20)] }, italian)).toBe('Chi scrive dà più valore di quanto ne riceve: 61 profili su 100 stanno da quella parte');
    expect(mapTitle({ ...map, n: 200, tribes: [zone('gives-more', 41), zone('even', 20)] }, italian)).toBe('Nessuna zona raccoglie più di metà dei profili: la più numerosa ne ha 41 su 100');
    expect(mapTitle({ ...map, n: 200, tribes: [zone('gives-more', 21), zone('even', 9)] }, english)).toBe('Where 70 of 100 profiles stand depends on the weights');
    expect(mapTitle({ ...map, n: 122, tribes: [zone('even', 12)] }, english)).toBe('Value given and received are even for 12 of 22 profiles');
    expect(mapTitle({ ...map, n: 103, tribes: [zone('even', 3)] }, italian)).toBe('Per disegnare la mappa le tracce sono troppo poche (3 profili)');
  });
  it('explains lenses that are not offered', () => {
    expect(lensReason('few-ties:0.12', italian)).toContain('solo 12 profili su 100');
    expect(lensReason('not-in-this-edition:0.4', english)).toBe('this edition does not compute it yet');
    expect(lensReason('other-reason', english)).toBe('it cannot be computed from these data');
  });
});
