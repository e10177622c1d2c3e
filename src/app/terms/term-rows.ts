import type { TermRow } from '../../domain/terms/pair-census.ts';
import { heldMessageTerms } from '../../store/held-terms.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';
import { messageTerms } from '../../store/term-index.ts';
import { heldProject } from '../read/held-project.ts';

/** The terms of every message of a language, author by author: from memory where the project is held, else from the file. */
export function termRows(project: ProjectDatabase, language: string): Iterable<TermRow> {
  const held = heldProject(project);
  return held === null ? messageTerms(project, language) : heldMessageTerms(project, held.messages.columns, language);
}
