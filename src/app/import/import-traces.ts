import { heldCount, vanishedIds } from '../../store/absence-queries.ts';
import { formatsOfImport, importJson, storeImportJson } from '../../store/import-account.ts';
import { refreshTraces } from '../../store/import-traces.ts';
import { bringBackSetAside, hasJoiningDecision, hasSetAside, keepSetAside } from '../../store/set-aside.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { answersOfFormat } from './source-answers.ts';

/** Brings messages that were set aside back before files are read: an import works on messages as sources say them. */
export function releaseTraces(project: ProjectDatabase): void {
  if (hasSetAside(project)) project.connection.transaction(() => bringBackSetAside(project)).immediate();
}

/** Lays the decisions on duplicates over the messages again, after an import that came to nothing; nothing after one that was settled. */
export function restoreTraces(project: ProjectDatabase): void {
  if (hasJoiningDecision(project)) project.connection.transaction(() => keepSetAside(project, { relink: false })).immediate();
}

/**
 * Finds what finished imports say of those before them, inside the transaction that finishes them: what vanished, came
 * back, is likely doubled, is answered without a link; gives each the answers known for its kind of source. `setAside`
 * is true when messages of other imports may have left or come back, so that coverage must be classed again everywhere.
 */
export function settleTraces(project: ProjectDatabase, importIds: readonly number[]): { readonly setAside: boolean } {
  const vanished = vanishedIds(project);
  refreshTraces(project);
  const stillVanished = new Set(vanishedIds(project));
  const back = vanished.filter((id) => !stillVanished.has(id));
  for (const importId of importIds) {
    const cameBack = back.length === 0 ? 0 : heldCount(project, importId, back);
    storeImportJson(project, importId, 'report', { ...importJson(project, importId, 'report'), cameBack });
    const answers = formatsOfImport(project, importId).map((format) => answersOfFormat(project, format)).find((known) => known !== null);
    if (answers !== undefined && answers !== null) storeImportJson(project, importId, 'answers', answers);
  }
  return { setAside: hasSetAside(project) };
}
