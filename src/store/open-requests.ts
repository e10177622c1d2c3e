import type { Intent } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import { chancesIn } from './reading-bytes.ts';

const YEAR_MS = 365 * 86_400_000;

/** What accounts gave in the year before the end of the ledger, in points; those who gave nothing are absent. The same points stand beside pieces of lost value. */
export function pointsGivenInYear({ connection }: ProjectDatabase, accountIds: readonly number[]): Map<number, number> {
  return new Map(
    connection
      .prepare(`SELECT giver_id, sum(points) FROM booking WHERE giver_kind = 'account' AND giver_id IN (SELECT value FROM json_each(?)) AND at_ms >= (SELECT max(at_ms) FROM booking) - ${YEAR_MS} GROUP BY giver_id`)
      .raw().all(JSON.stringify(accountIds)) as [number, number][],
  );
}

/** Probability of each intent as the reader gave it, by message. */
export function intentProbabilities({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, Partial<Record<Intent, number>>> {
  const rows = connection.prepare('SELECT message_id, probabilities FROM reading WHERE probabilities IS NOT NULL AND message_id IN (SELECT value FROM json_each(?))').raw().all(JSON.stringify(messageIds)) as [number, Uint8Array][];
  return new Map(rows.map(([id, packed]) => [id, chancesIn(packed)]));
}

/** How many other people replied to each message directly; brands, programs and the author do not count. */
export function peersBelow({ connection }: ProjectDatabase, messageIds: readonly number[]): Map<number, number> {
  return new Map(
    connection
      .prepare(`SELECT q.id, count(DISTINCT COALESCE(m.account_id, -m.id)) FROM message q JOIN message m ON m.parent_id = q.id
        WHERE q.id IN (SELECT value FROM json_each(?)) AND m.account_id IS NOT q.account_id AND NOT EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role IN ('voice', 'bot')) GROUP BY q.id`)
      .raw().all(JSON.stringify(messageIds)) as [number, number][],
  );
}
