import { orderedPair, type AccountKey } from '../domain/identity/account-key.ts';
import type { IdentityDecision } from '../domain/identity/identity-decision.ts';
import type { ProjectDatabase } from './project-database.ts';

interface DecisionRow {
  readonly networkA: string;
  readonly accountA: string;
  readonly networkB: string;
  readonly accountB: string;
  readonly verdict: IdentityDecision['verdict'];
  readonly reason: IdentityDecision['reason'];
  readonly atMs: number;
}

/** Every decision about accounts, whether or not they are in the project at present, in the order of their accounts. */
export function identityDecisions({ connection }: ProjectDatabase): IdentityDecision[] {
  const rows = connection
    .prepare('SELECT network_a AS networkA, account_a AS accountA, network_b AS networkB, account_b AS accountB, verdict, reason, at_ms AS atMs FROM identity_decision ORDER BY network_a, account_a, network_b, account_b')
    .all() as DecisionRow[];
  return rows.map(({ networkA, accountA, networkB, accountB, verdict, reason, atMs }) => ({ a: { network: networkA, nativeId: accountA }, b: { network: networkB, nativeId: accountB }, verdict, reason, atMs }));
}

/**
 * Makes exactly these decisions stand on these pairs; decisions on other pairs stay. Persons follow only with
 * `linkPersons`. To be called inside a transaction.
 */
export function putIdentityDecisions({ connection }: ProjectDatabase, pairs: readonly (readonly [AccountKey, AccountKey])[], decisions: readonly IdentityDecision[]): void {
  const remove = connection.prepare('DELETE FROM identity_decision WHERE network_a = ? AND account_a = ? AND network_b = ? AND account_b = ?');
  const insert = connection.prepare('INSERT INTO identity_decision (network_a, account_a, network_b, account_b, verdict, reason, at_ms) VALUES (?, ?, ?, ?, ?, ?, ?)');
  for (const [one, other] of pairs) {
    const { a, b } = orderedPair(one, other);
    remove.run(a.network, a.nativeId, b.network, b.nativeId);
  }
  for (const { a, b, verdict, reason, atMs } of decisions) insert.run(a.network, a.nativeId, b.network, b.nativeId, verdict, reason, atMs);
}
