import { describe, expect, it } from 'vitest';
import { ROLES } from '../../../../../src/domain/model/codes.ts';
import { ROLE_BASES } from '../../../../../src/domain/model/role-basis.ts';
import { roleRules } from '../../../../../src/app/roles/role-rules.ts';
import { accountRoles } from '../../../../../src/renderer/features/people/account-roles.ts';
import { effectRows, tribeWords } from '../../../../../src/renderer/features/people/effect-rows.ts';
import { pairKey, pairReasons, QUEUE_PAGE, queueAction, queueView } from '../../../../../src/renderer/features/people/pair-queue.ts';
import { choiceFromParameters, isNarrowed, parametersOfChoice, peopleQuery } from '../../../../../src/renderer/features/people/people-choice.ts';
import { peopleOpening, profileOpening } from '../../../../../src/renderer/features/people/people-opening.ts';
import type { AccountCard, Pair, Profile, Proposal, Reason, Suggestion } from '../../../../../src/renderer/features/people/people-types.ts';
import { figuresSentence, flagReason, profileName, reasonOpens, roleDates, roleOrigin, roleWords, ruleWords, surenessWord, usernameOf } from '../../../../../src/renderer/features/people/people-words.ts';
import { proposalDecision, proposalKey } from '../../../../../src/renderer/features/people/proposal-decisions.ts';
import { voiceOf } from '../../charts/voice.ts';

const italian = voiceOf('it');
const english = voiceOf('en');
const MARCH_3 = Date.UTC(2026, 2, 2, 23);

const reason: Reason = { rule: 'bought', basis: 'text', confidence: 0.8, times: 1, messageIds: [7], figures: {} };
const suggestion: Suggestion = { role: 'customer', brand: 'Caffè Aurora', suggestedBrand: null, applied: true, confidence: 0.8, fromMs: MARCH_3, toMs: null, reasons: [reason] };
const card: AccountCard = { accountId: 1, network: 'instagram', nativeId: '77', handle: 'nina.rossi', name: 'Nina Rossi', followers: null, messages: 3, reactions: 0, firstMs: null, lastMs: null, sampleMessageIds: [], personId: null };
const pair = (a: number, b: number): Pair => ({ a: { ...card, accountId: a }, b: { ...card, accountId: b }, confidence: 0.9, reasons: [] });

describe('the sentence that opens the list', () => {
  it('says profiles until identities are reviewed', () => {
    expect(peopleOpening({ profiles: 312, withRole: 48, analysed: true, reviewed: false, persons: 0 }, italian)).toBe('312 profili, 48 con un ruolo; le identità non sono ancora riviste: qui si contano profili, non persone.');
    expect(peopleOpening({ profiles: 1, withRole: 0, analysed: true, reviewed: false, persons: 0 }, english)).toBe('1 profile, none with a role; identities are not reviewed yet: profiles are counted here, not people.');
  });
  it('says who has more than one profile once they are', () => {
    expect(peopleOpening({ profiles: 2_876, withRole: 686, analysed: true, reviewed: true, persons: 1 }, italian)).toBe('2.876 profili, 686 con un ruolo; identità riviste: 1 persona ha più di un profilo.');
    expect(peopleOpening({ profiles: 10, withRole: 2, analysed: true, reviewed: true, persons: 0 }, english)).toContain('nobody has more than one profile');
  });
  it('does not say that nobody has a role before roles are read', () => {
    expect(peopleOpening({ profiles: 12, withRole: 0, analysed: false, reviewed: false, persons: 0 }, italian)).toMatch(/^12 profili, ruoli non ancora letti;/);
  });
  it('has a form for data without authors', () => {
    expect(peopleOpening({ profiles: 0, withRole: 0, analysed: true, reviewed: false, persons: 0 }, italian)).toBe('In questi dati nessun messaggio dice chi l’ha scritto.');
  });
  it('says of a profile what it left, when and what it is, each role once', () => {
    const roles = [{ role: 'customer' as const, brand: 'Aurora', origin: 'rule' as const, fromMs: null, toMs: null }, { role: 'customer' as const, brand: 'Aurora', origin: 'hand' as const, fromMs: null, toMs: null }];
    expect(profileOpening({ messages: 37, network: 'facebook', kinds: [], firstMs: MARCH_3, lastMs: Date.UTC(2026, 5, 24), roles }, italian)).toBe('37 messaggi su Facebook, tra il 3 marzo 2026 e il 24 giugno 2026; cliente di Aurora.');
    expect(profileOpening({ messages: 1, network: 'x', kinds: [], firstMs: null, lastMs: null, roles: [] }, english)).toBe('1 message on X; role not known.');
    const kinds = [{ kind: 'comment', network: 'instagram', messages: 1 }, { kind: 'comment', network: 'youtube', messages: 1 }, { kind: 'reply', network: 'youtube', messages: 1 }];
    expect(profileOpening({ messages: 3, network: 'instagram', kinds, firstMs: null, lastMs: null, roles: [] }, italian)).toBe('3 messaggi su Instagram e YouTube; ruolo non noto.');
  });
});

describe('words of profiles and roles', () => {
  it('calls a profile by its name, username or identifier', () => {
    expect(profileName(card)).toBe('Nina Rossi');
    expect(profileName({ name: ' ', handle: 'nina', nativeId: '77' })).toBe('nina');
    expect(profileName({ name: null, handle: null, nativeId: '77' })).toBe('77');
    expect(usernameOf(card)).toBe('@nina.rossi');
    expect(usernameOf({ name: 'nina', handle: '@nina', nativeId: '77' })).toBeNull();
    expect(usernameOf({ name: null, handle: 'nina', nativeId: '77' })).toBeNull();
    expect(usernameOf({ name: 'Nina', handle: null, nativeId: '77' })).toBeNull();
  });
  it('names every role with and without a brand', () => {
    for (const voice of [italian, english]) for (const role of ROLES) expect(roleWords(role, 'Aurora', voice).length + roleWords(role, null, voice).length).toBeGreaterThan(4);
    expect(roleWords('voice', 'Aurora', italian)).toBe('parla per Aurora');
    expect(roleWords('bot', 'Aurora', italian)).toBe('automatico');
  });
  it('shows the last day of a role, whose end is exclusive', () => {
    const fourth = MARCH_3 + 86_400_000;
    expect(roleDates({ fromMs: MARCH_3, toMs: fourth }, italian)).toBe('dal 3 marzo 2026 al 3 marzo 2026');
    expect(roleDates({ fromMs: null, toMs: fourth }, english)).toBe('until 3 March 2026');
    expect(roleDates({ fromMs: null, toMs: null }, english)).toBe('');
    expect(roleOrigin({ origin: 'hand', fromMs: MARCH_3, toMs: null }, italian)).toBe('a mano, dal 3 marzo 2026');
  });
  it('has words for every rule the product has, and says so for others', () => {
    for (const voice of [italian, english]) {
      const unknown = ruleWords('of-tomorrow', voice);
      for (const { rule } of roleRules(undefined).rules) expect(ruleWords(rule, voice), rule).not.toBe(unknown);
      for (const basis of ROLE_BASES) expect(voice.text(`people.bases.${basis}`) + voice.text(`people.ruleBook.noWords.${basis}`)).not.toBe('');
    }
    expect(ruleWords('constructor', italian)).toBe('regola di una versione più recente');
    expect(flagReason({ reason: 'constructor' }, italian)).toBe('');
    expect(flagReason({ reason: 'same-text' }, italian)).toBe('stesso testo in molte conversazioni');
  });
  it('writes the figures of a flag and of its rule alike, and none when one is missing', () => {
    const figures = { messages: 200, copies: 180, texts: 2, threads: 170 };
    expect(figuresSentence('same-text', figures, italian)).toBe('180 messaggi su 200 ripetono gli stessi testi (2), in 170 conversazioni');
    expect(figuresSentence('bot-same-text', figures, italian)).toBe(figuresSentence('same-text', figures, italian));
    expect(figuresSentence('regular', { messages: 14, medianGapSeconds: 3_600, alike: 12, gaps: 13 }, english)).toBe('12 of 13 pauses last 1 hour, to the second');
    expect(figuresSentence('rate', { messages: 60, mostInWindow: 20, windowSeconds: 60 }, italian)).toBe('fino a 20 messaggi in 1 minuto');
    expect(figuresSentence('rate', { messages: 60 }, italian)).toBeNull();
    expect(figuresSentence('bought', {}, italian)).toBeNull();
    expect(figuresSentence('toString', {}, italian)).toBeNull();
  });
  it('says how many messages open, and that there were more', () => {
    expect(reasonOpens({ times: 1, messageIds: [1] }, italian)).toBe('Apri il messaggio');
    expect(reasonOpens({ times: 2, messageIds: [1, 2] }, italian)).toBe('Apri 2 messaggi');
    expect(reasonOpens({ times: 12, messageIds: [1, 2, 3, 4, 5] }, english)).toBe('Open the first 5 messages');
    expect(reasonOpens({ times: 3, messageIds: [] }, english)).toBeNull();
  });
  it('says how sure in a word', () => {
    expect([0.95, 0.9, 0.65, 0.64].map((confidence) => surenessWord(confidence, italian))).toEqual(['quasi certo', 'quasi certo', 'probabile', 'possibile']);
  });
});

describe('the choice of the list', () => {
  it('goes into the address and comes back', () => {
    const choice = { role: 'customer' as const, flag: 'bot' as const, network: 'x', text: 'nina', order: 'last' as const, page: 2 };
    expect(choiceFromParameters(parametersOfChoice(choice))).toEqual(choice);
    expect(parametersOfChoice(choiceFromParameters({}))).toEqual({});
  });
  it('leaves out what it does not know', () => {
    expect(choiceFromParameters({ who: 'king', flag: 'x', order: 'size', page: '-3', q: 'a'.repeat(500) })).toEqual({ role: null, flag: null, network: null, text: 'a'.repeat(200), order: 'messages', page: 0 });
  });
  it('asks for what it narrows, and nothing else', () => {
    expect(peopleQuery(choiceFromParameters({ q: '  ', order: 'name' }))).toEqual({ page: 0, size: 50, orderBy: 'name' });
    expect(peopleQuery(choiceFromParameters({ who: 'unknown', on: 'x', q: ' nina ' }))).toMatchObject({ role: 'unknown', network: 'x', text: 'nina' });
    expect(isNarrowed(choiceFromParameters({ order: 'name', page: '3' }))).toBe(false);
    expect(isNarrowed(choiceFromParameters({ on: 'x' }))).toBe(true);
  });
});

describe('roles of a profile', () => {
  const profile: Pick<Profile, 'roles' | 'suggestions' | 'decisions'> = { roles: [], suggestions: [], decisions: [] };
  const decision = { role: 'customer' as const, brand: 'Caffè Aurora', verdict: 'is' as const, fromMs: null, toMs: null, atMs: 1 };

  it('joins origins of one role, with its reasons and the decision on it', () => {
    const held = { role: 'customer' as const, brand: 'Caffè Aurora', fromMs: MARCH_3, toMs: null };
    const [role, ...others] = accountRoles({ ...profile, roles: [{ ...held, origin: 'rule' }, { ...held, origin: 'hand', fromMs: null }], suggestions: [suggestion], decisions: [decision] });
    expect(others).toEqual([]);
    expect(role).toMatchObject({ state: 'held', origins: ['rule', 'hand'], fromMs: null, reasons: [reason], decision });
  });
  it('proposes what nobody decided on', () => {
    const open = { ...suggestion, applied: false };
    expect(accountRoles({ ...profile, suggestions: [open] }).map(({ state }) => state)).toEqual(['proposed']);
    expect(accountRoles({ ...profile, suggestions: [suggestion] })).toEqual([]);
    expect(accountRoles({ ...profile, suggestions: [open], decisions: [{ ...decision, brand: '', verdict: 'is-not' }] })).toMatchObject([{ state: 'denied', brand: null, reasons: [reason] }]);
  });
  it('proposes a role at another brand beside the one held', () => {
    const roles = [{ role: 'customer' as const, brand: 'Caffè Tramonto', origin: 'rule' as const, fromMs: null, toMs: null }];
    expect(accountRoles({ ...profile, roles, suggestions: [{ ...suggestion, applied: false }] }).map(({ state, brand }) => [state, brand])).toEqual([['held', 'Caffè Tramonto'], ['proposed', 'Caffè Aurora']]);
  });
});

describe('proposals', () => {
  const proposal: Proposal = { accountId: 9, nativeId: 'n', handle: null, name: 'Bar Luna', network: 'x', messages: 4, role: 'voice', brand: null, suggestedBrand: 'Bar Luna', confidence: 0.7, fromMs: null, toMs: 5, reasons: [reason] };
  it('accepts with its dates and the brand it makes; refuses for every brand where it has none', () => {
    expect(proposalDecision(proposal, 'is')).toEqual({ accountId: 9, role: 'voice', verdict: 'is', brand: 'Bar Luna', fromMs: null, toMs: 5 });
    expect(proposalDecision(proposal, 'is-not')).toEqual({ accountId: 9, role: 'voice', verdict: 'is-not' });
    expect(proposalDecision({ ...proposal, brand: 'Aurora' }, 'is-not')).toMatchObject({ brand: 'Aurora' });
    expect(proposalDecision({ ...proposal, role: 'unknown' }, 'is')).toBeNull();
    expect(proposalKey(proposal)).not.toBe(proposalKey({ ...proposal, brand: 'Aurora' }));
  });
});

describe('the queue of pairs', () => {
  const suggestions = [pair(1, 2), pair(3, 4), pair(5, 6)];
  it('leaves out the pairs just decided and never stands past its end', () => {
    expect(queueView({ suggestions, total: 3 }, { page: 0, wanted: 1, decided: new Set() })).toMatchObject({ total: 3, position: 1, pair: pair(3, 4) });
    expect(queueView({ suggestions, total: 3 }, { page: 0, wanted: 1, decided: new Set([pairKey(pair(3, 4))]) })).toMatchObject({ total: 2, position: 1, pair: pair(5, 6) });
    expect(queueView({ suggestions, total: 3 }, { page: 0, wanted: 2, decided: new Set([pairKey(pair(5, 6))]) })).toMatchObject({ total: 2, position: 1, pair: pair(3, 4) });
    expect(queueView({ suggestions: [], total: 0 }, { page: 0, wanted: 4, decided: new Set() })).toEqual({ total: 0, position: 0, pair: null });
  });
  it('finds its place on further pages', () => {
    expect(queueView({ suggestions, total: QUEUE_PAGE + 3 }, { page: 1, wanted: QUEUE_PAGE + 1, decided: new Set() })).toMatchObject({ position: QUEUE_PAGE + 1, pair: pair(3, 4) });
  });
  it('gives reasons in words, equal usernames once', () => {
    const reasons: Pair['reasons'] = [
      { code: 'linked', strength: 0.9, evidence: 'instagram.com/nina', by: 'b' }, { code: 'linked', strength: 0.97, evidence: null, by: null },
      { code: 'same-handle', strength: 0.9, evidence: 'nina_r = nina_r', by: null }, { code: 'same-handle', strength: 0.9, evidence: 'nina_r = ninar', by: null },
      { code: 'same-account', strength: 0.9, evidence: 'nina', by: null }, { code: 'same-mail', strength: 0.9, evidence: null, by: null }, { code: 'same-name', strength: 0.3, evidence: 'Nina', by: null },
    ];
    expect(pairReasons({ reasons }, italian).map(({ words }) => words).slice(0, 2)).toEqual(['Il secondo profilo rimanda al primo', 'I due profili rimandano l’uno all’altro']);
    expect(pairReasons({ reasons }, english).map(({ evidence }) => evidence)).toEqual(['instagram.com/nina', null, 'nina_r', 'nina_r = ninar', 'nina', null, 'Nina']);
  });
  it('reads its keys, and leaves those of commands and held letters alone', () => {
    const press = (key: string, more: Partial<KeyboardEvent> = {}, taken: 'all' | 'arrows' | 'none' = 'none') => queueAction({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, defaultPrevented: false, ...more }, taken);
    expect(['s', 'D', 'u', 'ArrowLeft', 'ArrowRight', 'x', '1'].map((key) => press(key))).toEqual(['same', 'different', 'undo', 'previous', 'next', null, null]);
    expect(press('s', { repeat: true })).toBeNull();
    expect(press('s', { ctrlKey: true })).toBeNull();
    expect(press('ArrowRight', { repeat: true })).toBe('next');
    expect([press('s', {}, 'arrows'), press('ArrowRight', {}, 'arrows'), press('s', {}, 'all')]).toEqual(['same', null, null]);
  });
});

describe('what a merge would change', () => {
  it('writes figures that change and names those that do not', () => {
    const figures = [
      { figure: 'persons' as const, tribe: null, before: 2_876, after: 2_875 }, { figure: 'requests' as const, tribe: null, before: 40, after: 40 },
      { figure: 'gini-created' as const, tribe: null, before: 0.73214, after: 0.73211 }, { figure: 'tribe-size' as const, tribe: 'value:gives-more', before: 61, after: 60 }, { figure: 'answered-requests' as const, tribe: null, before: null, after: null },
    ];
    const { changing, unchanged } = effectRows({ figures }, italian);
    expect(changing.map(({ name, before, after }) => [name, before, after])).toEqual([['persone', '2.876', '2.875'], ['tribù «dà di più»', '61', '60']]);
    expect(unchanged).toEqual(['richieste', 'disuguaglianza del valore creato (Gini, da 0 a 1)']);
  });
  it('names tribes of values and roles, and shows others as they are', () => {
    const figures = [{ figure: 'tribe-size' as const, tribe: 'own:1a', before: 1, after: 2 }];
    expect(effectRows({ figures }, italian, new Map([['own:1a', 'Baristi di casa']])).changing[0]?.name).toContain('Baristi di casa');
    expect([tribeWords('value:even', italian), tribeWords('role:customer', italian), tribeWords('interests:3', italian)]).toEqual(['alla pari', 'cliente', '3']);
  });
});
