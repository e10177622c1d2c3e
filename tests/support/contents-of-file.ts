import { DatabaseSync } from 'node:sqlite';
import type { ProjectDatabase } from '../../src/store/project-database.ts';
import { projectContents } from './project-contents.ts';

/** What people said and wrote down, by tables whose rows name everything by content. */
const DECISIONS = ['label_verdict', 'role_decision', 'identity_decision', 'duplicate_decision', 'promise_verdict', 'own_tribe', 'tribe_edit', 'tribe_judgement', 'plan_record', 'dictionary', 'piece_route', 'question_card'] as const;

/**
 * What stands in a project's file while a program has it open: records, what is derived from them, and what people decided.
 * Read through the runtime's own SQLite, because a test of the desktop window runs beside an addon that is built for it.
 */
export function contentsOfFile(path: string): Record<string, string[]> {
  const connection = new DatabaseSync(path, { timeout: 10_000 });
  try {
    // the runtime's statements and the addon's are called alike
    const contents = projectContents({ connection } as unknown as ProjectDatabase);
    const decided = DECISIONS.map((table) => [table, connection.prepare(`SELECT * FROM ${table}`).all().map((row) => JSON.stringify(row)).sort()] as const);
    return { ...contents, ...Object.fromEntries(decided) };
  } finally {
    connection.close();
  }
}
