import { accountOrder, type AccountKey } from './account-key.ts';
import { foldedHandle, handleBits, neededBits } from './handle-rarity.ts';
import { writtenAccounts } from './written-accounts.ts';

/** An account as suggestions compare it. `row` is the project's own number of it. */
export interface ComparedAccount extends AccountKey {
  readonly row: number;
  readonly handle: string | null;
  readonly name: string | null;
  readonly profile: string | null;
  readonly link: string | null;
  readonly mailHash: string | null;
}

/** Why two accounts may be one person. `same-name` never stands alone. */
export const IDENTITY_REASONS = ['same-account', 'same-mail', 'linked', 'same-handle', 'same-name'] as const;
export type IdentityReasonCode = (typeof IDENTITY_REASONS)[number];

/** One reason with its share of confidence in (0, 1) and what shows it: the two handles, the address written and by whom, the name. */
export interface IdentityReason {
  readonly code: IdentityReasonCode;
  readonly strength: number;
  readonly evidence: string | null;
  /** Whose profile shows it; null where both do alike. */
  readonly by: 'a' | 'b' | null;
}

/** Two accounts that may be one person; `a` comes first in the order of accounts. */
export interface IdentityCandidate {
  readonly a: ComparedAccount;
  readonly b: ComparedAccount;
  readonly reasons: readonly IdentityReason[];
  /** 1 - product of (1 - strength), at most .99. */
  readonly confidence: number;
}

/** Networks on which a handle belongs to one account at a time: two accounts with one handle there are one account that two tools number differently. */
const UNIQUE_HANDLES: ReadonlySet<string> = new Set(['x', 'twitter', 'instagram', 'threads', 'tiktok', 'youtube', 'reddit', 'mastodon', 'bluesky', 'telegram']);

/** A mail address, handle or target that more accounts share than this is a desk's, a family's or a celebrity's. */
const LARGEST_GROUP = 4;
const STRENGTHS = { account: 0.95, mail: 0.95, linked: 0.9, linkedBack: 0.97, exactHandle: 0.9, foldedHandle: 0.85, name: 0.3 };

const networkOf = ({ network }: AccountKey): string => (network === 'twitter' ? 'x' : network);

/** The handle an account is known by; a tool without ids puts it where the id goes. */
function knownHandle({ network, nativeId, handle, name }: ComparedAccount): string | null {
  if (handle !== null && handle !== '') return handle;
  return UNIQUE_HANDLES.has(network) && nativeId !== name && /^(?!\d+$)[\w.@-]{2,60}$/u.test(nativeId) ? nativeId : null;
}

const exactHandle = (account: ComparedAccount): string => (knownHandle(account) ?? '').trim().replace(/^[@＠]/u, '').toLowerCase();

/** A display name without case, accents, signs and order of words; null when too little is left to compare, or when it only repeats the handle. */
function comparedName({ name, handle }: ComparedAccount): string | null {
  if (name === null || foldedHandle(name) === foldedHandle(handle ?? '')) return null;
  const words = name.slice(0, 200).normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '').split(/[^\p{L}\p{N}]+/u).filter((word) => word !== '').sort();
  const joined = words.join(' ');
  return joined.length >= 5 ? joined : null;
}

function grouped(accounts: readonly ComparedAccount[], keyOf: (account: ComparedAccount) => string | null): Map<string, ComparedAccount[]> {
  const groups = new Map<string, ComparedAccount[]>();
  for (const account of accounts) {
    const key = keyOf(account);
    if (key === null || key === '') continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [account]);
    else group.push(account);
  }
  return groups;
}

/** Every pair of a small group. */
function* pairsOf(group: readonly ComparedAccount[]): Generator<[ComparedAccount, ComparedAccount]> {
  for (const [position, one] of group.entries()) for (const other of group.slice(position + 1)) yield [one, other];
}

/**
 * Pairs of accounts that may be one person, surest first; at a tie by the accounts' order, so that the same accounts in any
 * order give the same list. What proposes: one handle on one network under two ids; one mail hash; a profile or link that
 * names the other account; one handle, folded, on two networks, where it is rare enough ({@link neededBits}) and no other
 * account of either network bears it. An equal name only raises the confidence of a pair proposed by something else.
 * Linear in the accounts: a group that is too large proposes nothing.
 */
export function identityCandidates(given: readonly ComparedAccount[]): IdentityCandidate[] {
  const accounts = [...given].sort(accountOrder);
  const found = new Map<string, { a: ComparedAccount; b: ComparedAccount; reasons: IdentityReason[] }>();
  const propose = (one: ComparedAccount, other: ComparedAccount, { by = null, ...reason }: Omit<IdentityReason, 'by'> & { by?: ComparedAccount | null }): void => {
    if (one.row === other.row) return;
    const [a, b] = accountOrder(one, other) <= 0 ? [one, other] : [other, one];
    const key = `${String(a.row)} ${String(b.row)}`;
    const pair = found.get(key) ?? { a, b, reasons: [] };
    found.set(key, pair);
    const standing = pair.reasons.findIndex(({ code }) => code === reason.code);
    const whole: IdentityReason = { ...reason, by: by === null ? null : by.row === a.row ? 'a' : 'b' };
    // two profiles that name each other are one reason, and a stronger one
    if (standing < 0) pair.reasons.push(whole);
    else if (reason.code === 'linked' && pair.reasons[standing]?.by !== whole.by) pair.reasons[standing] = { ...whole, strength: STRENGTHS.linkedBack, by: null };
  };
  proposeHandles(accounts, propose);
  for (const group of grouped(accounts, ({ mailHash }) => mailHash).values()) {
    if (group.length > LARGEST_GROUP) continue;
    for (const [one, other] of pairsOf(group)) propose(one, other, { code: 'same-mail', strength: STRENGTHS.mail, evidence: null });
  }
  proposeLinks(accounts, propose);
  return [...found.values()].map(withName).sort((one, other) => other.confidence - one.confidence || accountOrder(one.a, other.a) || accountOrder(one.b, other.b));
}

type Propose = (one: ComparedAccount, other: ComparedAccount, reason: Omit<IdentityReason, 'by'> & { by?: ComparedAccount | null }) => void;

function proposeHandles(accounts: readonly ComparedAccount[], propose: Propose): void {
  // 1. one account under two ids
  for (const group of grouped(accounts, (account) => (UNIQUE_HANDLES.has(account.network) && exactHandle(account) !== '' ? `${networkOf(account)} ${exactHandle(account)}` : null)).values()) {
    if (group.length > LARGEST_GROUP) continue;
    for (const [one, other] of pairsOf(group)) propose(one, other, { code: 'same-account', strength: STRENGTHS.account, evidence: exactHandle(one) });
  }
  // 2. one handle on several networks
  const needed = neededBits(accounts.length);
  for (const [folded, group] of grouped(accounts, (account) => foldedHandle(knownHandle(account) ?? ''))) {
    const networks = grouped(group, networkOf);
    if (networks.size < 2 || [...networks.values()].some(({ length }) => length > LARGEST_GROUP)) continue;
    const bits = handleBits(folded);
    if (bits < needed) continue;
    const sure = 1 - 2 ** -(bits - needed + 2);
    const written = [...networks.values()];
    for (const [position, here] of written.entries()) {
      for (const there of written.slice(position + 1)) {
        for (const one of here) {
          for (const other of there) {
            const isExact = exactHandle(one) === exactHandle(other);
            const isOnly = isExact ? !here.some((rival) => rival !== one && exactHandle(rival) === exactHandle(one)) && !there.some((rival) => rival !== other && exactHandle(rival) === exactHandle(other)) : here.length === 1 && there.length === 1;
            if (isOnly) propose(one, other, { code: 'same-handle', strength: sure * (isExact ? STRENGTHS.exactHandle : STRENGTHS.foldedHandle), evidence: `${exactHandle(one)} = ${exactHandle(other)}` });
          }
        }
      }
    }
  }
}

function proposeLinks(accounts: readonly ComparedAccount[], propose: Propose): void {
  const links: { from: ComparedAccount; network: string; name: string; written: string }[] = [];
  for (const account of accounts) {
    if (account.profile === null && account.link === null) continue;
    for (const { network, name, written } of writtenAccounts(`${account.link ?? ''}\n${account.profile ?? ''}`)) links.push({ from: account, network, name: name.toLowerCase(), written });
  }
  if (links.length === 0) return;
  const wanted = new Set(links.map(({ network, name }) => `${network} ${name}`));
  const targets = new Map<string, Set<ComparedAccount>>();
  for (const account of accounts) {
    for (const name of new Set([exactHandle(account), account.nativeId.toLowerCase()])) {
      const key = `${networkOf(account)} ${name}`;
      if (wanted.has(key)) targets.set(key, (targets.get(key) ?? new Set()).add(account));
    }
  }
  const naming = new Map<string, Set<number>>();
  for (const { from, network, name } of links) naming.set(`${network} ${name}`, (naming.get(`${network} ${name}`) ?? new Set()).add(from.row));
  for (const { from, network, name, written } of links) {
    const key = `${network} ${name}`;
    // whom many profiles name is admired, followed or worked for
    if ((naming.get(key)?.size ?? 0) > LARGEST_GROUP - 1) continue;
    for (const target of targets.get(key) ?? []) propose(from, target, { code: 'linked', strength: STRENGTHS.linked, evidence: written, by: from });
  }
}

function withName({ a, b, reasons }: { a: ComparedAccount; b: ComparedAccount; reasons: IdentityReason[] }): IdentityCandidate {
  const name = comparedName(a);
  const supported: IdentityReason[] = name !== null && name === comparedName(b) ? [...reasons, { code: 'same-name', strength: STRENGTHS.name, evidence: a.name, by: null }] : reasons;
  const doubt = supported.reduce((product, { strength }) => product * (1 - strength), 1);
  return { a, b, reasons: supported, confidence: Math.min(0.99, 1 - doubt) };
}
