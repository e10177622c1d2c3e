import type { ProjectDatabase } from './project-database.ts';

/** One version of the ledger's weights: the rules that weigh other than by default, in points a unit, and why. */
export interface WeightVersion {
  readonly version: number;
  readonly points: Readonly<Record<string, number>>;
  readonly note: string;
  readonly atMs: number;
}

interface Row {
  readonly version: number;
  readonly points: string;
  readonly note: string;
  readonly atMs: number;
}

const COLUMNS = 'version, points, note, at_ms AS atMs';
const versionOf = ({ points, ...row }: Row): WeightVersion => ({ ...row, points: JSON.parse(points) as Record<string, number> });

/** Every version of the weights, the latest first; empty while the default table holds. */
export function weightVersions({ connection }: ProjectDatabase): WeightVersion[] {
  return (connection.prepare(`SELECT ${COLUMNS} FROM weight_version ORDER BY version DESC`).all() as Row[]).map(versionOf);
}

/** One version; null when there is none of that number. */
export function weightVersion({ connection }: ProjectDatabase, version: number): WeightVersion | null {
  const row = connection.prepare(`SELECT ${COLUMNS} FROM weight_version WHERE version = ?`).get(version) as Row | undefined;
  return row === undefined ? null : versionOf(row);
}

/** The version in force; null while the project has none and the default table holds. */
export function weightsInForce({ connection }: ProjectDatabase): WeightVersion | null {
  const row = connection.prepare(`SELECT ${COLUMNS} FROM weight_version ORDER BY version DESC LIMIT 1`).get() as Row | undefined;
  return row === undefined ? null : versionOf(row);
}

/** The project's own weights by rule; rules without one keep their default. */
export function storedWeights(project: ProjectDatabase): Readonly<Record<string, number>> {
  return weightsInForce(project)?.points ?? {};
}

/** Keeps a version. Throws when there is one of that number. */
export function putWeightVersion({ connection }: ProjectDatabase, { version, points, note, atMs }: WeightVersion): void {
  connection.prepare('INSERT INTO weight_version (version, points, note, at_ms) VALUES (?, ?, ?, ?)').run(version, JSON.stringify(points), note, atMs);
}

/** Takes a version away: the one before is in force again. */
export function removeWeightVersion({ connection }: ProjectDatabase, version: number): void {
  connection.prepare('DELETE FROM weight_version WHERE version = ?').run(version);
}
