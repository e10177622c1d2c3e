import type { ProjectDatabase } from './project-database.ts';
import { putRoleDecisions, roleDecisions, type RoleDecision } from './role-decisions.ts';

/** A brand with who speaks for it and what it owns. */
export interface StoredBrand {
  readonly id: number;
  readonly name: string;
  readonly own: boolean;
  readonly accounts: string[];
  readonly containers: string[];
}

/** An account as names are compared with it. */
export interface NamedAccount {
  readonly id: number;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly sourceIsBrand: boolean;
}

/** A container by its names. */
export interface NamedContainer {
  readonly id: number;
  readonly networkId: number;
  readonly nativeId: string;
  readonly name: string;
  readonly brandId: number | null;
}

/** Brands of a project, the own one first, then by name. */
export function storedBrands({ connection }: ProjectDatabase): StoredBrand[] {
  const brands = connection.prepare('SELECT id, name, is_own AS own FROM brand ORDER BY is_own DESC, name').all() as { id: number; name: string; own: number }[];
  const accounts = connection.prepare(`SELECT COALESCE(a.handle, a.name, a.native_id) FROM account_role r JOIN account a ON a.id = r.account_id WHERE r.brand_id = ? AND r.role = 'voice' GROUP BY a.id ORDER BY 1`).pluck();
  const containers = connection.prepare('SELECT name FROM container WHERE brand_id = ? ORDER BY name').pluck();
  return brands.map(({ id, name, own }) => ({ id, name, own: own === 1, accounts: accounts.all(id) as string[], containers: containers.all(id) as string[] }));
}

/** Id of the brand of a name (letter case does not count), made when new; `own` makes it the only own one. */
export function brandNamed({ connection }: ProjectDatabase, name: string, own: boolean): number {
  const known = connection.prepare('SELECT id FROM brand WHERE name = ? COLLATE NOCASE').pluck().get(name) as number | undefined;
  const id = known ?? Number(connection.prepare('INSERT INTO brand (name) VALUES (?)').run(name).lastInsertRowid);
  if (own) connection.prepare('UPDATE brand SET is_own = (id = ?)').run(id);
  return id;
}

/** Makes no brand the own one. */
export function clearOwnBrand({ connection }: ProjectDatabase): void {
  connection.prepare('UPDATE brand SET is_own = 0 WHERE is_own = 1').run();
}

/** Accounts from an id on, in id order; a page of them in memory at a time. */
export function* namedAccounts({ connection }: ProjectDatabase, fromId: number): Generator<NamedAccount> {
  const page = connection.prepare('SELECT id, native_id AS nativeId, handle, name, COALESCE(source_is_brand, 0) AS sourceIsBrand FROM account WHERE id >= ? ORDER BY id LIMIT 5000');
  for (let from = fromId; ; ) {
    const rows = page.all(from) as (Omit<NamedAccount, 'sourceIsBrand'> & { sourceIsBrand: number })[];
    for (const row of rows) yield { ...row, sourceIsBrand: row.sourceIsBrand === 1 };
    const last = rows.at(-1);
    if (last === undefined) return;
    from = last.id + 1;
  }
}

/** Containers of a project, oldest first. */
export function namedContainers({ connection }: ProjectDatabase): NamedContainer[] {
  return connection.prepare('SELECT id, network_id AS networkId, native_id AS nativeId, name, brand_id AS brandId FROM container ORDER BY id').all() as NamedContainer[];
}

/** Gives a container to a brand, or to none. */
export function ownContainer({ connection }: ProjectDatabase, containerId: number, brandId: number | null): void {
  connection.prepare('UPDATE container SET brand_id = ? WHERE id = ?').run(brandId, containerId);
}

/** Gives an account a role at a brand, without dates; a role it already has from the same origin stays as it is. */
export function giveRole({ connection }: ProjectDatabase, { accountId, brandId, role, origin }: { readonly accountId: number; readonly brandId: number | null; readonly role: 'voice' | 'employee' | 'partner'; readonly origin: 'source' | 'argument' | 'hand' }): void {
  // a null brand never conflicts with itself in a unique index
  connection.prepare(`INSERT INTO account_role (account_id, brand_id, role, origin) SELECT @accountId, @brandId, @role, @origin WHERE NOT EXISTS (SELECT 1 FROM account_role WHERE account_id = @accountId AND brand_id IS @brandId AND role = @role AND origin = @origin)`)
    .run({ accountId, brandId, role, origin });
}

/** Everything that says who speaks for which brand: small, so a change is undone by putting the whole of it back, in one transaction of the caller. */
export interface BrandState {
  readonly brands: readonly { readonly id: number; readonly name: string; readonly is_own: number }[];
  readonly roles: readonly { readonly account_id: number; readonly brand_id: number | null; readonly role: string; readonly from_ms: number | null; readonly to_ms: number | null; readonly origin: string }[];
  readonly containers: readonly { readonly id: number; readonly brand_id: number }[];
  readonly claims: string | null;
  /** What a person decided about roles; absent from changes that were recorded before there were such decisions. */
  readonly decisions?: readonly RoleDecision[];
}

// what is made again is left out: roles by rule and evidence, machines that sources mark, roles held through another account of a person
const SCOPE = `source_account_id IS NULL AND (origin IN ('argument', 'hand') OR (origin = 'source' AND role <> 'bot'))`;

/** The present state of brands, roles at them and ownership. */
export function brandState(project: ProjectDatabase): BrandState {
  const { connection } = project;
  return {
    brands: connection.prepare('SELECT id, name, is_own FROM brand ORDER BY id').all() as BrandState['brands'],
    roles: connection.prepare(`SELECT account_id, brand_id, role, from_ms, to_ms, origin FROM account_role WHERE ${SCOPE} ORDER BY id`).all() as BrandState['roles'],
    containers: connection.prepare('SELECT id, brand_id FROM container WHERE brand_id IS NOT NULL ORDER BY id').all() as BrandState['containers'],
    claims: (connection.prepare(`SELECT value FROM setting WHERE key = 'brand_claims'`).pluck().get() as string | undefined) ?? null,
    decisions: roleDecisions(project),
  };
}

/** Puts an earlier state back; roles of accounts and ownership of containers that are no longer there are left out. */
export function putBrandState(project: ProjectDatabase, { brands, roles, containers, claims, decisions }: BrandState): void {
  const { connection } = project;
  // brands are taken out and put back under the ids that other rows refer to
  connection.pragma('defer_foreign_keys = ON');
  connection.exec(`UPDATE container SET brand_id = NULL WHERE brand_id IS NOT NULL; DELETE FROM account_role WHERE ${SCOPE};`);
  const left = JSON.stringify(brands.map(({ id }) => id));
  const isGone = 'brand_id IS NOT NULL AND brand_id NOT IN (SELECT value FROM json_each(?))';
  connection.prepare(`DELETE FROM topic_message WHERE topic IN (SELECT id FROM topic WHERE ${isGone})`).run(left);
  for (const table of ['account_role', 'role_proposal', 'promise', 'topic']) connection.prepare(`DELETE FROM ${table} WHERE ${isGone}`).run(left);
  connection.exec('DELETE FROM brand');
  const insertBrand = connection.prepare('INSERT INTO brand (id, name, is_own) VALUES (?, ?, ?)');
  for (const { id, name, is_own: own } of brands) insertBrand.run(id, name, own);
  const insertRole = connection.prepare('INSERT INTO account_role (account_id, brand_id, role, from_ms, to_ms, origin) SELECT id, ?, ?, ?, ?, ? FROM account WHERE id = ?');
  for (const role of roles) insertRole.run(role.brand_id, role.role, role.from_ms, role.to_ms, role.origin, role.account_id);
  const own = connection.prepare('UPDATE container SET brand_id = ? WHERE id = ?');
  for (const { id, brand_id: brandId } of containers) own.run(brandId, id);
  if (claims === null) connection.prepare(`DELETE FROM setting WHERE key = 'brand_claims'`).run();
  else connection.prepare(`INSERT INTO setting (key, value) VALUES ('brand_claims', ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value`).run(claims);
  if (decisions !== undefined) putRoleDecisions(project, decisions);
}
