import type { ProjectDatabase } from './project-database.ts';

/** What an import found of the messages already there, and what it lacks. */
export interface ImportTraceCounts {
  /** Messages that were there already. */
  readonly metAgain: number;
  /** Of these, with at least one value other than what was there. */
  readonly updated: number;
  readonly fields: readonly { readonly column: string; readonly count: number }[];
  /** Answers whose question is named but not in the data. */
  readonly missingParents: number;
  /** Answers whose question is guessed. */
  readonly inferred: number;
  /** Messages of which the export says that the page hid them. */
  readonly hidden: number;
  /** Messages whose time is only counted back from a rough age, or unknown. */
  readonly relativeTimes: number;
  readonly reactions: readonly { readonly kind: string; readonly named: number; readonly linked: number }[];
}

const HELD = `(SELECT id AS message_id FROM message WHERE import_id = @importId UNION SELECT record_id FROM sighting WHERE import_id = @importId AND record = 'message')`;

/** Counts of one import, each from the records themselves. */
export function importTraceCounts({ connection }: ProjectDatabase, importId: number): ImportTraceCounts {
  const sightings = connection.prepare(`SELECT count(*) AS metAgain, count(said) AS updated FROM sighting WHERE import_id = @importId AND record = 'message'`).get({ importId }) as { metAgain: number; updated: number };
  const fields = connection.prepare(`SELECT k.key AS column, count(*) AS count FROM sighting s, json_each(s.said) k WHERE s.import_id = @importId AND s.record = 'message' AND s.said IS NOT NULL GROUP BY k.key ORDER BY 2 DESC, 1`).all({ importId }) as { column: string; count: number }[];
  const held = connection.prepare(`SELECT COALESCE(sum(m.parent_native_id IS NOT NULL AND m.parent_id IS NULL), 0) AS missingParents, COALESCE(sum(m.hidden = 1), 0) AS hidden, COALESCE(sum(m.precision IN ('relative', 'none')), 0) AS relativeTimes, count(p.message_id) AS inferred
    FROM ${HELD} h JOIN message m ON m.id = h.message_id LEFT JOIN inferred_parent p ON p.message_id = m.id`).get({ importId }) as { missingParents: number; hidden: number; relativeTimes: number; inferred: number };
  const reactions = connection.prepare(`SELECT kind, count(account_id) AS named, count(COALESCE(message_id, container_id)) AS linked FROM reaction WHERE import_id = @importId GROUP BY kind ORDER BY 2 DESC, 1`).all({ importId }) as { kind: string; named: number; linked: number }[];
  return { ...sightings, fields, ...held, reactions };
}

/** Holes and guesses of the whole project, for what these data do not see. */
export function projectHoles({ connection }: ProjectDatabase): { readonly missingParents: number; readonly inferred: number; readonly hidden: number; readonly vanished: number; readonly notReExported: number; readonly dropped: number; readonly dayTimes: number; readonly setAside: number } {
  return connection.prepare(`SELECT COALESCE(sum(parent_native_id IS NOT NULL AND parent_id IS NULL), 0) AS missingParents, COALESCE(sum(hidden = 1), 0) AS hidden, COALESCE(sum(precision = 'day'), 0) AS dayTimes,
    (SELECT count(*) FROM inferred_parent) AS inferred, (SELECT count(*) FROM absence WHERE state = 'vanished') AS vanished, (SELECT count(*) FROM absence WHERE state = 'not-re-exported') AS notReExported,
    (SELECT count(*) FROM dropped_text) AS dropped, (SELECT count(*) FROM set_aside) AS setAside FROM message`).get() as ReturnType<typeof projectHoles>;
}


/** JSON kept with an import: the answers to what its source had to be asked (`answers`), or what was true only when it came in (`report`). */
export function importJson({ connection }: ProjectDatabase, importId: number, column: 'answers' | 'report'): Record<string, unknown> {
  const text = connection.prepare(`SELECT ${column} FROM import WHERE id = ?`).pluck().get(importId) as string | undefined;
  return text === undefined ? {} : (JSON.parse(text) as Record<string, unknown>);
}

/** Keeps JSON with an import. */
export function storeImportJson({ connection }: ProjectDatabase, importId: number, column: 'answers' | 'report', value: Readonly<Record<string, unknown>>): void {
  connection.prepare(`UPDATE import SET ${column} = ? WHERE id = ?`).run(JSON.stringify(value), importId);
}

/** Imports that hold at least one part of a format, undone ones included; by id. */
export function importsOfFormat({ connection }: ProjectDatabase, format: string): number[] {
  return connection.prepare(`SELECT i.id FROM import i WHERE i.state <> 'open' AND (i.format = @format OR EXISTS (SELECT 1 FROM import_part p WHERE p.import_id = i.id AND p.format = @format)) ORDER BY i.id`).pluck().all({ format }) as number[];
}

/** Formats that an import's parts came by, the first part first. */
export function formatsOfImport({ connection }: ProjectDatabase, importId: number): string[] {
  return connection.prepare(`SELECT format FROM (SELECT format, min(position) AS place FROM import_part WHERE import_id = @importId AND format IS NOT NULL GROUP BY format UNION ALL SELECT format, -1 FROM import WHERE id = @importId) GROUP BY format ORDER BY min(place)`).pluck().all({ importId }) as string[];
}

/** Messages of an import that are set aside as copies of others. */
export function setAsideCount({ connection }: ProjectDatabase, importId: number): number {
  return connection.prepare('SELECT count(*) FROM set_aside WHERE import_id = ?').pluck().get(importId) as number;
}

/** Messages of the project that are set aside. */
export function setAsideTotal({ connection }: ProjectDatabase): number {
  return connection.prepare('SELECT count(*) FROM set_aside').pluck().get() as number;
}
