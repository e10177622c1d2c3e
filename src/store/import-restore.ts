import { createMissingIndexes, dropBulkIndexes } from './bulk-indexes.ts';
import { createMissingTriggers, dropBulkTriggers } from './bulk-triggers.ts';
import { restoreEarlierPart } from './earlier-archive.ts';
import { archivedParts, dropArchive, restoreRows, type ArchivePart } from './import-archive.ts';
import { dropDerived, inBulk } from './import-removal.ts';
import { restoreStatements } from './import-statements.ts';
import { refreshTraces } from './import-traces.ts';
import { linkPersons, unlinkPersons } from './person-links.ts';
import type { ProjectDatabase } from './project-database.ts';
import { restoreReactionSightings } from './reaction-sightings.ts';
import { linkReactions } from './reaction-writer.ts';
import { recordCounts } from './record-counts.ts';
import { rebuildSearch } from './search-index.ts';
import { bringBackSetAside } from './set-aside.ts';
import { linkMentions, linkThreads } from './thread-links.ts';

function restorePart(project: ProjectDatabase, importId: number, part: ArchivePart): void {
  const { connection } = project;
  if (part.table.endsWith(':reaction')) restoreReactionSightings(project, importId, part);
  else if (part.table.includes(':')) restoreStatements(project, importId, part);
  else if (part.table.startsWith('#') || part.table === 'sighting' || part.table === 'label_decision') restoreEarlierPart(project, importId, part);
  else restoreRows(project, part);
  if (part.table !== 'account' && part.table !== 'container') return;
  // an account that a decision kept belongs to the import again
  const own = connection.prepare(`UPDATE ${part.table} SET import_id = ? WHERE id = ? AND import_id IS NULL`);
  const id = part.columns.indexOf('id');
  for (const row of part.rows) own.run(importId, row[id]);
}

/** Archives of earlier versions lack accounts that other imports named then and that were forgotten since: nobody is left to have written or reacted. */
function leaveOutUnknown({ connection }: ProjectDatabase, importId: number): void {
  connection.prepare('UPDATE message SET account_id = NULL WHERE import_id = ? AND account_id IS NOT NULL AND account_id NOT IN (SELECT id FROM account)').run(importId);
  connection.prepare('DELETE FROM reaction WHERE import_id = ? AND account_id IS NOT NULL AND account_id NOT IN (SELECT id FROM account)').run(importId);
}

/**
 * Brings an undone import back as it was, from the archive inside the project. What was dropped from the records since, for
 * the sake of people who deleted it, stays dropped. One transaction.
 */
export function restoreImport(project: ProjectDatabase, importId: number): void {
  inBulk(project, () => {
    bringBackSetAside(project);
    unlinkPersons(project);
    dropDerived(project);
    if (recordCounts(project).messages === 0) {
      dropBulkIndexes(project);
      dropBulkTriggers(project);
    }
    for (const { part } of archivedParts(project, importId)) restorePart(project, importId, part);
    leaveOutUnknown(project, importId);
    linkThreads(project);
    createMissingIndexes(project.connection);
    linkMentions(project);
    linkReactions(project);
    rebuildSearch(project);
    createMissingTriggers(project.connection);
    refreshTraces(project);
    dropArchive(project, importId);
    project.connection.prepare(`UPDATE import SET state = 'done' WHERE id = ?`).run(importId);
    linkPersons(project);
  });
}
