import { LAST_PHASE, type CallContext } from '../../contract/dispatch.ts';
import { failed, success, type Outcome } from '../../contract/outcome.ts';
import { eraseCounts } from '../../store/erase-counts.ts';
import { backupsHolding, byteCheck, compactProject, cutLog, deleteBackups, overwriteDeleted } from '../../store/erase-bytes.ts';
import { storedImport } from '../../store/import-queries.ts';
import { inBulk } from '../../store/import-removal.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { purgeImport } from '../../store/purge-import.ts';
import { coverAllImports } from '../import/reply-coverage.ts';
import { raiseDataVersion } from '../project/data-version.ts';
import { countedKinds } from './erase-person.ts';
import { erasureReceipts, storeReceipt, type ErasureReceipt } from './erasure-receipts.ts';
import { storeRetention } from './retention.ts';

/**
 * Removes an import for good, as its retention date asks: what only it held goes with the archive that undo would bring it
 * back from, decisions about it and the history; then the file is written anew and every byte searched. Copies beside the
 * project in `deletable` are deleted. No way back. Failure: `not-found`.
 */
export function removeForGood(project: ProjectDatabase, { importId, deletable, nowMs }: { readonly importId: number; readonly deletable: readonly string[]; readonly nowMs: number }, call: CallContext): Outcome<ErasureReceipt> {
  const found = storedImport(project, importId);
  if (found === null || found.state === 'open') return failed('not-found', `unknown import: ${String(importId)}`);
  call.onProgress({ phase: LAST_PHASE, done: 0, total: 3, unit: 'steps' });
  overwriteDeleted(project);
  const counts = eraseCounts();
  let texts: string[] = [];
  inBulk(project, () => {
    texts = purgeImport(project, importId, counts);
    storeRetention(project, [importId], null);
    coverAllImports(project);
    raiseDataVersion(project);
  });
  call.onProgress({ phase: LAST_PHASE, done: 1, total: 3, unit: 'steps' });
  compactProject(project);
  call.onProgress({ phase: LAST_PHASE, done: 2, total: 3, unit: 'steps' });
  const holding = backupsHolding(project, texts).map(({ name }) => name);
  const gone = new Set(deleteBackups(project, holding.filter((name) => deletable.includes(name))));
  const receipt: ErasureReceipt = {
    number: (erasureReceipts(project).at(-1)?.number ?? 0) + 1, kind: 'import', atMs: nowMs, counts: countedKinds(counts.of()), check: { ...byteCheck(project, texts), logCut: true },
    backups: holding.map((name) => ({ name, state: gone.has(name) ? 'deleted' : 'kept' })),
  };
  project.connection.transaction(() => storeReceipt(project, receipt)).immediate();
  return success({ ...receipt, check: { ...receipt.check, logCut: cutLog(project) } });
}
