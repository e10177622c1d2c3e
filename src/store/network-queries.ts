import type { NetworkFacts } from '../domain/network/network-facts.ts';
import type { TieGraph } from '../domain/network/tie-graph.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Replaces the ties between people; `accountIds` are the nodes. To be called inside a transaction. */
export function storeTies({ connection }: ProjectDatabase, accountIds: Int32Array, { size, offsets, neighbours, weights }: TieGraph): void {
  connection.exec('DELETE FROM network_person; DELETE FROM person_tie');
  const insert = connection.prepare('INSERT INTO person_tie (a_id, b_id, weight) VALUES (min(@one, @other), max(@one, @other), @weight)');
  for (let node = 0; node < size; node += 1) {
    for (let entry = offsets[node] ?? 0; entry < (offsets[node + 1] ?? 0); entry += 1) {
      const other = neighbours[entry] ?? 0;
      if (other > node) insert.run({ one: accountIds[node], other: accountIds[other], weight: weights[entry] });
    }
  }
}

/** What is known of one person in the graph; places only of those that are drawn. */
export interface NetworkPerson {
  readonly accountId: number;
  readonly ties: number;
  readonly strength: number;
  readonly community: string | null;
  readonly certainty: number | null;
  readonly betweenness: number | null;
  readonly x: number | null;
  readonly y: number | null;
}

/** Writes people with ties, after {@link storeTies}. To be called inside a transaction. */
export function storeNetworkPeople({ connection }: ProjectDatabase, people: Iterable<NetworkPerson>): void {
  const insert = connection.prepare('INSERT INTO network_person (account_id, ties, strength, community, certainty, betweenness, x, y) VALUES (@accountId, @ties, @strength, @community, @certainty, @betweenness, @x, @y)');
  for (const person of people) insert.run(person);
}

/** Writes how communities were found. */
export function storeNetworkFacts({ connection }: ProjectDatabase, facts: NetworkFacts): void {
  connection.prepare('INSERT INTO network_run (id, facts) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET facts = excluded.facts').run(JSON.stringify(facts));
}

/** How communities were last found; null before the first analysis, and after an import until the next. */
export function networkFacts({ connection }: ProjectDatabase): NetworkFacts | null {
  const facts = connection.prepare('SELECT facts FROM network_run').pluck().get() as string | undefined;
  return facts === undefined ? null : (JSON.parse(facts) as NetworkFacts);
}

/** A community as it was last found, its members by network and the source's own id. */
export function rememberedCommunities({ connection }: ProjectDatabase): { id: string; members: string[] }[] {
  const communities = new Map<string, string[]>();
  for (const [community, network, account] of connection.prepare('SELECT community, network, account FROM community_memory ORDER BY community, network, account').raw().iterate() as IterableIterator<[string, string, string]>) {
    const key = `${network} ${account}`;
    const members = communities.get(community);
    if (members === undefined) communities.set(community, [key]);
    else members.push(key);
  }
  return [...communities].map(([id, members]) => ({ id, members }));
}

/** Content keys of accounts, `network id`, in the order given. */
export function accountKeys({ connection }: ProjectDatabase, accountIds: Iterable<number>): string[] {
  const key = connection.prepare(`SELECT n.code || ' ' || a.native_id FROM account a JOIN network n ON n.id = a.network_id WHERE a.id = ?`).pluck();
  return Array.from(accountIds, (id) => key.get(id) as string);
}

/** A community to store as a tribe. */
export interface CommunityTribe {
  readonly id: string;
  readonly name: string;
  readonly accountIds: readonly number[];
  /** The tribe's result as JSON. */
  readonly result: string;
}

/** Replaces the tribes that communities make, their members, and what is remembered of them. To be called inside a transaction. */
export function storeCommunityTribes(project: ProjectDatabase, tribes: readonly CommunityTribe[]): void {
  const { connection } = project;
  clearCommunityTribes(project);
  if (tribes.length > 0) connection.exec('DELETE FROM community_memory');
  const tribe = connection.prepare(`INSERT INTO tribe (id, lens, name, result) VALUES (?, 'communities', ?, ?)`);
  const member = connection.prepare('INSERT INTO tribe_member (tribe, account_id) VALUES (?, ?)');
  const remember = connection.prepare('INSERT INTO community_memory (network, account, community) SELECT n.code, a.native_id, ? FROM account a JOIN network n ON n.id = a.network_id WHERE a.id = ?');
  for (const { id, name, accountIds, result } of tribes) {
    tribe.run(id, name, result);
    for (const accountId of accountIds) {
      member.run(id, accountId);
      remember.run(id, accountId);
    }
  }
}

/** Takes the tribes of communities away; what is remembered of them stays, for when they come back. */
export function clearCommunityTribes({ connection }: ProjectDatabase): void {
  connection.exec(`DELETE FROM tribe_member WHERE tribe IN (SELECT id FROM tribe WHERE lens = 'communities'); DELETE FROM tribe_member WHERE tribe LIKE 'community:%'; DELETE FROM tribe WHERE lens = 'communities'`);
}

/** Tribes of communities as stored, largest first. */
export function communityTribes({ connection }: ProjectDatabase): { id: string; name: string; size: number; certainty: number | null }[] {
  return connection
    .prepare(`SELECT t.id, t.name, count(m.account_id) AS size, (SELECT avg(p.certainty) FROM network_person p WHERE p.community = t.id) AS certainty
      FROM tribe t JOIN tribe_member m ON m.tribe = t.id WHERE t.lens = 'communities' GROUP BY t.id ORDER BY size DESC, t.id`)
    .all() as { id: string; name: string; size: number; certainty: number | null }[];
}

/** Weight of ties inside each community, and from it to people outside. */
export function communityTies({ connection }: ProjectDatabase): Map<string, { inside: number; outside: number }> {
  const ties = new Map<string, { inside: number; outside: number }>();
  const of = (id: string): { inside: number; outside: number } => {
    const known = ties.get(id) ?? { inside: 0, outside: 0 };
    ties.set(id, known);
    return known;
  };
  const rows = connection.prepare('SELECT a.community, b.community, sum(t.weight) FROM person_tie t JOIN network_person a ON a.account_id = t.a_id JOIN network_person b ON b.account_id = t.b_id GROUP BY 1, 2').raw();
  for (const [one, other, weight] of rows.iterate() as IterableIterator<[string | null, string | null, number]>) {
    if (one !== null && one === other) of(one).inside += weight;
    else for (const id of [one, other]) if (id !== null) of(id).outside += weight;
  }
  return ties;
}

/** Where people are drawn, by account; those without a place are left out. */
export function keptPlaces({ connection }: ProjectDatabase): Map<number, { readonly x: number; readonly y: number }> {
  const rows = connection.prepare('SELECT account_id, x, y FROM network_person WHERE x IS NOT NULL AND y IS NOT NULL').raw().iterate() as IterableIterator<[number, number, number]>;
  const places = new Map<number, { readonly x: number; readonly y: number }>();
  for (const [accountId, x, y] of rows) places.set(accountId, { x, y });
  return places;
}

/** People who are drawn, with how the project calls them, strongest ties first. */
export interface DrawnPerson extends NetworkPerson {
  readonly name: string | null;
  readonly network: string;
}

/** People with a place in the drawing, at most `limit`, strongest ties first. */
export function drawnPeople({ connection }: ProjectDatabase, limit: number): DrawnPerson[] {
  return connection
    .prepare(`SELECT p.account_id AS accountId, p.ties, p.strength, p.community, p.certainty, p.betweenness, p.x, p.y, COALESCE(a.name, a.handle) AS name, n.code AS network
      FROM network_person p JOIN account a ON a.id = p.account_id JOIN network n ON n.id = a.network_id WHERE p.x IS NOT NULL ORDER BY p.strength DESC, n.code, a.native_id LIMIT ?`)
    .all(limit) as DrawnPerson[];
}

/** Everybody with a tie, as drawn people are given, with a place or without. */
export function tiedPeopleRows({ connection }: ProjectDatabase): IterableIterator<DrawnPerson> {
  return connection
    .prepare(`SELECT p.account_id AS accountId, p.ties, p.strength, p.community, p.certainty, p.betweenness, p.x, p.y, COALESCE(a.name, a.handle) AS name, n.code AS network
      FROM network_person p JOIN account a ON a.id = p.account_id JOIN network n ON n.id = a.network_id ORDER BY n.code, a.native_id`)
    .iterate() as IterableIterator<DrawnPerson>;
}

/** Ties among people who are drawn, heaviest first, at most `limit`; and how many there are. */
export function drawnTies({ connection }: ProjectDatabase, limit: number): { total: number; ties: { a: number; b: number; weight: number }[] } {
  const among = 'FROM person_tie t JOIN network_person a ON a.account_id = t.a_id JOIN network_person b ON b.account_id = t.b_id WHERE a.x IS NOT NULL AND b.x IS NOT NULL';
  return {
    total: connection.prepare(`SELECT count(*) ${among}`).pluck().get() as number,
    ties: connection.prepare(`SELECT t.a_id AS a, t.b_id AS b, t.weight ${among} ORDER BY t.weight DESC, t.a_id, t.b_id LIMIT ?`).all(limit) as { a: number; b: number; weight: number }[],
  };
}

/** Every tie, by ids. */
export function allTies({ connection }: ProjectDatabase): IterableIterator<{ a: number; b: number; weight: number }> {
  return connection.prepare('SELECT a_id AS a, b_id AS b, weight FROM person_tie ORDER BY a_id, b_id').iterate() as IterableIterator<{ a: number; b: number; weight: number }>;
}

/** Number of people with ties and of ties. */
export function tieCounts({ connection }: ProjectDatabase): { people: number; ties: number } {
  return connection.prepare('SELECT (SELECT count(*) FROM network_person) AS people, (SELECT count(*) FROM person_tie) AS ties').get() as { people: number; ties: number };
}
