import type { ProjectDatabase } from './project-database.ts';

/** One version of a project's layer as the table holds it: layer and card as JSON. */
export interface LayerRow {
  readonly version: number;
  readonly layer: string;
  readonly card: string;
  readonly atMs: number;
}

/** A version without its weights. */
export interface LayerVersion {
  readonly version: number;
  readonly card: string;
  readonly takenBack: boolean;
  readonly atMs: number;
}

const IN_FORCE = 'FROM reading_layer WHERE taken_back = 0 ORDER BY version DESC LIMIT 1';

/** Number of the layer that holds; null where the project reads by the model alone. */
export function layerVersionInForce({ connection }: ProjectDatabase): number | null {
  return (connection.prepare(`SELECT version ${IN_FORCE}`).pluck().get() as number | undefined) ?? null;
}

/** The layer that holds, with its weights; null where there is none. */
export function layerInForce({ connection }: ProjectDatabase): LayerRow | null {
  return (connection.prepare(`SELECT version, layer, card, at_ms AS atMs ${IN_FORCE}`).get() as LayerRow | undefined) ?? null;
}

/** All versions, the latest first. */
export function layerVersions({ connection }: ProjectDatabase): LayerVersion[] {
  const rows = connection.prepare('SELECT version, card, taken_back AS takenBack, at_ms AS atMs FROM reading_layer ORDER BY version DESC').all() as (Omit<LayerVersion, 'takenBack'> & { readonly takenBack: number })[];
  return rows.map((row) => ({ ...row, takenBack: row.takenBack === 1 }));
}

/** Keeps a new version, numbered after all that ever were, and gives its number. */
export function putLayer({ connection }: ProjectDatabase, { layer, card, atMs }: Omit<LayerRow, 'version'>): number {
  return Number(connection.prepare('INSERT INTO reading_layer (version, layer, card, at_ms) SELECT COALESCE(max(version), 0) + 1, ?, ?, ? FROM reading_layer').run(layer, card, atMs).lastInsertRowid);
}

/** Takes versions back, or lets them hold again. */
export function setLayersTakenBack({ connection }: ProjectDatabase, versions: readonly number[], takenBack: boolean): void {
  connection.prepare('UPDATE reading_layer SET taken_back = ? WHERE version IN (SELECT value FROM json_each(?))').run(takenBack ? 1 : 0, JSON.stringify(versions));
}
