import type { RecordedReaction } from '../domain/model/record.ts';
import type { AccountWriter } from './account-writer.ts';
import type { ProjectDatabase } from './project-database.ts';
import { earlierTime, type ReactionTime } from './reaction-sightings.ts';
import type { SliceListener } from './thread-links.ts';
import { writeSlice } from './write-slice.ts';

interface StoredReaction extends ReactionTime {
  readonly id: number;
  readonly importId: number;
  /** What its own import says, where an earlier time replaced that. */
  readonly ownMs: number | null;
  readonly ownPrecision: string | null;
  /** This import met it already; without a precision of its own it said what the own import says. */
  readonly isMet: number;
  readonly mineMs: number | null;
  readonly minePrecision: string | null;
}

/**
 * Writes named reactions of one open import. One met before (same target, person and kind) is counted as a duplicate and
 * kept as a sighting, so that it outlives the import that brought it; of two times the earlier stands, whichever came first.
 */
export function createReactionWriter({ connection }: ProjectDatabase, importId: number, accounts: AccountWriter): { write(reaction: RecordedReaction): void; readonly counts: () => { readonly reactions: number; readonly duplicates: number } } {
  let reactions = 0;
  let duplicates = 0;
  const insert = connection.prepare(`INSERT INTO reaction (import_id, network_id, target_native_id, container_id, account_id, kind, created_at_ms, precision) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const select = connection.prepare(`SELECT r.id AS id, r.import_id AS importId, r.created_at_ms AS atMs, r.precision AS precision, o.created_at_ms AS ownMs, o.precision AS ownPrecision, s.import_id IS NOT NULL AS isMet, s.created_at_ms AS mineMs, s.precision AS minePrecision
    FROM reaction r LEFT JOIN reaction_sighting o ON o.import_id = r.import_id AND o.reaction_id = r.id LEFT JOIN reaction_sighting s ON s.import_id = @importId AND s.reaction_id = r.id AND r.import_id <> @importId
    WHERE r.network_id = @networkId AND COALESCE(r.target_native_id, '') = COALESCE(@targetNativeId, '') AND COALESCE(r.container_id, 0) = COALESCE(@containerId, 0) AND COALESCE(r.source_account_id, r.account_id, 0) = COALESCE(@accountId, 0) AND r.kind = @kind`);
  const predate = connection.prepare('UPDATE reaction SET created_at_ms = ?, precision = ? WHERE id = ?');
  const sight = connection.prepare('INSERT INTO reaction_sighting (import_id, reaction_id, created_at_ms, precision) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET created_at_ms = excluded.created_at_ms, precision = excluded.precision');
  const keepOwn = connection.prepare('INSERT INTO reaction_sighting (import_id, reaction_id, created_at_ms, precision) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING');

  function meet(known: StoredReaction, said: ReactionTime): void {
    const together = earlierTime(known, said);
    const isChanged = together !== known;
    if (known.importId !== importId) {
      const own = known.ownPrecision === null ? known : { atMs: known.ownMs, precision: known.ownPrecision };
      const before = known.minePrecision === null ? own : { atMs: known.mineMs, precision: known.minePrecision };
      const mine = known.isMet === 1 ? earlierTime(before, said) : said;
      const isSame = mine.atMs === own.atMs && mine.precision === own.precision;
      sight.run(importId, known.id, isSame ? null : mine.atMs, isSame ? null : mine.precision);
      if (isChanged) keepOwn.run(known.importId, known.id, own.atMs, own.precision);
    }
    if (isChanged) predate.run(together.atMs, together.precision, known.id);
  }

  return {
    counts: () => ({ reactions, duplicates }),
    write({ network, targetNativeId, container, account, kind, createdAtMs, precision }) {
      const networkId = accounts.networkId(network);
      const containerId = container === null ? null : accounts.containerId(networkId, container);
      const accountId = account === null ? null : accounts.accountId(networkId, account);
      const { changes } = insert.run(importId, networkId, targetNativeId, containerId, accountId, kind, createdAtMs, precision);
      if (changes === 1) {
        reactions += 1;
        return;
      }
      duplicates += 1;
      meet(select.get({ importId, networkId, targetNativeId, containerId, accountId, kind }) as StoredReaction, { atMs: createdAtMs, precision });
    },
  };
}

/** Gives reactions the message they are to, where it is known by now, in slices that a cancel can come between. */
export function linkReactions(project: ProjectDatabase, afterSlice: SliceListener = () => undefined): void {
  const { connection } = project;
  const lastId = (connection.prepare('SELECT max(id) FROM reaction').pluck().get() as number | null) ?? 0;
  const link = connection.prepare(`UPDATE reaction SET message_id = (SELECT min(m.id) FROM message m WHERE m.network_id = reaction.network_id AND m.native_id = reaction.target_native_id)
    WHERE id BETWEEN ? AND ? AND message_id IS NULL AND target_native_id IS NOT NULL`);
  let from = 1;
  const step = (): boolean => {
    link.run(from, from + 1999);
    from += 2000;
    return from <= lastId;
  };
  let more = lastId > 0;
  while (more) {
    more = connection.inTransaction ? step() : writeSlice(project, step);
    if (!connection.inTransaction) afterSlice(Math.min(from, lastId), lastId);
  }
}
