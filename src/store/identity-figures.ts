import type { Zone } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';

/** The figures that joining two accounts can change, in a project or in the small copy where the change is rehearsed. */
export interface IdentityFigures {
  readonly persons: number;
  readonly activePersons: number;
  readonly peopleWithBalance: number;
  readonly requests: number;
  readonly answeredRequests: number;
  readonly requestAuthors: number;
  /** People by tribe. */
  readonly tribes: ReadonlyMap<string, number>;
}

/** What the ledger says of one person. */
export interface PersonValue {
  readonly zone: Zone | null;
  readonly bookings: number;
  readonly created: number;
  readonly consumed: number;
}

/** Latest time known to the day or better, UTC ms, or null. */
export function latestMessageMs({ connection }: ProjectDatabase): number | null {
  return connection.prepare(`SELECT max(created_at_ms) FROM message WHERE precision NOT IN ('relative', 'none')`).pluck().get() as number | null;
}

/**
 * Counts persons with a message, those with one since `activeSinceMs`, those with a balance, the requests of a brand (of all,
 * each once, when null) that count, and people by tribe.
 */
export function identityFigures({ connection }: ProjectDatabase, { brandId, activeSinceMs }: { readonly brandId: number | null; readonly activeSinceMs: number }): IdentityFigures {
  const requests = connection
    .prepare(`SELECT count(*) AS requests, COALESCE(sum(censored = 0), 0) AS answeredRequests, count(DISTINCT account_id) AS requestAuthors FROM request WHERE ${brandId === null ? 'leads = 1' : 'brand_id = @brandId'} AND listed_apart IS NULL AND observability = 'observable'`)
    .get(brandId === null ? {} : { brandId }) as Pick<IdentityFigures, 'requests' | 'answeredRequests' | 'requestAuthors'>;
  return {
    persons: connection.prepare('SELECT count(DISTINCT account_id) FROM message').pluck().get() as number,
    activePersons: connection.prepare(`SELECT count(DISTINCT account_id) FROM message WHERE created_at_ms >= ? AND precision NOT IN ('relative', 'none')`).pluck().get(activeSinceMs) as number,
    peopleWithBalance: connection.prepare('SELECT count(*) FROM account_balance').pluck().get() as number,
    ...requests,
    tribes: new Map(connection.prepare('SELECT tribe, count(*) FROM tribe_member GROUP BY tribe ORDER BY tribe').raw().all() as [string, number][]),
  };
}

/** Points created by each person that has a balance and wrote at least one message. */
export function createdByPerson({ connection }: ProjectDatabase): Map<number, number> {
  return new Map(connection.prepare('SELECT b.account_id, b.created FROM account_balance b WHERE EXISTS (SELECT 1 FROM message m WHERE m.account_id = b.account_id) ORDER BY b.account_id').raw().all() as [number, number][]);
}

/** The balance of one person; null without one. */
export function personValue({ connection }: ProjectDatabase, accountId: number): PersonValue | null {
  return (connection.prepare('SELECT zone, bookings, created, observed + received AS consumed FROM account_balance WHERE account_id = ?').get(accountId) as PersonValue | undefined) ?? null;
}

/** Codes of the roles a person holds, each once. */
export function rolesOfPerson({ connection }: ProjectDatabase, accountId: number): string[] {
  return connection.prepare('SELECT DISTINCT role FROM account_role WHERE account_id = ? ORDER BY role').pluck().all(accountId) as string[];
}
