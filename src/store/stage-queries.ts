import type { ProjectDatabase } from './project-database.ts';

/** What a stage was last computed from: its own definition and the version of its input. */
export interface StageState {
  readonly definitionVersion: string;
  readonly inputVersion: string;
}

/** The data version: rises with every import, undo and decision; derived results carry the version they were made from. */
export function dataVersionOf(project: ProjectDatabase): number {
  const value = project.connection.prepare(`SELECT value FROM setting WHERE key = 'data_version'`).pluck().get() as string | undefined;
  return value === undefined ? 0 : Number(value);
}

/** One setting of the project, or null. */
export function settingOf(project: ProjectDatabase, key: string): string | null {
  return (project.connection.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) as string | undefined) ?? null;
}

/** Writes one setting of the project. */
export function storeSetting(project: ProjectDatabase, key: string, value: string): void {
  project.connection.prepare('INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value').run(key, value);
}

/** What a stage was last computed from; null when it never ran. */
export function stageState(project: ProjectDatabase, name: string): StageState | null {
  return (project.connection.prepare('SELECT definition_version AS definitionVersion, input_version AS inputVersion FROM stage WHERE name = ?').get(name) as StageState | undefined) ?? null;
}

/** Records that a stage is up to date with this definition and input. */
export function storeStageState(project: ProjectDatabase, { name, state, atMs }: { name: string; state: StageState; atMs: number }): void {
  project.connection
    .prepare(`INSERT INTO stage (name, definition_version, input_version, finished_at_ms) VALUES (?, ?, ?, ?)
      ON CONFLICT (name) DO UPDATE SET definition_version = excluded.definition_version, input_version = excluded.input_version, finished_at_ms = excluded.finished_at_ms`)
    .run(name, state.definitionVersion, state.inputVersion, atMs);
}

/** The input version of a stage whose tables are being rebuilt, or were when it was stopped; equal to no real one. */
const UNFINISHED = 'unfinished';

/**
 * Takes back what is recorded of stages, before their tables are touched: a stage that was stopped halfway then never
 * passes for one that is up to date with an earlier input. Keeps the definition, which says whose rows are still there.
 */
export function markStagesUnfinished({ connection }: ProjectDatabase, names: readonly string[]): void {
  connection.prepare('UPDATE stage SET input_version = ? WHERE name IN (SELECT value FROM json_each(?))').run(UNFINISHED, JSON.stringify(names));
}

/** Records whose rows a stage's tables hold from here on, without saying that they are all there. */
export function startStage(project: ProjectDatabase, { name, definitionVersion }: { name: string; definitionVersion: string }): void {
  storeStageState(project, { name, state: { definitionVersion, inputVersion: UNFINISHED }, atMs: 0 });
}

/** Forgets one setting of the project. */
export function removeSetting(project: ProjectDatabase, key: string): void {
  project.connection.prepare('DELETE FROM setting WHERE key = ?').run(key);
}
