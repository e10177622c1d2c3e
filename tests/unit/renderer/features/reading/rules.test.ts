import { describe, expect, it } from 'vitest';
import { RULE_FAULTS } from '../../../../../src/domain/model/own-rule.ts';
import { changedRules, linesOf, mergedRules, newRule, ruleLabels, ruleState, sameRules, type Trial } from '../../../../../src/renderer/features/reading/rule-draft.ts';
import { effectSentence, faultText } from '../../../../../src/renderer/features/reading/rule-words.ts';
import { leftWithout, thresholdPath } from '../../../../../src/renderer/features/reading/threshold-figures.ts';
import { voiceOf } from '../../charts/voice.ts';

const [italian, english] = [voiceOf('it'), voiceOf('en')];
const rule = newRule('a', 'Pacchi');

describe('a draft of rules', () => {
  it('keeps a label that fits the direction, and takes the first that does when it no longer fits', () => {
    expect(changedRules([rule], 'a', { direction: 'outbound' })[0]).toMatchObject({ direction: 'outbound', code: 'answer' });
    expect(changedRules([rule], 'a', { code: 'idea' })[0]?.code).toBe('idea');
    expect(changedRules([rule], 'b', { name: 'x' })).toEqual([rule]);
    expect(ruleLabels('outbound')).not.toContain('template');
  });
  it('reads lines without blanks', () => expect(linesOf('  uno \n\n due\n')).toEqual(['uno', 'due']));
  it('lays rules of a file over its own: the same one replaced, another one under an id of its own', () => {
    const merged = mergedRules([rule], [{ ...rule, lines: ['x'] }, { ...rule, name: 'Altra' }, newRule('b', 'Terza')], { most: 10, freshId: () => 'fresh' });
    expect(merged.map(({ id, name, lines }) => [id, name, lines])).toEqual([['a', 'Pacchi', ['x']], ['fresh', 'Altra', []], ['b', 'Terza', []]]);
    expect(mergedRules([rule], [newRule('b', 'x')], { most: 1, freshId: () => 'c' })).toEqual([rule]);
  });
  it('knows what has changed', () => {
    expect(sameRules([rule], [{ ...rule }])).toBe(true);
    expect(sameRules([rule], [{ ...rule, matches: ['x'] }])).toBe(false);
    expect(sameRules([rule], [])).toBe(false);
  });
  it('says how a rule stands', () => {
    const trial: Trial = { faults: [], failing: [], texts: [], effect: null };
    expect(ruleState(rule, null)).toBeNull();
    expect(ruleState(rule, trial)).toBe('bare');
    expect(ruleState({ ...rule, matches: ['x'] }, trial)).toBe('ok');
    expect(ruleState(rule, { ...trial, failing: [{ rule: 'a', side: 'matches', example: 0 }] })).toBe('failing');
    expect(ruleState(rule, { ...trial, faults: [{ rule: 'a', line: null, code: 'no-lines', detail: '' }] })).toBe('faulty');
  });
});

describe('words of a trial', () => {
  it('name every fault in both languages', () => {
    for (const code of RULE_FAULTS) for (const voice of [italian, english]) expect(faultText({ rule: 'a', line: 1, code, detail: 'x' }, voice)).toMatch(/^(Riga|Line) 2: ./u);
    expect(faultText({ rule: 'a', line: null, code: 'no-name', detail: '' }, italian)).toBe('manca il nome');
  });
  const effect = { exact: false, changed: 14, n: 2000, population: 40_000, estimate: 280, low: 167, high: 468, labels: [], messageIds: [] };
  it('say an estimate with its interval, a count, and none', () => {
    expect(effectSentence(effect, italian)).toBe('Circa 280 messaggi su 40.000 cambierebbero etichetta: stima da 2.000 letti, 14 con un’etichetta diversa, intervallo al 95 % tra 167 e 468.');
    expect(effectSentence({ ...effect, exact: true, changed: 1, n: 90, population: 90, estimate: 1, low: 1, high: 1 }, italian)).toBe('1 messaggio su 90 cambierebbe etichetta (letti tutti).');
    expect(effectSentence({ ...effect, changed: 0, estimate: 0, low: 0, high: 77 }, english)).toBe('None of the 2,000 messages read would change a label; of all 40,000 at most 77.');
    expect(effectSentence({ ...effect, exact: true, changed: 0, n: 90, population: 90 }, english)).toBe('No message would change a label (all 90 were read).');
  });
});

describe('the threshold', () => {
  const settings = { labelled: { inbound: 80, outbound: 20 }, steps: Array.from({ length: 100 }, (_, at) => ({ below: at / 100, inbound: Math.floor(at * 0.8), outbound: Math.floor(at * 0.2) })) };
  it('says what it leaves out', () => {
    expect(leftWithout(settings, 50)).toEqual({ inbound: 40, outbound: 10 });
    expect(leftWithout({ steps: [] }, 50)).toEqual({ inbound: 0, outbound: 0 });
  });
  it('draws its curve within its box, and none without messages', () => {
    const path = thresholdPath(settings, { width: 100, height: 10 });
    expect(path).toMatch(/^M0,10 L0\.0,10\.0 /u);
    expect(path.endsWith(' L100,10 Z')).toBe(true);
    expect(thresholdPath({ ...settings, labelled: { inbound: 0, outbound: 0 } }, { width: 100, height: 10 })).toBe('');
  });
});
