import type { ProjectDatabase } from './project-database.ts';
import { removeSetting, settingOf, storeSetting } from './stage-queries.ts';

/** True when the pieces are whole and were made by this definition: only what has been noted since can have changed them. */
export function arePiecesWhole({ connection }: ProjectDatabase, basis: string): boolean {
  return connection.prepare('SELECT 1 FROM piece_stamp WHERE basis = ? AND whole = 1').get(basis) !== undefined;
}

/** Says that every piece is made anew from here on: what was noted before is forgotten, what changes meanwhile is noted. One transaction. */
export function beginPieces({ connection }: ProjectDatabase, basis: string): void {
  connection.transaction(() => {
    connection.exec('DELETE FROM piece_message; DELETE FROM demand_words; DELETE FROM value_piece');
    connection.prepare('INSERT INTO piece_stamp (id, basis, whole) VALUES (1, ?, 0) ON CONFLICT (id) DO UPDATE SET basis = excluded.basis, whole = 0').run(basis);
  }).immediate();
}

/** Says that the pieces are whole. A stamp that was taken away meanwhile stays away: the next analysis makes them again. */
export function endPieces({ connection }: ProjectDatabase): void {
  connection.exec('UPDATE piece_stamp SET whole = 1');
}

/** Forgets what the pieces were made from: they are made again whole. */
export function forgetPieces({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM piece_stamp');
}

/** Notes the messages that the ledger has laid out in the temporary table `touched`; their bookings are made again. Nothing is noted before there are pieces. */
export function noteTouchedPieces({ connection }: ProjectDatabase): void {
  connection.exec('INSERT OR IGNORE INTO piece_message SELECT id FROM temp.touched WHERE EXISTS (SELECT 1 FROM piece_stamp)');
}

/** How many messages have been noted. */
export function notedPieces({ connection }: ProjectDatabase): number {
  return connection.prepare('SELECT count(*) FROM piece_message').pluck().get() as number;
}

/** Takes the pieces of the messages that have been noted out, so that they are made again. Inside a transaction. */
export function deleteNotedPieces({ connection }: ProjectDatabase): void {
  connection.exec('DELETE FROM value_piece WHERE message_id IN (SELECT message_id FROM piece_message); DELETE FROM demand_words WHERE message_id IN (SELECT message_id FROM piece_message)');
}

/** Forgets what has been noted of messages; pieces are watched until their requests are. */
export function settlePieces(project: ProjectDatabase): void {
  project.connection.exec('DELETE FROM piece_message');
  storeSetting(project, WATCHES_SETTLED, '1');
}

/** The setting that stands while pieces are watched until the moments that their requests are. */
const WATCHES_SETTLED = 'piece_watches_settled';

/** Notes that requests which were not written anew are watched until another moment: their pieces follow them. */
export function noteMovedWatches(project: ProjectDatabase): void {
  removeSetting(project, WATCHES_SETTLED);
}

/** True where requests may be watched until moments that their pieces do not know of. */
export function areWatchesMoved(project: ProjectDatabase): boolean {
  return settingOf(project, WATCHES_SETTLED) === null;
}
