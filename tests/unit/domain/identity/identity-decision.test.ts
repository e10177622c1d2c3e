import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { accountText, type AccountKey } from '../../../../src/domain/identity/account-key.ts';
import { decidedIdentities, decisionsByPair, splitIdentities, type DecidedIdentities, type IdentityDecision, type IdentityVerdict } from '../../../../src/domain/identity/identity-decision.ts';
import { personComponents } from '../../../../src/domain/identity/person-components.ts';

const on = (network: string, nativeId: string): AccountKey => ({ network, nativeId });
const [A, B, C, D] = [on('facebook', '1'), on('instagram', 'b'), on('x', 'c'), on('youtube', 'd')];
const NOBODY_SPEAKS = (): string => '';

function decide(standing: ReadonlyMap<string, IdentityDecision>, verdict: IdentityVerdict, ...pairs: (readonly [AccountKey, AccountKey])[]): DecidedIdentities {
  return decidedIdentities(standing, { verdict, pairs, atMs: 1, voiceOf: NOBODY_SPEAKS });
}
function decisions(outcome: DecidedIdentities): ReadonlyMap<string, IdentityDecision> {
  if (outcome.conflict !== null) throw new Error(outcome.conflict.code);
  return outcome.decisions;
}
const personsOf = (standing: ReadonlyMap<string, IdentityDecision>): string[][] => personComponents([...standing.values()].filter(({ verdict }) => verdict === 'same')).persons.map((person) => person.map(accountText));

describe('decisions about accounts', () => {
  test('a later verdict replaces the earlier one, open takes it back', () => {
    const same = decisions(decide(new Map(), 'same', [C, A]));
    expect([...same.values()]).toEqual([{ a: A, b: C, verdict: 'same', reason: 'hand', atMs: 1 }]);
    const different = decisions(decide(same, 'different', [A, C]));
    expect([...different.values()].map(({ verdict }) => verdict)).toEqual(['different']);
    expect(decisions(decide(different, 'open', [A, C])).size).toBe(0);
    expect(same.size).toBe(1);
  });

  test('an account is not paired with itself', () => {
    expect(decide(new Map(), 'same', [A, on('facebook', '1')]).conflict?.code).toBe('itself');
  });

  test('two decided to be different are not joined through a third', () => {
    const standing = decisions(decide(decisions(decide(new Map(), 'different', [A, C])), 'same', [A, B]));
    expect(decide(standing, 'same', [B, C]).conflict).toEqual({ code: 'decided-different', a: A, b: C });
  });

  test('two that are one person through others are not told apart, but one can be taken out', () => {
    const standing = decisions(decide(new Map(), 'same', [A, B], [B, C]));
    expect(decide(standing, 'different', [A, C]).conflict?.code).toBe('still-joined');
  });

  test('accounts that speak for a brand are joined only with those that speak for the same; one that is not there says nothing', () => {
    const voiceOf = ({ network }: AccountKey): string | null => ({ facebook: '1', instagram: '', x: '1' })[network] ?? null;
    const joined = (one: AccountKey, other: AccountKey): string | null => decidedIdentities(new Map(), { verdict: 'same', pairs: [[one, other]], atMs: 1, voiceOf }).conflict?.code ?? null;
    expect([joined(A, B), joined(A, C), joined(A, D), joined(B, D)]).toEqual(['voice', null, null, null]);
    // through an account that is not in the project
    const through = decidedIdentities(decisions(decide(new Map(), 'same', [A, D])), { verdict: 'same', pairs: [[D, B]], atMs: 1, voiceOf });
    expect(through.conflict?.code).toBe('voice');
  });
});

describe('taking an account out of its person', () => {
  test('leaves the others together, also where it alone held them, and never proposes it again', () => {
    const star = decisions(decide(new Map(), 'same', [A, B], [B, C], [B, D]));
    const split = splitIdentities(star, B, 2);
    expect(split).not.toBeNull();
    expect(personsOf(split ?? new Map())).toEqual([[A, C, D].map(accountText)]);
    expect([...(split ?? new Map<string, IdentityDecision>()).values()].filter(({ verdict }) => verdict === 'different').map(({ a, b }) => [a, b].map(accountText))).toEqual([[A, B], [B, C], [B, D]].map((pair) => pair.map(accountText)));
  });

  test('an account alone has nothing to be taken out of', () => {
    expect(splitIdentities(decisions(decide(new Map(), 'different', [A, B])), A, 2)).toBeNull();
  });

  test('whatever was decided, no person holds two that are different, and a split parts one account and no other', () => {
    const account = fc.integer({ min: 0, max: 6 }).map((id) => on('x', String(id)));
    const step = fc.record({ verdict: fc.constantFrom<IdentityVerdict>('same', 'different', 'open'), a: account, b: account });
    fc.assert(fc.property(fc.array(step, { maxLength: 25 }), account, (steps, out) => {
      let standing: ReadonlyMap<string, IdentityDecision> = decisionsByPair([]);
      for (const { verdict, a, b } of steps) {
        const outcome = decide(standing, verdict, [a, b]);
        if (outcome.conflict === null) standing = outcome.decisions;
      }
      const before = personsOf(standing);
      const split = splitIdentities(standing, out, 9);
      const after = personsOf(split ?? standing);
      for (const map of [standing, split ?? standing]) {
        const { personOf } = personComponents([...map.values()].filter(({ verdict }) => verdict === 'same'));
        for (const { a, b, verdict } of map.values()) expect(personOf(a) === personOf(b)).toBe(verdict === 'same');
      }
      expect(after).toEqual(before.map((person) => person.filter((member) => split === null || member !== accountText(out)))
        .filter(({ length }) => length > 1).sort(([one = ''], [other = '']) => (one < other ? -1 : 1)));
    }), { seed: 13, numRuns: 300 });
  });
});
