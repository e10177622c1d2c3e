import type { ProjectDatabase } from './project-database.ts';
import { brandCondition } from './request-queries.ts';
import type { SqlCondition } from './selection-sql.ts';

/** A channel that can have opening hours of its own, with the requests that came by it; `container` is its own id on its network. */
export interface ChannelChoice {
  readonly network: string;
  readonly container: string;
  readonly name: string;
  readonly requests: number;
}

const MOST_CHANNELS = 200;

/** Containers by how many requests of a brand (null: of any) came by them, the two hundred with most. */
export function channelChoices({ connection }: ProjectDatabase, brandId: number | null): ChannelChoice[] {
  const brand = brandCondition(brandId);
  return connection
    .prepare(`SELECT n.code AS network, c.native_id AS container, c.name AS name, count(*) AS requests FROM request q JOIN container c ON c.id = q.container_id JOIN network n ON n.id = c.network_id
      WHERE ${brand.sql} GROUP BY c.id ORDER BY requests DESC, c.name, c.id LIMIT ${MOST_CHANNELS}`)
    .all(...brand.parameters) as ChannelChoice[];
}

/** The id that each container has on its own network, by its number here. */
export function containerNativeIds({ connection }: ProjectDatabase): Map<number, string> {
  return new Map(connection.prepare('SELECT id, native_id FROM container').raw().all() as [number, string][]);
}

/** When and by which channel a brand wrote something. */
export interface SpokenMoment {
  readonly atMs: number;
  readonly networkId: number;
  readonly containerId: number | null;
}

/** Messages written in a brand's name (null: in any brand's) under a condition on alias `m`, where their time is known to the minute. */
export function spokenMoments({ connection }: ProjectDatabase, brandId: number | null, messages: SqlCondition): SpokenMoment[] {
  return connection
    .prepare(`SELECT m.created_at_ms AS atMs, m.network_id AS networkId, m.container_id AS containerId FROM message m
      WHERE m.created_at_ms IS NOT NULL AND m.precision IN ('ms', 's', 'min') AND (${messages.sql})
        AND EXISTS (SELECT 1 FROM account_role v WHERE v.account_id = m.account_id AND v.role = 'voice' AND (? IS NULL OR v.brand_id = ?)
          AND (v.from_ms IS NULL OR m.created_at_ms >= v.from_ms) AND (v.to_ms IS NULL OR m.created_at_ms < v.to_ms))`)
    .all(...messages.parameters, brandId, brandId) as SpokenMoment[];
}
