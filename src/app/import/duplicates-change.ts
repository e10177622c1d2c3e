import { putDuplicateDecision, type DuplicateDecision } from '../../store/copy-queries.ts';
import { applyDuplicateDecisions } from '../../store/import-traces.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { coverAllImports } from './reply-coverage.ts';

/** A decision on a pair, or that there is none (null). */
export type DuplicateStand = Omit<DuplicateDecision, 'verdict'> & { readonly verdict: DuplicateDecision['verdict'] | null };

/** What the journal keeps of decisions on duplicates, by content. */
export interface DuplicatesChange {
  readonly before: readonly DuplicateStand[];
  readonly after: readonly DuplicateStand[];
}

/** Makes decisions on duplicates stand and lays them over the messages. To be called inside a transaction. */
export function putDuplicates(project: ProjectDatabase, decisions: readonly DuplicateStand[]): void {
  for (const decision of decisions) putDuplicateDecision(project, decision);
  applyDuplicateDecisions(project);
  coverAllImports(project);
}
