import { createHash } from 'node:crypto';
import { readdirSync, statSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folders of the sources that an answer can depend on. */
const ANSWERING = ['app', 'contract', 'domain', 'store', 'text'] as const;

let known: string | null = null;

/**
 * A short text that differs where the program differs: a hash over names, sizes and dates of the code files, of the sources
 * or of what was built from them. Answers kept in a project are those of the program that gave them; another edition, which
 * may count otherwise or say more, gives its own. Reading the code itself would cost more than the answers it spares.
 * Throws the file system's error when the program cannot read its own folder.
 */
export function codeEdition(): string {
  if (known === null) {
    const file = fileURLToPath(import.meta.url);
    // what is built lies flat in one folder, and may lie in an archive, where not every way of listing works
    known = extname(file) === '.ts' ? editionOf(ANSWERING.map((folder) => join(dirname(file), '..', '..', folder)), { recursive: true }) : editionOf([dirname(file)], { recursive: false });
  }
  return known;
}

/** The hash over the files of some folders, 12 letters, whatever order the file system lists them in. Throws the file system's error for a folder that is not there. */
export function editionOf(folders: readonly string[], { recursive }: { readonly recursive: boolean }): string {
  const hash = createHash('sha256');
  for (const folder of folders) {
    for (const name of (recursive ? readdirSync(folder, { recursive, encoding: 'utf8' }) : readdirSync(folder)).sort()) {
      const { size, mtimeMs, isFile } = told(join(folder, name));
      if (isFile) hash.update(`${name} ${String(size)} ${String(mtimeMs)}\n`);
    }
  }
  return hash.digest('base64url').slice(0, 12);
}

function told(path: string): { readonly size: number; readonly mtimeMs: number; readonly isFile: boolean } {
  const stat = statSync(path);
  return { size: stat.size, mtimeMs: stat.mtimeMs, isFile: stat.isFile() };
}
