import type { ProjectDatabase } from './project-database.ts';

/** An account that its source calls a firm's and that speaks for no brand of the project. */
export interface UnclaimedDesk {
  readonly accountId: number;
  readonly nativeId: string;
  /** Its handle, else its name, else what its network knows it by. */
  readonly name: string;
  readonly network: string;
  readonly messages: number;
}

/**
 * How a desk that nobody claimed stands among the roles: as a voice of no brand, by its source's word. So whatever leaves
 * voices out (people, tribes, the map, ties) leaves it out, and no brand answers through it. True where the role of the alias says so.
 */
export const heldOut = (alias: string): string => `(${alias}.role = 'voice' AND ${alias}.brand_id IS NULL)`;
const HELD = `${heldOut('account_role')} AND origin = 'source' AND account_role.source_account_id IS NULL`;

/** True where the author of alias `m`, a message, is such a desk. */
export const BY_DESK = `EXISTS (SELECT 1 FROM account_role d WHERE d.account_id = m.account_id AND ${heldOut('d')})`;

// what an account said by itself counts, not what it holds through another one of its person; programs are left out of people already
const UNCLAIMED = `a.source_is_brand = 1 AND COALESCE(a.source_is_bot, 0) = 0
  AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.source_account_id IS NULL AND ((r.role = 'voice' AND r.brand_id IS NOT NULL) OR r.origin IN ('argument', 'hand')))
  AND NOT EXISTS (SELECT 1 FROM role_decision d JOIN network n ON n.code = d.network WHERE n.id = a.network_id AND d.account = a.native_id AND d.role = 'voice' AND d.verdict = 'is-not' AND d.brand = '')
  AND (EXISTS (SELECT 1 FROM message m WHERE m.account_id = a.id) OR EXISTS (SELECT 1 FROM message m WHERE m.source_account_id = a.id))`;

const idsOf = ({ connection }: ProjectDatabase, sql: string): number[] => connection.prepare(sql).pluck().all() as number[];

/**
 * Brings up to date which desks are held out: accounts that their source calls a firm's, that wrote, that speak for no brand,
 * are no program, and of which nobody said what they are: an employee, a customer, or no voice of any brand at all ("this is a
 * person"). Returns whether anything was otherwise. One look at the accounts; to be called inside a transaction, on accounts as the sources say them where something may change.
 */
export function holdOutDesks(project: ProjectDatabase): boolean {
  const { lapsed, added } = desksToSettle(project);
  const release = project.connection.prepare(`DELETE FROM account_role WHERE account_id = ? AND ${HELD}`);
  const hold = project.connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, origin) VALUES (?, NULL, 'voice', 'source')`);
  for (const id of lapsed) release.run(id);
  for (const id of added) hold.run(id);
  return lapsed.length + added.length > 0;
}

function desksToSettle(project: ProjectDatabase): { readonly lapsed: readonly number[]; readonly added: readonly number[] } {
  const unclaimed = new Set(idsOf(project, `SELECT a.id FROM account a WHERE ${UNCLAIMED}`));
  const held = new Set(unclaimedDeskIds(project));
  return { lapsed: [...held].filter((id) => !unclaimed.has(id)), added: [...unclaimed].filter((id) => !held.has(id)) };
}

/** Whether {@link holdOutDesks} would change anything: what an import said of an older account, or a project that was made before desks were held out. */
export function desksAreUnsettled(project: ProjectDatabase): boolean {
  const { lapsed, added } = desksToSettle(project);
  return lapsed.length + added.length > 0;
}

/** How many are held out until somebody says whose they are. */
export function unclaimedDesks({ connection }: ProjectDatabase): number {
  return connection.prepare(`SELECT count(*) FROM account_role WHERE ${HELD}`).pluck().get() as number;
}

/** Their accounts. */
export function unclaimedDeskIds(project: ProjectDatabase): number[] {
  return idsOf(project, `SELECT account_id FROM account_role WHERE ${HELD} ORDER BY account_id`);
}

/** All of them, the one that writes most first. */
export function listedDesks({ connection }: ProjectDatabase): UnclaimedDesk[] {
  return connection.prepare(`SELECT a.id AS accountId, a.native_id AS nativeId, COALESCE(a.handle, a.name, a.native_id) AS name, n.code AS network,
      (SELECT count(*) FROM message m WHERE m.account_id = a.id AND m.source_account_id IS NULL) + (SELECT count(*) FROM message m WHERE m.source_account_id = a.id) AS messages
    FROM account_role JOIN account a ON a.id = account_role.account_id JOIN network n ON n.id = a.network_id WHERE ${HELD} ORDER BY messages DESC, a.id`).all() as UnclaimedDesk[];
}
