import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, ROOT } from '../support/root.ts';

const pages = [...['README.md', 'CHANGELOG.md'].filter((name) => existsSync(join(ROOT, name))), ...(existsSync(join(ROOT, 'docs')) ? filesBelow('docs', ['.md']) : [])];

/** Headings as the anchors that Markdown viewers make of them. */
function anchorsOf(text: string): Set<string> {
  return new Set([...text.matchAll(/^#{1,6}\s+(.+)$/gm)].map(([, heading = '']) => heading.toLowerCase().replaceAll(/[^\p{L}\p{N}\s_-]/gu, '').trim().replaceAll(/\s/g, '-')));
}

test('every link of the documents leads to a file, and every anchor to a heading', () => {
  const broken = pages.flatMap((page) => {
    const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/^```[\s\S]*?^```/gm, '');
    const targets = [...text.matchAll(/\]\((?<target>[^)\s]+)(?:\s+"[^"]*")?\)/g)].map(({ groups }) => groups?.['target'] ?? '');
    return targets.filter((target) => {
      if (/^(https?|mailto):/.test(target)) return false;
      const [path = '', anchor] = target.split('#');
      const file = join(ROOT, path === '' ? page : normalize(join(dirname(page), decodeURIComponent(path))));
      if (!existsSync(file)) return true;
      return anchor !== undefined && file.endsWith('.md') && !anchorsOf(readFileSync(file, 'utf8')).has(anchor.toLowerCase());
    }).map((target) => `${page}: ${target}`);
  });
  expect(broken).toEqual([]);
});

test('paths written in code marks exist', () => {
  const missing = pages.flatMap((page) =>
    [...readFileSync(join(ROOT, page), 'utf8').matchAll(/`(?<path>(?:src|tests|scripts|docs|resources)\/[\w./-]+)`/g)]
      .map(({ groups }) => groups?.['path'] ?? '')
      .filter((path) => !existsSync(join(ROOT, path)))
      .map((path) => `${page}: ${path}`));
  expect(missing).toEqual([]);
});
