import type { ReplyCoverage } from '../../domain/model/codes.ts';
import { coverageFacts, forgetCoverage, forgetCoverageBeyond, holdsAnswers, importsSharing, storeCoverage, type CoverageFacts } from '../../store/coverage-queries.ts';
import { storedImports } from '../../store/import-queries.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/** Why a source is classed as it is; codes of the interface's catalogue. */
export type CoverageReason = 'brand-replies' | 'no-brand-message' | 'declared-above-imported' | 'same-round-count' | 'capped-threads';

/** Threads that must agree before a common size counts as a sign of a cap. */
const ENOUGH_THREADS = 5;

/** The size at which suspiciously many threads stop: the largest of all, or a round number of ten or more. */
function suspectSize({ threadSizes }: Pick<CoverageFacts, 'threadSizes'>): 'same-round-count' | 'capped-threads' | null {
  const threads = threadSizes.reduce((sum, row) => sum + row.threads, 0);
  const enough = (row: { threads: number }, share: number): boolean => row.threads >= ENOUGH_THREADS && row.threads >= threads * share;
  if (threadSizes.some((row) => row.size >= 10 && row.size % 10 === 0 && enough(row, 0.3))) return 'same-round-count';
  const largest = threadSizes.at(-1);
  return largest !== undefined && largest.size >= 5 && enough(largest, 0.2) ? 'capped-threads' : null;
}

/**
 * Whether the replies of a source are in the data, and the sign that says so. Without a reply in a brand's name nothing
 * can be said of response at all: absent. With some, but with a message that declares more replies than were imported,
 * or with many threads that stop at one size, they are there only in part.
 */
export function replyCoverage(facts: CoverageFacts): { readonly replies: ReplyCoverage; readonly reason: CoverageReason } {
  if (facts.brandReplies === 0) return { replies: 'absent', reason: 'no-brand-message' };
  if (facts.short > 0) return { replies: 'partly', reason: 'declared-above-imported' };
  const suspect = suspectSize(facts);
  return suspect === null ? { replies: 'present', reason: 'brand-replies' } : { replies: 'partly', reason: suspect };
}

/**
 * Classes the containers of one import and stores the result: replies imported beside those there must be, which are the
 * imported and what each message declares beyond them. An import that holds only posts of a container says nothing of
 * its answers where another import brings some. Returns the containers.
 */
export function coverImport(project: ProjectDatabase, importId: number): number[] {
  const held = coverageFacts(project, importId);
  forgetCoverageBeyond(project, importId, held.map(({ containerId }) => containerId));
  for (const facts of held) {
    if (facts.others === 0 && holdsAnswers(project, facts.containerId)) forgetCoverage(project, importId, facts.containerId);
    else storeCoverage(project, importId, { containerId: facts.containerId, ...replyCoverage(facts), imported: facts.replies, declared: facts.declaring > 0 ? facts.replies + facts.shortfall : null });
  }
  return held.map(({ containerId }) => containerId);
}

/** Classes new imports, and older ones of the same containers again: what one brings is what another declares, even where it brings posts alone. */
export function coverNewImports(project: ProjectDatabase, importIds: readonly number[]): void {
  const containers = new Set(importIds.flatMap((importId) => coverImport(project, importId)));
  for (const importId of importsSharing(project, importIds, [...containers])) if (importIds.length > 1 || !importIds.includes(importId)) coverImport(project, importId);
}

/** Classes every import again, after who speaks for a brand has changed. */
export function coverAllImports(project: ProjectDatabase): void {
  for (const { importId, state } of storedImports(project)) if (state === 'done') coverImport(project, importId);
}
