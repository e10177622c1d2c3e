import type { PageItem } from '../domain/answers/first-page.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A place that visitors see, with what stands on it. */
export interface VisitedPlace {
  readonly containerId: number;
  readonly container: string;
  readonly network: string;
  readonly items: PageItem[];
}

interface ItemRow {
  readonly containerId: number;
  readonly rootId: number;
  readonly ownMs: number | null;
  readonly firstMs: number | null;
}

// tickets are seen by nobody else; what vanished or was hidden is not seen any more
const SEEN = `m.kind <> 'ticket' AND COALESCE(m.hidden, 0) = 0 AND NOT EXISTS (SELECT 1 FROM absence x WHERE x.message_id = m.id AND x.state = 'vanished')`;

/**
 * Places that a brand owns (null: that any brand owns) with the conversations on them, under a condition on alias `m`; by name.
 * A conversation has the time of what opens it, or where that is not in the data the time of the first message known.
 */
export function visitedPlaces({ connection }: ProjectDatabase, brandId: number | null, messages: SqlCondition): VisitedPlace[] {
  const places = connection
    .prepare(`SELECT c.id AS containerId, c.name AS container, n.code AS network FROM container c JOIN network n ON n.id = c.network_id WHERE ${brandId === null ? 'c.brand_id IS NOT NULL' : 'c.brand_id = @brandId'} ORDER BY c.name, n.code, c.id`)
    .all(brandId === null ? {} : { brandId }) as Omit<VisitedPlace, 'items'>[];
  const rows = connection
    .prepare(`SELECT m.container_id AS containerId, COALESCE(m.root_id, m.id) AS rootId, max(CASE WHEN m.id = COALESCE(m.root_id, m.id) THEN m.created_at_ms END) AS ownMs, min(m.created_at_ms) AS firstMs
      FROM message m WHERE m.container_id IN (SELECT value FROM json_each(?)) AND ${SEEN} AND (${messages.sql}) GROUP BY 1, 2`)
    .all(JSON.stringify(places.map(({ containerId }) => containerId)), ...messages.parameters) as ItemRow[];
  const itemsOf = new Map<number, PageItem[]>();
  for (const { containerId, rootId, ownMs, firstMs } of rows) {
    const item = { rootId, atMs: ownMs ?? firstMs };
    const items = itemsOf.get(containerId);
    if (items === undefined) itemsOf.set(containerId, [item]);
    else items.push(item);
  }
  return places.flatMap((place) => {
    const items = itemsOf.get(place.containerId);
    return items === undefined ? [] : [{ ...place, items }];
  });
}
