import type { Statement } from 'better-sqlite3';
import { absences, type DayOf, type ExportedMessage } from '../domain/account/absences.ts';
import { localClock, type LocalClock } from '../domain/model/local-clock.ts';
import { textKey } from '../domain/response/text-key.ts';
import type { ProjectDatabase } from './project-database.ts';
import { settingOf } from './stage-queries.ts';

interface MessageRow {
  readonly id: number;
  readonly importId: number;
  readonly rootId: number;
  readonly isBelow: number;
  readonly kind: string;
  readonly atMs: number | null;
  readonly isDay: number;
  readonly declared: number | null;
}

interface SightingRow {
  readonly id: number;
  readonly importId: number;
  readonly declared: number | null;
}

/** Shorter texts say the same only from the same author. */
const TELLING = 12;

function keyOf({ text, accountId }: { readonly text: string | null; readonly accountId: number | null }): string | null {
  const key = text === null ? '' : textKey(text);
  return key === '' ? null : key.length >= TELLING ? key : `${key} ${String(accountId ?? '')}`;
}

const DAY_MS = 86_400_000;
/** A place with more than this part of all messages is read without the index. */
const MOST_BY_INDEX = 4;
const NOTHING_DECLARED: ReadonlyMap<number, number> = new Map();

function clockOf(zone: string): LocalClock {
  try {
    return localClock(zone);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return localClock('UTC');
  }
}

/** Days in the project's zone; in UTC where the file names no zone that is known. */
function dayReader(project: ProjectDatabase): DayOf {
  const clock = clockOf(settingOf(project, 'time_zone') ?? 'UTC');
  return (atMs) => {
    const { year, month, day } = clock(atMs);
    return Date.UTC(year, month - 1, day) / DAY_MS;
  };
}

/**
 * Finds again what later exports of the same places no longer hold, in every container that was exported more than once,
 * from when each was collected and whatever order they were imported in.
 * Costs nothing while no import met a message again. To be called inside a transaction.
 */
export function refreshAbsences(project: ProjectDatabase): void {
  const { connection } = project;
  connection.exec('DELETE FROM absence');
  const containers = connection.prepare(`SELECT DISTINCT m.container_id FROM sighting s JOIN message m ON m.id = s.record_id WHERE s.record = 'message' AND m.container_id IS NOT NULL`).pluck().all() as number[];
  if (containers.length === 0) return;
  // most of a file is read in its own order: by the index of places each row would be looked up at random
  const all = connection.prepare('SELECT count(*) FROM message').pluck().get() as number;
  const count = connection.prepare('SELECT count(*) FROM message WHERE container_id = ?').pluck();
  // a value of the message itself may have been raised by another import: beside it stands what its own import says
  const reading = (from: string): Statement => connection.prepare(`SELECT m.id AS id, m.import_id AS importId, COALESCE(m.root_id, m.id) AS rootId, (m.parent_native_id IS NOT NULL OR m.root_native_id IS NOT NULL) AS isBelow, m.kind AS kind,
      CASE WHEN m.precision IN ('relative', 'none') THEN NULL ELSE m.created_at_ms END AS atMs,
      CASE WHEN m.replies IS NULL THEN NULL WHEN EXISTS (SELECT 1 FROM own_statement o WHERE o.record = 'message' AND o.record_id = m.id) THEN (SELECT o.stated ->> 'replies' FROM own_statement o WHERE o.record = 'message' AND o.record_id = m.id) ELSE m.replies END AS declared, m.precision = 'day' AS isDay
    FROM ${from} WHERE m.container_id = ?`);
  const [part, most] = [reading('message m'), reading('message m NOT INDEXED')];
  // texts are most of what a message holds, and are asked of those alone that an export may lack
  const said = connection.prepare('SELECT text, account_id AS accountId FROM message WHERE id = ?');
  const sighted = connection.prepare(`SELECT s.record_id AS id, s.import_id AS importId, s.declared AS declared FROM message m JOIN sighting s ON s.record = 'message' AND s.record_id = m.id WHERE m.container_id = ?`);
  const collected = new Map(connection.prepare('SELECT id, collected_at_ms FROM import').raw().all() as [number, number | null][]);
  const hashes = new Map(connection.prepare(`SELECT id, file_hash || ' ' || file_name FROM import`).raw().all() as [number, string][]);
  const dayOf = dayReader(project);
  const insert = connection.prepare('INSERT INTO absence (message_id, since_import_id, state) VALUES (?, ?, ?)');
  for (const container of containers) {
    const rows = ((count.get(container) as number) * MOST_BY_INDEX > all ? most : part).all(container) as MessageRow[];
    const sightings = sighted.all(container) as SightingRow[];
    const { positionOf, importAt, collectedAtMs } = exportsInOrder(rows, sightings, { collected, hashes });
    const holders = new Map<number, number[]>();
    const declared = new Map<number, Map<number, number>>();
    const note = (id: number, importId: number, replies: number | null): void => {
      const position = positionOf.get(importId) ?? 0;
      const held = holders.get(id);
      if (held === undefined) holders.set(id, [position]);
      else if (!held.includes(position)) held.push(position);
      if (replies === null) return;
      const known = declared.get(id) ?? new Map<number, number>();
      known.set(position, Math.max(known.get(position) ?? 0, replies));
      declared.set(id, known);
    };
    for (const row of rows) note(row.id, row.importId, row.declared);
    for (const { id, importId, declared: replies } of sightings) note(id, importId, replies);
    const messages = rows.map((row): ExportedMessage => ({
      id: row.id, rootId: row.rootId, isBelow: row.isBelow === 1, kind: row.kind, atMs: row.atMs, isDayOnly: row.isDay === 1, key: () => keyOf(said.get(row.id) as { text: string | null; accountId: number | null }),
      heldBy: (holders.get(row.id) ?? []).sort((one, other) => one - other), declaredBy: declared.get(row.id) ?? NOTHING_DECLARED,
    }));
    for (const { id, state, since } of absences(messages, { collectedAtMs, dayOf })) {
      const importId = importAt[since];
      if (importId !== undefined) insert.run(id, importId, state);
    }
  }
}

/** The exports of a container by when they were collected (else by their latest message, then by their files): of each import its position, of each position import and time. */
function exportsInOrder(rows: readonly MessageRow[], sightings: readonly SightingRow[], { collected, hashes }: { collected: ReadonlyMap<number, number | null>; hashes: ReadonlyMap<number, string> }): { positionOf: Map<number, number>; importAt: number[]; collectedAtMs: number[] } {
  const timeOf = new Map(rows.map(({ id, atMs }) => [id, atMs]));
  const latest = new Map<number, number>();
  for (const { id, importId } of [...rows, ...sightings]) latest.set(importId, Math.max(latest.get(importId) ?? -Infinity, timeOf.get(id) ?? -Infinity));
  const atOf = (importId: number): number => collected.get(importId) ?? latest.get(importId) ?? -Infinity;
  const importAt = [...latest.keys()].sort((one, other) => compared(atOf(one), atOf(other)) || compared(hashes.get(one) ?? '', hashes.get(other) ?? ''));
  return { importAt, positionOf: new Map(importAt.map((importId, position) => [importId, position])), collectedAtMs: importAt.map(atOf) };
}

function compared<Value extends number | string>(one: Value, other: Value): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

/** Messages that an import says are absent, by container and state. */
export interface AbsenceCount {
  readonly container: string;
  readonly state: 'vanished' | 'not-re-exported';
  readonly count: number;
}

/** What an import no longer holds (null: what any does not), by container. */
export function absenceCounts({ connection }: ProjectDatabase, importId: number | null): AbsenceCount[] {
  return connection.prepare(`SELECT c.name AS container, x.state AS state, count(*) AS count FROM absence x JOIN message m ON m.id = x.message_id JOIN container c ON c.id = m.container_id
    WHERE @importId IS NULL OR x.since_import_id = @importId GROUP BY c.id, x.state ORDER BY c.name, c.id, x.state`).all({ importId }) as AbsenceCount[];
}

/** Ids of the messages that have vanished. */
export function vanishedIds({ connection }: ProjectDatabase): number[] {
  return connection.prepare(`SELECT message_id FROM absence WHERE state = 'vanished'`).pluck().all() as number[];
}

/** Of the given messages, how many an import holds. */
export function heldCount({ connection }: ProjectDatabase, importId: number, ids: readonly number[]): number {
  return connection.prepare(`SELECT count(*) FROM json_each(@ids) w WHERE EXISTS (SELECT 1 FROM message m WHERE m.id = w.value AND m.import_id = @importId)
    OR EXISTS (SELECT 1 FROM sighting s WHERE s.import_id = @importId AND s.record = 'message' AND s.record_id = w.value)`).pluck().get({ ids: JSON.stringify(ids), importId }) as number;
}
