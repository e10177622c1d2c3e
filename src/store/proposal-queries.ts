import type { Role } from '../domain/model/codes.ts';
import type { RoleReason } from '../domain/roles/role-signal.ts';
import type { ProjectDatabase } from './project-database.ts';
import { heldOut } from './unclaimed-desks.ts';

/** A role that a person is asked to confirm, with its reasons. */
export interface RoleProposal {
  readonly accountId: number;
  readonly nativeId: string;
  readonly handle: string | null;
  readonly name: string | null;
  readonly network: string;
  readonly messages: number;
  readonly role: Role;
  readonly brand: string | null;
  /** Name of a brand that confirming would make; null where the brand is known or none is needed. */
  readonly suggestedBrand: string | null;
  readonly confidence: number;
  readonly fromMs: number | null;
  readonly toMs: number | null;
  readonly reasons: readonly RoleReason[];
}

/** Which proposals are meant: of one role, at one brand. */
export interface ProposalSelection {
  readonly role?: Role | undefined;
  readonly brandId?: number | undefined;
}

// whatever a person decided on an account, brand and role is no proposal any more; a denial without a brand speaks of all; a desk that nobody claimed is still to be told whose it is
const OPEN = `p.applied = 0 AND NOT EXISTS (SELECT 1 FROM role_decision d WHERE d.network = n.code AND d.account = a.native_id AND d.role = p.role
    AND (COALESCE(b.name, '') = d.brand COLLATE NOCASE OR (d.brand = '' AND d.verdict = 'is-not') OR (p.brand_id IS NULL AND d.verdict = 'is')))
  AND NOT EXISTS (SELECT 1 FROM account_role h WHERE h.account_id = p.account_id AND h.role = p.role AND h.brand_id IS p.brand_id AND h.origin IN ('hand', 'argument', 'source') AND NOT ${heldOut('h')})`;
const SOURCES = 'role_proposal p JOIN account a ON a.id = p.account_id JOIN network n ON n.id = a.network_id LEFT JOIN brand b ON b.id = p.brand_id';

function condition({ role, brandId }: ProposalSelection): string {
  return `${OPEN}${role === undefined ? '' : ' AND p.role = @role'}${brandId === undefined ? '' : ' AND p.brand_id = @brandId'}`;
}

const parametersOf = ({ role, brandId }: ProposalSelection): Record<string, string | number> => ({ ...(role === undefined ? {} : { role }), ...(brandId === undefined ? {} : { brandId }) });

/** How many proposals are open, by role. */
export function proposalCounts({ connection }: ProjectDatabase, selection: ProposalSelection): { role: Role; proposals: number }[] {
  return connection.prepare(`SELECT p.role AS role, count(*) AS proposals FROM ${SOURCES} WHERE ${condition(selection)} GROUP BY p.role ORDER BY p.role`).all(parametersOf(selection)) as { role: Role; proposals: number }[];
}

/** One page of open proposals, the surest first; among equals whoever wrote more. */
export function proposalPage({ connection }: ProjectDatabase, selection: ProposalSelection, { page, size }: { readonly page: number; readonly size: number }): RoleProposal[] {
  const rows = connection
    .prepare(`SELECT p.account_id AS accountId, a.native_id AS nativeId, a.handle AS handle, a.name AS name, n.code AS network, (SELECT count(*) FROM message m WHERE m.account_id = a.id) AS messages,
        p.role AS role, b.name AS brand, p.confidence AS confidence, p.from_ms AS fromMs, p.to_ms AS toMs, p.detail AS detail
      FROM ${SOURCES} WHERE ${condition(selection)} ORDER BY p.confidence DESC, messages DESC, p.account_id, p.role LIMIT @limit OFFSET @offset`)
    .all({ ...parametersOf(selection), limit: size, offset: page * size }) as (Omit<RoleProposal, 'reasons' | 'suggestedBrand'> & { detail: string })[];
  return rows.map(({ detail, ...row }) => ({ ...row, ...(JSON.parse(detail) as Pick<RoleProposal, 'reasons' | 'suggestedBrand'>) }));
}

/** The content keys of accounts by their numbers; unknown numbers are left out. */
export function accountKeys({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, { network: string; account: string; name: string }> {
  const rows = connection.prepare('SELECT a.id, n.code, a.native_id, COALESCE(a.name, a.handle, a.native_id) FROM account a JOIN network n ON n.id = a.network_id WHERE a.id IN (SELECT value FROM json_each(?))').raw().all(JSON.stringify(accountIds)) as [number, string, string, string][];
  return new Map(rows.map(([id, network, account, name]) => [id, { network, account, name }]));
}
