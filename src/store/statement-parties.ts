import type { PartyKind } from '../domain/model/value-codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import { accountLabels } from './value-accounts.ts';
import type { TwoSides } from './value-statement.ts';

/** A person as a statement names them: the leading account of one or several. */
export interface StatementPerson {
  readonly personId: number;
  readonly name: string;
  readonly network: string;
  readonly accounts: number;
}

/** The person behind an account; null when there is no such account. */
export function statementPerson(project: ProjectDatabase, accountId: number): StatementPerson | null {
  const { connection } = project;
  const personId = (connection.prepare('SELECT person_id FROM person_account WHERE account_id = ?').pluck().get(accountId) as number | undefined) ?? accountId;
  const label = accountLabels(project, [personId]).get(personId);
  if (label === undefined) return null;
  const accounts = connection.prepare('SELECT count(*) FROM person_account WHERE person_id = ?').pluck().get(personId) as number;
  return { personId, name: label.name, network: label.network, accounts: Math.max(1, accounts) };
}

/** The name of a tribe that has members or figures; null when the project knows none of that id. */
export function statementTribe({ connection }: ProjectDatabase, id: string): string | null {
  const name = connection.prepare('SELECT name FROM tribe WHERE id = ?').pluck().get(id) as string | undefined;
  return name ?? (connection.prepare('SELECT EXISTS (SELECT 1 FROM tribe_member WHERE tribe = ?)').pluck().get(id) === 1 ? id : null);
}

/** Members of a tribe, ids ascending. */
export function tribeAccounts({ connection }: ProjectDatabase, id: string): number[] {
  return connection.prepare('SELECT account_id FROM tribe_member WHERE tribe = ? ORDER BY account_id').pluck().all(id) as number[];
}

/** Points that the last analysis holds for these accounts together; null when it holds none of them. */
export function storedPoints({ connection }: ProjectDatabase, accountIds: readonly number[]): TwoSides | null {
  const row = connection
    .prepare('SELECT count(*) AS accounts, COALESCE(sum(created), 0) AS created, COALESCE(sum(observed + received), 0) AS consumed FROM account_balance WHERE account_id IN (SELECT value FROM json_each(?))')
    .get(JSON.stringify(accountIds)) as TwoSides & { accounts: number };
  return row.accounts === 0 ? null : { created: row.created, consumed: row.consumed };
}

interface Sides {
  readonly giverKind: PartyKind;
  readonly giverId: number;
  readonly receiverKind: PartyKind;
  readonly receiverId: number;
}

/** Names of the parties of some lines: accounts, brands, and the place of an audience; empty for the commons and for a place not known. */
export function partyNames(project: ProjectDatabase, lines: readonly Sides[]): (kind: PartyKind, id: number) => string {
  const { connection } = project;
  const idsOf = (wanted: PartyKind): number[] => [...new Set(lines.flatMap(({ giverKind, giverId, receiverKind, receiverId }) => [...(giverKind === wanted ? [giverId] : []), ...(receiverKind === wanted ? [receiverId] : [])]))];
  const accounts = accountLabels(project, idsOf('account'));
  const brands = new Map(connection.prepare('SELECT id, name FROM brand').raw().all() as [number, string][]);
  const places = new Map(connection.prepare('SELECT id, name FROM container WHERE id IN (SELECT value FROM json_each(?))').raw().all(JSON.stringify(idsOf('audience'))) as [number, string][]);
  return (kind, id) => (kind === 'account' ? accounts.get(id)?.name : kind === 'brand' ? brands.get(id) : kind === 'audience' ? places.get(id) : '') ?? '';
}
