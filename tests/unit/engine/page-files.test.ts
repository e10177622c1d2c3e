import { join } from 'node:path';
import { expect, test } from 'vitest';
import { mediaType, pageFile } from '../../../src/engine/page-files.ts';

const FOLDER = '/srv/pages';

test('paths below the folder become its files', () => {
  expect(pageFile(FOLDER, '/')).toBe(join(FOLDER, 'index.html'));
  expect(pageFile(FOLDER, '/assets/main.js')).toBe(join(FOLDER, 'assets/main.js'));
  expect(pageFile(FOLDER, '/con%20spazio.svg')).toBe(join(FOLDER, 'con spazio.svg'));
});

test.each([
  '/../pages-secret/x', '/../../etc/passwd', '/assets/../../x', '/%2e%2e/%2e%2e/etc/passwd', '/..%2f..%2fetc/passwd', '/..%5c..%5cx', '/..\\..\\x',
  '/a%00.html', '/a\0.html', '/%', '/%E0%A4%A', '', 'assets/main.js', '/..', '/.',
])('%j leads nowhere', (path) => {
  expect(pageFile(FOLDER, path)).toBeNull();
});

test('media types follow the ending; unknown ones are plain bytes', () => {
  expect(mediaType('/x/a.JS')).toBe('text/javascript; charset=utf-8');
  expect(mediaType('/x/a.exe')).toBe('application/octet-stream');
});
