import type { ProjectDatabase } from './project-database.ts';

/** How many messages hold these words in this order, accents and case aside; counts up to `most` and stops. Words are letters and digits apart by spaces. */
export function messagesWithWords({ connection }: ProjectDatabase, words: string, most: number): number {
  return connection.prepare('SELECT count(*) FROM (SELECT rowid FROM message_search WHERE message_search MATCH ? LIMIT ?)').pluck().get(`"${words.replaceAll('"', ' ')}"`, most) as number;
}

/** Names and handles of whoever wrote a message, what it answers and what answers it, and of those it mentions, each once; those who speak for a brand are left out. */
export function namesAround({ connection }: ProjectDatabase, messageId: number): string[] {
  return connection.prepare(`WITH near AS (
      SELECT m.account_id AS account FROM message m WHERE m.id = @id OR m.parent_id = @id OR m.id = (SELECT parent_id FROM message WHERE id = @id)
      UNION SELECT account_id FROM mention WHERE message_id = @id)
    SELECT DISTINCT value FROM (SELECT a.name AS value FROM account a WHERE a.id IN (SELECT account FROM near) AND a.id NOT IN (SELECT account_id FROM account_role WHERE role = 'voice')
      UNION SELECT a.handle FROM account a WHERE a.id IN (SELECT account FROM near) AND a.id NOT IN (SELECT account_id FROM account_role WHERE role = 'voice'))
    WHERE value IS NOT NULL ORDER BY value`).pluck().all({ id: messageId }) as string[];
}
