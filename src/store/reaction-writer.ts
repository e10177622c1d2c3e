import type { RecordedReaction } from '../domain/model/record.ts';
import type { AccountWriter } from './account-writer.ts';
import type { ProjectDatabase } from './project-database.ts';
import { createReactionSightings, earlierTime, type ReactionTime } from './reaction-sightings.ts';
import type { SliceListener } from './thread-links.ts';
import { writeSlice } from './write-slice.ts';

interface StoredReaction extends ReactionTime {
  readonly id: number;
  readonly importId: number;
}

/**
 * Writes named reactions of one open import. One met before (same target, person and kind) is counted as a duplicate and
 * kept as a sighting, so that it outlives the import that brought it; of two times the earlier stands, whichever came first.
 */
export function createReactionWriter(project: ProjectDatabase, importId: number, accounts: AccountWriter): { write(reaction: RecordedReaction): void; readonly counts: () => { readonly reactions: number; readonly duplicates: number } } {
  const { connection } = project;
  let reactions = 0;
  let duplicates = 0;
  const insert = connection.prepare(`INSERT INTO reaction (import_id, network_id, target_native_id, container_id, account_id, kind, created_at_ms, precision) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const select = connection.prepare(`SELECT id, import_id AS importId, created_at_ms AS atMs, precision FROM reaction WHERE network_id = @networkId AND COALESCE(target_native_id, '') = COALESCE(@targetNativeId, '') AND COALESCE(container_id, 0) = COALESCE(@containerId, 0)
    AND COALESCE(source_account_id, account_id, 0) = COALESCE(@accountId, 0) AND kind = @kind`);
  const predate = connection.prepare('UPDATE reaction SET created_at_ms = ?, precision = ? WHERE id = ?');
  const sightings = createReactionSightings(project);

  function meet(known: StoredReaction, said: ReactionTime): void {
    const together = earlierTime(known, said);
    if (known.importId !== importId) sightings.add(known, { importId, said, isReplaced: together !== known });
    if (together !== known) predate.run(together.atMs, together.precision, known.id);
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
