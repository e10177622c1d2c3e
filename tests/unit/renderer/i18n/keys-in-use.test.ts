import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { italian } from '../../../../src/renderer/i18n/catalogue.ts';
import { ROOT } from '../../../support/root.ts';

function leaves(node: unknown, path: string): string[] {
  return typeof node === 'string' ? [path] : Object.entries(node as Record<string, unknown>).flatMap(([key, value]) => leaves(value, `${path}.${key}`));
}

const sourceFiles = (folder: string): string[] => readdirSync(folder, { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile() && /\.tsx?$/u.test(entry.name)).map((entry) => join(entry.parentPath, entry.name));
const SOURCES = ['src/renderer', 'src/domain/wording'].flatMap((folder) => sourceFiles(join(ROOT, folder))).filter((path) => !/[\\/](?:i18n|wording)[\\/](?:it|en)[\\/]/u.test(path)).map((path) => readFileSync(path, 'utf8'));

/** Keys as pages write them: whole, or with parts that are put in when they run; each as a pattern over a key without its catalogue. */
function writtenKeys(): { readonly whole: ReadonlySet<string>; readonly patterns: readonly RegExp[] } {
  const whole = new Set<string>();
  const patterns = new Map<string, RegExp>();
  for (const source of SOURCES) {
    for (const [, single = ''] of source.matchAll(/'((?:[^'\\\n]|\\.)*)'/gu)) {
      if (/^[\w:.-]+\.$/u.test(single)) patterns.set(single, new RegExp(`^${single.replace(':', '.').replaceAll('.', '\\.')}.+$`, 'u'));
      else whole.add(single.replace(':', '.'));
    }
    for (const [, template = ''] of source.matchAll(/`([^`]*)`/gu)) {
      if (!template.includes('${') || /\s/u.test(template.replaceAll(/\$\{[^}]*\}/gu, ''))) continue;
      const parts = template.replace(/^(\w+):/u, '$1.').split(/\$\{(?:[^{}]|\{[^}]*\})*\}/u).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/gu, '\\$&'));
      // a template of nothing but parts could be any key
      if (parts.join('').replaceAll(/[^a-z]/giu, '').length >= 2) patterns.set(template, new RegExp(`^${parts.join('.+')}$`, 'u'));
    }
  }
  return { whole, patterns: [...patterns.values()] };
}

const plain = (key: string): string => key.replace(/_(?:zero|one|other|many)$/u, '');

test('every text of the catalogue is asked for by some page', () => {
  const { whole, patterns } = writtenKeys();
  const isUsed = (key: string): boolean => {
    const name = plain(key);
    const inside = name.slice(name.indexOf('.') + 1);
    return [name, inside].some((each) => whole.has(each) || patterns.some((pattern) => pattern.test(each)));
  };
  // names of codes are shared with reports and the command line
  const unused = leaves(italian, '').map((key) => key.slice(1)).filter((key) => !key.startsWith('codes.') && !isUsed(key));
  expect(unused).toEqual([]);
});

test('every text that a voice is asked for by its whole key is in the catalogue', () => {
  const known = new Set(leaves(italian, '').map((key) => plain(key.slice(1))));
  const asked = SOURCES.flatMap((source) => [...source.matchAll(/\bvoice\.text\('([\w.-]+)'/gu)].map(([, key = '']) => key));
  expect(asked.length).toBeGreaterThan(200);
  expect([...new Set(asked.map(plain))].filter((key) => !known.has(key))).toEqual([]);
});
