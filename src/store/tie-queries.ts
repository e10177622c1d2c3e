import { decayAt, settledWeight, TIE_WEIGHTS } from '../domain/network/tie-weight.ts';
import { tieGraph, type TieGraph } from '../domain/network/tie-graph.ts';
import type { ProjectDatabase } from './project-database.ts';

/** People of a project as nodes, in the order of network and the source's own id, with their ties. */
export interface PeopleGraph {
  readonly accountIds: Int32Array;
  readonly graph: TieGraph;
  /** The latest known moment of the data, from which ties fade backwards; null where no message has a time. */
  readonly windowEndMs: number | null;
}

const PEOPLE = 'SELECT b.account_id FROM account_balance b JOIN account a ON a.id = b.account_id JOIN network n ON n.id = a.network_id ORDER BY n.code, a.native_id';

/** Columns of ties that grow as they are read. */
function tieColumns(): { add(from: number, to: number, weight: number): void; columns(): { from: Int32Array; to: Int32Array; weight: Float64Array } } {
  let from = new Int32Array(1024);
  let to = new Int32Array(1024);
  let weight = new Float64Array(1024);
  let length = 0;
  const longer = <Column extends Int32Array | Float64Array>(column: Column, empty: Column): Column => {
    empty.set(column);
    return empty;
  };
  return {
    add(one, other, worth) {
      if (length === from.length) {
        from = longer(from, new Int32Array(2 * length));
        to = longer(to, new Int32Array(2 * length));
        weight = longer(weight, new Float64Array(2 * length));
      }
      from[length] = one;
      to[length] = other;
      weight[length] = worth;
      length += 1;
    },
    columns: () => ({ from: from.subarray(0, length), to: to.subarray(0, length), weight: weight.subarray(0, length) }),
  };
}

/**
 * Ties between people: a reply 1, a mention 1, a share .5, each halved for every 90 days before the end of the data. People are
 * accounts with a balance, joined accounts counting as one: voices, partners and programs have none. A name that leads a reply
 * to the same person is the reply once more and not counted; nobody is tied to oneself. What has no time counts as old as the
 * oldest that has one. One scan each of messages, mentions and reactions into typed arrays. Weights are rounded, so that imports
 * in another order give the same graph.
 */
export function peopleGraph({ connection }: ProjectDatabase): PeopleGraph {
  const accountIds = Int32Array.from(connection.prepare(PEOPLE).pluck().all() as number[]);
  const nodeOf = new Map<number, number>();
  accountIds.forEach((id, node) => nodeOf.set(id, node));
  const [endMs, oldestMs] = connection.prepare('SELECT max(created_at_ms), min(created_at_ms) FROM message').raw().get() as [number | null, number | null];
  const end = endMs ?? 0;
  const worth = (atMs: number | null): number => decayAt(atMs ?? oldestMs ?? end, end);

  const size = ((connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0) + 1;
  // Nodes and ids are kept plus one, 0 for none.
  const authors = new Int32Array(size);
  const parents = new Int32Array(size);
  const left = new Float64Array(size);
  const scan = connection.prepare('SELECT id, account_id, parent_id, created_at_ms FROM message NOT INDEXED WHERE account_id IS NOT NULL').raw();
  for (const [id, account, parent, atMs] of scan.iterate() as IterableIterator<[number, number, number | null, number | null]>) {
    const node = nodeOf.get(account);
    if (node === undefined) continue;
    authors[id] = node + 1;
    parents[id] = parent ?? 0;
    left[id] = worth(atMs);
  }
  const ties = tieColumns();
  const tie = (one: number, other: number, weight: number): void => {
    if (one !== 0 && other !== 0 && one !== other) ties.add(one - 1, other - 1, weight);
  };
  parents.forEach((parent, id) => tie(authors[id] ?? 0, authors[parent] ?? 0, TIE_WEIGHTS.reply * (left[id] ?? 0)));

  // brands are mentioned most and are nobody: what is left is little, and grouped here
  const named = new Map<number, Map<number, number>>();
  for (const [id, account, leading] of connection.prepare('SELECT message_id, account_id, leading FROM mention NOT INDEXED WHERE account_id IS NOT NULL').raw().iterate() as IterableIterator<[number, number, number]>) {
    const other = (nodeOf.get(account) ?? -1) + 1;
    if (other === 0 || (authors[id] ?? 0) === 0) continue;
    let own = named.get(id);
    if (own === undefined) named.set(id, (own = new Map<number, number>()));
    own.set(other, Math.min(leading, own.get(other) ?? leading));
  }
  for (const [id, own] of named) {
    for (const [other, leading] of own) {
      if (leading === 1 && authors[parents[id] ?? 0] === other) continue;
      tie(authors[id] ?? 0, other, TIE_WEIGHTS.mention * (left[id] ?? 0));
    }
  }
  const shares = connection.prepare(`SELECT account_id, message_id, min(created_at_ms) FROM reaction WHERE kind = 'share' AND account_id IS NOT NULL AND message_id IS NOT NULL GROUP BY account_id, message_id`).raw();
  for (const [account, id, atMs] of shares.iterate() as IterableIterator<[number, number, number | null]>) tie((nodeOf.get(account) ?? -1) + 1, authors[id] ?? 0, TIE_WEIGHTS.share * worth(atMs));
  const quotes = connection.prepare('SELECT q.id, m.id FROM message q JOIN message m ON m.network_id = q.network_id AND m.native_id = q.quoted_native_id WHERE q.quoted_native_id IS NOT NULL AND q.account_id IS NOT NULL').raw();
  for (const [quoting, quoted] of quotes.iterate() as IterableIterator<[number, number]>) if (parents[quoting] !== quoted) tie(authors[quoting] ?? 0, authors[quoted] ?? 0, TIE_WEIGHTS.share * (left[quoting] ?? 0));
  return { accountIds, graph: settled(tieGraph(accountIds.length, ties.columns())), windowEndMs: endMs };
}

/** The same graph with rounded weights. */
function settled(graph: TieGraph): TieGraph {
  const { size, offsets, neighbours } = graph;
  const columns = { from: new Int32Array(neighbours.length / 2), to: new Int32Array(neighbours.length / 2), weight: new Float64Array(neighbours.length / 2) };
  let length = 0;
  for (let node = 0; node < size; node += 1) {
    const end = offsets[node + 1] ?? 0;
    for (let entry = offsets[node] ?? 0; entry < end; entry += 1) {
      if ((neighbours[entry] ?? 0) <= node) continue;
      columns.from[length] = node;
      columns.to[length] = neighbours[entry] ?? 0;
      columns.weight[length] = settledWeight(graph.weights[entry] ?? 0);
      length += 1;
    }
  }
  return tieGraph(size, columns);
}
