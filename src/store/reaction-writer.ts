import type { RecordedReaction } from '../domain/model/record.ts';
import type { AccountWriter } from './account-writer.ts';
import type { ProjectDatabase } from './project-database.ts';
import type { SliceListener } from './thread-links.ts';
import { writeSlice } from './write-slice.ts';

/** Writes named reactions of one open import; one met before (same target, person and kind) is counted as a duplicate, and of two times the earlier stands, whichever came first. */
export function createReactionWriter({ connection }: ProjectDatabase, importId: number, accounts: AccountWriter): { write(reaction: RecordedReaction): void; readonly counts: () => { readonly reactions: number; readonly duplicates: number } } {
  let reactions = 0;
  let duplicates = 0;
  const insert = connection.prepare(`INSERT INTO reaction (import_id, network_id, target_native_id, container_id, account_id, kind, created_at_ms, precision) VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`);
  const predate = connection.prepare(`UPDATE reaction SET created_at_ms = @createdAtMs, precision = @precision WHERE network_id = @networkId AND COALESCE(target_native_id, '') = COALESCE(@targetNativeId, '') AND COALESCE(container_id, 0) = COALESCE(@containerId, 0)
    AND COALESCE(source_account_id, account_id, 0) = COALESCE(@accountId, 0) AND kind = @kind AND (created_at_ms IS NULL OR created_at_ms > @createdAtMs)`);
  return {
    counts: () => ({ reactions, duplicates }),
    write({ network, targetNativeId, container, account, kind, createdAtMs, precision }) {
      const networkId = accounts.networkId(network);
      const containerId = container === null ? null : accounts.containerId(networkId, container);
      const accountId = account === null ? null : accounts.accountId(networkId, account);
      const { changes } = insert.run(importId, networkId, targetNativeId, containerId, accountId, kind, createdAtMs, precision);
      if (changes === 1) reactions += 1;
      else {
        duplicates += 1;
        if (createdAtMs !== null) predate.run({ networkId, targetNativeId, containerId, accountId, kind, createdAtMs, precision });
      }
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
