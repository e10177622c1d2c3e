import { dropArchive } from './import-archive.ts';
import type { ProjectDatabase } from './project-database.ts';

/** A change a person made, with what doing and undoing it need, as JSON. */
export interface JournalEntry {
  readonly id: number;
  readonly command: string;
  /** What the change was, for a menu: a command's code and its subject. */
  readonly label: string;
  readonly forward: string;
  readonly inverse: string;
}

const COLUMNS = 'id, command, label, forward, inverse';

/** Adds a change. What had been undone can no longer be redone. */
export function recordCommand(project: ProjectDatabase, { command, label, forward, inverse, atMs }: Omit<JournalEntry, 'id'> & { readonly atMs: number }): void {
  const { connection } = project;
  const lost = connection.prepare(`SELECT forward FROM journal WHERE undone = 1 AND command = 'import'`).pluck().all() as string[];
  for (const text of lost) for (const importId of (JSON.parse(text) as { importIds: number[] }).importIds) dropArchive(project, importId);
  connection.prepare('DELETE FROM journal WHERE undone = 1').run();
  connection.prepare('INSERT INTO journal (at_ms, command, label, forward, inverse) VALUES (?, ?, ?, ?, ?)').run(atMs, command, label, forward, inverse);
}

/** A page of all changes, the latest first, with how many there are. */
export function journalPage({ connection }: ProjectDatabase, { page, size }: { readonly page: number; readonly size: number }): { readonly total: number; readonly entries: { id: number; label: string; atMs: number; undone: boolean }[] } {
  const rows = connection.prepare('SELECT id, label, at_ms AS atMs, undone FROM journal ORDER BY id DESC LIMIT ? OFFSET ?').all(size, page * size) as { id: number; label: string; atMs: number; undone: number }[];
  return { total: connection.prepare('SELECT COUNT(*) FROM journal').pluck().get() as number, entries: rows.map((row) => ({ ...row, undone: row.undone === 1 })) };
}

/** Whether a change is undone; null where there is no such change. */
export function isUndone({ connection }: ProjectDatabase, id: number): boolean | null {
  const undone = connection.prepare('SELECT undone FROM journal WHERE id = ?').pluck().get(id) as number | undefined;
  return undone === undefined ? null : undone === 1;
}

/** The change that undo would take back next, or null. */
export function lastDone({ connection }: ProjectDatabase): JournalEntry | null {
  return (connection.prepare(`SELECT ${COLUMNS} FROM journal WHERE undone = 0 ORDER BY id DESC LIMIT 1`).get() as JournalEntry | undefined) ?? null;
}

/** The change that redo would repeat next, or null. */
export function firstUndone({ connection }: ProjectDatabase): JournalEntry | null {
  return (connection.prepare(`SELECT ${COLUMNS} FROM journal WHERE undone = 1 ORDER BY id LIMIT 1`).get() as JournalEntry | undefined) ?? null;
}

/** Marks a change as undone or done again. */
export function markUndone({ connection }: ProjectDatabase, id: number, undone: boolean): void {
  connection.prepare('UPDATE journal SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
}
