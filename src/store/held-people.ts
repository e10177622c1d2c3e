import { fileStamp } from './held-messages.ts';
import type { ProjectDatabase } from './project-database.ts';

/** People as questions about tribes ask for them: who has a balance, who is in which tribe, on which network an account stands. */
export interface HeldPeople {
  /** 1 at the id of an account that has a balance. */
  readonly balanced: Uint8Array;
  /** People of each tribe, account ids ascending. */
  readonly members: ReadonlyMap<string, readonly number[]>;
  /** Tribes of a person, those of value left out. */
  readonly otherTribesOf: ReadonlyMap<number, readonly string[]>;
  /** Network by account id; 0 where there is no such account. */
  readonly networks: Uint16Array;
  readonly networkCodes: ReadonlyMap<number, string>;
  /** Accounts that were joined into a person, by the id of the person. */
  readonly joined: ReadonlyMap<number, ReadonlySet<number>>;
}

const known = new WeakMap<ProjectDatabase['connection'], { readonly stamp: string; readonly people: HeldPeople }>();

function readPeople({ connection }: ProjectDatabase): HeldPeople {
  const highest = (connection.prepare('SELECT max(id) FROM account').pluck().get() as number | null) ?? 0;
  const balanced = new Uint8Array(highest + 1);
  for (const id of connection.prepare('SELECT account_id FROM account_balance').pluck().all() as number[]) balanced[id] = 1;
  const networks = new Uint16Array(highest + 1);
  for (const [id, network] of connection.prepare('SELECT id, network_id FROM account').raw().iterate() as IterableIterator<[number, number]>) networks[id] = network;
  const members = new Map<string, number[]>();
  const otherTribesOf = new Map<number, string[]>();
  for (const [tribe, account] of connection.prepare('SELECT tribe, account_id FROM tribe_member ORDER BY tribe, account_id').raw().iterate() as IterableIterator<[string, number]>) {
    const people = members.get(tribe);
    if (people === undefined) members.set(tribe, [account]);
    else people.push(account);
    if (tribe.startsWith('value:')) continue;
    const tribes = otherTribesOf.get(account);
    if (tribes === undefined) otherTribesOf.set(account, [tribe]);
    else tribes.push(tribe);
  }
  const joined = new Map<number, Set<number>>();
  for (const [person, account] of connection.prepare('SELECT person_id, account_id FROM person_account').raw().all() as [number, number][]) joined.set(person, (joined.get(person) ?? new Set<number>()).add(account));
  const networkCodes = new Map(connection.prepare('SELECT id, code FROM network').raw().all() as [number, string][]);
  return { balanced, members, otherTribesOf, networks, networkCodes, joined };
}

/** People of an open project, read once while nothing changes: some 20 bytes an account and membership. For projects held in memory. */
export function heldPeople(project: ProjectDatabase): HeldPeople {
  const stamp = fileStamp(project);
  const last = known.get(project.connection);
  if (last?.stamp === stamp) return last.people;
  const people = readPeople(project);
  known.set(project.connection, { stamp, people });
  return people;
}
