import { openImportId } from './import-queries.ts';
import { removeImport } from './import-removal.ts';
import type { ProjectDatabase } from './project-database.ts';

/** Removes every import that never finished, as if it had not begun. Returns how many there were. */
export function rollBackOpenImports(project: ProjectDatabase): number {
  let count = 0;
  for (let importId = openImportId(project); importId !== null; importId = openImportId(project)) {
    removeImport(project, importId, { keep: false });
    count += 1;
  }
  return count;
}
