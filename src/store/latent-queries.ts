import type { ProjectDatabase } from './project-database.ts';

/** People and handles that the data show only from outside. */
export interface LatentCounts {
  readonly named: { readonly count: number; readonly byPeople: number; readonly messages: number };
  readonly reacted: number | null;
  readonly elsewhere: number;
}

const PEOPLE = 'SELECT account_id FROM account_balance';
const APART = `SELECT account_id FROM account_role WHERE role IN ('voice', 'partner', 'bot')`;

/**
 * Counts those who never spoke to the brand. Named: distinct handles of a network that people wrote, whose account is not
 * known or never wrote. Reacted: accounts with a named reaction and no message. Elsewhere: authors who are in no place of
 * the brand, nor of no brand. One pass over mentions, reactions and authors.
 */
export function latentCounts({ connection }: ProjectDatabase): LatentCounts {
  const [count, byPeople, messages] = connection
    .prepare(`SELECT count(DISTINCT m.network_id || ' ' || lower(x.handle)), count(DISTINCT m.account_id), count(DISTINCT m.id) FROM mention x JOIN message m ON m.id = x.message_id
      WHERE m.account_id IN (${PEOPLE}) AND (x.account_id IS NULL OR (x.account_id NOT IN (${APART}) AND NOT EXISTS (SELECT 1 FROM message w WHERE w.account_id = x.account_id)))
        AND NOT EXISTS (SELECT 1 FROM account a WHERE a.network_id = m.network_id AND a.handle = x.handle COLLATE NOCASE AND (a.id IN (${APART}) OR EXISTS (SELECT 1 FROM message w WHERE w.account_id = a.id)))`)
    .raw().get() as [number, number, number];
  const namesReactions = connection.prepare('SELECT EXISTS (SELECT 1 FROM reaction WHERE account_id IS NOT NULL)').pluck().get() === 1;
  const reacted = namesReactions
    ? (connection.prepare(`SELECT count(DISTINCT x.account_id) FROM reaction x WHERE x.account_id IS NOT NULL AND x.account_id NOT IN (${APART}) AND NOT EXISTS (SELECT 1 FROM message m WHERE m.account_id = x.account_id)`).pluck().get() as number)
    : null;
  const elsewhere = connection.prepare(`SELECT count(*) FROM (SELECT DISTINCT m.account_id AS id FROM message m WHERE m.account_id IS NOT NULL) WHERE id NOT IN (${PEOPLE}) AND id NOT IN (${APART})`).pluck().get() as number;
  return { named: { count, byPeople, messages }, reacted, elsewhere };
}
