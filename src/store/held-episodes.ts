import type { Intent } from '../domain/model/codes.ts';
import type { ProjectDatabase } from './project-database.ts';
import { EPISODE_COLUMNS, type EpisodeColumns, type EpisodeTable, type StoredEpisode } from './request-queries.ts';

/** Episodes of one table as they are held in memory, in the order of {@link storedEpisodes}: those of each brand, and those that lead. */
export interface HeldEpisodes {
  readonly ofBrand: (brandId: number | null) => readonly StoredEpisode[];
  /** Those of a brand; of all brands, not of those that lead alone, where it is null. In no order. */
  readonly everyOf: (brandId: number | null) => readonly StoredEpisode[];
}

/** Episodes that are read in one go while they are taken into memory. */
const SLICE = 5000;

/**
 * Takes all episodes of a table into memory, in slices between which other questions can be answered; the last value holds
 * them. What repeats (intents, brands) is shared, so an episode takes some 400 bytes. Episodes must not be changed by who asks.
 */
export function* heldEpisodeSlices(project: ProjectDatabase, table: EpisodeTable): Generator<null, HeldEpisodes> {
  const rows = project.connection.prepare(`SELECT q.id AS id, q.leads AS leads, ${EPISODE_COLUMNS} FROM ${table} q WHERE q.id > ? ORDER BY q.id LIMIT ${SLICE}`);
  const leading: StoredEpisode[] = [];
  const byBrand = new Map<number, StoredEpisode[]>();
  const shared = new Map<string, Pick<StoredEpisode, 'intents' | 'brandIds' | 'mergedIds'>>();
  const mergedIds: readonly number[] = [];
  for (let after = -1; ; ) {
    const page = rows.all(after) as (EpisodeColumns & { readonly id: number; readonly leads: number })[];
    const last = page.at(-1);
    if (last === undefined) break;
    for (const { id: _id, leads, ...row } of page) {
      const key = `${String(row.brandId)} ${row.intentOrder}`;
      const parts = shared.get(key) ?? { brandIds: [row.brandId], mergedIds, intents: row.intentOrder === '' ? [] : (row.intentOrder.split(' ') as Intent[]) };
      shared.set(key, parts);
      const { intentOrder: _order, ...rest } = row;
      const episode: StoredEpisode = { ...rest, ...parts, censored: row.censored === 1, inferred: row.inferred === 1, reopened: row.reopened === 1, clockSkewed: row.clockSkewed === 1, peerFirst: row.peerFirst === 1, underPromotion: row.underPromotion === 1 };
      if (leads === 1) leading.push(episode);
      const group = byBrand.get(row.brandId);
      if (group === undefined) byBrand.set(row.brandId, [episode]);
      else group.push(episode);
    }
    after = last.id;
    yield null;
  }
  for (const group of [leading, ...byBrand.values()]) {
    // two without a time: the difference of infinities is no number
    group.sort((one, other) => (one.atMs === other.atMs ? one.messageId - other.messageId : (one.atMs ?? -Infinity) - (other.atMs ?? -Infinity)));
    yield null;
  }
  const ofBrand = (brandId: number): readonly StoredEpisode[] => byBrand.get(brandId) ?? [];
  return { ofBrand: (brandId) => (brandId === null ? leading : ofBrand(brandId)), everyOf: (brandId) => (brandId === null ? [...byBrand.values()].flat() : ofBrand(brandId)) };
}
