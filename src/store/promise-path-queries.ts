import type { PathMessage } from '../domain/trust/path-places.ts';
import { DATED, OWN_PLACE } from './promise-course-queries.ts';
import type { ProjectDatabase } from './project-database.ts';

/**
 * What people wrote outside the places of other brands, in time order, with what is a compliment to the brand and what recommends it
 * by the ledger (null: to any brand). Memory: some 60 bytes a message of the people asked for.
 */
export function pathMessages({ connection }: ProjectDatabase, { brandId, personIds }: { readonly brandId: number | null; readonly personIds: readonly number[] }): Map<number, PathMessage[]> {
  const found = new Map<number, PathMessage[]>(personIds.map((personId) => [personId, []]));
  const rows = connection
    .prepare(`WITH praise AS MATERIALIZED (SELECT message_id FROM compliment WHERE listed_apart IS NULL AND (@brandId IS NULL OR brand_id = @brandId)),
        advice AS MATERIALIZED (SELECT message_id FROM booking WHERE rule IN ('recommendation', 'tagged-friend') AND giver_kind = 'account' AND (@brandId IS NULL OR brand_id IS NULL OR brand_id = @brandId))
      SELECT m.account_id, m.id, m.created_at_ms, COALESCE(m.root_id, m.id), m.id IN (SELECT message_id FROM praise), m.id IN (SELECT message_id FROM advice)
      FROM message m WHERE m.account_id IN (SELECT value FROM json_each(@people)) AND ${DATED} AND ${OWN_PLACE} ORDER BY m.created_at_ms, m.id`)
    .raw().iterate({ people: JSON.stringify(personIds), brandId }) as IterableIterator<[number, number, number, number, number, number]>;
  for (const [personId, messageId, atMs, rootId, praises, recommends] of rows) found.get(personId)?.push({ messageId, atMs, rootId, praises: praises === 1, recommends: recommends === 1 });
  return found;
}
