import type { ProjectDatabase } from './project-database.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A conversation of a place that visitors see. Times UTC ms. */
export interface PlaceItem {
  readonly rootId: number;
  readonly containerId: number;
  /** Its own time, or that of the first message known of it; null where none is known to the day. */
  readonly atMs: number | null;
  /** When the export was made that no longer holds what opens it; null where none says so. */
  readonly goneAtMs: number | null;
  readonly hidden: boolean;
}

/** A place that a brand owns. */
export interface OwnedPlace {
  readonly containerId: number;
  readonly container: string;
  readonly network: string;
}

/** What is shown of one item. */
export interface ItemFacts {
  readonly rootId: number;
  readonly own: boolean;
  readonly act: string | null;
  readonly intent: string | null;
  readonly text: string | null;
  /** Messages below it, written by a moment. */
  readonly below: number;
}

const GONE = `(SELECT COALESCE(i.collected_at_ms, i.finished_at_ms) FROM absence x JOIN import i ON i.id = x.since_import_id WHERE x.message_id = m.id AND x.state = 'vanished')`;

/** Places that a brand owns (null: that any brand owns), by name. */
export function ownedPlaces({ connection }: ProjectDatabase, brandId: number | null): OwnedPlace[] {
  return connection.prepare(`SELECT c.id AS containerId, c.name AS container, n.code AS network FROM container c JOIN network n ON n.id = c.network_id WHERE ${brandId === null ? 'c.brand_id IS NOT NULL' : 'c.brand_id = @brandId'} ORDER BY c.name, n.code, c.id`)
    .all(brandId === null ? {} : { brandId }) as OwnedPlace[];
}

/** Conversations of some places under a condition on alias `m`, tickets left out: what nobody sees stands on no page. One pass. */
export function placeItems({ connection }: ProjectDatabase, containerIds: readonly number[], messages: SqlCondition): PlaceItem[] {
  const dated = `CASE WHEN m.precision NOT IN ('relative', 'none') THEN m.created_at_ms END`;
  const rows = connection.prepare(`SELECT COALESCE(m.root_id, m.id) AS rootId, m.container_id AS containerId, max(CASE WHEN m.id = COALESCE(m.root_id, m.id) THEN ${dated} END) AS ownMs, min(${dated}) AS firstMs,
      max(CASE WHEN m.id = COALESCE(m.root_id, m.id) THEN ${GONE} END) AS goneAtMs, max(CASE WHEN m.id = COALESCE(m.root_id, m.id) THEN COALESCE(m.hidden, 0) ELSE 0 END) AS hidden
    FROM message m WHERE m.container_id IN (SELECT value FROM json_each(?)) AND m.kind <> 'ticket' AND (${messages.sql}) GROUP BY 1, 2`)
    .all(JSON.stringify(containerIds), ...messages.parameters) as { rootId: number; containerId: number; ownMs: number | null; firstMs: number | null; goneAtMs: number | null; hidden: number }[];
  return rows.map(({ ownMs, firstMs, hidden, ...row }) => ({ ...row, atMs: ownMs ?? firstMs, hidden: hidden === 1 }));
}

/** Messages that vanished, with when the export was made that no longer holds them, and those that an export says are hidden (null). */
export function unseenSince({ connection }: ProjectDatabase): Map<number, number | null> {
  const vanished = connection.prepare(`SELECT x.message_id, COALESCE(i.collected_at_ms, i.finished_at_ms) FROM absence x JOIN import i ON i.id = x.since_import_id WHERE x.state = 'vanished'`).raw().all() as [number, number | null][];
  const hidden = connection.prepare('SELECT id FROM message WHERE hidden = 1').pluck().all() as number[];
  return new Map<number, number | null>([...vanished, ...hidden.map((id): [number, null] => [id, null])]);
}

/** What is shown of some items as of a moment (UTC ms). */
export function itemFacts({ connection }: ProjectDatabase, rootIds: readonly number[], { brandId, atMs, letters }: { readonly brandId: number | null; readonly atMs: number; readonly letters: number }): ItemFacts[] {
  const one = connection.prepare(`SELECT m.id AS rootId, EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND (@brandId IS NULL OR v.brand_id = @brandId)) AS own,
      r.primary_act AS act, r.primary_intent AS intent, substr(m.text, 1, @letters) AS text, (SELECT count(*) FROM message c WHERE c.root_id = m.id AND c.id <> m.id AND c.created_at_ms <= @atMs) AS below
    FROM message m LEFT JOIN reading r ON r.message_id = m.id WHERE m.id = @rootId`);
  return rootIds.flatMap((rootId) => {
    const row = one.get({ rootId, brandId, atMs, letters }) as (Omit<ItemFacts, 'own'> & { own: number }) | undefined;
    return row === undefined ? [] : [{ ...row, own: row.own === 1 }];
  });
}
