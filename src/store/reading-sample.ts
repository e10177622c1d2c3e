import { seededRandom } from '../domain/stats/seeded-random.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Numbers of messages drawn at random, ascending, and how many there were to draw from. */
export interface MessageSample {
  readonly population: number;
  readonly ids: readonly number[];
}

/**
 * Draws messages with a text, each equally likely, all of them when there are no more than `size`. The same seed draws
 * the same from the same messages. One pass at flat memory. Source: Vitter 1985, ACM Transactions on Mathematical
 * Software 11(1):37-57, algorithm R.
 */
export function sampledMessages({ connection }: ProjectDatabase, { size, seed }: { readonly size: number; readonly seed: number }): MessageSample {
  const random = seededRandom(seed);
  const ids: number[] = [];
  let population = 0;
  for (const id of connection.prepare(`SELECT id FROM message WHERE text IS NOT NULL AND text <> '' ORDER BY id`).pluck().iterate() as IterableIterator<number>) {
    population += 1;
    if (ids.length < size) ids.push(id);
    else {
      const at = Math.floor(random() * population);
      if (at < size) ids[at] = id;
    }
  }
  return { population, ids: ids.sort((a, b) => a - b) };
}
