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

const UNCLAIMED = `a.source_is_brand = 1 AND NOT EXISTS (SELECT 1 FROM account_role r WHERE r.account_id = a.id AND r.role IN ('voice', 'bot')) AND EXISTS (SELECT 1 FROM message m WHERE m.account_id = a.id)`;

/** How many there are: they count as people until somebody says whose they are. */
export function unclaimedDesks({ connection }: ProjectDatabase): number {
  return connection.prepare(`SELECT count(*) FROM account a WHERE ${UNCLAIMED}`).pluck().get() as number;
}

/** Their accounts. */
export function unclaimedDeskIds({ connection }: ProjectDatabase): number[] {
  return connection.prepare(`SELECT a.id FROM account a WHERE ${UNCLAIMED}`).pluck().all() as number[];
}

/** All of them, the one that writes most first. */
export function listedDesks({ connection }: ProjectDatabase): UnclaimedDesk[] {
  return connection.prepare(`SELECT a.id AS accountId, a.native_id AS nativeId, COALESCE(a.handle, a.name, a.native_id) AS name, n.code AS network, (SELECT count(*) FROM message m WHERE m.account_id = a.id) AS messages
    FROM account a JOIN network n ON n.id = a.network_id WHERE ${UNCLAIMED} ORDER BY messages DESC, a.id`).all() as UnclaimedDesk[];
}
