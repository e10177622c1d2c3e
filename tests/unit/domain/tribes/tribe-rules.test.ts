import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { conditionsOf, ruleDepth, ruleProblem, type RuleCondition, type TribeRule } from '../../../../src/domain/model/tribe-rule.ts';
import { drawnPeople } from '../../../../src/domain/tribes/drawn-people.ts';
import { restingOrder } from '../../../../src/domain/tribes/resting-tribes.ts';
import { conditionHolds, ruleHolds, ruleReasons, type PersonFacts } from '../../../../src/domain/tribes/rule-match.ts';
import { sensitiveTopics } from '../../../../src/domain/tribes/sensitive-topics.ts';
import { tribePrecision } from '../../../../src/domain/tribes/tribe-precision.ts';

const leaf = (name: string): RuleCondition => ({ op: 'network', is: [name] });
const [a, b, c] = [leaf('a'), leaf('b'), leaf('c')];
const names = ['a', 'b', 'c', 'd'];
const rules = fc.letrec<{ rule: TribeRule }>((tie) => ({
  rule: fc.oneof(
    { maxDepth: 3 },
    fc.constantFrom(...names).map(leaf),
    fc.record({ op: fc.constantFrom('all' as const, 'any' as const), rules: fc.array(tie('rule'), { minLength: 1, maxLength: 3 }) }),
    fc.record({ op: fc.constant('not' as const), rule: tie('rule') }),
  ),
})).rule;
const truth = fc.subarray(names).map((held) => (condition: RuleCondition): boolean => condition.op === 'network' && condition.is.some((name) => held.includes(name)));

describe('a rule', () => {
  it('joins by and, or, not', () => {
    const holds = (condition: RuleCondition): boolean => condition === a;
    expect(ruleHolds({ op: 'all', rules: [a, { op: 'not', rule: b }] }, holds)).toBe(true);
    expect(ruleHolds({ op: 'any', rules: [b, c] }, holds)).toBe(false);
  });
  it('is denied by not, whatever it is, and gives reasons exactly where it holds', () => {
    fc.assert(fc.property(rules, truth, (rule, holds) => {
      expect(ruleHolds({ op: 'not', rule }, holds)).toBe(!ruleHolds(rule, holds));
      const reasons = ruleReasons(rule, holds);
      if (ruleHolds(rule, holds)) expect(reasons.length).toBeGreaterThan(0);
      for (const { condition, excluded } of reasons) expect(holds(condition)).toBe(!excluded);
    }));
  });
  it('tells of an any only what is true, and of what is excluded that it is', () => {
    expect(ruleReasons({ op: 'all', rules: [{ op: 'any', rules: [a, b] }, { op: 'not', rule: c }] }, (condition) => condition === b)).toEqual([{ condition: b, excluded: false }, { condition: c, excluded: true }]);
  });
  it('is refused when it is too deep, too long, empty or ends before it starts', () => {
    const deep: TribeRule = { op: 'not', rule: { op: 'not', rule: { op: 'not', rule: { op: 'not', rule: a } } } };
    expect(ruleDepth(deep)).toBe(5);
    expect(ruleProblem(deep)).toBe('too-deep');
    expect(ruleProblem({ op: 'any', rules: Array.from({ length: 41 }, () => a) })).toBe('too-many');
    expect(ruleProblem({ op: 'all', rules: [a, { op: 'any', rules: [] }] })).toBe('nothing-asked');
    expect(ruleProblem({ op: 'words', is: [' !'], least: 1 })).toBe('nothing-asked');
    expect(ruleProblem({ op: 'number', of: 'messages' })).toBe('nothing-asked');
    expect(ruleProblem({ op: 'first', fromMs: 5, toMs: 5 })).toBe('wrong-order');
    expect(ruleProblem({ op: 'number', of: 'messages', from: 2, to: 2 })).toBeNull();
    expect(conditionsOf({ op: 'all', rules: [a, { op: 'not', rule: b }] })).toEqual([a, b]);
  });
});

describe('one condition', () => {
  const facts: PersonFacts = {
    networks: ['a'], containers: [], kinds: ['reply'], firstMs: 10, lastMs: null, messagesWithAny: (words) => (words.includes('tè') ? 2 : 0), roles: ['customer'], messagesOfIntent: () => 1,
    numbers: { messages: 3, created: 0, consumed: 1, balance: null, followers: null, requests: 1, waiting: 0 }, tribes: ['value:even'], accounts: [{ network: 'a', account: '7' }],
  };
  it.each<[RuleCondition, boolean]>([
    [a, true], [b, false], [{ op: 'kind', is: ['review', 'reply'] }, true], [{ op: 'first', fromMs: 10, toMs: 11 }, true], [{ op: 'first', toMs: 10 }, false], [{ op: 'last', fromMs: 0 }, false],
    [{ op: 'words', is: ['tè'], least: 2 }, true], [{ op: 'words', is: ['tè'], least: 3 }, false], [{ op: 'intent', is: ['idea'], least: 1 }, true], [{ op: 'number', of: 'messages', from: 3, to: 3 }, true],
    [{ op: 'number', of: 'balance', from: 0 }, false], [{ op: 'people', is: [{ network: 'a', account: '7' }] }, true], [{ op: 'people', is: [{ network: 'b', account: '7' }] }, false], [{ op: 'tribe', is: ['value:even'] }, true],
  ])('%o holds: %s', (condition, expected) => expect(conditionHolds(condition, facts)).toBe(expected));
});

describe('tribes that rest on one another', () => {
  it('stand after those they rest on, and never in a circle', () => {
    const on = (id: string, ...is: string[]): { id: string; rule: TribeRule } => ({ id, rule: { op: 'tribe', is } });
    expect(restingOrder([on('one', 'two', 'value:even'), on('two', 'three'), on('three', 'x')])?.map(({ id }) => id)).toEqual(['three', 'two', 'one']);
    expect(restingOrder([on('one', 'two'), on('two', 'one')])).toBeNull();
    expect(restingOrder([{ id: 'one', rule: { op: 'not', rule: { op: 'tribe', is: ['one'] } } }])).toBeNull();
  });
});

describe('a sample of people', () => {
  it('is the same for a seed in any order, grows by adding, and takes everybody equally often', () => {
    const people = Array.from({ length: 10 }, (_, id) => id);
    expect(drawnPeople(people.toReversed(), { seed: 5, size: 4 })).toEqual(drawnPeople(people, { seed: 5, size: 9 }).slice(0, 4));
    expect(drawnPeople(people, { seed: 1, size: 99 }).toSorted((one, other) => one - other)).toEqual(people);
    const taken = new Map<number, number>();
    for (let seed = 0; seed < 4000; seed += 1) for (const id of drawnPeople(people, { seed, size: 2 })) taken.set(id, (taken.get(id) ?? 0) + 1);
    // 800 expected; four standard deviations of a binomial (4000, .2) are 101
    for (const count of taken.values()) expect(Math.abs(count - 800)).toBeLessThan(101);
  });
});

describe('precision', () => {
  it('has an interval from the first verdict and a share from thirty', () => {
    expect(tribePrecision({ right: 0, wrong: 0 })).toEqual({ judged: 0, right: 0, estimate: null, low: null, high: null });
    expect(tribePrecision({ right: 18, wrong: 2 })).toMatchObject({ judged: 20, estimate: null });
    // Wilson 1927 for 27 of 30, computed in Python 3 from the formula: 0.74379, 0.96540
    const { estimate, low, high } = tribePrecision({ right: 27, wrong: 3 });
    expect(estimate).toBe(0.9);
    expect(low).toBeCloseTo(0.7438, 4);
    expect(high).toBeCloseTo(0.9654, 4);
  });
});

describe('sensitive topics', () => {
  it.each([
    ['Parlano di celiachia', ['health']], ['Chi è incinta', ['health']], ['i cattolici', ['faith']], ['Elettori di Milano', ['politics']], ['coppie gay', ['sexuality']], ['iscritti alla CGIL', ['union']], ['trade unionists', ['union']],
    ['pregnant customers', ['health']], ['voters and churches', ['faith', 'politics']], ['Parlano di senza glutine', []], ['Amanti del tè', []], ['vestito da sera', []], ['partita di calcio', []], ['still waiting', []], ['orologi', []],
  ])('%s', (name, topics) => expect(sensitiveTopics([name])).toEqual(topics));
});
