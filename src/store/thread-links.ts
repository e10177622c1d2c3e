import type { ProjectDatabase } from './project-database.ts';
import { writeSlice } from './write-slice.ts';

const RANGE = 5000;

/** Runs after each slice of work; may throw to stop. `done` of `total` steps. */
export type SliceListener = (done: number, total: number) => void;

/** What messages say of their place, by id: 0 for none. 20 bytes a message. */
interface StoredLinks {
  readonly parents: Int32Array;
  readonly roots: Int32Array;
  readonly containers: Int32Array;
  readonly guessed: Int32Array;
  /** `placed_by_root`: 0 where it is null, else one more. */
  readonly placed: Uint8Array;
  /** 1 where a message names what it answers and no link is stored. */
  readonly unlinked: Uint8Array;
  /** 1 where it names what it answers, or its root. */
  readonly named: Uint8Array;
  /** 1 where there is a message of that id. */
  readonly isThere: Uint8Array;
}

/** Reads the links of all messages in one pass; the names, most of what a row holds, stay in the file. */
function storedLinks({ connection }: ProjectDatabase, lastId: number, afterSlice: SliceListener): StoredLinks {
  const column = (): Int32Array => new Int32Array(lastId + 1);
  const links = { parents: column(), roots: column(), containers: column(), guessed: column(), placed: new Uint8Array(lastId + 1), unlinked: new Uint8Array(lastId + 1), named: new Uint8Array(lastId + 1), isThere: new Uint8Array(lastId + 1) };
  const rows = connection.prepare(`SELECT id, parent_id, root_id, container_id, guessed_container_id, placed_by_root, parent_native_id IS NOT NULL, root_native_id IS NOT NULL FROM message WHERE id BETWEEN ? AND ?`).raw();
  for (let from = 1; from <= lastId; from += RANGE) {
    for (const [id, parent, root, container, guessed, placed, namesParent, namesRoot] of rows.all(from, from + RANGE - 1) as [number, number | null, number | null, number | null, number | null, number | null, number, number][]) {
      links.isThere[id] = 1;
      links.parents[id] = parent ?? 0;
      links.roots[id] = root ?? 0;
      links.containers[id] = container ?? 0;
      links.guessed[id] = guessed ?? 0;
      links.placed[id] = placed === null ? 0 : placed + 1;
      if (parent === null && namesParent === 1) links.unlinked[id] = 1;
      if (namesParent === 1 || namesRoot === 1) links.named[id] = 1;
    }
    afterSlice(from, lastId);
  }
  return links;
}

/** Message that each message answers, by id; 0 for none. Links already stored are kept; ranges in which all is linked are not read again. */
function resolvedParents({ connection }: ProjectDatabase, { parents: stored, unlinked }: StoredLinks, lastId: number): Int32Array {
  const parents = stored.slice();
  const found = connection.prepare(`SELECT m.id, min(p.id) FROM message m JOIN message p ON p.network_id = m.network_id AND p.native_id = m.parent_native_id
    WHERE m.id BETWEEN ? AND ? AND m.parent_id IS NULL AND m.parent_native_id IS NOT NULL AND p.id <> m.id GROUP BY m.id`).raw();
  // what answers a message that was set aside answers the copy that stays
  const aside = connection.prepare(`SELECT m.id, min(s.copy_of) FROM message m JOIN set_aside s ON s.network_id = m.network_id AND s.native_id = m.parent_native_id
    WHERE m.id BETWEEN ? AND ? AND m.parent_id IS NULL AND s.copy_of <> m.id GROUP BY m.id`).raw();
  const isAsideNeeded = connection.prepare('SELECT 1 FROM set_aside LIMIT 1').get() !== undefined;
  for (let from = 1; from <= lastId; from += RANGE) {
    if (!unlinked.subarray(from, from + RANGE).includes(1)) continue;
    for (const query of isAsideNeeded ? [aside, found] : [found]) for (const [id, parent] of query.all(from, from + RANGE - 1) as [number, number][]) parents[id] = parent;
  }
  return parents;
}

/** Whether some message of the range from an id on has no parent and names one, or a root. */
function isOpen(from: number, parents: Int32Array, { named }: StoredLinks): boolean {
  for (let id = from; id < from + RANGE && id < named.length; id += 1) if (named[id] === 1 && parents[id] === 0) return true;
  return false;
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
 * Memory: about 40 bytes a message and the names of missing parents. Returns how many messages changed.
 */
export function linkThreads(project: ProjectDatabase, afterSlice: SliceListener = () => undefined): number {
  const { connection } = project;
  const lastId = (connection.prepare('SELECT max(id) FROM message').pluck().get() as number | null) ?? 0;
  if (lastId === 0) return 0;
  // 1. parents
  const stored = storedLinks(project, lastId, afterSlice);
  const parents = resolvedParents(project, stored, lastId);
  const names = connection.prepare('SELECT id, network_id, parent_native_id, root_native_id FROM message WHERE id BETWEEN ? AND ? AND (parent_native_id IS NOT NULL OR root_native_id IS NOT NULL)').raw();
  // 2. what stands above the topmost known messages: a named root in the data is one more parent, a missing one a shared name
  const above = parents.slice();
  const saidPlaces = stored.containers.map((container, id) => (stored.placed[id] === 0 ? container : 0));
  const lookUp = connection.prepare(`SELECT COALESCE((SELECT min(id) FROM message WHERE network_id = @networkId AND native_id = @name), (SELECT min(id) FROM message WHERE network_id = @networkId AND address = @name),
    (SELECT min(copy_of) FROM set_aside WHERE network_id = @networkId AND (native_id = @name OR address = @name)))`).pluck();
  // the message that all who share a name stand under: the one of that name, else the first of them
  const leaders = new Map<string, number>();
  for (let from = 1; from <= lastId; from += RANGE) {
    if (!isOpen(from, parents, stored)) continue;
    for (const [id, networkId, parentNativeId, rootNativeId] of names.all(from, from + RANGE - 1) as [number, number, string | null, string | null][]) {
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
  const linksDiffer = (id: number): boolean => stored.parents[id] !== parents[id] || stored.roots[id] !== topOf(above, tops, id);
  const ofRoot = (id: number): number => saidPlaces[topOf(above, tops, id)] ?? 0;
  const placeDiffers = (id: number): boolean => saidPlaces[id] === 0 && (ofRoot(id) === 0 ? stored.containers[id] !== stored.guessed[id] : stored.containers[id] !== ofRoot(id) || stored.placed[id] !== 2);
  let changed = 0;
  for (let from = 1; from <= lastId; from += RANGE) {
    const pending: number[] = [];
    for (let id = from; id < from + RANGE && id <= lastId; id += 1) if (stored.isThere[id] === 1 && (linksDiffer(id) || placeDiffers(id))) pending.push(id);
    let at = 0;
    const step = (): boolean => {
      for (let many = 0; many < 50; many += 1) {
        const id = pending[at];
        if (id === undefined) return false;
        const guessed = stored.guessed[id] === 0 ? null : (stored.guessed[id] ?? null);
        if (linksDiffer(id)) store.run(parents[id] === 0 ? null : (parents[id] ?? null), topOf(above, tops, id), id);
        if (placeDiffers(id)) place.run(ofRoot(id) === 0 ? guessed : ofRoot(id), ofRoot(id) !== 0 ? 1 : guessed === null ? null : 0, id);
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
  if (shared.length === 0) return;
  const best = connection.prepare('SELECT id FROM account WHERE network_id = ? AND handle = ? COLLATE NOCASE ORDER BY native_id = handle COLLATE NOCASE, native_id LIMIT 1').pluck();
  // one pass over the mentions, whatever the number of handles
  connection.exec('CREATE TEMP TABLE IF NOT EXISTS shared_handle (handle TEXT NOT NULL COLLATE NOCASE, network_id INTEGER NOT NULL, account_id INTEGER NOT NULL, PRIMARY KEY (handle, network_id)) WITHOUT ROWID; DELETE FROM temp.shared_handle');
  const add = connection.prepare('INSERT INTO temp.shared_handle (handle, network_id, account_id) VALUES (?, ?, ?)');
  for (const { networkId, handle } of shared) add.run(handle, networkId, best.get(networkId, handle));
  connection.exec(`UPDATE mention SET account_id = s.account_id, source_account_id = NULL FROM temp.shared_handle s, message m
    WHERE s.handle = mention.handle AND m.id = mention.message_id AND s.network_id = m.network_id AND COALESCE(mention.source_account_id, mention.account_id) IS NOT s.account_id; DROP TABLE temp.shared_handle`);
}
