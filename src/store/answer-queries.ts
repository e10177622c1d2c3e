import type { ProjectDatabase } from './project-database.ts';

/** An answer kept in the project, as JSON; null when there is none for this version of the data and definitions. */
export function keptAnswer({ connection }: ProjectDatabase, key: string, version: string): string | null {
  return (connection.prepare('SELECT value FROM answer WHERE key = ? AND version = ?').pluck().get(key, version) as string | undefined) ?? null;
}

/** True when some answer is kept for this version of the data and definitions. */
export function hasAnswers({ connection }: ProjectDatabase, version: string): boolean {
  return connection.prepare('SELECT EXISTS (SELECT 1 FROM answer WHERE version = ?)').pluck().get(version) === 1;
}

/** Keeps exactly these answers in the project, in one transaction; older ones go. */
export function keepAnswers({ connection }: ProjectDatabase, version: string, answers: Iterable<readonly [key: string, value: string]>): void {
  const insert = connection.prepare('INSERT INTO answer (key, version, value) VALUES (?, ?, ?)');
  connection.transaction(() => {
    connection.prepare('DELETE FROM answer').run();
    for (const [key, value] of answers) insert.run(key, version, value);
  }).immediate();
}

/** Removes the kept answers to one question, whatever its input. */
export function removeAnswers({ connection }: ProjectDatabase, name: string): void {
  connection.prepare(`DELETE FROM answer WHERE key LIKE ? || ' %'`).run(name);
}

/** Removes the kept answers that rest on who is in which tribe, and the overview. */
export function removeTribeAnswers({ connection }: ProjectDatabase): void {
  connection.prepare(`DELETE FROM answer WHERE key LIKE 'overview %' OR instr(key, '"tribes":') > 0 OR instr(key, '"by":"tribe"') > 0`).run();
}
