import { termCodeOf } from '../../store/term-index.ts';
import type { TermSelection } from '../../store/selection-sql.ts';
import type { ProjectDatabase } from '../../store/project-database.ts';

/**
 * How a term is named outside the project: its language and stem, or its two stems. Codes inside a project change with
 * every analysis, this does not.
 * @example termKey('it', 'cart cred') // 'it:cart cred'
 */
export function termKey(language: string, stem: string): string {
  return `${language}:${stem}`;
}

/** What a key selects; null for a term that this project does not have. */
export function selectedTerm(project: ProjectDatabase, key: string): TermSelection | null {
  const [, language = '', stem = ''] = /^([a-z]{2}):(.+)$/u.exec(key) ?? [];
  const code = stem === '' ? null : termCodeOf(project, language, stem);
  return code === null ? null : { language, code };
}
