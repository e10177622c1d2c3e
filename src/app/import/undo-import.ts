import { brandState } from '../../store/brand-queries.ts';
import { storedImport } from '../../store/import-queries.ts';
import { inBulk, removeImport } from '../../store/import-removal.ts';
import { lastDone, recordCommand } from '../../store/journal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { undoLast } from '../project/history.ts';
import type { ImportCommand } from './import-files.ts';
import { coverAllImports } from './reply-coverage.ts';

/**
 * Takes one import out of the project, whenever it was made. When it was the last change this is plain undo; otherwise it
 * is a change of its own, which undo brings back. Messages that a later import also holds stay. Returns false when there
 * is no such import, or when it is undone already.
 */
export function undoImport(project: ProjectDatabase, importId: number, atMs: number): boolean {
  const found = storedImport(project, importId);
  if (found?.state !== 'done') return false;
  const last = lastDone(project);
  if (last?.command === 'import') {
    const { importIds } = JSON.parse(last.inverse) as ImportCommand;
    if (importIds.length === 1 && importIds[0] === importId) return undoLast(project);
  }
  inBulk(project, () => {
    const brandsBefore = brandState(project);
    removeImport(project, importId, { keep: true });
    coverAllImports(project);
    const command: ImportCommand = { importIds: [importId], brandsBefore, brandsAfter: brandState(project) };
    recordCommand(project, { command: 'import.undo', label: `import.undo:${found.file}`, forward: JSON.stringify({ importIds: [importId] }), inverse: JSON.stringify(command), atMs });
    raiseDataVersion(project);
  });
  return true;
}
