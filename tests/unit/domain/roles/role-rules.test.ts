import { describe, expect, it } from 'vitest';
import { botSigns, type ActivityFact } from '../../../../src/domain/roles/bot-signs.ts';
import { brandNames } from '../../../../src/domain/roles/brand-names.ts';
import { duplicateAccounts } from '../../../../src/domain/roles/duplicate-accounts.ts';
import { nameSignals } from '../../../../src/domain/roles/name-signals.ts';
import type { RoleSignal } from '../../../../src/domain/roles/role-signal.ts';
import { suggestedRoles } from '../../../../src/domain/roles/suggested-roles.ts';
import { isSigned, voiceBehaviour, type PlaceBehaviour } from '../../../../src/domain/roles/voice-behaviour.ts';

const brands = brandNames([{ id: 1, names: ['Caffè Aurora', 'caffeaurora'] }, { id: 2, names: ['Tramonto'] }]);

describe('names of accounts', () => {
  const named = (name: string, handle: string | null = null) => nameSignals({ nativeId: '99', handle, name }, brands).map(({ role, brandId, rule }) => [role, brandId, rule]);

  it.each(['Caffè Aurora', 'CAFFE AURORA', 'caffe_aurora', '☕ Caffè Aurora ☕', 'CaffeAurora'])('takes %j for the brand', (name) => {
    expect(named(name)).toEqual([['voice', 1, 'name-is-brand']]);
  });

  it.each(['Caffè Aurora Official', 'Assistenza Caffè Aurora', 'Caffè Aurora Italia', 'AskCaffeAurora', 'Caffe Aurora - Customer Care'])('takes %j for a desk of the brand', (name) => {
    expect(named(name)).toEqual([['voice', 1, 'name-is-desk-of-brand']]);
  });

  it.each(['Giulia di Caffè Aurora', 'Marco | Caffè Aurora', 'Sara Bianchi (Caffè Aurora)', 'Luca @ CaffèAurora', 'Emma at Caffe Aurora'])('takes %j for a person of the brand, not for its voice', (name) => {
    expect(named(name)).toEqual([['employee', 1, 'name-holds-brand']]);
  });

  it.each(['Fan di Caffè Aurora', 'No Caffè Aurora', 'Ex Caffè Aurora', 'Caffè Aurora sucks', 'Amici di Caffè Aurora', 'Caffè Auroraa2', 'Aurora Rossi', 'Caffè', 'Giulia', 'giulia ama caffe aurora', '😀', ''])('leaves %j alone', (name) => {
    expect(named(name)).toEqual([]);
  });

  it('weighs a name of one word less than one of several, and its handle more', () => {
    const [byName] = nameSignals({ nativeId: '1', handle: null, name: 'Tramonto' }, brands);
    const [byHandle] = nameSignals({ nativeId: '1', handle: 'tramonto', name: 'Tramonto' }, brands);
    const [several] = nameSignals({ nativeId: '1', handle: null, name: 'Caffè Aurora' }, brands);
    expect([byName?.confidence, byHandle?.confidence, several?.confidence]).toEqual([0.5, 0.65, 0.85]);
  });
});

describe('ways of behaving', () => {
  const desk: PlaceBehaviour = { messages: 100, replies: 90, others: 60, requests: 0, posts: 10, placePosts: 11, placeReplies: 120, signed: 30, lookedAt: 40 };
  const rules = (change: Partial<PlaceBehaviour>) => voiceBehaviour({ ...desk, ...change }).map(({ rule }) => rule);

  it('knows a desk by whom it answers, what it opens and how it signs', () => {
    expect(rules({})).toEqual(['answers-many', 'opens-the-posts', 'signs-replies']);
  });

  it.each<[string, Partial<PlaceBehaviour>]>([
    ['a helpful regular who gives few of all replies', { placeReplies: 2000, posts: 0, signed: 0 }],
    ['one who asks as well', { requests: 20, signed: 0 }],
    ['one who talks to few', { others: 4, signed: 0 }],
  ])('is not taken in by %s', (_, change) => {
    expect(rules(change)).toEqual([]);
  });

  it.each(['We are on it. ^AB', 'Controlliamo subito! -Marco', 'Ti scriviamo in privato. ~Giulia', 'Thanks for waiting /KL', 'A presto, Sara'])('sees the signature of %j', (text) => expect(isSigned(text)).toBe(true));
  it.each(['Quanto costa?', 'io non torno - mai', 'ottimo caffè 10/10', 'Ciao Marco'])('sees none in %j', (text) => expect(isSigned(text)).toBe(false));
});

describe('what signs of an account come to', () => {
  const sign = (role: RoleSignal['role'], change: Partial<RoleSignal> = {}): RoleSignal => ({ role, brandId: 1, rule: `rule-${role}`, basis: 'text', confidence: 0.8, messageId: 1, atMs: 100, ...change });
  const roles = (...signals: RoleSignal[]) => suggestedRoles(signals).map(({ role, brandId, applied, fromMs, toMs }) => [role, brandId, applied, fromMs, toMs]);

  it('dates a role from the first message that shows it', () => {
    expect(roles(sign('talent', { atMs: 300, messageId: 3 }), sign('talent', { atMs: 200, messageId: 2 }))).toEqual([['talent', 1, true, 200, null]]);
  });

  it('ends it where the account says so, unless it says afterwards that it is back', () => {
    const left = sign('customer', { rule: 'left', ends: true, atMs: 500 });
    expect(roles(sign('customer'), left)).toEqual([['customer', 1, true, 100, 500]]);
    expect(roles(sign('customer'), left, sign('customer', { atMs: 900 }))).toEqual([['customer', 1, true, 100, null]]);
    expect(roles(left)).toEqual([]);
  });

  it('makes a prospect only of who is no customer yet, and ends it there', () => {
    const buys = sign('prospect', { atMs: 200 });
    expect(roles(buys)).toEqual([['prospect', 1, true, 200, null]]);
    expect(roles(buys, sign('customer', { atMs: 400, basis: 'evidence' }))).toEqual([['customer', 1, true, 400, null], ['prospect', 1, true, 200, 400]]);
    expect(roles(buys, sign('customer', { atMs: 100, basis: 'evidence' }))).toEqual([['customer', 1, true, 100, null]]);
    expect(roles(buys, sign('customer', { atMs: 100, basis: 'evidence', brandId: 2 }))).toEqual([['customer', 2, true, 100, null], ['prospect', 1, true, 200, null]]);
  });

  it('leaves being interested to those who show nothing closer', () => {
    expect(roles(sign('interested'))).toEqual([['interested', 1, true, 100, null]]);
    expect(roles(sign('interested'), sign('press'))).toEqual([['press', 1, true, 100, null]]);
  });

  it.each(['voice', 'employee', 'bot'] as const)('never gives the role of %s by itself, however sure', (role) => {
    expect(suggestedRoles([sign(role, { confidence: 0.98, basis: 'name', atMs: null }), sign(role, { rule: 'other', confidence: 0.98, basis: 'behaviour', atMs: null })])).toMatchObject([{ role, applied: false }]);
  });

  it('gives the role of bot where the source itself says so', () => {
    expect(suggestedRoles([sign('bot', { brandId: null, basis: 'source', confidence: 0.99, atMs: null })])).toMatchObject([{ role: 'bot', applied: true, origin: 'source' }]);
  });

  it('only proposes what names no brand, and drops what is hardly likely', () => {
    expect(suggestedRoles([sign('press', { brandId: null })])).toMatchObject([{ applied: false }]);
    expect(suggestedRoles([sign('press', { brandId: null, towardsAll: true })])).toMatchObject([{ applied: true }]);
    expect(suggestedRoles([sign('press', { confidence: 0.3 })])).toEqual([]);
    expect(suggestedRoles([sign('voice', { supports: true, confidence: 0.9 })])).toEqual([]);
  });

  it('adds up different rules and counts one rule three times at most', () => {
    const many = suggestedRoles(Array.from({ length: 50 }, (_, position) => sign('talent', { confidence: 0.5, messageId: position })))[0];
    expect(many).toMatchObject({ confidence: 0.875, reasons: [{ times: 50, messageIds: [0, 1, 2, 3, 4] }] });
    expect(suggestedRoles([sign('voice', { confidence: 0.5 }), sign('voice', { rule: 'other', confidence: 0.5 })])[0]?.confidence).toBe(0.75);
  });

  it('does not depend on the order of the signs', () => {
    const signals = [sign('customer', { atMs: 400, basis: 'evidence' }), sign('prospect', { atMs: 200 }), sign('partner', { brandId: null }), sign('partner', { brandId: 2, rule: 'other' })];
    expect(suggestedRoles(signals.toReversed())).toEqual(suggestedRoles(signals));
  });
});

describe('signs of programs', () => {
  const facts = (count: number, make: (position: number) => Partial<ActivityFact>): ActivityFact[] => Array.from({ length: count }, (_, position) => ({ messageId: position + 1, rootId: position + 1, atMs: 1_000_000 + position * position * 7_777_123, text: `un messaggio numero ${position} diverso`, ...make(position) }));
  const reasons = (activity: readonly ActivityFact[], sourceSaysBot = false, names: string[] = []) => botSigns(activity, { sourceSaysBot, names }).map(({ reason }) => reason);

  it('sees one text put into many threads, with its figures', () => {
    const [sign] = botSigns(facts(10, (position) => (position < 8 ? { text: `@anna${position} Guadagna da casa, scrivimi in privato!` } : {})), { sourceSaysBot: false, names: [] });
    expect(sign).toMatchObject({ flag: 'bot', reason: 'same-text', figures: { messages: 10, copies: 8, texts: 1, threads: 8 }, messageIds: [1, 2, 3, 4, 5] });
  });

  it('leaves alone one text in one thread, short texts and a few copies among much else', () => {
    expect(reasons(facts(10, () => ({ text: 'Guadagna da casa, scrivimi in privato!', rootId: 1 })))).toEqual([]);
    expect(reasons(facts(10, () => ({ text: 'grazie mille!' })))).toEqual([]);
    expect(reasons(facts(40, (position) => (position < 6 ? { text: 'Buongiorno a tutti da Parma, buon caffè' } : {})))).toEqual([]);
  });

  it('sees pauses equal to the second, not those of a clock that shows minutes only', () => {
    expect(reasons(facts(20, (position) => ({ atMs: 5_000 + position * 3_600_000 })))).toEqual(['regular']);
    expect(reasons(facts(20, (position) => ({ atMs: 60_000 * 60 * position })))).toEqual([]);
    expect(reasons(facts(20, () => ({ atMs: null })))).toEqual([]);
  });

  it('sees more messages in a minute than a person writes', () => {
    expect(reasons(facts(16, (position) => ({ atMs: 1_000_123 + position * 1_370 + (position % 5) * 911 })))).toContain('rate');
    expect(reasons(facts(16, (position) => ({ atMs: 1_000_123 + position * 9_370 + (position % 5) * 911 })))).not.toContain('rate');
  });

  it('takes a name for support only, and the source at its word', () => {
    expect(reasons(facts(6, () => ({})), false, ['news_bot'])).toEqual([]);
    expect(reasons(facts(6, () => ({})), true, ['news_bot'])).toEqual(['source', 'name']);
    expect(reasons(facts(4, () => ({ text: 'Regole del gruppo.\nI am a bot, and this action was performed automatically.' })))).toEqual(['says-so']);
  });
});

describe('doubled accounts', () => {
  it('need the same name and the same texts', () => {
    const twins = duplicateAccounts([
      { accountId: 1, texts: ['Mai più da queste parti, servizio pessimo', 'Il caffè era freddo e caro'] },
      { accountId: 2, texts: ['il caffè era  freddo e caro', 'Mai più da queste parti, servizio pessimo'] },
      { accountId: 3, texts: ['Tutto perfetto, grazie di cuore', 'Bella la nuova miscela'] },
    ]);
    expect([...twins.keys()]).toEqual([1, 2]);
    expect(twins.get(1)).toMatchObject({ flag: 'duplicate', figures: { sharedTexts: 2, texts: 2, otherAccountId: 2 } });
  });

  it('are not made by one short text that anybody writes, nor by a few among many', () => {
    expect(duplicateAccounts([{ accountId: 1, texts: ['Buongiorno a tutti!'] }, { accountId: 2, texts: ['Buongiorno a tutti!'] }]).size).toBe(0);
    const many = Array.from({ length: 10 }, (_, position) => `un testo mio numero ${position}, diverso`);
    expect(duplicateAccounts([{ accountId: 1, texts: ['Buongiorno a tutti!', 'Buonasera a tutti voi', ...many] }, { accountId: 2, texts: ['Buongiorno a tutti!', 'Buonasera a tutti voi', ...many.map((text) => `${text} davvero`)] }]).size).toBe(0);
  });
});
