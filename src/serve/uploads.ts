import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, rm, statfs, type FileHandle as OpenFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Transform, type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { FileHandle } from '../contract/operations/project.ts';
import { failed, success, type Outcome } from '../contract/outcome.ts';
import type { Engine } from '../engine/engine.ts';

const MAX_UPLOAD_BYTES = 20 * 1024 ** 3;
const MAX_FILES = 1000;
/** Places that others may take before it is given up. */
const MAX_PLACES = 100;

/** Receives files from the browser and hands them to the engine. */
export interface Uploads {
  /** Streams one file to disk; `name` is the browser's and is trusted for nothing but display and its ending. */
  readonly receive: (body: Readable, name: string, declaredBytes: number | null) => Promise<Outcome<FileHandle>>;
  /** Deletes every uploaded file that is not a project. */
  readonly clear: () => Promise<void>;
}

interface UploadOptions {
  readonly engine: Engine;
  readonly projectsFolder: string;
  readonly maxBytes?: number;
}

/**
 * Uploads go to a private temporary folder that dies with the server; project files go to the projects folder under a
 * free name, since they are meant to stay. Failures: `invalid-input` over the caps, `disk-full`, `io-error`.
 */
export async function createUploads({ engine, projectsFolder, maxBytes = MAX_UPLOAD_BYTES }: UploadOptions): Promise<Uploads> {
  const folder = await mkdtemp(join(tmpdir(), 'tribuna-uploads-'));
  let received = 0;
  return {
    async receive(body, name, declaredBytes) {
      if (++received > MAX_FILES) return failed('invalid-input', `too many files: ${received}`);
      if (declaredBytes !== null && declaredBytes > maxBytes) return failed('invalid-input', `file too large: ${declaredBytes} bytes`);
      const shown = displayName(name);
      const isProject = shown.toLowerCase().endsWith('.tribuna');
      const own = join(folder, `${received}`);
      const into = isProject ? projectsFolder : folder;
      let target: string | null = null;
      try {
        await mkdir(into, { recursive: true });
        if (declaredBytes !== null && (await freeBytes(into)) < declaredBytes) return failed('disk-full', 'there is not enough free space for this file');
        const made = await madeFile(() => (isProject ? freePath(projectsFolder, shown) : own));
        target = made.path;
        await pipeline(body, cap(maxBytes), made.handle.createWriteStream());
        return success(await engine.registerFile(target, shown));
      } catch (error) {
        // what another upload made under the name that was wanted is not this one's to delete
        if (target !== null) await rm(target, { force: true });
        return uploadFailure(error);
      }
    },
    clear: () => rm(folder, { recursive: true, force: true }),
  };
}

/** A file that was not there before, at the first place that nobody took meanwhile. */
async function madeFile(place: () => string): Promise<{ readonly path: string; readonly handle: OpenFile }> {
  for (let tries = 1; ; tries += 1) {
    const path = place();
    try {
      return { path, handle: await open(path, 'wx', 0o600) };
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST') || tries === MAX_PLACES) throw error;
    }
  }
}

class TooLarge extends Error {}

function cap(maxBytes: number): Transform {
  let bytes = 0;
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      if (bytes > maxBytes) done(new TooLarge('file too large'));
      else done(null, chunk);
    },
  });
}

function uploadFailure(error: unknown): Outcome<never> {
  if (error instanceof TooLarge) return failed('invalid-input', error.message);
  const code = error instanceof Error && 'code' in error ? error.code : null;
  if (code === 'ENOSPC' || code === 'EDQUOT') return failed('disk-full', 'the disk filled up while the file was being received');
  return failed('io-error', 'the file could not be received');
}

/** File systems take 255 bytes for a name, and what lies beside a project is called by it with more at its end. */
const MOST_BYTES = 180;

/** The last part of a name without separators and control characters, its end where it is long; `file` when nothing is left. */
function displayName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? '';
  const clean = [...last].filter((character) => character >= ' ' && !'<>:"|?*\u007f'.includes(character)).join('').replace(/^\.+/, '');
  const kept = [...clean].slice(-120);
  while (Buffer.byteLength(kept.join('')) > MOST_BYTES) kept.shift();
  return kept.length === 0 ? 'file' : kept.join('').replace(/^\.+/, 'file.');
}

function freePath(folder: string, name: string): string {
  const stem = name.slice(0, -'.tribuna'.length) || 'project';
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${stem}${copy === 1 ? '' : ` ${copy}`}.tribuna`);
    if (!existsSync(path)) return path;
  }
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}
