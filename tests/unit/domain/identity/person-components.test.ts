import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accountText, type AccountKey } from '../../../../src/domain/identity/account-key.ts';
import { personComponents } from '../../../../src/domain/identity/person-components.ts';

const account = fc.record({ network: fc.constantFrom('facebook', 'instagram', 'x'), nativeId: fc.integer({ min: 0, max: 12 }).map(String) });
const pairs = fc.array(fc.record({ a: account, b: account }), { maxLength: 30 });

/** Who can be reached from whom, step by step: the definition, without any union. */
function reached(all: readonly { a: AccountKey; b: AccountKey }[], from: AccountKey): Set<string> {
  const seen = new Set([accountText(from)]);
  for (let grew = true; grew;) {
    grew = false;
    for (const { a, b } of all) {
      for (const [one, other] of [[a, b], [b, a]] as const) {
        if (!seen.has(accountText(one)) || seen.has(accountText(other))) continue;
        seen.add(accountText(other));
        grew = true;
      }
    }
  }
  return seen;
}

test('persons are what can be reached by pairs, and nothing else', () => {
  fc.assert(fc.property(pairs, account, account, (all, one, other) => {
    const { personOf } = personComponents(all);
    expect(personOf(one) === personOf(other)).toBe(reached(all, one).has(accountText(other)));
  }), { seed: 11, numRuns: 500 });
});

test('the order of the pairs, and of the two in a pair, does not matter; members are sorted and stand in one person', () => {
  fc.assert(fc.property(pairs, fc.integer(), (all, seed) => {
    const turned = all.map(({ a, b }, position) => (((seed >> (position % 30)) & 1) === 1 ? { a: b, b: a } : { a, b })).reverse();
    const { persons } = personComponents(all);
    expect(personComponents(turned).persons).toEqual(persons);
    const members = persons.flat().map(accountText);
    expect(new Set(members).size).toBe(members.length);
    for (const person of persons) expect([...person].map(accountText)).toEqual([...person].map(accountText).sort());
  }), { seed: 12, numRuns: 300 });
});

test('an account without pairs is a person of its own', () => {
  const { persons, personOf } = personComponents([]);
  expect(persons).toEqual([]);
  expect(personOf({ network: 'x', nativeId: '7' })).toBe('x 7');
});
