import type { ArchivePart, ArchiveWriter } from './import-archive.ts';
import { PRECISIONS } from './message-merge.ts';
import type { ProjectDatabase } from './project-database.ts';

/** When a reaction was given, as one import says it. */
export interface ReactionTime {
  /** UTC ms, null where it is not said. */
  readonly atMs: number | null;
  readonly precision: string;
}

interface SightingRow {
  readonly importId: number;
  readonly atMs: number | null;
  readonly precision: string | null;
}

/** Of two times of one reaction the earlier, at a tie the more exact, else the first given; one that is not said yields. */
export function earlierTime<One extends ReactionTime, Other extends ReactionTime>(one: One, other: Other): One | Other {
  const isFiner = PRECISIONS.indexOf(other.precision) > PRECISIONS.indexOf(one.precision);
  if (one.atMs === other.atMs) return isFiner ? other : one;
  if (one.atMs === null) return other;
  return other.atMs !== null && other.atMs < one.atMs ? other : one;
}

function timeOf(row: SightingRow | undefined, otherwise: ReactionTime): ReactionTime {
  return row === undefined || row.precision === null ? otherwise : { atMs: row.atMs, precision: row.precision };
}

function isSame(one: ReactionTime, other: ReactionTime): boolean {
  return one.atMs === other.atMs && one.precision === other.precision;
}

/** Keeps what an open import says of reactions that others brought: the reaction as it stands, and whether another time is about to replace its own. */
export function createReactionSightings({ connection }: ProjectDatabase): { readonly add: (standing: ReactionTime & { readonly id: number; readonly importId: number }, met: { readonly importId: number; readonly said: ReactionTime; readonly isReplaced: boolean }) => void } {
  const select = connection.prepare('SELECT import_id AS importId, created_at_ms AS atMs, precision FROM reaction_sighting WHERE reaction_id = ?');
  const keep = connection.prepare('INSERT INTO reaction_sighting (reaction_id, import_id, created_at_ms, precision) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET created_at_ms = excluded.created_at_ms, precision = excluded.precision');
  return {
    add(standing, { importId, said, isReplaced }) {
      const rows = select.all(standing.id) as SightingRow[];
      const ownRow = rows.find((row) => row.importId === standing.importId);
      const own = timeOf(ownRow, standing);
      const before = rows.find((row) => row.importId === importId);
      const mine = before === undefined ? said : earlierTime(timeOf(before, own), said);
      keep.run(standing.id, importId, isSame(mine, own) ? null : mine.atMs, isSame(mine, own) ? null : mine.precision);
      if (isReplaced && ownRow === undefined) keep.run(standing.id, standing.importId, own.atMs, own.precision);
    },
  };
}

/** Everything that is said of one reaction: its own time and those of the other imports that hold it. */
interface ReactionStatements {
  readonly own: ReactionTime;
  readonly others: ReadonlyMap<number, ReactionTime>;
}

interface ReactionBook {
  readonly read: (id: number, ownerId: number) => ReactionStatements;
  readonly put: (id: number, ownerId: number, statements: ReactionStatements) => void;
}

function reactionBook({ connection }: ProjectDatabase): ReactionBook {
  const standing = connection.prepare('SELECT created_at_ms AS atMs, precision FROM reaction WHERE id = ?');
  const rows = connection.prepare('SELECT import_id AS importId, created_at_ms AS atMs, precision FROM reaction_sighting WHERE reaction_id = ?');
  const drop = connection.prepare('DELETE FROM reaction_sighting WHERE reaction_id = ?');
  const keep = connection.prepare('INSERT INTO reaction_sighting (import_id, reaction_id, created_at_ms, precision) VALUES (?, ?, ?, ?)');
  const update = connection.prepare('UPDATE reaction SET import_id = ?, created_at_ms = ?, precision = ? WHERE id = ?');
  return {
    read(id, ownerId) {
      const said = rows.all(id) as SightingRow[];
      const own = timeOf(said.find(({ importId }) => importId === ownerId), standing.get(id) as ReactionTime);
      return { own, others: new Map(said.flatMap((row) => (row.importId === ownerId ? [] : [[row.importId, timeOf(row, own)] as const]))) };
    },
    put(id, ownerId, { own, others }) {
      const together = [...others.values()].reduce<ReactionTime>(earlierTime, own);
      drop.run(id);
      if (!isSame(together, own)) keep.run(ownerId, id, own.atMs, own.precision);
      for (const [importId, time] of others) keep.run(importId, id, isSame(time, own) ? null : time.atMs, isSame(time, own) ? null : time.precision);
      update.run(ownerId, together.atMs, together.precision, id);
    },
  };
}

/**
 * Takes back what an import says of reactions that others hold too: those it brought go to the first import that also
 * holds them, and every time is again the earliest of those that are left. Into the archive goes what brings it back.
 */
export function takeBackReactions(project: ProjectDatabase, importId: number, archive: ArchiveWriter | null): void {
  const { connection } = project;
  const { read, put } = reactionBook(project);
  // 1. those it brought
  const handed = connection.prepare('SELECT r.id, min(s.import_id), max(s.precision IS NOT NULL) FROM reaction r JOIN reaction_sighting s ON s.reaction_id = r.id AND s.import_id <> r.import_id WHERE r.import_id = ? GROUP BY r.id').raw().all(importId) as [number, number, number][];
  const take = connection.prepare('UPDATE reaction SET import_id = ? WHERE id = ?');
  const forget = connection.prepare('DELETE FROM reaction_sighting WHERE import_id = ? AND reaction_id = ?');
  const rows = handed.map(([id, other, differs]) => {
    if (differs === 0) {
      take.run(other, id);
      forget.run(other, id);
      return [id, other, null, null];
    }
    const { own, others } = read(id, importId);
    const left = new Map(others);
    left.delete(other);
    put(id, other, { own: others.get(other) ?? own, others: left });
    return [id, other, own.atMs, own.precision];
  });
  archive?.add({ table: '#handed:reaction', columns: [], rows });
  // 2. those it met
  archive?.add({ table: '#met:reaction', columns: [], rows: connection.prepare('SELECT reaction_id, created_at_ms, precision FROM reaction_sighting s WHERE import_id = @importId AND EXISTS (SELECT 1 FROM reaction r WHERE r.id = s.reaction_id AND r.import_id <> @importId)').raw().all({ importId }) as (string | number | null)[][] });
  const changed = connection.prepare('SELECT r.id, r.import_id FROM reaction_sighting s JOIN reaction r ON r.id = s.reaction_id JOIN reaction_sighting o ON o.reaction_id = r.id AND o.import_id = r.import_id WHERE s.import_id = @importId AND r.import_id <> @importId AND s.precision IS NOT NULL').raw().all({ importId }) as [number, number][];
  connection.prepare('DELETE FROM reaction_sighting WHERE import_id = ?').run(importId);
  for (const [id, ownerId] of changed) put(id, ownerId, read(id, ownerId));
}

/** Brings back what an undone import says of reactions that others hold, from its archive. */
export function restoreReactionSightings(project: ProjectDatabase, importId: number, { table, rows }: ArchivePart): void {
  const { connection } = project;
  const { read, put } = reactionBook(project);
  const owner = connection.prepare('SELECT import_id FROM reaction WHERE id = ?').pluck();
  for (const row of rows) {
    const isHanded = table === '#handed:reaction';
    const [id, atMs, precision] = (isHanded ? [row[0], row[2], row[3]] : row) as [number, number | null, string | null];
    const ownerId = owner.get(id) as number | undefined;
    if (ownerId === undefined || ownerId === importId) continue;
    const { own, others } = read(id, ownerId);
    const time = precision === null ? own : { atMs, precision };
    if (isHanded) put(id, importId, { own: time, others: new Map([...others, [ownerId, own]]) });
    else put(id, ownerId, { own, others: new Map([...others, [importId, time]]) });
  }
}
