import type { ValueActor } from '../domain/value/value-fact.ts';
import type { ProjectDatabase } from './project-database.ts';

interface DatedRole {
  readonly role: string;
  readonly brandId: number | null;
  readonly fromMs: number | null;
  readonly toMs: number | null;
}

/** Looks up what an account was when it wrote. Accounts without roles, nearly all, cost one map look-up. */
export interface RoleBook {
  readonly actor: (accountId: number, atMs: number | null) => ValueActor;
}

/** Reads the roles that matter to the ledger: voice, employee, partner, bot; from inclusive, to exclusive, open ends hold. */
export function roleBook({ connection }: ProjectDatabase): RoleBook {
  const rolesOf = new Map<number, DatedRole[]>();
  const rows = connection
    .prepare(`SELECT account_id AS accountId, role, brand_id AS brandId, from_ms AS fromMs, to_ms AS toMs FROM account_role WHERE role IN ('voice', 'employee', 'partner', 'bot') ORDER BY account_id, brand_id`)
    .all() as (DatedRole & { accountId: number })[];
  for (const row of rows) {
    const roles = rolesOf.get(row.accountId);
    if (roles === undefined) rolesOf.set(row.accountId, [row]);
    else roles.push(row);
  }
  return {
    actor(accountId, atMs) {
      const roles = rolesOf.get(accountId);
      if (roles === undefined) return { accountId, voiceOf: null, bot: false, tied: false };
      const held = roles.filter(({ fromMs, toMs }) => atMs === null || ((fromMs === null || atMs >= fromMs) && (toMs === null || atMs < toMs)));
      return {
        accountId,
        voiceOf: held.find(({ role, brandId }) => role === 'voice' && brandId !== null)?.brandId ?? null,
        bot: held.some(({ role }) => role === 'bot'),
        ...(held.some(({ role, brandId }) => role === 'voice' && brandId === null) ? { desk: true as const } : {}),
        tied: held.some(({ role }) => role === 'employee' || role === 'partner'),
      };
    },
  };
}
