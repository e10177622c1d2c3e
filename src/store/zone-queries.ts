import { zoneCheck, type ZoneCheck } from '../domain/account/zone-check.ts';
import type { ProjectDatabase } from './project-database.ts';

/** The check of one import's answers against the questions of one import. */
export interface FileZoneCheck extends ZoneCheck {
  /** File that holds the questions; null for the import itself. */
  readonly file: string | null;
}

/**
 * Compares the times of an import's answers with those of what they answer, where both are known to the minute or better:
 * one check in all, and one for each import that holds questions, because a wrong zone lies between two files
 * or between two columns of one.
 */
export function zoneChecks({ connection }: ProjectDatabase, importId: number): { readonly all: ZoneCheck; readonly against: FileZoneCheck[] } {
  const rows = connection.prepare(`SELECT p.import_id AS questions, m.created_at_ms - p.created_at_ms AS delayMs FROM message m JOIN message p ON p.id = m.parent_id
    WHERE m.import_id = ? AND m.precision IN ('ms', 's', 'min') AND p.precision IN ('ms', 's', 'min') AND m.created_at_ms IS NOT NULL AND p.created_at_ms IS NOT NULL`).all(importId) as { questions: number; delayMs: number }[];
  const byImport = new Map<number, number[]>();
  for (const { questions, delayMs } of rows) {
    const delays = byImport.get(questions);
    if (delays === undefined) byImport.set(questions, [delayMs]);
    else delays.push(delayMs);
  }
  const fileOf = connection.prepare('SELECT file_name FROM import WHERE id = ?').pluck();
  const against = [...byImport].map(([questions, delays]): FileZoneCheck => ({ file: questions === importId ? null : (fileOf.get(questions) as string), ...zoneCheck(delays) }));
  against.sort((one, other) => other.preceding - one.preceding || ((one.file ?? '') < (other.file ?? '') ? -1 : 1));
  return { all: zoneCheck(rows.map(({ delayMs }) => delayMs)), against };
}
