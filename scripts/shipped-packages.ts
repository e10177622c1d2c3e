import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './run-program.ts';

/** An entry of package-lock.json as far as it is read here. */
interface LockEntry {
  readonly version?: string;
  readonly license?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly peerDependencies?: Readonly<Record<string, string>>;
}

/** A package whose code is part of what people install. */
export interface ShippedPackage {
  readonly name: string;
  readonly version: string;
  /** As the package states it, an SPDX expression where it keeps to the rule; null where it states none. */
  readonly licence: string | null;
  /** Its folder, from the root of the project. */
  readonly folder: string;
}

/** Runtimes of Node for starting from source; the packer leaves them out. */
const LEFT_OUT = /^node-(linux|win|bin|darwin)/;

/** The entries of package-lock.json by folder; `''` is the product itself. Throws what the file system throws. */
export function lockEntries(root: string = ROOT): Readonly<Record<string, LockEntry>> {
  return (JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { readonly packages: Record<string, LockEntry> }).packages;
}

/**
 * Every package that ships, by name and version: the dependencies of package.json, what src/ imports besides (it is built into
 * the pages), Electron, and what all of these need in turn. Found in package-lock.json, so that nothing needs to be installed
 * to know it. Sorted by name, then version.
 */
export function shippedPackages(root: string = ROOT): readonly ShippedPackage[] {
  const entries = lockEntries(root);
  const found = new Map<string, ShippedPackage>();
  const visit = (name: string, from: string, optional: boolean): void => {
    const folder = folderOf(entries, name, from);
    if (folder === null) {
      if (optional) return;
      throw new Error(`invalid package-lock.json: ${name} is needed and not locked`);
    }
    if (found.has(folder) || LEFT_OUT.test(name)) return;
    const entry = entries[folder] ?? {};
    found.set(folder, { name, version: entry.version ?? '', licence: entry.license ?? null, folder });
    // what Electron's package needs, it needs to fetch its runtime
    if (name === 'electron') return;
    for (const next of Object.keys(entry.dependencies ?? {})) visit(next, folder, false);
    for (const next of Object.keys({ ...entry.optionalDependencies, ...entry.peerDependencies })) visit(next, folder, true);
  };
  for (const name of new Set([...Object.keys(entries['']?.dependencies ?? {}), ...importedPackages(root), 'electron'])) visit(name, '', false);
  const once = new Map([...found.values()].map((shipped) => [`${shipped.name}@${shipped.version}`, shipped]));
  return [...once.values()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.version < b.version ? -1 : 1));
}

/** Where Node would find a package from a folder: inside it, or in one of the folders above; null where it is locked nowhere. */
function folderOf(entries: Readonly<Record<string, LockEntry>>, name: string, from: string): string | null {
  const steps = from === '' ? [] : from.split('/node_modules/');
  for (let depth = steps.length; depth >= 0; depth -= 1) {
    const place = steps.slice(0, depth).join('/node_modules/');
    const folder = `${place === '' ? '' : `${place}/`}node_modules/${name}`;
    if (Object.hasOwn(entries, folder)) return folder;
  }
  return null;
}

/** Packages that a source of the product imports for what they do, not for their types. */
function importedPackages(root: string): string[] {
  const names = new Set<string>();
  for (const path of readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })) {
    if (!/\.tsx?$/.test(path)) continue;
    for (const [, clause = '', target = ''] of readFileSync(join(root, 'src', path), 'utf8').matchAll(/(?:^|\n)import\s+([^'"]*?)(?:from\s+)?['"]([^'"./][^'"]*)['"]/g)) {
      if (!clause.startsWith('type ') && !target.startsWith('node:')) names.add(target.split('/').slice(0, target.startsWith('@') ? 2 : 1).join('/'));
    }
  }
  return [...names].sort();
}

/** The text of a package's licence, from the file it carries; null where it carries none or is not installed. */
export function licenceText(folder: string, root: string = ROOT): string | null {
  const place = join(root, folder);
  if (!existsSync(place)) return null;
  const name = readdirSync(place).sort().find((file) => /^(licen[cs]e|copying)([._-].*)?$/i.test(file));
  return name === undefined ? null : readFileSync(join(place, name), 'utf8').replaceAll('\r\n', '\n').trim();
}
