/** An account by content: the network's code and the source's own id. What decisions name, so that they outlive any row. */
export interface AccountKey {
  readonly network: string;
  readonly nativeId: string;
}

/**
 * One text for one account. Network codes hold no space, so no two accounts share it.
 * @example accountText({ network: 'x', nativeId: '12' }) // 'x 12'
 */
export function accountText({ network, nativeId }: AccountKey): string {
  return `${network} ${nativeId}`;
}

/** Orders accounts by network code, then id, by characters: negative when the first comes first. The same on every machine. */
export function accountOrder(one: AccountKey, other: AccountKey): number {
  if (one.network !== other.network) return one.network < other.network ? -1 : 1;
  return one.nativeId < other.nativeId ? -1 : one.nativeId > other.nativeId ? 1 : 0;
}

/** Two accounts in their one order, whichever is named first. */
export function orderedPair(one: AccountKey, other: AccountKey): { readonly a: AccountKey; readonly b: AccountKey } {
  return accountOrder(one, other) <= 0 ? { a: one, b: other } : { a: other, b: one };
}

/** One text for an unordered pair of accounts. */
export function pairText(one: AccountKey, other: AccountKey): string {
  const { a, b } = orderedPair(one, other);
  return `${accountText(a)}\u0000${accountText(b)}`;
}
