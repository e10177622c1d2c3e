import type { ProjectDatabase } from './project-database.ts';
import { checkSchema, damageIn } from './project-file.ts';
import { StoreFailure } from './project-database.ts';
import { strayContents } from './stray-documents.ts';

/** Everything wrong with an open project: damaged pages, a foreign schema, references to nothing, codes of no vocabulary, documents of no known shape, a search index that does not match. Empty when it is whole. */
export function projectProblems(project: ProjectDatabase): string[] {
  const { connection, readOnly } = project;
  const problems = damageIn(connection, { depth: 'full' });
  if (problems.length > 0) return problems;
  try {
    checkSchema(connection);
  } catch (error) {
    if (!(error instanceof StoreFailure)) throw error;
    problems.push(error.message);
  }
  const loose = connection.pragma('foreign_key_check') as { table: string; parent: string }[];
  for (const [place, count] of new Map(loose.map(({ table, parent }) => [`${table} to ${parent}`, loose.filter((row) => row.table === table && row.parent === parent).length]))) problems.push(`${String(count)} references from ${place} point to nothing`);
  for (const { table, column, rows } of strayContents(project)) problems.push(`${String(rows)} rows of ${table} hold something in ${column} that Tribuna does not know`);
  if (!readOnly) {
    try {
      connection.exec(`INSERT INTO message_search (message_search) VALUES ('integrity-check')`);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && /^SQLITE_CORRUPT/.test(String(error.code)))) throw error;
      problems.push('the search index does not match the texts');
    }
  }
  return problems;
}
