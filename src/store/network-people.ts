import type { ProjectDatabase } from './project-database.ts';

/** People with a balance by network, account ids ascending; a person of several accounts is among those of each of their networks. Networks by code. */
export function peopleByNetwork({ connection }: ProjectDatabase): Map<string, number[]> {
  const people = new Map<string, number[]>();
  const rows = connection
    .prepare(`SELECT DISTINCT n.code, b.account_id FROM account_balance b LEFT JOIN person_account p ON p.person_id = b.account_id JOIN account a ON a.id = COALESCE(p.account_id, b.account_id)
      JOIN network n ON n.id = a.network_id ORDER BY 1, 2`)
    .raw().iterate() as IterableIterator<[string, number]>;
  for (const [network, accountId] of rows) {
    const known = people.get(network);
    if (known === undefined) people.set(network, [accountId]);
    else known.push(accountId);
  }
  return people;
}
