import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NamedPerson, TribeRule } from '../../../../src/domain/model/tribe-rule.ts';
import { ruleWithPeople } from '../../../../src/domain/tribes/rule-with-people.ts';

const person = (account: string): NamedPerson => ({ network: 'facebook', account });
const CUSTOMERS: TribeRule = { op: 'role', is: ['customer'] };

/** Whom a rule finds among people who all are customers, or all are not. */
function finds(rule: TribeRule, who: NamedPerson, isCustomer: boolean): boolean {
  if (rule.op === 'all') return rule.rules.every((inner) => finds(inner, who, isCustomer));
  if (rule.op === 'any') return rule.rules.some((inner) => finds(inner, who, isCustomer));
  if (rule.op === 'not') return !finds(rule.rule, who, isCustomer);
  return rule.op === 'people' ? rule.is.some(({ account }) => account === who.account) : isCustomer;
}

test('people of a list are added and taken out of it; an emptied list is no rule', () => {
  const list: TribeRule = { op: 'people', is: [person('1')] };
  expect(ruleWithPeople(list, [person('2'), person('1')], true)).toEqual({ op: 'people', is: [person('1'), person('2')] });
  expect(ruleWithPeople(list, [person('1')], false)).toBeNull();
  expect(ruleWithPeople(list, [person('9')], false)).toEqual(list);
  expect(ruleWithPeople(list, [], false)).toBe(list);
});

test('a rule keeps what it says; doing the opposite gives it back', () => {
  const added = ruleWithPeople(CUSTOMERS, [person('1')], true);
  expect(added).toEqual({ op: 'any', rules: [CUSTOMERS, { op: 'people', is: [person('1')] }] });
  const removed = ruleWithPeople(added ?? CUSTOMERS, [person('1')], false);
  expect(removed).toEqual({ op: 'all', rules: [CUSTOMERS, { op: 'not', rule: { op: 'people', is: [person('1')] } }] });
  expect(ruleWithPeople(removed ?? CUSTOMERS, [person('1')], true)).toEqual(added);
});

test('who was last put in is found, who was last taken out is not, and nobody else changes', () => {
  const steps = fc.array(fc.record({ accounts: fc.uniqueArray(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 4 }), on: fc.boolean() }), { minLength: 1, maxLength: 8 });
  fc.assert(fc.property(steps, fc.boolean(), (changes, isCustomer) => {
    let rule: TribeRule = CUSTOMERS;
    const wanted = new Map<number, boolean>();
    for (const { accounts, on } of changes) {
      rule = ruleWithPeople(rule, accounts.map((account) => person(String(account))), on) ?? rule;
      for (const account of accounts) wanted.set(account, on);
    }
    for (let account = 0; account <= 6; account += 1) expect(finds(rule, person(String(account)), isCustomer)).toBe(wanted.get(account) ?? isCustomer);
  }), { numRuns: 200 });
});
