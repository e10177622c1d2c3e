import { accountOrder, accountText, type AccountKey } from './account-key.ts';

/** Which accounts are one person. */
export interface PersonComponents {
  /** Persons of several accounts: accounts in their order, persons by their first account. */
  readonly persons: readonly (readonly AccountKey[])[];
  /** One text for each person: the same for two accounts exactly when they are one person. Accounts never joined stand for themselves. */
  readonly personOf: (account: AccountKey) => string;
}

/**
 * Persons as connected components of pairs that are the same person. The result does not depend on the order of the pairs
 * or of the two in a pair. Source: union by size with path halving, Tarjan & van Leeuwen 1984, JACM 31(2):245-281.
 */
export function personComponents(pairs: Iterable<{ readonly a: AccountKey; readonly b: AccountKey }>): PersonComponents {
  const positions = new Map<string, number>();
  const accounts: AccountKey[] = [];
  const above: number[] = [];
  const sizes: number[] = [];
  const positionOf = (account: AccountKey): number => {
    const text = accountText(account);
    let position = positions.get(text);
    if (position === undefined) {
      position = accounts.length;
      positions.set(text, position);
      accounts.push(account);
      above.push(position);
      sizes.push(1);
    }
    return position;
  };
  const top = (start: number): number => {
    let position = start;
    while (above[position] !== position) {
      above[position] = above[above[position] ?? 0] ?? 0;
      position = above[position] ?? 0;
    }
    return position;
  };
  for (const { a, b } of pairs) {
    const [one, other] = [top(positionOf(a)), top(positionOf(b))];
    if (one === other) continue;
    const [large, small] = (sizes[one] ?? 0) >= (sizes[other] ?? 0) ? [one, other] : [other, one];
    above[small] = large;
    sizes[large] = (sizes[large] ?? 0) + (sizes[small] ?? 0);
  }
  const byTop = new Map<number, AccountKey[]>();
  accounts.forEach((account, position) => {
    const root = top(position);
    const members = byTop.get(root);
    if (members === undefined) byTop.set(root, [account]);
    else members.push(account);
  });
  const first = (members: readonly AccountKey[]): AccountKey => members[0] ?? { network: '', nativeId: '' };
  for (const members of byTop.values()) members.sort(accountOrder);
  return {
    persons: [...byTop.values()].filter(({ length }) => length > 1).sort((one, other) => accountOrder(first(one), first(other))),
    personOf(account) {
      const position = positions.get(accountText(account));
      return accountText(position === undefined ? account : first(byTop.get(top(position)) ?? [account]));
    },
  };
}
