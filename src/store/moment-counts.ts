import type { ProjectDatabase } from './project-database.ts';

/** Length of the stretches that moments are counted in: no zone changes its clocks more finely. */
export const MOMENT_STRETCH_MS = 900_000;

/** How many messages known to the minute fall in each quarter of an hour, by the number of the quarter since 1970. One pass over the messages. */
export function momentCounts({ connection }: ProjectDatabase): { readonly quarter: number; readonly messages: number }[] {
  return connection.prepare(`SELECT created_at_ms / ${String(MOMENT_STRETCH_MS)} AS quarter, count(*) AS messages FROM message
    WHERE created_at_ms >= 0 AND precision IN ('ms', 's', 'min') GROUP BY 1`).all() as { quarter: number; messages: number }[];
}
