import type { ProjectDatabase } from './project-database.ts';
import { writeSlice } from './write-slice.ts';

const RANGE = 5000;

/** Runs after each slice of work; may throw to stop. `done` of `total` steps. */
export type SliceListener = (done: number, total: number) => void;

interface LinkRow {
  readonly id: number;
  readonly networkId: number;
  readonly parentId: number | null;
  readonly rootId: number | null;
  readonly parentNativeId: string | null;
  readonly rootNativeId: string | null;
  readonly containerId: number | null;
  readonly placedByRoot: number | null;
  readonly guessedId: number | null;
}

/** Message that each message answers, by id; 0 for none. Links already stored are kept. */
function resolvedParents({ connection }: ProjectDatabase, lastId: number, afterSlice: SliceListener): Int32Array {
  const parents = new Int32Array(lastId + 1);
  const stored = connection.prepare('SELECT id, parent_id FROM message WHERE id BETWEEN ? AND ? AND parent_id IS NOT NULL').raw();
  const found = connection.prepare(`SELECT m.id, min(p.id) FROM message m JOIN message p ON p.network_id = m.network_id AND p.native_id = m.parent_native_id
    WHERE m.id BETWEEN ? AND ? AND m.parent_id IS NULL AND m.parent_native_id IS NOT NULL AND p.id <> m.id GROUP BY m.id`).raw();
  // what answers a message that was set aside answers the copy that stays
  const aside = connection.prepare(`SELECT m.id, min(s.copy_of) FROM message m JOIN set_aside s ON s.network_id = m.network_id AND s.native_id = m.parent_native_id
    WHERE m.id BETWEEN ? AND ? AND m.parent_id IS NULL AND s.copy_of <> m.id GROUP BY m.id`).raw();
  const isAsideNeeded = connection.prepare('SELECT 1 FROM set_aside LIMIT 1').get() !== undefined;
  for (let from = 1; from <= lastId; from += RANGE) {
    for (const query of isAsideNeeded ? [stored, aside, found] : [stored, found]) for (const [id, parent] of query.all(from, from + RANGE - 1) as [number, number][]) parents[id] = parent;
    afterSlice(from, lastId);
  }
  return parents;
}

/** The topmost known message above one, following `parents`; a circle ends at its lowest id. Shortens the paths it walks. */
function topOf(parents: Int32Array, tops: Int32Array, start: number): number {
  const path: number[] = [];
  const onPath = new Set<number>();
  let at = start;
  while (tops[at] === 0 && parents[at] !== 0 && !onPath.has(at)) {
    path.push(at);
    onPath.add(at);
    at = parents[at] ?? 0;
  }
  const top = tops[at] !== 0 ? (tops[at] ?? at) : onPath.has(at) ? Math.min(...path.slice(path.indexOf(at))) : at;
  for (const id of path) tops[id] = top;
  return top;
}

/**
 * Links every message to what it answers and to the root of its thread. The root is the topmost known message; where the
 * topmost one answers a message that is not in the data, or names a root that is not, all that share it are one thread,
 * led by the lowest id: a missing parent is still a root. A message of which no source says where it stands, as in a file
 * of bare comments, stands where its root does, else where the file's name says. Reads the whole project, writes only what changed, in slices.
 * Memory: about 16 bytes a message and the names of missing parents. Returns how many messages changed.
 */
export function linkThreads(project: ProjectDatabase, afterSlice: SliceListener = () => undefined): number {
  const { connection } = project;
  const lastId = (connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0;
  if (lastId === 0) return 0;
  // 1. parents
  const parents = resolvedParents(project, lastId, afterSlice);
  const rows = connection.prepare('SELECT id, network_id AS networkId, parent_id AS parentId, root_id AS rootId, parent_native_id AS parentNativeId, root_native_id AS rootNativeId, container_id AS containerId, placed_by_root AS placedByRoot, guessed_container_id AS guessedId FROM message WHERE id BETWEEN ? AND ?');
  // 2. what stands above the topmost known messages: a named root in the data is one more parent, a missing one a shared name
  const above = parents.slice();
  const saidPlaces = new Int32Array(lastId + 1);
  const lookUp = connection.prepare(`SELECT COALESCE((SELECT min(id) FROM message WHERE network_id = @networkId AND native_id = @name), (SELECT min(id) FROM message WHERE network_id = @networkId AND address = @name),
    (SELECT min(copy_of) FROM set_aside WHERE network_id = @networkId AND (native_id = @name OR address = @name)))`).pluck();
  // the message that all who share a name stand under: the one of that name, else the first of them
  const leaders = new Map<string, number>();
  for (let from = 1; from <= lastId; from += RANGE) {
    for (const { id, networkId, parentNativeId, rootNativeId, containerId, placedByRoot } of rows.all(from, from + RANGE - 1) as LinkRow[]) {
      if (placedByRoot === null) saidPlaces[id] = containerId ?? 0;
      if (parents[id] !== 0) continue;
      const name = rootNativeId ?? parentNativeId;
      if (name === null) continue;
      const key = `${String(networkId)} ${name}`;
      let target = leaders.get(key);
      if (target === undefined) {
        target = (rootNativeId === null ? null : (lookUp.get({ networkId, name }) as number | null)) ?? id;
        leaders.set(key, target);
      }
      if (target !== id) above[id] = target;
    }
    afterSlice(from, lastId);
  }
  // 3. roots, places, and what changed
  const tops = new Int32Array(lastId + 1);
  const store = connection.prepare('UPDATE message SET parent_id = ?, root_id = ? WHERE id = ?');
  const place = connection.prepare('UPDATE message SET container_id = ?, placed_by_root = ? WHERE id = ?');
  const linksDiffer = ({ id, parentId, rootId }: LinkRow): boolean => (parentId ?? 0) !== parents[id] || rootId !== topOf(above, tops, id);
  const ofRoot = ({ id }: LinkRow): number => saidPlaces[topOf(above, tops, id)] ?? 0;
  const placeDiffers = (row: LinkRow): boolean => saidPlaces[row.id] === 0 && (ofRoot(row) === 0 ? row.containerId !== row.guessedId : row.containerId !== ofRoot(row) || row.placedByRoot !== 1);
  let changed = 0;
  for (let from = 1; from <= lastId; from += RANGE) {
    const pending = (rows.all(from, from + RANGE - 1) as LinkRow[]).filter((row) => linksDiffer(row) || placeDiffers(row));
    let at = 0;
    const step = (): boolean => {
      for (let many = 0; many < 50; many += 1) {
        const row = pending[at];
        if (row === undefined) return false;
        if (linksDiffer(row)) store.run(parents[row.id] === 0 ? null : (parents[row.id] ?? null), topOf(above, tops, row.id), row.id);
        if (placeDiffers(row)) place.run(ofRoot(row) === 0 ? row.guessedId : ofRoot(row), ofRoot(row) !== 0 ? 1 : row.guessedId === null ? null : 0, row.id);
        at += 1;
        changed += 1;
      }
      return true;
    };
    let more = pending.length > 0;
    while (more) {
      more = connection.inTransaction ? step() : writeSlice(project, step);
      if (!connection.inTransaction) afterSlice(from, lastId);
    }
  }
  return changed;
}

/** Gives mentions the account they name, where it is known by now; mentions stay without one until it is. */
export function linkMentions(project: ProjectDatabase, afterSlice: SliceListener = () => undefined): void {
  const { connection } = project;
  const lastRow = (connection.prepare('SELECT max(rowid) FROM mention').pluck().get() as number | null) ?? 0;
  const link = connection.prepare(`UPDATE mention SET account_id = found.account FROM (
      SELECT n.rowid AS mention, min(a.id) AS account FROM mention n JOIN message m ON m.id = n.message_id JOIN account a ON a.handle = n.handle COLLATE NOCASE AND a.network_id = m.network_id
      WHERE n.rowid BETWEEN ? AND ? AND n.account_id IS NULL GROUP BY n.rowid) AS found WHERE mention.rowid = found.mention`);
  let from = 1;
  const step = (): boolean => {
    link.run(from, from + 1999);
    from += 2000;
    return from <= lastRow;
  };
  let more = lastRow > 0;
  while (more) {
    more = connection.inTransaction ? step() : writeSlice(project, step);
    if (!connection.inTransaction) afterSlice(Math.min(from, lastRow), lastRow);
  }
  if (lastRow > 0) settleSharedHandles(project);
}

/**
 * Mentions of a handle that several accounts of a network bear name one of them whatever order they came in: one known by
 * an id of its own rather than by the handle itself, and of several the first by its id.
 */
function settleSharedHandles({ connection }: ProjectDatabase): void {
  const shared = connection.prepare(`SELECT network_id AS networkId, handle FROM account WHERE handle IS NOT NULL GROUP BY network_id, handle COLLATE NOCASE HAVING count(*) > 1`).all() as { networkId: number; handle: string }[];
  const best = connection.prepare('SELECT id FROM account WHERE network_id = ? AND handle = ? COLLATE NOCASE ORDER BY native_id = handle COLLATE NOCASE, native_id LIMIT 1').pluck();
  const settle = connection.prepare(`UPDATE mention SET account_id = @account, source_account_id = NULL WHERE handle = @handle AND COALESCE(source_account_id, account_id) IS NOT @account AND (SELECT m.network_id FROM message m WHERE m.id = message_id) = @networkId`);
  const mentioned = connection.prepare('SELECT 1 FROM mention WHERE handle = ? LIMIT 1');
  for (const { networkId, handle } of shared) if (mentioned.get(handle) !== undefined) settle.run({ account: best.get(networkId, handle), handle, networkId });
}
