import type { MessageSelection } from './held-messages.ts';
import type { HeldPeople } from './held-people.ts';
import type { StoredEpisode } from './request-queries.ts';
import type { TribeRequest } from './tribe-queries.ts';

const written = new WeakMap<MessageSelection, Uint32Array>();

/** How many messages of a selection each account wrote, by account id. One pass, once for a selection. */
export function messagesByAccount(selection: MessageSelection): Uint32Array {
  const counted = written.get(selection);
  if (counted !== undefined) return counted;
  const { columns: { accounts }, mask } = selection;
  let highest = 0;
  for (let at = 0; at < accounts.length; at += 1) highest = Math.max(highest, accounts[at] ?? 0);
  const counts = new Uint32Array(highest + 1);
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const account = accounts[at] ?? 0;
    if (account > 0) counts[account] = (counts[account] ?? 0) + 1;
  }
  written.set(selection, counts);
  return counts;
}

function wroteOne(people: HeldPeople, selection: MessageSelection, counts: (account: number) => boolean): number {
  const messages = messagesByAccount(selection);
  let found = 0;
  for (let account = 0; account < messages.length; account += 1) if ((messages[account] ?? 0) > 0 && people.balanced[account] === 1 && counts(account)) found += 1;
  return found;
}

/** {@link peopleCount} of messages held in memory. */
export function heldPeopleCount(people: HeldPeople, selection: MessageSelection): number {
  return wroteOne(people, selection, () => true);
}

/** {@link unassignedCount} of messages held in memory; `beginning` is how the ids of the tribes begin. */
export function heldUnassignedCount(people: HeldPeople, selection: MessageSelection, beginning: string): number {
  const assigned = new Uint8Array(people.balanced.length);
  for (const [tribe, accounts] of people.members) if (tribe.startsWith(beginning)) for (const account of accounts) assigned[account] = 1;
  return wroteOne(people, selection, (account) => assigned[account] !== 1);
}

/** {@link tribeMessageCounts} of messages held in memory; tribes without any are absent. */
export function heldTribeMessages(people: HeldPeople, selection: MessageSelection): Map<string, number> {
  const messages = messagesByAccount(selection);
  const counts = new Map<string, number>();
  for (const [tribe, accounts] of people.members) {
    let sum = 0;
    for (const account of accounts) sum += messages[account] ?? 0;
    if (sum > 0) counts.set(tribe, sum);
  }
  return counts;
}

/** Networks of the profiles from which each account wrote, as bits by the place of the network among the ids; a profile that is none of a joined person's is left out. */
function networksWritten({ joined, networks, networkCodes }: HeldPeople, { columns: { accounts, sourceAccounts }, mask }: MessageSelection, size: number): { readonly bits: Float64Array; readonly codes: readonly string[] } {
  const ids = [...networkCodes.keys()];
  const placeOf = new Map(ids.map((id, place) => [id, 2 ** place]));
  const bits = new Float64Array(size);
  const masks = new Uint8Array(size);
  const many = new Map<number, Set<number>>();
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const account = accounts[at] ?? 0;
    if (account === 0) continue;
    const source = sourceAccounts[at] ?? 0;
    const profile = source === 0 ? account : source;
    const own = joined.get(account);
    if (own === undefined ? profile !== account : !own.has(profile)) continue;
    const network = networks[profile] ?? 0;
    if (masks[account] === 0) {
      masks[account] = 1;
      bits[account] = placeOf.get(network) ?? 0;
    } else if (bits[account] !== placeOf.get(network)) many.set(account, (many.get(account) ?? new Set<number>([bits[account] ?? 0])).add(placeOf.get(network) ?? 0));
  }
  for (const [account, places] of many) bits[account] = [...places].reduce((sum, place) => sum + place, 0);
  return { bits, codes: ids.map((id) => networkCodes.get(id) ?? '') };
}

/** {@link tribeNetworks} of messages held in memory: people of each tribe by the network they wrote on, most first. */
export function heldTribeNetworks(people: HeldPeople, selection: MessageSelection): Map<string, { network: string; people: number }[]> {
  const { bits, codes } = networksWritten(people, selection, people.balanced.length);
  const found = new Map<string, { network: string; people: number }[]>();
  for (const [tribe, accounts] of people.members) {
    const counts = new Map<number, number>();
    for (const account of accounts) {
      const own = bits[account] ?? 0;
      if (own > 0) counts.set(own, (counts.get(own) ?? 0) + 1);
    }
    const networks = codes.map((network, place) => ({ network, people: [...counts].reduce((sum, [own, count]) => (Math.floor(own / 2 ** place) % 2 === 1 ? sum + count : sum), 0) })).filter(({ people: count }) => count > 0);
    if (networks.length > 0) found.set(tribe, networks.sort((one, other) => other.people - one.people || (one.network < other.network ? -1 : 1)));
  }
  return found;
}

/** {@link tribeRequests} of requests held in memory: those of a brand, or those that lead, whose message a selection keeps. */
export function heldTribeRequests({ otherTribesOf }: HeldPeople, { keeps }: MessageSelection, requests: readonly StoredEpisode[]): TribeRequest[] {
  const before: TribeRequest[] = [];
  const member: TribeRequest[] = [];
  for (const { messageId, listedApart, observability, precision, askerId, waitedSeconds, censored, tribeBefore } of requests) {
    if (listedApart !== null || observability !== 'observable' || precision === 'count' || askerId === null || waitedSeconds === null || !keeps(messageId)) continue;
    const wait = { accountId: askerId, waitedSeconds, answered: !censored };
    if (tribeBefore !== null) before.push({ tribe: tribeBefore, ...wait });
    for (const tribe of otherTribesOf.get(askerId) ?? []) member.push({ tribe, ...wait });
  }
  return [...before, ...member];
}
