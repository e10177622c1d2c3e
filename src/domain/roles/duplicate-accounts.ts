import { textKey } from '../response/text-key.ts';
import type { AccountSign } from './bot-signs.ts';

/** An account among others of one network that bear one name. */
export interface SameNamedAccount {
  readonly accountId: number;
  readonly texts: readonly string[];
}

const SHORTEST_TEXT = 15;
const LONG_TEXT = 60;
const LEAST_SHARED = 2;
const LEAST_SHARE = 0.5;

/**
 * Accounts of one network and one name that wrote the same texts: two texts or more, or one of at least 60 characters, and
 * at least half of what the account with fewer texts wrote. A name alone never makes a double. Every account of a pair gets
 * the sign, with the id of the other under `otherAccountId`; the strongest pair of each account is kept.
 */
export function duplicateAccounts(accounts: readonly SameNamedAccount[]): Map<number, AccountSign> {
  const keyed = accounts.map(({ accountId, texts }) => ({ accountId, keys: new Set(texts.map(textKey).filter((key) => key.length >= SHORTEST_TEXT)) }));
  const found = new Map<number, AccountSign>();
  const keep = (accountId: number, sign: AccountSign): void => {
    if ((found.get(accountId)?.confidence ?? 0) < sign.confidence) found.set(accountId, sign);
  };
  keyed.forEach((one, position) => {
    for (const other of keyed.slice(position + 1)) {
      const shared = [...one.keys].filter((key) => other.keys.has(key));
      const fewer = Math.min(one.keys.size, other.keys.size);
      const isEnough = shared.length >= LEAST_SHARED || shared.some((key) => key.length >= LONG_TEXT);
      if (!isEnough || fewer === 0 || shared.length / fewer < LEAST_SHARE) continue;
      const confidence = Math.min(0.95, 0.55 + 0.1 * shared.length);
      const sign = (otherAccountId: number): AccountSign => ({ flag: 'duplicate', reason: 'same-name-same-texts', confidence, figures: { sharedTexts: shared.length, texts: fewer, otherAccountId }, messageIds: [] });
      keep(one.accountId, sign(other.accountId));
      keep(other.accountId, sign(one.accountId));
    }
  });
  return found;
}
