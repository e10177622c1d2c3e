import { expect, test } from 'vitest';
import { isAllowedRequest, isOwnBlob, isOwnPage } from '../../../src/main/request-filter.ts';

test.each([
  'app://tribuna/', 'app://tribuna/index.html', 'app://tribuna/assets/main.js?x=1', 'blob:app://tribuna/0b1c', 'data:image/png;base64,AAAA', 'data:text/plain,x', 'devtools://devtools/bundled/inspector.html',
])('%s is allowed', (url) => {
  expect(isAllowedRequest(url)).toBe(true);
});

test.each([
  'http://example.org/', 'https://example.org/', 'https://redirector.gvt1.com/edgedl/chrome/dict/it-it-3-0.bdic', 'ws://example.org/', 'wss://example.org/', 'ftp://example.org/',
  'file:///etc/passwd', 'app://evil/', 'app://tribuna.evil/', 'app://tribuna@evil/', 'application://tribuna/', 'blob:https://example.org/1', 'blob:app://evil/1', 'blob:null/1', 'chrome://settings/',
  'chrome-extension://abc/x.js', 'about:blank', 'javascript:alert(1)', 'view-source:https://example.org/', 'filesystem:https://example.org/x', 'http://127.0.0.1:5173/', 'http://localhost/', '', 'not a url',
  'HTTPS://EXAMPLE.ORG/', '//example.org/x',
])('%j is refused', (url) => {
  expect(isAllowedRequest(url)).toBe(false);
});

test('only our own pages may call', () => {
  expect(isOwnPage('app://tribuna/index.html')).toBe(true);
  expect(isOwnPage('devtools://devtools/')).toBe(false);
  expect(isOwnPage('data:text/html,x')).toBe(false);
});

test('only what our own pages made may be saved', () => {
  expect(isOwnBlob('blob:app://tribuna/0b1c')).toBe(true);
  for (const url of ['blob:app://tribuna.evil/1', 'blob:https://example.org/1', 'blob:null/1', 'app://tribuna/x.csv', 'data:text/csv,x', 'https://example.org/x.csv']) expect(isOwnBlob(url)).toBe(false);
});
