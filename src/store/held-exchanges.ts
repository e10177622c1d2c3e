import type { Exchange, ExchangeGroup } from './exchange-queries.ts';
import type { HeldEpisodes } from './held-episodes.ts';
import type { MessageSelection } from './held-messages.ts';
import { heldPeople } from './held-people.ts';
import { MESSAGE_MARK, positionIn, type MessageColumns } from './message-columns.ts';
import type { ProjectDatabase } from './project-database.ts';

/** What exchanges ask for beside the columns: the conversation of each message by position, and who is named where. */
interface Meetings {
  /** Id of the first message of the conversation. */
  readonly roots: Float64Array;
  /** Positions of messages that name an account, ascending, with the account named at the same place. */
  readonly namedAt: Uint32Array;
  readonly named: Uint32Array;
}

const known = new WeakMap<MessageColumns, Meetings>();

/** Conversations and names of messages held in memory, read from the file once; some 16 bytes a message. */
export function meetings({ connection }: ProjectDatabase, columns: MessageColumns): Meetings {
  const before = known.get(columns);
  if (before !== undefined) return before;
  const roots = Float64Array.from(columns.ids);
  let place = 0;
  for (const [id, root] of connection.prepare('SELECT id, root_id FROM message WHERE root_id IS NOT NULL ORDER BY id').raw().iterate() as IterableIterator<[number, number]>) {
    while (place < columns.size && (columns.ids[place] ?? 0) < id) place += 1;
    if (columns.ids[place] === id) roots[place] = root;
  }
  const namedAt: number[] = [];
  const named: number[] = [];
  for (const [id, account] of connection.prepare('SELECT message_id, account_id FROM mention WHERE account_id IS NOT NULL ORDER BY message_id').raw().iterate() as IterableIterator<[number, number]>) {
    const at = positionIn(columns.ids, id);
    if (at < 0) continue;
    namedAt.push(at);
    named.push(account);
  }
  const found = { roots, namedAt: Uint32Array.from(namedAt), named: Uint32Array.from(named) };
  known.set(columns, found);
  return found;
}

/** Reads an exchange off a number that holds a position and, in its last bit, whose word it is. */
function exchangeReader({ ids, times, marks }: MessageColumns, { roots }: Meetings): (word: number) => Exchange {
  return (word) => {
    const at = Math.floor(word / 2);
    const time = times[at] ?? NaN;
    return { messageId: ids[at] ?? 0, forth: word % 2 === 1, atMs: ((marks[at] ?? 0) & MESSAGE_MARK.relativeTime) !== 0 || Number.isNaN(time) ? null : time, rootId: roots[at] ?? 0 };
  };
}

/** Groups words that are ordered by whom they are between; what stands twice counts once. `parties` gives who they are. */
function* grouped(ordered: Float64Array, words: number, { read, parties }: { readonly read: (word: number) => Exchange; readonly parties: (group: number) => Pick<ExchangeGroup, 'first' | 'second'> }): Generator<ExchangeGroup> {
  let exchanges: Exchange[] = [];
  let group = -1;
  let last = -1;
  for (const key of ordered) {
    if (key === last) continue;
    last = key;
    const own = Math.floor(key / words);
    if (own !== group) {
      if (group >= 0) yield { ...parties(group), exchanges };
      group = own;
      exchanges = [];
    }
    exchanges.push(read(key - own * words));
  }
  if (group >= 0) yield { ...parties(group), exchanges };
}

/** {@link peopleExchanges} of messages held in memory. */
export function heldPeopleExchanges(project: ProjectDatabase, { columns, mask }: MessageSelection): Generator<ExchangeGroup> {
  const { balanced } = heldPeople(project);
  const { accounts, parents, size } = columns;
  const met = meetings(project, columns);
  const among = balanced.length;
  const pairs: number[] = [];
  const words: number[] = [];
  const add = (at: number, author: number, other: number): void => {
    if (author === other || balanced[author] !== 1 || balanced[other] !== 1) return;
    pairs.push(Math.min(author, other) * among + Math.max(author, other));
    words.push(2 * at + (author < other ? 1 : 0));
  };
  const parentOf = (at: number): number => accounts[(parents[at] ?? 0) - 1] ?? 0;
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) add(at, accounts[at] ?? 0, parentOf(at));
  met.namedAt.forEach((at, place) => {
    const named = met.named[place] ?? 0;
    if (mask[at] === 1 && parentOf(at) !== named) add(at, accounts[at] ?? 0, named);
  });
  // pairs by their place among all pairs: a pair and a message together would not fit into one number
  const ascending = Float64Array.from(pairs).sort();
  const distinct = ascending.filter((pair, place) => place === 0 || pair !== ascending[place - 1]);
  const ordered = Float64Array.from(pairs, (pair, row) => positionIn(distinct, pair) * 2 * size + (words[row] ?? 0)).sort();
  return grouped(ordered, 2 * size, {
    read: exchangeReader(columns, met),
    parties: (group) => ({ first: Math.floor((distinct[group] ?? 0) / among), second: (distinct[group] ?? 0) % among }),
  });
}

/** {@link brandExchanges} of messages held in memory; `requests` and `compliments` of the brand, of all brands where it is null. */
export function heldBrandExchanges(project: ProjectDatabase, { columns, mask }: MessageSelection, { brandId, requests, compliments }: { readonly brandId: number | null; readonly requests: HeldEpisodes; readonly compliments: HeldEpisodes }): Generator<ExchangeGroup> {
  const { balanced } = heldPeople(project);
  const { accounts, ids, parents, size } = columns;
  const met = meetings(project, columns);
  const voices = new Set(project.connection.prepare(`SELECT account_id FROM account_role WHERE role = 'voice' AND (@brandId IS NULL OR brand_id = @brandId)`).pluck().all({ brandId }) as number[]);
  const keys: number[] = [];
  const add = (person: number, at: number, forth: 0 | 1): void => {
    if (balanced[person] === 1) keys.push(person * 2 * size + 2 * at + forth);
  };
  for (let at = mask.indexOf(1); at >= 0; at = mask.indexOf(1, at + 1)) {
    const author = accounts[at] ?? 0;
    const above = accounts[(parents[at] ?? 0) - 1] ?? 0;
    if (voices.has(above)) add(author, at, 1);
    if (voices.has(author)) add(above, at, 0);
  }
  met.namedAt.forEach((at, place) => {
    if (mask[at] !== 1) return;
    const named = met.named[place] ?? 0;
    const author = accounts[at] ?? 0;
    if (voices.has(named)) add(author, at, 1);
    if (voices.has(author)) add(named, at, 0);
  });
  const kept = (id: number | null): number => {
    const at = id === null ? -1 : positionIn(ids, id);
    return mask[at] === 1 ? at : -1;
  };
  for (const episodes of [requests, compliments]) {
    for (const { messageId, listedApart } of episodes.everyOf(brandId)) {
      const at = listedApart === null ? kept(messageId) : -1;
      if (at >= 0) add(accounts[at] ?? 0, at, 1);
    }
  }
  for (const { askerId, answerMessageId } of requests.everyOf(brandId)) {
    const at = kept(answerMessageId);
    if (at >= 0) add(askerId ?? 0, at, 0);
  }
  return grouped(Float64Array.from(keys).sort(), 2 * size, { read: exchangeReader(columns, met), parties: (group) => ({ first: group, second: null }) });
}
