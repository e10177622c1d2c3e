import { closeSync, existsSync, openSync, readdirSync, readSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { ProjectDatabase } from './project-database.ts';
import { dropBackups, rollingBackups } from './rolling-backups.ts';

const CHUNK = 1 << 22;
/** Shorter texts stand in any file by chance. */
const SHORTEST = 6;
const LONGEST = 200;

/** Texts as bytes to be looked for: those long enough, cut at 200 bytes, each once. */
function needles(texts: readonly string[]): Buffer[] {
  const bytes = new Map<string, Buffer>();
  for (const text of texts) {
    const needle = Buffer.from(text.trim(), 'utf8').subarray(0, LONGEST);
    if (needle.length >= SHORTEST) bytes.set(needle.toString('latin1'), needle);
  }
  return [...bytes.values()];
}

/**
 * Positions of texts that stand in a file byte for byte, as places in `texts`; each once. Reads the file once in pieces of
 * four mebibytes: O(bytes), whatever the number of texts.
 */
function standing(path: string, wanted: readonly Buffer[]): Set<Buffer> {
  const found = new Set<Buffer>();
  if (wanted.length === 0 || !existsSync(path)) return found;
  const byStart = new Map<number, Buffer[]>();
  const isStart = new Uint8Array(65_536);
  for (const needle of wanted) {
    isStart[needle.readUInt16BE(0)] = 1;
    const key = needle.readUInt32BE(0);
    byStart.set(key, [...(byStart.get(key) ?? []), needle]);
  }
  const descriptor = openSync(path, 'r');
  try {
    const buffer = Buffer.alloc(CHUNK + LONGEST);
    let kept = 0;
    for (;;) {
      const read = readSync(descriptor, buffer, kept, CHUNK, null);
      const end = kept + read;
      // the last bytes are looked at again with what follows them
      const until = read === 0 ? end - 3 : Math.max(0, end - LONGEST);
      for (let at = 0; at < until; at += 1) {
        if (isStart[((buffer[at] ?? 0) << 8) | (buffer[at + 1] ?? 0)] === 0) continue;
        for (const needle of byStart.get(buffer.readUInt32BE(at)) ?? []) if (at + needle.length <= end && buffer.compare(needle, 0, needle.length, at, at + needle.length) === 0) found.add(needle);
      }
      if (read === 0) return found;
      buffer.copy(buffer, 0, until, end);
      kept = end - until;
    }
  } finally {
    closeSync(descriptor);
  }
}

/** True when records of others still say a text: it is theirs as well. */
function isSaidByOthers({ connection }: ProjectDatabase, text: string): boolean {
  const holds = (sql: string): boolean => connection.prepare(sql).get({ text }) !== undefined;
  return holds('SELECT 1 FROM message WHERE instr(text, @text) OR instr(native_id, @text) OR instr(url, @text) OR instr(parent_native_id, @text) OR instr(root_native_id, @text) LIMIT 1') || holds('SELECT 1 FROM account WHERE @text IN (name, handle, native_id) OR instr(name, @text) OR instr(handle, @text) OR instr(profile, @text) LIMIT 1') || holds('SELECT 1 FROM container WHERE instr(name, @text) LIMIT 1');
}

/** What a look at every byte of a project's files found of some texts. */
export interface ByteCheck {
  /** Texts looked for. */
  readonly looked: number;
  /** Still there because others say the very same. */
  readonly ofOthers: number;
  /** Still there without a reason: the erasure is not complete. */
  readonly left: number;
}

/** Looks for texts in every byte of the project file and its log. */
export function byteCheck(project: ProjectDatabase, texts: readonly string[]): ByteCheck {
  const wanted = needles(texts);
  const found = new Set([...standing(project.path, wanted), ...standing(`${project.path}-wal`, wanted)]);
  const ofOthers = [...found].filter((needle) => isSaidByOthers(project, needle.toString('utf8'))).length;
  return { looked: wanted.length, ofOthers, left: found.size - ofOthers };
}

/** From here on SQLite overwrites with zeros what this connection deletes. Not inside a transaction. */
export function overwriteDeleted({ connection }: ProjectDatabase): void {
  connection.pragma('secure_delete = ON');
}

/** Writes the log back and cuts it to nothing. False when another connection holds it: it is cut when the project is closed. */
export function cutLog({ connection, journalMode }: ProjectDatabase): boolean {
  return journalMode === 'delete' || (connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[])[0]?.busy === 0;
}

/** Makes what was deleted unreadable: the log is written back and cut, the file written anew without free pages. Costs the size of the file. */
export function compactProject(project: ProjectDatabase): void {
  cutLog(project);
  project.connection.exec('VACUUM');
  cutLog(project);
}

/** A copy of the project that the program made beside it. */
export interface ProjectBackup {
  readonly name: string;
  readonly bytes: number;
  /** When it was made, UTC ms. */
  readonly atMs: number;
}

/** Copies that the program made of a project, before it was updated and while it was worked on, by name. */
export function projectBackups({ path }: Pick<ProjectDatabase, 'path'>): ProjectBackup[] {
  const prefix = basename(path);
  return readdirSync(dirname(path)).filter((name) => name.startsWith(`${prefix}.`) && /^\.v\d+\.bak$/.test(name.slice(prefix.length))).sort().map((name) => {
    const { size, mtimeMs } = statSync(join(dirname(path), name));
    return { name, bytes: size, atMs: Math.round(mtimeMs) };
  }).concat(rollingBackups(path).map(({ name, bytes, atMs }) => ({ name, bytes, atMs })));
}

/** Of the project's copies those in which some texts stand. Reads every byte of them. */
export function backupsHolding(project: Pick<ProjectDatabase, 'path'>, texts: readonly string[]): ProjectBackup[] {
  const wanted = needles(texts);
  return projectBackups(project).filter(({ name }) => standing(join(dirname(project.path), name), wanted).size > 0);
}

/** Deletes copies of a project, by the names that {@link projectBackups} gives; others are left alone. Returns those that are gone. */
export function deleteBackups(project: Pick<ProjectDatabase, 'path'>, names: readonly string[]): string[] {
  const gone = projectBackups(project).filter(({ name }) => names.includes(name)).map(({ name }) => name);
  dropBackups(project.path, gone);
  for (const name of gone) rmSync(join(dirname(project.path), name), { force: true });
  return gone;
}
