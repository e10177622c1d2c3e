import { accountText, orderedPair, pairText, type AccountKey } from './account-key.ts';
import { personComponents } from './person-components.ts';

/** What a person said of two accounts; `open` takes back what was said. */
export const IDENTITY_VERDICTS = ['same', 'different', 'open'] as const;
export type IdentityVerdict = (typeof IDENTITY_VERDICTS)[number];

/** A decision about two accounts, in their order, with how it came about: on the pair itself, or by taking an account out of a person. */
export interface IdentityDecision {
  readonly a: AccountKey;
  readonly b: AccountKey;
  readonly verdict: 'same' | 'different';
  readonly reason: 'hand' | 'split';
  readonly atMs: number;
}

/** Why decisions cannot stand together: the two accounts by which it shows. */
export interface IdentityConflict {
  readonly code: 'itself' | 'voice' | 'decided-different' | 'still-joined';
  readonly a: AccountKey;
  readonly b: AccountKey;
}

/** Decisions as they would be, or why they cannot. */
export type DecidedIdentities = { readonly decisions: ReadonlyMap<string, IdentityDecision>; readonly conflict: null } | { readonly decisions: null; readonly conflict: IdentityConflict };

/** Decisions by {@link pairText}, as the functions here take and give them. */
export function decisionsByPair(decisions: Iterable<IdentityDecision>): Map<string, IdentityDecision> {
  return new Map(Array.from(decisions, (decision) => [pairText(decision.a, decision.b), decision]));
}

/**
 * The decisions that stand after a verdict on some pairs; a later verdict on a pair replaces the earlier one. Refused as a
 * whole when an account is paired with itself; when it would join accounts that speak for a brand with others
 * (`voiceOf` names the brands an account speaks for, '' for none; unknown accounts give null and join with any); when it
 * would join two that were decided to be different, and when two decided to be different would still be one person
 * through other accounts.
 */
export function decidedIdentities(standing: ReadonlyMap<string, IdentityDecision>, { verdict, pairs, atMs, voiceOf }: { readonly verdict: IdentityVerdict; readonly pairs: readonly (readonly [AccountKey, AccountKey])[]; readonly atMs: number; readonly voiceOf: (account: AccountKey) => string | null }): DecidedIdentities {
  const decisions = new Map(standing);
  for (const [one, other] of pairs) {
    const text = pairText(one, other);
    const { a, b } = orderedPair(one, other);
    if (accountText(a) === accountText(b)) return { decisions: null, conflict: { code: 'itself', a, b } };
    if (verdict === 'open') decisions.delete(text);
    else decisions.set(text, { a, b, verdict, reason: 'hand', atMs });
  }
  const all = [...decisions.values()];
  const same = all.filter((decision) => decision.verdict === 'same');
  const { persons, personOf } = personComponents(same);
  const apart = all.find((decision) => decision.verdict === 'different' && personOf(decision.a) === personOf(decision.b));
  if (apart !== undefined) return { decisions: null, conflict: { code: verdict === 'same' ? 'decided-different' : 'still-joined', a: apart.a, b: apart.b } };
  if (verdict !== 'same') return { decisions, conflict: null };
  const touched = new Set(pairs.map(([one]) => personOf(one)));
  for (const members of persons) {
    const [leader] = members;
    if (leader === undefined || !touched.has(personOf(leader))) continue;
    let known: { account: AccountKey; voice: string } | null = null;
    for (const account of members) {
      const voice = voiceOf(account);
      if (voice === null) continue;
      if (known !== null && known.voice !== voice) return { decisions: null, conflict: { code: 'voice', a: known.account, b: account } };
      known ??= { account, voice };
    }
  }
  return { decisions, conflict: null };
}

/**
 * The decisions that stand after an account is taken out of its person: it is different from each of the others, so that
 * it is never proposed again, and the others stay one person even where only this account held them together. Null when
 * the account is no part of a person of several accounts.
 */
export function splitIdentities(standing: ReadonlyMap<string, IdentityDecision>, account: AccountKey, atMs: number): Map<string, IdentityDecision> | null {
  const { persons } = personComponents([...standing.values()].filter(({ verdict }) => verdict === 'same'));
  const text = accountText(account);
  const members = persons.find((person) => person.some((member) => accountText(member) === text));
  if (members === undefined) return null;
  const rest = members.filter((member) => accountText(member) !== text);
  const decisions = new Map(standing);
  for (const member of rest) decisions.set(pairText(account, member), { ...orderedPair(account, member), verdict: 'different', reason: 'split', atMs });
  const { personOf } = personComponents([...decisions.values()].filter(({ verdict }) => verdict === 'same'));
  const held = new Set<string>();
  const [leader] = rest;
  for (const member of rest) {
    if (leader === undefined || held.has(personOf(member))) continue;
    held.add(personOf(member));
    if (personOf(member) !== personOf(leader)) decisions.set(pairText(leader, member), { ...orderedPair(leader, member), verdict: 'same', reason: 'split', atMs });
  }
  return decisions;
}
