import { refreshAbsences } from './absence-queries.ts';
import { refreshLikelyCopies } from './copy-queries.ts';
import { refreshInferredParents } from './inferred-parents.ts';
import { linkPersons } from './person-links.ts';
import type { ProjectDatabase } from './project-database.ts';
import { bringBackSetAside, keepSetAside } from './set-aside.ts';

/**
 * Makes again what several imports together say of each other, after any of them came or went: what has vanished, which
 * records are likely one, what answers what where no link says it. Everything is found from the records alone, so neither
 * order nor undo can leave anything behind. To be called inside a transaction, on messages as sources say them
 * ({@link bringBackSetAside}); the decisions on duplicates are laid over at the end.
 */
export function refreshTraces(project: ProjectDatabase, { relink = false }: { readonly relink?: boolean } = {}): void {
  refreshAbsences(project);
  keepSetAside(project, { relink });
  refreshLikelyCopies(project);
  refreshInferredParents(project);
}

/** Lays changed decisions on duplicates over the messages. To be called inside a transaction. */
export function applyDuplicateDecisions(project: ProjectDatabase): void {
  const relink = bringBackSetAside(project) > 0;
  refreshTraces(project, { relink });
  linkPersons(project);
}
